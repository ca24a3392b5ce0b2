import './kit.css';
import { plateDrawing } from '@lapwing/shared/event/plate-drawing';
import { t } from './kit-words.ts';

export interface PlateProps {
  number: number;
  name: string;
  /** Any CSS length; without it the style sheet decides, 1em by default. */
  size?: string;
  /** An ink outline, for light and marigold grounds. */
  outlined?: boolean;
  /** Read across a room: figures as large as the shape has room for. */
  large?: boolean;
  class?: string;
}

/** A table's plate: number, colour and shape. */
export function Plate({ number, name, size, outlined = false, large = false, class: extra = '' }: PlateProps) {
  const { fill, path, fontSize, baseline, textLength } = plateDrawing(number, large);
  return (
    <svg
      class={`k-plate ${extra}`}
      role="img"
      aria-label={t('kit.plate', { number, name })}
      viewBox={outlined ? '-3 -3 106 106' : '-1 -1 102 102'}
      {...(size === undefined ? {} : { style: { width: size, height: size } })}
    >
      <path
        d={path}
        fill={fill}
        stroke={outlined ? 'var(--plate-edge)' : fill}
        stroke-width={outlined ? 5 : 2}
        stroke-linejoin="round"
      />
      <text
        x="50"
        y={baseline}
        font-size={fontSize}
        {...(textLength === null ? {} : { textLength, lengthAdjust: 'spacingAndGlyphs' })}
      >
        {number}
      </text>
    </svg>
  );
}
