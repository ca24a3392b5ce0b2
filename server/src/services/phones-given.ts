import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { minutes } from '@lapwing/shared/kernel/time';
import type { Clock } from '../system-clock.ts';
import { createAttempts, createSharedAttempts } from './attempts.ts';

/** A phone a minute: more come to no desk. */
const OF_ONE_HELPER = { most: 60, within: minutes(60) };
/**
 * Phones that did not name by its address the person they are let in as: of an event, by all its helpers together, since
 * whoever joins again is another helper. A badge's code is no such word, since helpers see all of them.
 */
const OF_UNNAMED = { most: 20, within: minutes(60) };
/** Of those, so many by one helper: whoever overheard the code does not use up what all others need. */
const OF_ONE_UNNAMED = 8;
/** Their own, and another when that is empty. Whoever needs more than helpers give asks an organiser. */
const OF_ONE_PERSON = { most: 2, within: minutes(12 * 60) };

/**
 * How often helpers let phones in: a phone that was let in has somebody's page, and it might be the helper's own. All
 * helpers count together for a person; organisers are not counted.
 */
export interface HelpersPhones {
  /** @param named whether the phone named the person it is let in as */
  tooMany(helper: string, eventId: EventId, person: AttendeeId, named: boolean): boolean;
  note(helper: string, eventId: EventId, person: AttendeeId, named: boolean): void;
  /** The organiser has seen to it: what this helper, or null for all of the event, let in unnamed counts no more. */
  forget(eventId: EventId, helper: string | null): void;
}

/** Kept in memory: a restart forgives. */
export function createHelpersPhones(clock: Clock): HelpersPhones {
  const ofHelpers = createAttempts(clock, OF_ONE_HELPER);
  const ofPeople = createAttempts(clock, OF_ONE_PERSON);
  const unnamed = createSharedAttempts(clock, OF_UNNAMED.within);
  const tooManyUnnamed = (helper: string, eventId: EventId): boolean =>
    unnamed.recent(eventId) >= OF_UNNAMED.most || unnamed.recent(eventId, helper) >= OF_ONE_UNNAMED;
  return {
    tooMany: (helper, eventId, person, named) =>
      ofHelpers.tooMany(helper) || ofPeople.tooMany(person) || (!named && tooManyUnnamed(helper, eventId)),
    note(helper, eventId, person, named) {
      ofHelpers.note(helper);
      ofPeople.note(person);
      if (!named) unnamed.note(eventId, helper);
    },
    forget: unnamed.forget,
  };
}
