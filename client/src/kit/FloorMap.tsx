import './kit.css';
import type { TableOnFloor } from '@lapwing/shared/protocol/messages';
import { floorGrid } from './floor-grid.ts';
import { t } from './kit-words.ts';
import { Name } from './Name.tsx';
import { Plate } from './Plate.tsx';

export interface FloorMapProps {
  tables: readonly TableOnFloor[];
  /** Size of a plate, any CSS length. */
  plate: string;
  /** Bird names below the plates. */
  names?: boolean;
  /** Plates with an ink outline, for light grounds. */
  outlined?: boolean;
  class?: string;
}

/** All tables as plates on the floor's grid, as seen by somebody who faces the screen. */
export function FloorMap({ tables, plate, names = true, outlined = false, class: extra = '' }: FloorMapProps) {
  const { columns, rows, places } = floorGrid(tables);
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
    </ul>
  );
}
