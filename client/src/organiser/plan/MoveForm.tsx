import { tableName } from '@lapwing/shared/event/floor';
import { tableIn } from '@lapwing/shared/event/reseat';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../words.ts';
import type { Picked } from './EditStrip.tsx';
import { PriceList } from './PriceList.tsx';
import type { PlanDesk } from './plan-desk.ts';

interface Props {
  readonly desk: PlanDesk;
  readonly event: EventDetail;
  readonly picked: Picked;
  readonly onPick: (picked: Picked | null) => void;
}

const NO_TABLE = '';

/** Moves a person without dragging: choose a table, and whose place; the price is there before the press. */
export function MoveForm({ desk, event, picked, onPick }: Props) {
  const { round, person } = picked;
  const seated = tableIn(desk.now.schedule, round, person);
  const [table, setTable] = useState<string>(seated ?? NO_TABLE);
  const [other, setOther] = useState<string>('');
  const first = useRef<HTMLSelectElement>(null);
  const id = useId();
  useEffect(() => {
    first.current?.focus();
    // afterwards the focus goes back to the name, wherever it sits then
    return () => queueMicrotask(() => seatOf(picked)?.focus());
  }, []);

  const moving = event.settings.whoMoves;
  const at = (where: string): readonly AttendeeId[] => desk.now.schedule.rounds[round - 1]?.[where]?.[moving] ?? [];
  const target = {
    table: table === NO_TABLE ? null : (table as TableId),
    person: (other || null) as AttendeeId | null,
  };
  const priced = desk.priced(round, person, target);
  return (
    <form
      class="move-form"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (priced === null) return;
        desk.take(priced.changes);
        onPick(null);
      }}
      onKeyDown={(key) => {
        if (key.key === 'Escape') onPick(null);
      }}
    >
      <div class="field">
        <label for={`${id}-table`} translate={false}>
          {t('move.label', { name: desk.names.person(person), round })}
        </label>
        <select
          id={`${id}-table`}
          ref={first}
          value={table}
          onChange={(change) => {
            setTable(change.currentTarget.value);
            setOther('');
          }}
        >
          {event.tables.map((one) => (
            <option key={one.id} value={one.id}>
              {t(one.id === seated ? 'move.table.here' : 'move.table', {
                number: one.number,
                name: tableName(one),
                taken: at(one.id).length,
              })}
            </option>
          ))}
          <option value={NO_TABLE}>{t('plan.sitting-out')}</option>
        </select>
      </div>
      {table === NO_TABLE || table === seated ? null : (
        <div class="field">
          <label for={`${id}-other`}>{t('move.other')}</label>
          <select id={`${id}-other`} value={other} onChange={(change) => setOther(change.currentTarget.value)}>
            <option value="">{t('move.other.nobody')}</option>
            {at(table).map((one) => (
              <option key={one} value={one} translate={false}>
                {desk.names.person(one)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div role="status" class="move-price">
        {priced ? <PriceList price={priced.price} names={desk.names} /> : null}
      </div>
      <div class="button-row">
        <button type="submit" aria-disabled={priced === null}>
          {t('move.do')}
        </button>
        <button type="button" onClick={() => onPick(null)}>
          {t('plan.cancel')}
        </button>
      </div>
    </form>
  );
}

const seatOf = ({ round, person }: Picked): HTMLElement | null =>
  document.querySelector(`td[data-round="${round}"] [data-person="${CSS.escape(person)}"]`);
