import type { SeatLock } from '@lapwing/shared/event/seat-lock';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { eveningLine } from '@lapwing/shared/live/evening-line';
import type { EventDetail, PlanView } from '@lapwing/shared/protocol/api';
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { clockText } from '../../kit/figures.ts';
import type { EventStore } from '../event-store.ts';
import { ScrollBox } from '../shell/TableBox.tsx';
import { t } from '../words.ts';
import { DragGhost, type Hover } from './DragGhost.tsx';
import { dragPeople } from './drag-people.ts';
import type { Picked } from './EditStrip.tsx';
import { type CellStyle, Cells, GridRow } from './GridCells.tsx';
import { linePath, type Stop } from './line-path.ts';
import { areLocked } from './locks.ts';
import type { PlanDesk } from './plan-desk.ts';
import { planRows } from './plan-rows.ts';
import { keepOneStop, moveBetweenSeats, stopAt } from './seat-keys.ts';

interface Props {
  readonly store: EventStore;
  readonly event: EventDetail;
  readonly plan: PlanView;
  readonly desk: PlanDesk;
  readonly chosen: AttendeeId | null;
  /** off: only looked at; mouse: a mouse may drag; on: names are buttons, and a finger may drag too. */
  readonly editing: 'off' | 'mouse' | 'on';
  readonly picked: Picked | null;
  readonly onPick: (picked: Picked) => void;
  /** Somebody was dragged to another place. */
  readonly onDropped: () => void;
}

/** Tables down, rounds across, names in the cells; the line of the chosen person lies on top. */
export function PlanGrid({ store, event, plan, desk, chosen, editing, picked, onPick, onDropped }: Props) {
  const { tables, settings } = event;
  const { schedule } = desk.now;
  const grid = useMemo(() => planRows(schedule, tables, settings.whoMoves), [schedule, tables, settings.whoMoves]);
  const box = useRef<HTMLDivElement>(null);
  const path = usePath(box, [schedule, chosen, desk.names, editing, store.locks.value]);
  const ghost = useDragging(box, desk, editing, onDropped);
  const now = store.live.now.value ?? settings.startsAt;
  const { stations } = eveningLine(store.live.moment.value ?? event.room.moment, now, settings.startsAt);
  // somebody may be put there although nobody sits out yet
  const waiting = editing === 'on' || grid.sittingOut.some((round) => round.length > 0);
  const locks = store.locks.value;
  const isLocked = (seat: SeatLock): boolean => areLocked(locks, [seat]);
  const onPickHere = editing === 'on' ? onPick : null;
  const style: CellStyle = { names: desk.names.person, chosen, picked, onPick: onPickHere, isLocked };
  useEffect(() => {
    if (box.current) keepOneStop(box.current);
  });
  return (
    <ScrollBox class={`grid-box editing-${editing}`} label={t('plan.grid')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside */}
      <div
        class="grid-inner"
        ref={box}
        onKeyDown={(key) => {
          if (box.current) moveBetweenSeats(box.current, key);
        }}
        onFocusIn={(focus) => {
          if (box.current) stopAt(box.current, focus.target);
        }}
      >
        <table class="plan-grid">
          <thead>
            <tr>
              <th scope="col">{t('plan.column.table')}</th>
              {plan.schedule.rounds.map((_, index) => {
                const station = stations[index];
                return (
                  <th scope="col" key={String(station?.round ?? index)}>
                    <span class="k-unseen">{t('plan.column.round')} </span>
                    <b>{index + 1}</b> {station ? clockText(station.startsAt, settings.timeZone) : ''}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row) => (
              <GridRow key={row.id} row={row} style={style} />
            ))}
            {waiting ? (
              <tr>
                <th scope="row">{t('plan.sitting-out')}</th>
                <Cells rounds={grid.sittingOut} table="" style={style} />
              </tr>
            ) : null}
          </tbody>
        </table>
        {path === '' ? null : (
          <svg class="plan-line" aria-hidden="true">
            <path class="plan-line-edge" d={path} />
            <path d={path} />
          </svg>
        )}
      </div>
      {ghost}
    </ScrollBox>
  );
}

/** When the page has settled, and long before anybody has found a name to drag. */
const WARM_UP_AFTER_MS = 400;

/** Dragging within the box; answers what goes with the pointer. Each price is counted once, when a place is reached. */
function useDragging(
  box: { readonly current: HTMLElement | null },
  desk: PlanDesk,
  editing: Props['editing'],
  onDropped: () => void,
) {
  const hover = useSignal<Hover | null>(null);
  // the listeners stay while the plan under them changes
  const latest = useRef({ desk, editing, onDropped });
  latest.current = { desk, editing, onDropped };
  useEffect(() => {
    if (!box.current || editing === 'off') return;
    const root = document.documentElement.style;
    const soon = setTimeout(() => latest.current.desk.warmUp(), WARM_UP_AFTER_MS);
    const letGo = dragPeople(box.current, {
      touchToo: () => latest.current.editing === 'on',
      onPointer: (x, y) => {
        root.setProperty('--drag-x', `${x}px`);
        root.setProperty('--drag-y', `${y}px`);
      },
      onDrag: (dragging) => {
        const priced = dragging?.target
          ? latest.current.desk.priced(dragging.round, dragging.person, dragging.target)
          : null;
        hover.value = dragging && { ...dragging, price: priced?.price ?? null };
      },
      onDrop: ({ round, person, target }) => {
        const priced = latest.current.desk.priced(round, person, target);
        if (priced === null) return;
        latest.current.desk.take(priced.changes);
        latest.current.onDropped();
      },
    });
    return () => {
      clearTimeout(soon);
      letGo();
    };
  }, [editing === 'off']);
  return <DragGhost hover={hover} desk={desk} />;
}
/** The path through the highlighted cells as they lie now; measured again when the grid changes its size. */
function usePath(box: { readonly current: HTMLDivElement | null }, when: readonly unknown[]): string {
  const [path, setPath] = useState('');
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => setPath(linePath(stopsIn(element)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, when);
  return path;
}

/** The highlighted cells in the order of rounds, which is their order from left to right. */
function stopsIn(box: HTMLElement): Stop[] {
  const origin = box.getBoundingClientRect();
  return [...box.querySelectorAll('.me-box')]
    .map((cell) => cell.getBoundingClientRect())
    .map(({ left, right, top, bottom }) => ({
      left: left - origin.left,
      right: right - origin.left,
      middle: (top + bottom) / 2 - origin.top,
    }))
    .sort((a, b) => a.left - b.left);
}
