import type { AttendeeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { EMPTY_REGISTRATION, NO_NEEDS, type Registration, type SeatNeeds } from './registration.ts';

export type AttendeeRole = 'student' | 'mentor';
/** active: expected on the night; waiting: on the waitlist; cancelled: said they do not come. */
export type Standing = 'active' | 'waiting' | 'cancelled';

/** What a mentor tells about themselves; shown to the students they meet. Every field may be empty. */
export interface MentorCard {
  readonly jobTitle: string;
  readonly company: string;
  readonly industry: string;
  readonly roles: readonly string[];
  readonly askMeAbout: string;
  readonly allDay: string;
  readonly howIGotHere: string;
  readonly wouldDoDifferently: string;
  readonly pronouns: string;
  readonly yearsInWork: string;
  /** startup, scale-up, big company, public body, self-employed; or the person's own words. */
  readonly organisationKind: string;
  readonly pleaseDontAsk: string;
  readonly surprising: string;
  readonly tools: string;
  readonly firstJobs: string;
  /** How to reach them after tonight: '' for not at all. */
  readonly contact: string;
}

export const EMPTY_CARD: MentorCard = {
  jobTitle: '',
  company: '',
  industry: '',
  roles: [],
  askMeAbout: '',
  allDay: '',
  howIGotHere: '',
  wouldDoDifferently: '',
  pronouns: '',
  yearsInWork: '',
  organisationKind: '',
  pleaseDontAsk: '',
  surprising: '',
  tools: '',
  firstJobs: '',
  contact: '',
};

/** A student or a mentor of one event, as an import or an organiser gives them. */
export interface AttendeeDetails {
  readonly role: AttendeeRole;
  readonly name: string;
  /** '' where none is known (a named person without an address is kept as a walk-in). */
  readonly email: string;
  readonly standing: Standing;
  readonly course: string;
  readonly yearOfStudy: string;
  /** Industries a student is curious about. */
  readonly industries: readonly string[];
  /** What a student would like to ask a mentor. */
  readonly question: string;
  readonly access: string;
  readonly diet: string;
  /** When a mentor can be there, in their own words. */
  readonly availability: string;
  readonly card: MentorCard;
  readonly registration: Registration;
  readonly needs: SeatNeeds;
}

export const EMPTY_DETAILS: AttendeeDetails = {
  role: 'student',
  name: '',
  email: '',
  standing: 'active',
  course: '',
  yearOfStudy: '',
  industries: [],
  question: '',
  access: '',
  diet: '',
  availability: '',
  card: EMPTY_CARD,
  registration: EMPTY_REGISTRATION,
  needs: NO_NEEDS,
};

export interface Attendee extends AttendeeDetails {
  readonly id: AttendeeId;
  /** Null until checked in. */
  readonly checkedInAt: Instant | null;
  /** Eight characters under the badge's QR: it says who somebody is and opens nothing. */
  readonly badgeCode: string;
  /** A place somebody booked for a guest whose name nobody knows yet; `name` says whose guest it is. */
  readonly unnamed: boolean;
  /** They said themselves who they are, and neither their mailbox nor the organiser has confirmed it. */
  readonly unconfirmed: boolean;
  /** Until when their place is kept although nobody has said yes in the mail (`registration/lent-places`); null: it is theirs. */
  readonly keptUntil: Instant | null;
}

/** First name and initial of the last, as shown on walls: "Aisha K." A single name stays whole. */
export function shortName(name: string): string {
  const parts = name.trim().split(/\s+/u);
  const first = parts[0] ?? '';
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  const initial = [...last][0];
  return initial === undefined ? first : `${first} ${initial}.`;
}

/** The part of a name one would call out, with what a no-break space ties to it (`callNames`). */
export const firstName = (name: string): string => name.trim().split(' ')[0] ?? '';
