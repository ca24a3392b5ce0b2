import type { EventId } from '@lapwing/shared/kernel/ids';
import { minutes } from '@lapwing/shared/kernel/time';
import type { Clock } from '../system-clock.ts';
import { createSharedAttempts } from './attempts.ts';

/**
 * Offers of seats that all helpers of an event together are searched in a minute: four times what one helper may ask for
 * at all (`SEATS_LIMIT`), so that nobody gets there alone, and few enough searches that organisers do not wait for them.
 */
export const OF_ALL_HELPERS = { most: 240, within: minutes(1) };

/** How often the helpers of an event had seats looked for. What cannot be is not counted, since nothing is looked for. */
export interface HelpersSeats {
  tooMany(eventId: EventId): boolean;
  note(helper: string, eventId: EventId): void;
  /** The organiser has seen to it: what this helper, or null for all of the event, asked for counts no more. */
  forget(eventId: EventId, helper: string | null): void;
}

/** Kept in memory: a restart forgives. */
export function createHelpersSeats(clock: Clock): HelpersSeats {
  const searched = createSharedAttempts(clock, OF_ALL_HELPERS.within);
  return {
    tooMany: (eventId) => searched.recent(eventId) >= OF_ALL_HELPERS.most,
    note: (helper, eventId) => searched.note(eventId, helper),
    forget: searched.forget,
  };
}
