import './kit.css';
import type { Landmark } from '@lapwing/shared/event/floor';
import type { TableOnFloor } from '@lapwing/shared/protocol/messages';
import { floorGrid } from './floor-grid.ts';
import { Icon } from './Icon.tsx';
import { t } from './kit-words.ts';
import { Name } from './Name.tsx';
import { Plate } from './Plate.tsx';

export const LANDMARK_ICONS = { door: 'door', coffee: 'cup', windows: 'window' } as const;

export interface FloorMapProps {
  tables: readonly TableOnFloor[];
  landmarks?: readonly Landmark[] | undefined;
  /** Size of a plate, any CSS length. */
  plate: string;
  /** Bird names below the plates. */
  names?: boolean;
  /** Plates with an ink outline, for light grounds. */
  outlined?: boolean;
  class?: string;
}

/** All tables as plates on the floor's grid, and what the room is known by, as seen by somebody who faces the screen. */
export function FloorMap({
  tables,
  landmarks = [],
  plate,
  names = true,
  outlined = false,
  class: extra = '',
}: FloorMapProps) {
  const { columns, rows, places, landmarks: marks } = floorGrid(tables, landmarks);
  const style = { gridTemplateColumns: `repeat(${columns}, auto)`, gridTemplateRows: `repeat(${rows}, auto)` };
  return (
    <ul class={`k-floor ${extra}`} style={style} aria-label={t('kit.map')}>
      {places.map(({ table, column, row }) => (
        <li key={table.number} style={{ gridColumn: String(column + 1), gridRow: String(row + 1) }}>
          <Plate number={table.number} name={table.name} size={plate} outlined={outlined} />
          {names ? (
            <span aria-hidden="true">
              <Name of={table.name} />
            </span>
          ) : null}
        </li>
      ))}
      {marks.map(({ kind, column, row }) => (
        <li
          key={`${column} ${row}`}
          class="k-landmark"
          style={{ gridColumn: String(column + 1), gridRow: String(row + 1) }}
        >
          <Icon name={LANDMARK_ICONS[kind]} size={names ? '1.1em' : `calc(${plate} * 0.42)`} />
          <span class={names ? '' : 'k-unseen'}>{t(`kit.landmark.${kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}
