import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { eveningLine } from '@lapwing/shared/live/timeline';
import type { EventDetail, PlanView } from '@lapwing/shared/protocol/api';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { clockText } from '../../kit/figures.ts';
import { Plate } from '../../kit/Plate.tsx';
import type { EventStore } from '../event-store.ts';
import { callNames } from '../people/call-names.ts';
import { t } from '../words.ts';
import { linePath, type Stop } from './line-path.ts';
import { type PlanRow, planRows } from './plan-rows.ts';

interface Props {
  readonly store: EventStore;
  readonly event: EventDetail;
  readonly plan: PlanView;
  readonly chosen: AttendeeId | null;
}

/** Tables down, rounds across, names in the cells; the line of the chosen person lies on top. */
export function PlanGrid({ store, event, plan, chosen }: Props) {
  const { tables, settings } = event;
  const people = store.people.value ?? [];
  const names = useMemo(() => callNames(people), [people]);
  const grid = useMemo(() => planRows(plan.schedule, tables, settings.whoMoves), [plan, tables, settings.whoMoves]);
  const box = useRef<HTMLDivElement>(null);
  const path = usePath(box, [plan, chosen, people]);
  const now = store.live.now.value ?? settings.startsAt;
  const { stations } = eveningLine(store.live.moment.value ?? event.room.moment, now, settings.startsAt);
  const waiting = grid.sittingOut.some((round) => round.length > 0);
  const who = (ids: readonly AttendeeId[]) => <Names ids={ids} names={names} chosen={chosen} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls sideways and holds nothing else to focus
    <section class="grid-box" aria-label={t('plan.grid')} tabIndex={0}>
      <div class="grid-inner" ref={box}>
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
              <GridRow key={row.number} row={row} who={who} chosen={chosen} />
            ))}
            {waiting ? (
              <tr>
                <th scope="row">{t('plan.sitting-out')}</th>
                {cells(grid.sittingOut, who, chosen)}
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
    </section>
  );
}

type Who = (ids: readonly AttendeeId[]) => preact.JSX.Element;

function GridRow({ row, who, chosen }: { row: PlanRow; who: Who; chosen: AttendeeId | null }) {
  const staysHere = chosen !== null && row.stays.includes(chosen);
  return (
    <tr class={staysHere ? 'stays-here' : ''}>
      <th scope="row">
        <div class="row-head">
          <Plate number={row.number} name={row.name} size="40px" outlined />
          {who(row.stays)}
        </div>
      </th>
      {cells(row.comes, who, chosen)}
    </tr>
  );
}

const cells = (rounds: readonly (readonly AttendeeId[])[], who: Who, chosen: AttendeeId | null) =>
  rounds.map((ids, index) => {
    const mine = chosen !== null && ids.includes(chosen);
    const round = index + 1;
    return (
      <td key={round} class={mine ? 'me' : ''}>
        {mine ? <span class="me-box">{who(ids)}</span> : who(ids)}
      </td>
    );
  });

/** A crowd that sits out is counted, not listed. */
const MOST_NAMES = 12;

interface NamesProps {
  readonly ids: readonly AttendeeId[];
  readonly names: ReadonlyMap<AttendeeId, string>;
  readonly chosen: AttendeeId | null;
}

function Names({ ids, names, chosen }: NamesProps) {
  const shown = ids.length > MOST_NAMES ? ids.filter((id) => id === chosen) : ids;
  return (
    <span translate={false} class="names">
      {shown.length < ids.length ? `${t('plan.people', { count: ids.length })} ` : ''}
      {shown.map((id) => (
        <span key={id} class={id === chosen ? 'chosen' : ''}>
          {names.get(id) ?? t('plan.gone')}{' '}
        </span>
      ))}
    </span>
  );
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
