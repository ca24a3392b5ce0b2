import type { Attendee, AttendeeRole } from '@lapwing/shared/event/roster';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Plate } from '../../../kit/Plate.tsx';
import type { EventStore } from '../../event-store.ts';
import { PersonalAddress } from '../../people/LinkDialog.tsx';
import { Dialog } from '../../shell/Dialog.tsx';
import { Choice, Field } from '../../shell/Field.tsx';
import { RefusalNote } from '../../shell/Note.tsx';
import { t } from '../../words.ts';
import type { DeskProps } from '../LiveDialogs.tsx';
import { needsSeat, SeatProposal } from '../SeatProposal.tsx';
import { seatNow } from '../seat-now.ts';

/** Somebody nobody expected: a name, Enter, the seat, Enter, and the address for their phone. */
export function WalkInDialog(props: DeskProps) {
  const { store, control, onClose } = props;
  const [person, setPerson] = useState<Attendee | null>(null);
  const [settled, setSettled] = useState(false);
  const [applied, setApplied] = useState(false);
  const waits = person !== null && !settled && !applied && needsSeat(store, person);
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (applied) done.current?.focus();
  }, [applied]);
  return (
    <Dialog title={person ? t('walk-in.here', { name: person.name }) : t('walk-in.heading')} onClose={onClose}>
      {person === null ? <WalkInForm store={store} onAdded={setPerson} /> : null}
      {person && waits ? (
        <SeatProposal {...{ store, control, person, focus: true }} onApplied={() => setApplied(true)}>
          <button type="button" onClick={() => setSettled(true)}>
            {t('walk-in.no-seat')}
          </button>
        </SeatProposal>
      ) : null}
      {person && !waits ? <SeatCard store={store} person={person} /> : null}
      {person ? <PersonalAddress store={store} person={person} /> : null}
      {person && !waits ? (
        <div class="dialog-actions">
          <button type="button" class="primary" ref={done} onClick={onClose}>
            {t('walk-in.done')}
          </button>
          <button
            type="button"
            onClick={() => {
              setPerson(null);
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

function WalkInForm({ store, onAdded }: { store: EventStore; onAdded: (person: Attendee) => void }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<AttendeeRole>('student');
  const [missing, setMissing] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const [busy, setBusy] = useState(false);
  const add = async (submit: Event): Promise<void> => {
    submit.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '' || busy) return;
    setBusy(true);
    const added = await store.api.addPerson({ role, name: name.trim(), standing: 'active' });
    const answer = added.ok ? await store.api.setHere(added.value.id, true) : added;
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal.code);
    const person = 'attendee' in answer.value ? answer.value.attendee : answer.value;
    store.putPerson(person);
    onAdded(person);
  };
  return (
    <form class="form" onSubmit={(submit) => void add(submit)} noValidate>
      <RefusalNote code={refusal} />
      <Field
        label={t('person.name')}
        value={name}
        error={missing ? t('person.name.missing') : null}
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        onText={setName}
      />
      <Choice
        label={t('person.role')}
        value={role}
        options={[
          { value: 'student', label: t('role.student') },
          { value: 'mentor', label: t('role.mentor') },
        ]}
        onPick={setRole}
      />
      <div class="dialog-actions">
        <button type="submit" class="primary" aria-busy={busy}>
          {t('walk-in.add')}
        </button>
      </div>
    </form>
  );
}
