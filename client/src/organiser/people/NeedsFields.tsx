import { type Table, tableName } from '@lapwing/shared/event/floor';
import type { SeatNeeds } from '@lapwing/shared/event/registration';
import type { AttendeeRole } from '@lapwing/shared/event/roster';
import { tableId } from '@lapwing/shared/kernel/ids';
import { useId } from 'preact/hooks';
import { t } from '../words.ts';

interface Props {
  readonly role: AttendeeRole;
  readonly needs: SeatNeeds;
  readonly tables: readonly Table[];
  readonly onChange: (needs: SeatNeeds) => void;
}

/** Firm rules about somebody's seat: the planner keeps them or says that it cannot. */
export function NeedsFields({ role, needs, tables, onChange }: Props) {
  const id = useId();
  return (
    <fieldset class="seat-needs">
      <legend>{t('seat-needs.heading')}</legend>
      <small class="hint">{t('seat-needs.hint')}</small>
      <label class="check">
        <input
          type="checkbox"
          checked={needs.stepFree}
          onChange={(event) => onChange({ ...needs, stepFree: event.currentTarget.checked })}
        />
        {t('seat-needs.step-free')}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={needs.quiet}
          onChange={(event) => onChange({ ...needs, quiet: event.currentTarget.checked })}
        />
        {t('seat-needs.quiet')}
      </label>
      {role === 'student' ? (
        <div class="field">
          <label for={id}>{t('seat-needs.stays')}</label>
          <select
            id={id}
            value={needs.staysAt ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...needs, staysAt: value === '' ? null : tableId(value) })
            }
          >
            <option value="">{t('seat-needs.stays.nowhere')}</option>
            {tables.map((table) => (
              <option key={table.id} value={table.id}>
                {t('seat-needs.stays.table', { number: table.number, name: tableName(table) })}
              </option>
            ))}
          </select>
        </div>
      ) : null}
    </fieldset>
  );
}
