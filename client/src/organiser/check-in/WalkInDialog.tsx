import type { Attendee, AttendeeRole } from '@lapwing/shared/event/roster';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Plate } from '../../kit/Plate.tsx';
import type { EventStore } from '../event-store.ts';
import type { DeskProps } from '../live/LiveDialogs.tsx';
import { needsSeat, SeatProposal } from '../live/SeatProposal.tsx';
import { seatNow } from '../live/seat-now.ts';
import { PersonalAddress } from '../people/LinkDialog.tsx';
import { Dialog } from '../shell/Dialog.tsx';
import { Choice, Field } from '../shell/Field.tsx';
import { t } from '../words.ts';
import type { Door } from './door.ts';

/** Somebody nobody expected: a name, Enter, the seat, Enter, and the address for their phone. */
export function WalkInDialog(props: DeskProps) {
  const { store, control, door, onClose } = props;
  const [added, setAdded] = useState<Attendee | null>(null);
  // as the server knows them, once it does
  const person = (added && store.byId.value.get(added.id)) ?? added;
  const pending = person !== null && door.queue.pending.value.has(person.id);
  const [settled, setSettled] = useState(false);
  const [applied, setApplied] = useState(false);
  const waits = person !== null && !pending && !settled && !applied && needsSeat(store, person);
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (applied) done.current?.focus();
  }, [applied]);
  return (
    <Dialog title={person ? t('walk-in.here', { name: person.name }) : t('walk-in.heading')} onClose={onClose}>
      {person === null ? <WalkInForm door={door} isHelper={store.isHelper} onAdded={setAdded} /> : null}
      {person && waits ? (
        <SeatProposal {...{ store, control, person, focus: true }} onApplied={() => setApplied(true)}>
          <button type="button" onClick={() => setSettled(true)}>
            {t('walk-in.no-seat')}
          </button>
        </SeatProposal>
      ) : null}
      {pending ? (
        <p role="status" class="quiet">
          {t('walk-in.pending')}
        </p>
      ) : null}
      {person && !waits ? <SeatCard store={store} person={person} /> : null}
      {person && !pending && !store.isHelper ? <PersonalAddress store={store} person={person} /> : null}
      {person && !waits ? (
        <div class="dialog-actions">
          <button type="button" class="primary" ref={done} onClick={onClose}>
            {t('walk-in.done')}
          </button>
          <button
            type="button"
            onClick={() => {
              setAdded(null);
              setSettled(false);
              setApplied(false);
            }}
          >
            {t('walk-in.next')}
          </button>
        </div>
      ) : null}
    </Dialog>
  );
}

/** What to say to them: where they sit. */
function SeatCard({ store, person }: { store: EventStore; person: Attendee }) {
  const table = seatNow(store, person.id);
  return table ? (
    <div class="result ok" role="status">
      <Plate number={table.number} name={table.name} size="72px" outlined />
      <div class="result-words">
        <b>{t('result.table', { ...table })}</b>
      </div>
    </div>
  ) : null;
}

interface FormProps {
  readonly door: Door;
  /** Helpers let students in; where a mentor sits is the organisers' to say. */
  readonly isHelper: boolean;
  readonly onAdded: (person: Attendee) => void;
}

function WalkInForm({ door, isHelper, onAdded }: FormProps) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<AttendeeRole>('student');
  const [missing, setMissing] = useState(false);
  const add = (submit: Event): void => {
    submit.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '') onAdded(door.walkIn({ role, name: name.trim() }));
  };
  return (
    <form class="form" onSubmit={add} noValidate>
      <Field
        label={t('person.name')}
        value={name}
        error={missing ? t('person.name.missing') : null}
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        onText={setName}
      />
      {isHelper ? null : (
        <Choice
          label={t('person.role')}
          value={role}
          options={[
            { value: 'student', label: t('role.student') },
            { value: 'mentor', label: t('role.mentor') },
          ]}
          onPick={setRole}
        />
      )}
      <div class="dialog-actions">
        <button type="submit" class="primary">
          {t('walk-in.add')}
        </button>
      </div>
    </form>
  );
}
