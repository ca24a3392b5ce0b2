import type { Consent, PhotoChoice as PhotoChoiceValue } from '@lapwing/shared/event/registration';
import { LIMITS, type MentorAnswers, type StudentAnswers } from '@lapwing/shared/registration/answers';
import type { FormKind, Problem } from '@lapwing/shared/registration/problems';
import { Check, Choice, Part, TextField } from './fields.tsx';
import { type DataPromise, morningText, namesText } from './promise.ts';
import { t } from './words.ts';

type Shared = Pick<StudentAnswers & MentorAnswers, keyof StudentAnswers & keyof MentorAnswers>;

interface SharedProps {
  readonly answers: Shared;
  readonly change: (part: Partial<Shared>) => void;
  readonly problems: readonly Problem[];
  readonly promise: DataPromise;
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

/** What makes the evening work for somebody, and what only the organiser reads. Photos and walls are said by themselves later. */
export function SeatFields({ answers, change, problems, promise, kind }: SharedProps & { kind: FormKind }) {
  return (
    <Part title={t('form.seat')}>
      <TextField
        field="access"
        label={t('form.access')}
        hint={t('form.access.hint', { date: morningText(promise) })}
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
      {promise.under18 || kind === 'change' ? null : (
        <PhotoChoice value={answers.photo} onPick={(photo) => change({ photo })} problems={problems} />
      )}
      {kind === 'change' ? null : (
        <OffWalls off={answers.offWalls === true} onCheck={(offWalls) => change({ offWalls })} problems={problems} />
      )}
    </Part>
  );
}

interface PhotoProps {
  readonly value: PhotoChoiceValue;
  readonly onPick: (photo: PhotoChoiceValue) => void;
  readonly problems: readonly Problem[];
}

/** Whether somebody may be photographed; left alone it is no yes. */
export const PhotoChoice = ({ value, onPick, problems }: PhotoProps) => (
  <Choice
    field="photo"
    label={t('form.photo')}
    hint={t('form.photo.hint')}
    value={value}
    options={[
      { value: 'yes', label: t('form.photo.yes') },
      { value: 'no', label: t('form.photo.no') },
    ]}
    onPick={onPick}
    problems={problems}
  />
);

interface WallsProps {
  readonly off: boolean;
  readonly onCheck: (off: boolean) => void;
  readonly problems: readonly Problem[];
}

/** Whether screens in the room leave somebody's name out. */
export const OffWalls = ({ off, onCheck, problems }: WallsProps) => (
  <Check
    field="offWalls"
    label={t('form.offWalls')}
    hint={t('form.offWalls.hint')}
    checked={off}
    onCheck={onCheck}
    problems={problems}
  />
);

/** Without it nobody can be registered. */
export function RunConsent({ answers, change, problems, guardian = false }: SharedProps & { guardian?: boolean }) {
  const { consents } = answers;
  return (
    <Check
      field="consents.run"
      label={t(guardian ? 'consent.run.guardian' : 'consent.run')}
      hint={t('consent.run.hint')}
      checked={consents.run}
      onCheck={(run) => change({ consents: { ...consents, run } })}
      problems={problems}
    />
  );
}

export type Offered = Exclude<Consent, 'run'>;

type ConsentsProps = Omit<SharedProps, 'answers' | 'change'> & {
  readonly answers: Pick<Shared, 'consents'>;
  readonly change: (part: Pick<Shared, 'consents'>) => void;
  readonly offers: readonly Offered[];
};

/** What each role can agree to. */
export const OFFERS = {
  student: ['introductions', 'keep'],
  mentor: ['introductions', 'publicCard', 'guide', 'keep'],
} as const satisfies Record<string, readonly Offered[]>;

/** Among people under 18 nobody is introduced, and nobody stands where search engines read. */
export const offeredTo = (offers: readonly Offered[], { under18 }: { under18: boolean }): readonly Offered[] =>
  under18 ? offers.filter((offer) => offer !== 'introductions' && offer !== 'guide') : offers;

/** Further consents, each for itself, none wanted. */
export function Consents({ answers, change, problems, promise, offers }: ConsentsProps) {
  const { consents } = answers;
  return (
    <>
      {offeredTo(offers, promise).map((consent) => (
        <Check
          key={consent}
          field={`consents.${consent}`}
          label={t(`consent.${consent}`)}
          hint={t(`consent.${consent}.hint`, { date: namesText(promise) })}
          checked={consents[consent] === true}
          onCheck={(given) => change({ consents: { ...consents, [consent]: given } })}
          problems={problems}
        />
      ))}
    </>
  );
}
