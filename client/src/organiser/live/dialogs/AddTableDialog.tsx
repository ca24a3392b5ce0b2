import type { RoomChange } from '@lapwing/shared/event/room-change';
import { type AttendeeId, tableId } from '@lapwing/shared/kernel/ids';
import { useState } from 'preact/hooks';
import { Name } from '../../../kit/Name.tsx';
import { randomText } from '../../../kit/random-text.ts';
import { Dialog } from '../../shell/Dialog.tsx';
import { Field } from '../../shell/Field.tsx';
import { t } from '../../words.ts';
import type { DeskProps } from '../LiveDialogs.tsx';
import { RepairView } from '../RepairView.tsx';
import { freeMentors, roomOf } from '../room-now.ts';

const MOST_SEATS = 50;
const MOST_MENTORS = 2;

/** One more table, with a mentor who has none. */
export function AddTableDialog({ store, control, onClose }: DeskProps) {
  const [id] = useState(() => tableId(randomText(9)));
  const [seats, setSeats] = useState('6');
  const [mentors, setMentors] = useState<readonly AttendeeId[]>([]);
  const [change, setChange] = useState<RoomChange | null>(null);
  const room = roomOf(store);
  const free = room ? freeMentors(room, store.people.value ?? []) : [];
  const count = Number(seats);
  const fits = Number.isInteger(count) && count >= 1 && count <= MOST_SEATS;
  const propose = (submit: Event): void => {
    submit.preventDefault();
    if (fits) setChange({ kind: 'tableAdded', table: id, seats: count, mentors });
  };
  const toggle = (mentor: AttendeeId, on: boolean): void =>
    setMentors(on ? [...mentors, mentor].slice(-MOST_MENTORS) : mentors.filter((one) => one !== mentor));
  return (
    <Dialog title={t('add-table.heading')} onClose={onClose}>
      {change ? (
        <RepairView {...{ store, control, change }} focus onApplied={onClose}>
          <button type="button" onClick={() => setChange(null)}>
            {t('need.other')}
          </button>
        </RepairView>
      ) : (
        <form class="form" onSubmit={propose} noValidate>
          <Field
            label={t('floor.seats.field')}
            type="number"
            min={1}
            max={MOST_SEATS}
            value={seats}
            error={fits ? null : t('field.range', { min: 1, max: MOST_SEATS })}
            onText={setSeats}
          />
          <fieldset class="choice">
            <legend>{t('add-table.mentors')}</legend>
            {free.length === 0 ? <p class="quiet">{t('add-table.no-mentor')}</p> : null}
            {free.map((mentor) => (
              <label key={mentor.id} class="check">
                <input
                  type="checkbox"
                  checked={mentors.includes(mentor.id)}
                  onChange={(event) => toggle(mentor.id, event.currentTarget.checked)}
                />
                <Name of={mentor.name} />
              </label>
            ))}
          </fieldset>
          <div class="dialog-actions">
            <button type="submit" class="primary">
              {t('act.see-price')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
