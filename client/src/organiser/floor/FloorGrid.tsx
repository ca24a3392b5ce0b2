import { tableName } from '@lapwing/shared/event/floor';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { LANDMARK_ICONS } from '../../kit/FloorMap.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Plate } from '../../kit/Plate.tsx';
import { listText, t } from '../words.ts';
import { dragOnFloor } from './drag-on-floor.ts';
import { type DraftLandmark, type DraftTable, type FloorDraft, onFields, placed } from './floor-draft.ts';
import { type Direction, drawnFields, nextSpot, type Spot } from './grid.ts';

interface Props {
  readonly floor: FloorDraft;
  /** Nothing moves any more. */
  readonly fixed: boolean;
  readonly selected: string | null;
  readonly names: ReadonlyMap<AttendeeId, string>;
  readonly onSelect: (key: string) => void;
  readonly onChange: (floor: FloorDraft) => void;
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

/** The room as somebody who faces the screen sees it. What is chosen moves by dragging, with arrow keys or buttons. */
export function FloorGrid({ floor, fixed, selected, names, onSelect, onChange }: Props) {
  const all = onFields(floor);
  const { columns, rows } = drawnFields(all);
  const put = (key: string, spot: Spot): void => onChange(placed(floor, key, spot));
  const step = (key: string, direction: Direction): void => {
    const item = all.find((one) => one.key === key);
    const spot = item && nextSpot(item, direction);
    if (spot && !fixed) put(key, spot);
  };
  const grid = useDragging(fixed ? null : put);
  const moves = (key: string) => ({
    'aria-pressed': key === selected,
    'aria-describedby': 'floor-how',
    'data-key': key,
    onClick: () => onSelect(key),
    onKeyDown: (event: KeyboardEvent) => {
      const direction = ARROWS[event.key];
      if (direction === undefined) return;
      event.preventDefault();
      onSelect(key);
      step(key, direction);
    },
  });
  const fields = Array.from({ length: columns * rows }, (_, index) => ({
    column: index % columns,
    row: Math.floor(index / columns),
  }));
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
            disabled={selected === null || fixed}
            aria-label={t(`floor.move.${direction}`)}
            onClick={() => selected !== null && step(selected, direction)}
          >
            <span aria-hidden="true">{arrow}</span>
          </button>
        ))}
      </fieldset>
      <ul class="floor-grid" ref={grid} style={{ gridTemplateColumns: `repeat(${columns}, minmax(7rem, 1fr))` }}>
        {fields.map(({ column, row }) => {
          const at = { gridColumn: String(column + 1), gridRow: String(row + 1) };
          const table = floor.tables.find((one) => one.column === column && one.row === row);
          const landmark = floor.landmarks.find((one) => one.column === column && one.row === row);
          return (
            <li
              key={table?.key ?? landmark?.key ?? `${column} ${row}`}
              class={table || landmark ? '' : 'floor-field'}
              aria-hidden={table || landmark ? undefined : true}
              data-column={column}
              data-row={row}
              style={at}
            >
              {table ? <TableButton {...{ table, names }} moves={moves(table.key)} /> : null}
              {landmark ? <LandmarkButton landmark={landmark} moves={moves(landmark.key)} /> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The listeners stay while the floor under them changes. @param put null while nothing can be dragged */
function useDragging(put: ((key: string, spot: Spot) => void) | null) {
  const grid = useRef<HTMLUListElement>(null);
  const latest = useRef(put);
  latest.current = put;
  useEffect(() => {
    if (!grid.current || put === null) return;
    return dragOnFloor(grid.current, (key, spot) => latest.current?.(key, spot));
  }, [put === null]);
  return grid;
}

type Moves = JSX.IntrinsicElements['button'];

function TableButton({ table, names, moves }: { table: DraftTable; names: Props['names']; moves: Moves }) {
  const seated =
    table.mentors.length === 0
      ? t('floor.no-mentor')
      : listText(table.mentors.map((mentor) => names.get(mentor) ?? t('plan.gone')));
  return (
    <button type="button" class={table.mentors.length === 0 ? 'floor-table warn' : 'floor-table'} {...moves}>
      <Plate number={table.number} name={tableName(table)} size="54px" outlined />
      <span>{t('floor.seats', { seats: table.seats })}</span>
      <small translate={false}>{seated}</small>
      {table.stepFree ? <small class="tag">{t('floor.step-free')}</small> : null}
      {table.quiet ? <small class="tag">{t('floor.quiet')}</small> : null}
    </button>
  );
}

const LandmarkButton = ({ landmark, moves }: { landmark: DraftLandmark; moves: Moves }) => (
  <button type="button" class="floor-table floor-landmark" {...moves}>
    <Icon name={LANDMARK_ICONS[landmark.kind]} size="36px" />
    <span>{t(`floor.landmark.${landmark.kind}`)}</span>
  </button>
);
