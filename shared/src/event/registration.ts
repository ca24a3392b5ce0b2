import type { AttendeeId, TableId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

/** What a person may agree to, one by one. `run`: details used to run this event. */
export const CONSENTS = ['run', 'publicCard', 'guide', 'introductions', 'keep'] as const;
/**
 * run: our details are used to run the event; publicCard: a mentor's name and card stand on the public page;
 * guide: a mentor's first name, job and answers stand in the careers guide, which search engines read;
 * introductions: the address goes to the other side of an introduction both want; keep: stay on file for next events.
 */
export type Consent = (typeof CONSENTS)[number];

/** What somebody says they agree to now. Pages of before there was a guide do not know of it, and students are not asked. */
export type ConsentsGiven = Readonly<Record<Exclude<Consent, 'guide'>, boolean>> & { readonly guide?: boolean };

export type PhotoChoice = 'yes' | 'no' | '';

/** What somebody said when they registered, beyond the columns of a roster. Every field may be unsaid. */
export interface Registration {
  /** Roles a student is curious about, at most three; ids of `careers/roles`, or words of an import. */
  readonly roles: readonly string[];
  /** Mentors a student would like to meet, the dearest first. */
  readonly wishes: readonly AttendeeId[];
  readonly photo: PhotoChoice;
  /** Screens in the room show their badge code instead of their name; left out for no. */
  readonly offWalls?: boolean;
  /** 18 or over; null: not asked. */
  readonly adult: boolean | null;
  /** When each was given; a consent that is missing was not given. */
  readonly consents: Readonly<Partial<Record<Consent, Instant>>>;
  /** When a mentor comes and goes, where that is not the whole evening. */
  readonly arrivesAt: Instant | null;
  readonly leavesAt: Instant | null;
  /** Introductions a mentor is ready for in a month, 0–5; null: not asked. */
  readonly introductionsPerMonth: number | null;
  /** With whom (not) to sit, in the person's own words: for the organiser's eyes only. At most 500 characters. */
  readonly company: string;
}

export const EMPTY_REGISTRATION: Registration = {
  roles: [],
  wishes: [],
  photo: '',
  adult: null,
  consents: {},
  arrivesAt: null,
  leavesAt: null,
  introductionsPerMonth: null,
  company: '',
};

/** Firm rules about where somebody sits. */
export interface SeatNeeds {
  /** Only tables that are step-free. */
  readonly stepFree: boolean;
  /** Only tables marked quiet. */
  readonly quiet: boolean;
  /** One table all evening; when students move, mentors come to it. */
  readonly staysAt: TableId | null;
  /** What the person had asked for (`askedFor`) when the organiser last dealt with it; left out for never. */
  readonly heard?: string;
}

export const NO_NEEDS: SeatNeeds = { stepFree: false, quiet: false, staysAt: null };

/** Two people the organiser keeps apart, or together (a companion, a carer, an interpreter). It counts both ways. */
export interface PairRule {
  readonly one: AttendeeId;
  readonly other: AttendeeId;
  readonly kind: 'apart' | 'together';
}
