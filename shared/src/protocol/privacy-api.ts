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
