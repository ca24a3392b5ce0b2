import type { ConsentsGiven, PhotoChoice } from '../event/registration.ts';
import type { AttendeeRole } from '../event/roster.ts';
import type { Instant } from '../kernel/time.ts';

/** Somebody who was erased: a seat without a name. */
export interface ErasedPerson {
  /** Nobody's any more; plans go on to name it. */
  readonly id: string;
  readonly role: AttendeeRole | null;
  /** Whether they had been checked in. */
  readonly came: boolean;
  readonly at: Instant;
  readonly by: 'organiser' | 'person' | 'clock';
}

/** What people are told of their data on the forms and on their own page. */
export interface DataDates {
  /** When access and diet answers go. */
  readonly morningAt: Instant;
  /** When the names go of those who do not agree to be kept. */
  readonly namesAt: Instant;
  /** An evening with people under 18: no introductions, no personal messages, no photos. */
  readonly under18: boolean;
}

/** PUT /me/:attendeeId/consents: what somebody agrees to now, each for itself, and whether walls show their name. Answers with their details. */
export interface ConsentsNow {
  readonly consents: Omit<ConsentsGiven, 'run'>;
  readonly photo: PhotoChoice;
  /** Left out: as it is. */
  readonly offWalls?: boolean;
}

/** GET and PUT /api/events/:eventId/privacy: how an event deals with people's data, and when what goes. */
export interface PrivacyView extends DataDates {
  /** Days after the morning after for which names stay. */
  readonly namesDays: number;
  /** The most that may be chosen now. */
  readonly mostDays: number;
  /** How many people go on the day on which names go. */
  readonly going: number;
  /** How many stay for the next evenings. */
  readonly kept: number;
}
export type PrivacyChange = Partial<Pick<PrivacyView, 'namesDays' | 'under18'>>;

/** The page of a person was ended on one device. */
export interface SignedOut {
  /** Where the public page of the evening is, on this server. */
  readonly publicPage: string;
}
