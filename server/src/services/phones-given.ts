import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { minutes } from '@lapwing/shared/kernel/time';
import type { Clock } from '../system-clock.ts';
import { createWrongCodes } from './wrong-codes.ts';

/** A phone a minute: more come to no desk. */
const OF_ONE_HELPER = { most: 60, within: minutes(60) };
/** Their own, and another when that is empty. Whoever needs more than helpers give asks an organiser. */
const OF_ONE_PERSON = { most: 2, within: minutes(12 * 60) };

/**
 * How often helpers let phones in: a phone that was let in has somebody's page, and it might be the helper's own. All
 * helpers count together for a person; organisers are not counted.
 */
export interface HelpersPhones {
  tooMany(helper: string, person: AttendeeId): boolean;
  note(helper: string, person: AttendeeId): void;
}

/** Kept in memory: a restart forgives. */
export function createHelpersPhones(clock: Clock): HelpersPhones {
  const ofHelpers = createWrongCodes(clock, OF_ONE_HELPER);
  const ofPeople = createWrongCodes(clock, OF_ONE_PERSON);
  return {
    tooMany: (helper, person) => ofHelpers.tooMany(helper) || ofPeople.tooMany(person),
    note(helper, person) {
      ofHelpers.note(helper);
      ofPeople.note(person);
    },
  };
}
