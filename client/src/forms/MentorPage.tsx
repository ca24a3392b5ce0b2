import type { MentorCard } from '@lapwing/shared/event/roster';
import type { Instant } from '@lapwing/shared/kernel/time';
import {
  LIMITS,
  type MentorAnswers,
  MOST_CARD_ROLES,
  MOST_INTRODUCTIONS,
  USUAL_INTRODUCTIONS,
} from '@lapwing/shared/registration/answers';
import type { FormKind, Problem } from '@lapwing/shared/registration/problems';
import { industryTags, organisationTags, roleTags } from '../careers/labels.ts';
import { eveningHour } from '../kit/evening-hour.ts';
import { wallTime } from '../kit/zoned-time.ts';
import { Choice, Pick, Several, TextField } from './fields.tsx';
import type { MentorPageName } from './mentor-pages.ts';
import type { DataPromise } from './promise.ts';
import { Consents, OFFERS, RunConsent, SeatFields, WhoFields } from './SharedFields.tsx';
import { t } from './words.ts';

export interface MentorFormProps {
  readonly answers: MentorAnswers;
  readonly change: (part: Partial<MentorAnswers>) => void;
  readonly problems: readonly Problem[];
  readonly kind: FormKind;
  readonly startsAt: Instant;
  readonly promise: DataPromise;
}

/** One page of the mentor's form. */
export function MentorPage({ page, ...props }: MentorFormProps & { page: MentorPageName }) {
  switch (page) {
    case 'who':
      return (
        <>
          {props.promise.under18 ? <p>{t('form.under18')}</p> : null}
          <WhoFields {...props} />
          {props.kind === 'fresh' ? <RunConsent {...props} /> : null}
        </>
      );
    case 'work':
      return <Work {...props} />;
    case 'field':
      return <FieldOfWork {...props} />;
    case 'day':
      return <CardText {...props} of="allDay" />;
    case 'way':
      return (
        <>
          <CardText {...props} of="howIGotHere" />
          <CardText {...props} of="wouldDoDifferently" />
        </>
      );
    case 'ask':
      return (
        <>
          <CardText {...props} of="askMeAbout" />
          <CardText {...props} of="pleaseDontAsk" />
        </>
      );
    case 'more':
      return (
        <>
          <CardText {...props} of="surprising" />
          <CardText {...props} of="tools" />
          <CardText {...props} of="firstJobs" />
        </>
      );
    case 'evening':
      return <Evening {...props} />;
    case 'after':
      return <AfterTonight {...props} />;
  }
}

type CardPart = Partial<MentorCard>;
const writeCard =
  ({ answers, change }: MentorFormProps) =>
  (part: CardPart): void =>
    change({ card: { ...answers.card, ...part } });

type LongText = 'allDay' | 'howIGotHere' | 'wouldDoDifferently' | 'askMeAbout' | 'pleaseDontAsk' | MoreText;
type MoreText = 'surprising' | 'tools' | 'firstJobs';

/** A question of the card that is answered in a sentence or two. */
const CardText = ({ of, ...props }: MentorFormProps & { of: LongText }) => (
  <TextField
    field={`card.${of}`}
    label={t(`mentor.${of}`)}
    hint={t(`mentor.${of}.hint`)}
    value={props.answers.card[of]}
    most={LIMITS.long}
    lines={3}
    onText={(text) => writeCard(props)({ [of]: text })}
    problems={props.problems}
  />
);

type ShortText = 'jobTitle' | 'company' | 'yearsInWork' | 'pronouns' | 'contact';

const CardLine = ({
  of,
  complete,
  ...props
}: MentorFormProps & { of: ShortText; complete?: 'organization' | 'organization-title' }) => (
  <TextField
    field={`card.${of}`}
    label={t(`mentor.${of}`)}
    value={props.answers.card[of]}
    most={LIMITS.short}
    autocomplete={complete ?? 'off'}
    onText={(text) => writeCard(props)({ [of]: text })}
    problems={props.problems}
  />
);

const Work = (props: MentorFormProps) => (
  <>
    <CardLine {...props} of="jobTitle" complete="organization-title" />
    <CardLine {...props} of="company" complete="organization" />
    <Pick
      field="card.organisationKind"
      label={t('mentor.organisationKind')}
      value={props.answers.card.organisationKind}
      options={organisationTags().map(({ id, label, line }) => ({ value: id, label: `${label}: ${line}` }))}
      onPick={(organisationKind) => writeCard(props)({ organisationKind })}
      problems={props.problems}
    />
    <CardLine {...props} of="yearsInWork" />
    <CardLine {...props} of="pronouns" />
  </>
);

const FieldOfWork = (props: MentorFormProps) => (
  <>
    <Pick
      field="card.industry"
      label={t('mentor.industry')}
      value={props.answers.card.industry}
      options={industryTags().map(({ id, label }) => ({ value: id, label }))}
      onPick={(industry) => writeCard(props)({ industry })}
      problems={props.problems}
    />
    <Several
      field="card.roles"
      label={t('mentor.roles')}
      chosen={props.answers.card.roles}
      most={MOST_CARD_ROLES}
      tags={roleTags()}
      onPick={(roles) => writeCard(props)({ roles })}
      problems={props.problems}
    />
  </>
);

function Evening(props: MentorFormProps) {
  const { answers, change, startsAt, problems, promise } = props;
  const { timeZone } = promise;
  const timeOf = (at: Instant | null): string => (at === null ? '' : wallTime(at, timeZone).time);
  return (
    <>
      {(['arrivesAt', 'leavesAt'] as const).map((field) => (
        <TextField
          key={field}
          field={field}
          label={t(`mentor.${field}`)}
          hint={t(`mentor.${field}.hint`)}
          value={timeOf(answers[field])}
          most={5}
          type="time"
          onText={(time) => change({ [field]: eveningHour(time, startsAt, timeZone) })}
          problems={problems}
        />
      ))}
      <SeatFields answers={answers} change={change} problems={problems} promise={promise} kind={props.kind} />
    </>
  );
}

const AfterTonight = (props: MentorFormProps) => (
  <>
    {props.promise.under18 ? null : <HowToBeReached {...props} />}
    {props.kind === 'fresh' ? <Consents {...props} offers={OFFERS.mentor} /> : null}
  </>
);

const HowToBeReached = (props: MentorFormProps) => (
  <>
    <Choice
      field="introductionsPerMonth"
      label={t('mentor.introductionsPerMonth')}
      hint={t('mentor.introductionsPerMonth.hint')}
      value={props.answers.introductionsPerMonth ?? USUAL_INTRODUCTIONS}
      options={Array.from({ length: MOST_INTRODUCTIONS + 1 }, (_, count) => ({
        value: count,
        label: t('mentor.introductions', { count }),
      }))}
      onPick={(introductionsPerMonth) => props.change({ introductionsPerMonth })}
      problems={props.problems}
    />
    <CardLine {...props} of="contact" />
  </>
);
