import { CONSENTS, type ConsentsGiven, type Registration } from '../event/registration.ts';
import type { AttendeeDetails, MentorCard } from '../event/roster.ts';
import type { Instant } from '../kernel/time.ts';
import { emailKey } from '../roster-import/keys.ts';
import type { MentorAnswers, StudentAnswers } from './answers.ts';
import { tidyCard, tidyLine, tidyText } from './tidy.ts';

type Consents = Registration['consents'];

/** What is written down of a student's answers, over what is known of them. Name and address are `details`' own matter. */
export function withStudentAnswers(details: AttendeeDetails, answers: StudentAnswers, now: Instant): AttendeeDetails {
  const shared = withSharedAnswers(details, answers, now);
  const { roles, wishes, adult } = answers;
  return {
    ...shared,
    role: 'student',
    course: tidyLine(answers.course),
    yearOfStudy: tidyLine(answers.yearOfStudy),
    industries: answers.industries,
    question: tidyText(answers.question),
    registration: { ...shared.registration, roles, wishes, adult },
  };
}

/** What is written down of a mentor's answers, over what is known of them. */
export function withMentorAnswers(details: AttendeeDetails, answers: MentorAnswers, now: Instant): AttendeeDetails {
  const shared = withSharedAnswers(details, answers, now);
  const { arrivesAt, leavesAt, introductionsPerMonth } = answers;
  return {
    ...shared,
    role: 'mentor',
    card: tidyCard(answers.card),
    registration: { ...shared.registration, arrivesAt, leavesAt, introductionsPerMonth },
  };
}

function withSharedAnswers(
  details: AttendeeDetails,
  answers: StudentAnswers | MentorAnswers,
  now: Instant,
): AttendeeDetails {
  const { stepFree, quiet, photo, offWalls = false } = answers;
  const consents = consentsNow(details.registration.consents, answers.consents, now);
  return {
    ...details,
    name: tidyLine(answers.name),
    access: tidyText(answers.access),
    needs: { ...details.needs, stepFree, quiet },
    registration: {
      ...withWalls(details.registration, offWalls),
      ...{ photo, company: tidyText(answers.company), consents },
    },
  };
}

/** Whether screens in the room show somebody's badge code instead of their name; who says nothing has no mark. */
export function withWalls({ offWalls: _, ...registration }: Registration, off: boolean): Registration {
  return off ? { ...registration, offWalls: true } : registration;
}

/** What was agreed to before keeps its date; what is not agreed to any more goes. */
export function consentsNow(before: Consents, given: ConsentsGiven, now: Instant): Consents {
  const kept = CONSENTS.flatMap((consent) => (given[consent] ? [[consent, before[consent] ?? now] as const] : []));
  return Object.fromEntries(kept);
}

/** The address as it is written down: as typed, without what does not belong to it. */
export const addressOf = (email: string): string => emailKey(email);

const given = ({ consents }: Registration): ConsentsGiven => ({
  run: consents.run !== undefined,
  publicCard: consents.publicCard !== undefined,
  ...(consents.guide === undefined ? {} : { guide: true }),
  introductions: consents.introductions !== undefined,
  keep: consents.keep !== undefined,
});

const sharedAnswersOf = ({ name, email, access, needs, registration }: AttendeeDetails) => ({
  ...{ name, email, access, stepFree: needs.stepFree, quiet: needs.quiet },
  ...{ photo: registration.photo, company: registration.company, consents: given(registration) },
  ...(registration.offWalls ? { offWalls: true } : {}),
});

/** What a student said, as the form shows it. */
export function studentAnswersOf(details: AttendeeDetails): StudentAnswers {
  const { course, yearOfStudy, industries, question, registration } = details;
  const { roles, wishes, adult } = registration;
  return { ...sharedAnswersOf(details), course, yearOfStudy, industries, question, roles, wishes, adult };
}

/** What a mentor said, as the form shows it. */
export function mentorAnswersOf(details: AttendeeDetails): MentorAnswers {
  const { arrivesAt, leavesAt, introductionsPerMonth } = details.registration;
  return { ...sharedAnswersOf(details), card: details.card, arrivesAt, leavesAt, introductionsPerMonth };
}

/** The card with what is empty taken from an earlier one. */
export function filledFrom(card: MentorCard, earlier: MentorCard): MentorCard {
  const fields = (Object.keys(card) as (keyof MentorCard)[]).map((field) => [
    field,
    card[field].length === 0 ? earlier[field] : card[field],
  ]);
  return Object.fromEntries(fields) as unknown as MentorCard;
}
