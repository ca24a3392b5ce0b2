import type { Consent } from '@lapwing/shared/event/registration';
import { LIMITS, type MentorAnswers, type StudentAnswers } from '@lapwing/shared/registration/answers';
import type { FormKind, Problem } from '@lapwing/shared/registration/problems';
import { Check, Choice, Part, TextField } from './fields.tsx';
import { t } from './words.ts';

type Shared = Pick<StudentAnswers & MentorAnswers, keyof StudentAnswers & keyof MentorAnswers>;

interface SharedProps {
  readonly answers: Shared;
  readonly change: (part: Partial<Shared>) => void;
  readonly problems: readonly Problem[];
}

/** Name and address; the address cannot be changed later, since the link goes to it. */
export function WhoFields({ answers, change, problems, kind }: SharedProps & { kind: FormKind }) {
  return (
    <>
      <TextField
        field="name"
        label={t('form.name')}
        hint={t('form.name.hint')}
        value={answers.name}
        most={LIMITS.name}
        autocomplete="name"
        required
        onText={(name) => change({ name })}
        problems={problems}
      />
      {kind === 'change' ? null : (
        <TextField
          field="email"
          label={t('form.email')}
          hint={t('form.email.hint')}
          value={answers.email}
          most={LIMITS.email}
          type="email"
          autocomplete="email"
          required
          onText={(email) => change({ email })}
          problems={problems}
        />
      )}
    </>
  );
}

/** What makes the evening work for somebody, and what only the organiser reads. */
export function SeatFields({ answers, change, problems }: SharedProps) {
  return (
    <Part title={t('form.seat')}>
      <TextField
        field="access"
        label={t('form.access')}
        hint={t('form.access.hint')}
        value={answers.access}
        most={LIMITS.access}
        lines={2}
        onText={(access) => change({ access })}
        problems={problems}
      />
      <Check
        field="stepFree"
        label={t('form.stepFree')}
        checked={answers.stepFree}
        onCheck={(stepFree) => change({ stepFree })}
        problems={problems}
      />
      <Check
        field="quiet"
        label={t('form.quiet')}
        checked={answers.quiet}
        onCheck={(quiet) => change({ quiet })}
        problems={problems}
      />
      <TextField
        field="company"
        label={t('form.company')}
        hint={t('form.company.hint')}
        value={answers.company}
        most={LIMITS.company}
        lines={2}
        onText={(company) => change({ company })}
        problems={problems}
      />
      <Choice
        field="photo"
        label={t('form.photo')}
        hint={t('form.photo.hint')}
        value={answers.photo}
        options={[
          { value: 'yes', label: t('form.photo.yes') },
          { value: 'no', label: t('form.photo.no') },
        ]}
        onPick={(photo) => change({ photo })}
        problems={problems}
      />
    </Part>
  );
}

/** Without it nobody can be registered. */
export function RunConsent({ answers, change, problems }: SharedProps) {
  const { consents } = answers;
  return (
    <Check
      field="consents.run"
      label={t('consent.run')}
      hint={t('consent.run.hint')}
      checked={consents.run}
      onCheck={(run) => change({ consents: { ...consents, run } })}
      problems={problems}
    />
  );
}

type Offered = Exclude<Consent, 'run'>;

/** Further consents, each for itself, none wanted. */
export function Consents({ answers, change, problems, offers }: SharedProps & { offers: readonly Offered[] }) {
  const { consents } = answers;
  return (
    <>
      {offers.map((consent) => (
        <Check
          key={consent}
          field={`consents.${consent}`}
          label={t(`consent.${consent}`)}
          hint={t(`consent.${consent}.hint`)}
          checked={consents[consent]}
          onCheck={(given) => change({ consents: { ...consents, [consent]: given } })}
          problems={problems}
        />
      ))}
    </>
  );
}
