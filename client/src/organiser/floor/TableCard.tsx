import { MAX_MENTORS_AT_TABLE, tableName } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import { type AttendeeId, attendeeId } from '@lapwing/shared/kernel/ids';
import { useId } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { Field } from '../shell/Field.tsx';
import { t } from '../words.ts';
import type { DraftTable, FloorDraft } from './floor-draft.ts';
import type { Spot } from './grid.ts';
import { MoveSelect } from './MoveSelect.tsx';
import { NumberField } from './NumberField.tsx';

interface Props {
  readonly floor: FloorDraft;
  readonly table: DraftTable;
  readonly mentors: readonly Attendee[];
  /** Mentor → number of the table where they sit. */
  readonly taken: ReadonlyMap<AttendeeId, number>;
  readonly onChange: (part: Partial<DraftTable>) => void;
  readonly onMove: (spot: Spot) => void;
  readonly onRemove: () => void;
}

/** Everything about one table. */
export function TableCard({ floor, table, mentors, taken, onChange, onMove, onRemove }: Props) {
  return (
    <section class="card form table-card" aria-labelledby="table-card-heading">
      <h3 id="table-card-heading">{t('floor.table', { number: table.number, name: tableName(table) })}</h3>
      <div class="field-row">
        <NumberField
          label={t('floor.number')}
          min={1}
          max={999}
          value={table.number}
          onNumber={(number) => onChange({ number })}
        />
        <NumberField
          label={t('floor.seats.field')}
          min={1}
          max={50}
          value={table.seats}
          onNumber={(seats) => onChange({ seats })}
        />
      </div>
      <Field
        label={t('floor.name')}
        hint={t('floor.name.hint')}
        value={table.name}
        onText={(name) => onChange({ name })}
        maxLength={40}
        autocomplete="off"
      />
      {Array.from({ length: MAX_MENTORS_AT_TABLE }, (_, place) => (
        <MentorSelect key={String(place)} {...{ table, mentors, taken, onChange, place }} />
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={table.stepFree}
          onChange={(event) => onChange({ stepFree: event.currentTarget.checked })}
        />
        {t('floor.step-free.field')}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={table.quiet}
          onChange={(event) => onChange({ quiet: event.currentTarget.checked })}
        />
        {t('floor.quiet.field')}
      </label>
      <MoveSelect floor={floor} at={table} onMove={onMove} />
      <button type="button" onClick={onRemove}>
        <Icon name="trash" /> {t('floor.remove')}
      </button>
    </section>
  );
}

function MentorSelect({
  table,
  mentors,
  taken,
  onChange,
  place,
}: Omit<Props, 'floor' | 'onMove' | 'onRemove'> & { readonly place: number }) {
  const id = useId();
  const current = table.mentors[place];
  const pick = (value: string): void => {
    const others = table.mentors.filter((_, index) => index !== place);
    onChange({
      mentors: value === '' ? others : [...others.slice(0, place), attendeeId(value), ...others.slice(place)],
    });
  };
  return (
    <div class="field">
      <label for={id}>{t(place === 0 ? 'floor.mentor' : 'floor.second-mentor')}</label>
      <select id={id} value={current ?? ''} onChange={(event) => pick(event.currentTarget.value)}>
        <option value="">{t('floor.mentor.none')}</option>
        {mentors
          .filter((mentor) => mentor.id === current || !table.mentors.includes(mentor.id))
          .map((mentor) => {
            const at = taken.get(mentor.id);
            const elsewhere = at !== undefined && at !== table.number;
            return (
              <option key={mentor.id} value={mentor.id} disabled={elsewhere}>
                {elsewhere ? t('floor.mentor.elsewhere', { name: mentor.name, number: at }) : mentor.name}
              </option>
            );
          })}
      </select>
    </div>
  );
}
