import { askedFor, needsStepFree } from '@lapwing/shared/event/asked-privately';
import { EMPTY_REGISTRATION, NO_NEEDS } from '@lapwing/shared/event/registration';
import { type Attendee, type AttendeeDetails, EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { StandingAnswer } from '@lapwing/shared/protocol/places-api';
import { withWalls } from '@lapwing/shared/registration/details';
import { useState } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { Choice, Field } from '../shell/Field.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { CompanyRules } from './CompanyRules.tsx';
import { ConfirmPerson } from './ConfirmPerson.tsx';
import { ErasePerson } from './ErasePerson.tsx';
import { HoursFields } from './HoursFields.tsx';
import { NeedsFields } from './NeedsFields.tsx';
import { standingWord } from './standing-word.ts';

interface Props {
  readonly store: EventStore;
  /** Null: somebody new. */
  readonly person: Attendee | null;
  /** Opens at whom they sit with, below what they asked for. */
  readonly company?: boolean;
  readonly onClose: () => void;
  /** Their standing was changed, and maybe somebody else's by it. */
  readonly onMoved?: (moved: StandingAnswer) => void;
}

const BLANK = {
  role: 'student',
  name: '',
  email: '',
  standing: 'active',
  course: '',
  yearOfStudy: '',
  question: '',
  access: '',
  card: EMPTY_CARD,
  needs: NO_NEEDS,
  registration: EMPTY_REGISTRATION,
} as const satisfies Partial<AttendeeDetails>;

type Draft = Pick<AttendeeDetails, keyof typeof BLANK>;

const draftOf = (person: Attendee | null): Draft => {
  if (person === null) return BLANK;
  const { role, name, email, standing, course, yearOfStudy, question, access, card, needs, registration } = person;
  const plain = { role, name, email, standing, course, yearOfStudy, question, access, card, registration };
  // words that ask for a step-free table count until somebody looks at them, which is now
  return { ...plain, needs: { ...needs, stepFree: needsStepFree(person) } };
};

/** Adds somebody by hand, or changes what is known about them. */
export function PersonDialog({ store, person, company = false, onClose, onMoved }: Props) {
  const [first] = useState<Draft>(() => draftOf(person));
  const [draft, setDraft] = useState<Draft>(first);
  const [missing, setMissing] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const event = store.detail.value;
  const submit = async (pressed: Event): Promise<void> => {
    pressed.preventDefault();
    const name = draft.name.trim();
    setMissing(name === '');
    if (name === '') return;
    const { standing, needs, registration, ...plain } = { ...draft, name, email: draft.email.trim() };
    const rest = {
      ...plain,
      // only what was changed here: the person may answer anew at the same time
      ...(registration === first.registration ? {} : { registration }),
      ...(needs === first.needs ? {} : { needs: { ...needs, heard: askedFor(draft) } }),
    };
    const answer = person
      ? await store.api.changePerson(person.id, rest)
      : await store.api.addPerson({ ...rest, standing });
    if (!answer.ok) return setRefusal(answer.refusal.code);
    store.putPerson(answer.value);
    // a call of its own: others may move up or be asked by it, and it can be taken back
    if (person && standing !== person.standing) {
      const moved = await store.api.setStanding(person.id, { standing });
      if (!moved.ok) return setRefusal(moved.refusal.code);
      store.putPerson(moved.value.person);
      onMoved?.(moved.value);
    }
    onClose();
  };
  return (
    <Dialog title={t(person ? 'person.edit' : 'person.add')} onClose={onClose}>
      <form class="form" onSubmit={(pressed) => void submit(pressed)} noValidate>
        <RefusalNote code={refusal} />
        <Choice
          label={t('person.role')}
          value={draft.role}
          options={[
            { value: 'student', label: t('role.student') },
            { value: 'mentor', label: t('role.mentor') },
          ]}
          onPick={(role) => change({ role })}
        />
        <Field
          label={t('person.name')}
          error={missing ? t('person.name.missing') : null}
          value={draft.name}
          onText={(name) => change({ name })}
          maxLength={120}
          autocomplete="off"
        />
        <Field
          label={t('person.email')}
          hint={t('person.email.hint')}
          type="email"
          value={draft.email}
          onText={(email) => change({ email })}
          autocomplete="off"
        />
        {draft.role === 'mentor' ? (
          <MentorFields draft={draft} change={change} />
        ) : (
          <StudentFields draft={draft} change={change} />
        )}
        <Field
          label={t('person.access')}
          hint={t('person.access.hint')}
          value={draft.access}
          onText={(access) => change({ access })}
          autocomplete="off"
        />
        {draft.role === 'mentor' && event ? (
          <HoursFields
            hours={draft.registration}
            settings={event.settings}
            onChange={(hours) => change({ registration: { ...draft.registration, ...hours } })}
          />
        ) : null}
        <NeedsFields
          role={draft.role}
          needs={draft.needs}
          tables={event?.tables ?? []}
          onChange={(needs) => change({ needs })}
        />
        <OffWalls registration={draft.registration} onChange={(registration) => change({ registration })} />
        {person ? <CompanyRules store={store} person={person} asked={company ? askedFor(person) : ''} /> : null}
        <Choice
          label={t('person.standing')}
          value={draft.standing}
          options={(['active', 'waiting', 'cancelled'] as const).map((value) => ({
            value,
            label: t(standingWord(value, draft.role)),
          }))}
          onPick={(standing) => change({ standing })}
        />
        <div class="dialog-actions">
          <button type="submit" class="primary">
            {t(person ? 'person.save' : 'person.add.button')}
          </button>
          <button type="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
        </div>
      </form>
      {person?.unconfirmed ? <ConfirmPerson store={store} person={person} onDone={onClose} /> : null}
      {person ? <ErasePerson store={store} person={person} onErased={onClose} /> : null}
    </Dialog>
  );
}

interface WallsProps {
  readonly registration: Draft['registration'];
  readonly onChange: (registration: Draft['registration']) => void;
}

/** Whether displays that show names show a badge code for them. */
const OffWalls = ({ registration, onChange }: WallsProps) => (
  <label class="check">
    <input
      type="checkbox"
      checked={registration.offWalls === true}
      onChange={(event) => onChange(withWalls(registration, event.currentTarget.checked))}
    />
    {t('person.offWalls')}
  </label>
);

interface PartProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function MentorFields({ draft, change }: PartProps) {
  const card = (part: Partial<Draft['card']>): void => change({ card: { ...draft.card, ...part } });
  return (
    <div class="field-row">
      <Field
        label={t('person.job')}
        value={draft.card.jobTitle}
        onText={(jobTitle) => card({ jobTitle })}
        autocomplete="off"
      />
      <Field
        label={t('person.company')}
        value={draft.card.company}
        onText={(company) => card({ company })}
        autocomplete="off"
      />
      <Field
        label={t('person.industry')}
        value={draft.card.industry}
        onText={(industry) => card({ industry })}
        autocomplete="off"
      />
    </div>
  );
}

function StudentFields({ draft, change }: PartProps) {
  return (
    <>
      <div class="field-row">
        <Field
          label={t('person.course')}
          value={draft.course}
          onText={(course) => change({ course })}
          autocomplete="off"
        />
        <Field
          label={t('person.year')}
          value={draft.yearOfStudy}
          onText={(yearOfStudy) => change({ yearOfStudy })}
          autocomplete="off"
        />
      </div>
      <Field
        label={t('person.question')}
        value={draft.question}
        onText={(question) => change({ question })}
        autocomplete="off"
      />
    </>
  );
}
