import { tableName } from '@lapwing/shared/event/floor';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { Icon } from '../../kit/Icon.tsx';
import { Plate } from '../../kit/Plate.tsx';
import { listText, t } from '../words.ts';
import type { DraftTable } from './floor-draft.ts';
import { type Direction, moveOnGrid } from './grid.ts';

interface Props {
  readonly tables: readonly DraftTable[];
  readonly selected: string | null;
  readonly names: ReadonlyMap<AttendeeId, string>;
  readonly onSelect: (key: string) => void;
  readonly onChange: (tables: readonly DraftTable[]) => void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'front',
  ArrowDown: 'back',
};
const MOVES: readonly { readonly direction: Direction; readonly arrow: string }[] = [
  { direction: 'left', arrow: '←' },
  { direction: 'front', arrow: '↑' },
  { direction: 'back', arrow: '↓' },
  { direction: 'right', arrow: '→' },
];

/** The room as somebody who faces the screen sees it. A chosen table moves with the arrow keys or the buttons. */
export function FloorGrid({ tables, selected, names, onSelect, onChange }: Props) {
  const columns = Math.max(4, ...tables.map(({ column }) => column + 1)) + 1;
  const move = (key: string, direction: Direction): void =>
    onChange(
      moveOnGrid(
        tables,
        tables.findIndex((table) => table.key === key),
        direction,
      ) as readonly DraftTable[],
    );
  const seated = (table: DraftTable): string =>
    table.mentors.length === 0
      ? t('floor.no-mentor')
      : listText(table.mentors.map((mentor) => names.get(mentor) ?? t('plan.gone')));
  return (
    <div class="floor-room">
      <p class="floor-screen">
        <Icon name="display" /> {t('floor.screen')}
      </p>
      <p class="quiet" id="floor-how">
        {t('floor.how')}
      </p>
      <fieldset class="move-buttons" aria-label={t('floor.move')}>
        {MOVES.map(({ direction, arrow }) => (
          <button
            key={direction}
            type="button"
            disabled={selected === null}
            aria-label={t(`floor.move.${direction}`)}
            onClick={() => selected !== null && move(selected, direction)}
          >
            <span aria-hidden="true">{arrow}</span>
          </button>
        ))}
      </fieldset>
      <ul class="floor-grid" style={{ gridTemplateColumns: `repeat(${columns}, minmax(7rem, 1fr))` }}>
        {[...tables]
          .sort((a, b) => a.row - b.row || a.column - b.column)
          .map((table) => (
            <li key={table.key} style={{ gridColumn: String(table.column + 1), gridRow: String(table.row + 1) }}>
              <button
                type="button"
                class={table.mentors.length === 0 ? 'floor-table warn' : 'floor-table'}
                aria-pressed={table.key === selected}
                aria-describedby="floor-how"
                onClick={() => onSelect(table.key)}
                onKeyDown={(event) => {
                  const direction = ARROWS[event.key];
                  if (direction === undefined) return;
                  event.preventDefault();
                  onSelect(table.key);
                  move(table.key, direction);
                }}
              >
                <Plate number={table.number} name={tableName(table)} size="54px" outlined />
                <span>{t('floor.seats', { seats: table.seats })}</span>
                <small translate={false}>{seated(table)}</small>
                {table.stepFree ? <small class="tag">{t('floor.step-free')}</small> : null}
                {table.quiet ? <small class="tag">{t('floor.quiet')}</small> : null}
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}
