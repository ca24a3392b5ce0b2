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

/** GET and PUT /api/events/:eventId/privacy: how an event deals with people's data, and when what goes. */
export interface PrivacyView {
  /** Days after the morning after for which names stay. */
  readonly namesDays: number;
  /** The most that may be chosen now. */
  readonly mostDays: number;
  /** An evening with people under 18. */
  readonly under18: boolean;
  /** When access and diet answers go. */
  readonly morningAt: Instant;
  /** When the names go of those who did not agree to be kept, and how many they are. */
  readonly namesAt: Instant;
  readonly going: number;
  /** How many stay for the next evenings. */
  readonly kept: number;
}
export type PrivacyChange = Partial<Pick<PrivacyView, 'namesDays' | 'under18'>>;
