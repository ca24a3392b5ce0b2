import type { Consent } from '@lapwing/shared/event/registration';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { WasItYou } from '@lapwing/shared/protocol/registration-api';
import { type MentorAnswers, type StudentAnswers, USUAL_INTRODUCTIONS } from '@lapwing/shared/registration/answers';
import { industryLabel, organisationLabel, roleLabel } from '../careers/labels.ts';
import { clockText } from '../kit/figures.ts';
import { isolated } from '../kit/words.ts';
import type { MentorPageName } from './mentor-pages.ts';
import type { DataPromise } from './promise.ts';
import { OFFERS, offeredTo } from './SharedFields.tsx';
import { t } from './words.ts';

/** One answer as it is read back: to whoever gave it, before it is sent or later. */
export interface Said {
  readonly label: string;
  /** '' for not answered. */
  readonly answer: string;
}

type ReadPromise = Pick<DataPromise, 'timeZone' | 'under18'>;
type SharedAnswers = Pick<StudentAnswers & MentorAnswers, keyof StudentAnswers & keyof MentorAnswers>;

function seatSaid({ access, stepFree, quiet, company }: SharedAnswers): Said[] {
  const needs = [access, stepFree ? t('form.stepFree') : '', quiet ? t('form.quiet') : ''];
  return [
    { label: t('form.access'), answer: needs.filter((need) => need !== '').join('. ') },
    { label: t('form.company'), answer: company },
  ];
}

const photoSaid = ({ photo }: SharedAnswers): Said => ({
  label: t('form.photo'),
  answer: photo === '' ? '' : t(`form.photo.${photo}`),
});

const wallsSaid = ({ offWalls = false }: SharedAnswers): Said => ({
  label: t('form.offWalls'),
  answer: t(offWalls ? 'form.yes' : 'form.no'),
});

const consentsSaid = ({ consents }: SharedAnswers, offers: readonly Exclude<Consent, 'run'>[]): Said[] =>
  offers.map((consent) => ({ label: t(`consent.${consent}`), answer: t(consents[consent] ? 'form.yes' : 'form.no') }));

/** What somebody agreed to, with photos and walls. */
const agreedSaid = (answers: SharedAnswers, role: keyof typeof OFFERS, promise: ReadPromise): Said[] => [
  ...(promise.under18 ? [] : [photoSaid(answers)]),
  wallsSaid(answers),
  ...consentsSaid(answers, offeredTo(OFFERS[role], promise)),
];

/** All that was typed for whoever is asked whether it was them, without what was left open. */
export function typedSaid({ student, mentor, wished, ...promise }: WasItYou['asks']): Said[] {
  const said = [
    ...(student ? [...studentSaid(student, wished), ...agreedSaid(student, 'student', promise)] : []),
    ...(mentor ? Object.values(mentorSaid(mentor, promise, 'checking')).flat() : []),
  ];
  return said.filter(({ answer }) => answer !== '');
}

/** What a student said, in the order of the form; what they agree to stands by itself. */
export function studentSaid(answers: StudentAnswers, mentors: WasItYou['asks']['wished']): Said[] {
  const { name, email, course, yearOfStudy, industries, roles, wishes, question, adult } = answers;
  const named = wishes.flatMap((id) => mentors.find((mentor) => mentor.id === id)?.name ?? []);
  return [
    { label: t('form.name'), answer: name },
    { label: t('form.email'), answer: email },
    { label: t('student.course'), answer: [course, yearOfStudy].filter((part) => part !== '').join(', ') },
    { label: t('student.adult'), answer: adult === null ? '' : t(adult ? 'form.yes' : 'form.no') },
    { label: t('student.industries'), answer: industries.map(industryLabel).join(', ') },
    { label: t('student.roles'), answer: roles.map(roleLabel).join(', ') },
    ...(mentors.length === 0 ? [] : [{ label: t('student.wishes'), answer: named.map(isolated).join(', ') }]),
    { label: t('student.question'), answer: question },
    ...seatSaid(answers),
  ];
}

/**
 * What a mentor said, page by page.
 * @param when checking: before it is sent, with what they agree to; later that stands by itself
 */
export function mentorSaid(
  answers: MentorAnswers,
  promise: ReadPromise,
  when: 'checking' | 'later',
): Record<MentorPageName, Said[]> {
  const { timeZone, under18 } = promise;
  const { name, email, card, arrivesAt, leavesAt } = answers;
  const at = (time: Instant | null): string => (time === null ? '' : clockText(time, timeZone));
  const text = (...fields: (keyof typeof card)[]): Said[] =>
    fields.map((field) => ({ label: t(`mentor.${field}`), answer: String(card[field]) }));
  const count = answers.introductionsPerMonth ?? USUAL_INTRODUCTIONS;
  return {
    who: [
      { label: t('form.name'), answer: name },
      { label: t('form.email'), answer: email },
    ],
    work: [
      ...text('jobTitle', 'company'),
      { label: t('mentor.organisationKind'), answer: organisationLabel(card.organisationKind) },
      ...text('yearsInWork', 'pronouns'),
    ],
    field: [
      { label: t('mentor.industry'), answer: industryLabel(card.industry) },
      { label: t('mentor.roles'), answer: card.roles.map(roleLabel).join(', ') },
    ],
    day: text('allDay'),
    way: text('howIGotHere', 'wouldDoDifferently'),
    ask: text('askMeAbout', 'pleaseDontAsk'),
    more: text('surprising', 'tools', 'firstJobs'),
    evening: [
      { label: t('mentor.arrivesAt'), answer: at(arrivesAt) },
      { label: t('mentor.leavesAt'), answer: at(leavesAt) },
      ...seatSaid(answers),
      ...(when === 'checking' && !under18 ? [photoSaid(answers)] : []),
      ...(when === 'checking' ? [wallsSaid(answers)] : []),
    ],
    after: [
      ...(under18
        ? []
        : [
            { label: t('mentor.introductionsPerMonth'), answer: t('mentor.introductions', { count }) },
            ...text('contact'),
          ]),
      ...(when === 'checking' ? consentsSaid(answers, offeredTo(OFFERS.mentor, promise)) : []),
    ],
  };
}
