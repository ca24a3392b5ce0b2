import type { SeatLock } from '@lapwing/shared/event/seat-lock';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import { Fragment } from 'preact';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import { Plate } from '../../kit/Plate.tsx';
import { t } from '../words.ts';
import type { Picked } from './EditStrip.tsx';
import type { PlanRow } from './plan-rows.ts';

/** How names are drawn in every cell of the grid. */
export interface CellStyle {
  readonly names: (person: AttendeeId) => string;
  readonly chosen: AttendeeId | null;
  /** Names are buttons that pick a person to move; null while the plan is only looked at. */
  readonly onPick: ((picked: Picked) => void) | null;
  readonly picked: Picked | null;
  /** Whether a seat stays when the evening is planned again. */
  readonly isLocked: (seat: SeatLock) => boolean;
}

/** A table with who stays at it, and who comes in each round. */
export function GridRow({ row, style }: { row: PlanRow; style: CellStyle }) {
  const staysHere = style.chosen !== null && row.stays.includes(style.chosen);
  return (
    <tr class={staysHere ? 'stays-here' : ''}>
      <th scope="row">
        <div class="row-head">
          <Plate number={row.number} name={row.name} size="40px" outlined />
          <Names ids={row.stays} style={{ ...style, onPick: null }} round={0} />
        </div>
      </th>
      <Cells rounds={row.comes} hosts={row.hosts} table={row.id} style={style} />
    </tr>
  );
}

interface CellsProps {
  readonly rounds: readonly (readonly AttendeeId[])[];
  /** As in `PlanRow`. */
  readonly hosts?: readonly (readonly AttendeeId[])[];
  /** '' for those who sit out. */
  readonly table: string;
  readonly style: CellStyle;
}

/** One cell for each round. */
export function Cells({ rounds, hosts = [], table, style }: CellsProps) {
  return rounds.map((ids, index) => {
    const mine = style.chosen !== null && (ids.includes(style.chosen) || hosts[index]?.includes(style.chosen));
    const round = index + 1;
    const own = hosts[index] ?? [];
    const seated = (
      <>
        {own.length > 0 ? (
          <b class="hosts">
            <Names ids={own} style={{ ...style, onPick: null }} round={0} />
          </b>
        ) : null}
        <Names ids={ids} style={style} round={round} table={table} />
      </>
    );
    return (
      <td key={round} class={mine ? 'me' : ''} data-round={round} data-table={table}>
        {mine ? <span class="me-box">{seated}</span> : seated}
      </td>
    );
  });
}

/** A crowd that sits out is counted, not listed. */
const MOST_NAMES = 12;

interface NamesProps {
  readonly ids: readonly AttendeeId[];
  readonly style: CellStyle;
  /** 0 for those who stay all evening: nobody drags them. */
  readonly round: number;
  /** '' or left out where no seat can be locked. */
  readonly table?: string;
}

function Names({ ids, style: { names, chosen, onPick, picked, isLocked }, round, table = '' }: NamesProps) {
  const shown = ids.length > MOST_NAMES ? ids.filter((id) => id === chosen) : ids;
  return (
    <span class="names">
      {shown.length < ids.length ? `${t('plan.people', { count: ids.length })} ` : ''}
      {shown.map((id, index) => {
        const look = id === chosen ? 'chosen' : '';
        const who = round === 0 ? {} : { 'data-person': id };
        const locked = table !== '' && isLocked({ round, person: id, table: table as TableId });
        const mark = locked ? <Icon name="lock" /> : null;
        if (onPick === null) {
          return (
            <Fragment key={id}>
              <span class={look} {...who}>
                <Name of={names(id)} />
                {mark}
                {locked ? <span class="k-unseen"> {t('lock.locked')}</span> : null}
              </span>
              {index < shown.length - 1 ? ', ' : ' '}
            </Fragment>
          );
        }
        const isPicked = picked?.person === id && picked.round === round;
        return (
          <button
            key={id}
            type="button"
            class={`seat ${look}`}
            tabIndex={-1}
            aria-pressed={isPicked}
            aria-label={t(locked ? 'edit.seat.locked' : 'edit.seat', { name: names(id), round })}
            {...who}
            onClick={() => onPick({ round, person: id })}
          >
            <Name of={names(id)} />
            {mark}
          </button>
        );
      })}
    </span>
  );
}
