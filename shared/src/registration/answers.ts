import type { ConsentsGiven, PhotoChoice } from '../event/registration.ts';
import { EMPTY_CARD, type MentorCard } from '../event/roster.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

/** Characters that each answer may have, as its field on the form says. */
export const LIMITS = {
  name: 100,
  email: 254,
  course: 120,
  yearOfStudy: 60,
  question: 300,
  access: 500,
  company: 500,
  short: 120,
  long: 600,
} as const;

export const MOST_INDUSTRIES = 3;
export const MOST_ROLES = 3;
/** Of a mentor's own card. */
export const MOST_CARD_ROLES = 2;
export const MOST_WISHES = 3;
export const MOST_INTRODUCTIONS = 5;
export const USUAL_INTRODUCTIONS = 2;

/** What both forms ask. */
interface SharedAnswers {
  readonly name: string;
  readonly email: string;
  readonly access: string;
  readonly stepFree: boolean;
  readonly quiet: boolean;
  readonly photo: PhotoChoice;
  /** Screens in the room show their badge code instead of their name; left out for no. */
  readonly offWalls?: boolean;
  /** With whom (not) to sit; the organiser alone reads it. */
  readonly company: string;
  /** Each said for itself; nothing is agreed to by leaving it alone. */
  readonly consents: ConsentsGiven;
}

export interface StudentAnswers extends SharedAnswers {
  readonly course: string;
  readonly yearOfStudy: string;
  readonly industries: readonly string[];
  readonly roles: readonly string[];
  readonly wishes: readonly AttendeeId[];
  readonly question: string;
  readonly adult: boolean | null;
}

export interface MentorAnswers extends SharedAnswers {
  readonly card: MentorCard;
  readonly arrivesAt: Instant | null;
  readonly leavesAt: Instant | null;
  readonly introductionsPerMonth: number | null;
}

const NOTHING: SharedAnswers = {
  name: '',
  email: '',
  access: '',
  stepFree: false,
  quiet: false,
  photo: '',
  company: '',
  consents: { run: false, publicCard: false, introductions: false, keep: false },
};

export const NO_STUDENT_ANSWERS: StudentAnswers = {
  ...NOTHING,
  course: '',
  yearOfStudy: '',
  industries: [],
  roles: [],
  wishes: [],
  question: '',
  adult: null,
};

export const NO_MENTOR_ANSWERS: MentorAnswers = {
  ...NOTHING,
  card: EMPTY_CARD,
  arrivesAt: null,
  leavesAt: null,
  introductionsPerMonth: null,
};
