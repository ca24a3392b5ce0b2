import type { EventId } from '@lapwing/shared/kernel/ids';
import { minutes } from '@lapwing/shared/kernel/time';
import type { Clock } from '../system-clock.ts';
import { createSharedAttempts } from './attempts.ts';

/** What helpers add and say, each with what one helper and what all helpers of an event may in an hour. */
const MOST = {
  /**
   * Two a minute for an hour by one pair of hands, with a name typed for each. All helpers together get to five times
   * that, since whoever joins again is another helper: what they add beyond is an organiser's to add.
   */
  'walk-in': { ofOne: 120, ofAll: 600 },
  /** A badge a second for most of an hour, or a whole hall that a desk without a network hands in at once. */
  presence: { ofOne: 3_000, ofAll: 20_000 },
} as const;
export type HelpersWord = keyof typeof MOST;

/**
 * How much helpers wrote down: each is a row and a line in the audit. Organisers are not counted. A desk whose words are
 * refused keeps them and says them again.
 */
export interface HelpersWords {
  tooMany(eventId: EventId, helper: string, word: HelpersWord): boolean;
  note(eventId: EventId, helper: string, word: HelpersWord): void;
  /** The organiser has seen to it: what this helper, or null for all of the event, wrote down counts no more. */
  forget(eventId: EventId, helper: string | null): void;
}

/** Kept in memory: a restart forgives. */
export function createHelpersWords(clock: Clock): HelpersWords {
  const within = minutes(60);
  const counted = { 'walk-in': createSharedAttempts(clock, within), presence: createSharedAttempts(clock, within) };
  return {
    tooMany: (eventId, helper, word) =>
      counted[word].recent(eventId, helper) >= MOST[word].ofOne || counted[word].recent(eventId) >= MOST[word].ofAll,
    note: (eventId, helper, word) => counted[word].note(eventId, helper),
    forget(eventId, helper) {
      for (const attempts of Object.values(counted)) attempts.forget(eventId, helper);
    },
  };
}
