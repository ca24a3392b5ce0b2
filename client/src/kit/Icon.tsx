import './kit.css';
import { ICON_PATHS } from './icon-paths.ts';

export type IconName = keyof typeof ICON_PATHS;

/** An outline icon in the text's colour, 1.5 em. Decoration: always with a word beside it. `filled` for stars and dots. */
export function Icon({ name, size, filled = false }: { name: IconName; size?: string; filled?: boolean }) {
  return (
    <svg
      class="k-icon"
      viewBox="0 0 24 24"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      {...(size === undefined ? {} : { style: { width: size, height: size } })}
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
