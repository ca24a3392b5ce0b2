import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Instant, minutes } from '@lapwing/shared/kernel/time';
import type { Clock } from '../system-clock.ts';
import { type Attempts, createAttempts, type Patience } from './attempts.ts';
import { networkOf } from './network.ts';

/** Pages that join from one address. A venue has one, and never has so many helpers who come in the same ten minutes. */
export const OF_ONE_ADDRESS: Patience = { most: 30, within: minutes(10) };
/** More do not stand at one door by one code: it went further than it should. */
export const MOST_HELPERS = 200;

type Joined = { readonly createdAt: Instant };

/** How many joined an event by the code that counts there. */
export interface HelpersJoined {
  /** Whether nobody more comes in: from there, for a while, or by this code at all. */
  tooMany(eventId: EventId, ip: string, helpers: readonly Joined[]): boolean;
  note(eventId: EventId, ip: string): void;
  /** The organiser made a new code: who came by another takes nobody's place. */
  forget(eventId: EventId): void;
}

/** Kept in memory: after a restart everybody who helps counts, until there is a new code. */
export function createHelpersJoined(clock: Clock): HelpersJoined {
  const addresses = new Map<EventId, Attempts>();
  const codes = new Map<EventId, Instant>();
  return {
    tooMany(eventId, ip, helpers) {
      const since = codes.get(eventId);
      const byThisCode = helpers.filter(({ createdAt }) => since === undefined || createdAt >= Math.floor(since));
      return byThisCode.length >= MOST_HELPERS || (addresses.get(eventId)?.tooMany(networkOf(ip)) ?? false);
    },
    note(eventId, ip) {
      const of = addresses.get(eventId) ?? createAttempts(clock, OF_ONE_ADDRESS);
      addresses.set(eventId, of);
      of.note(networkOf(ip));
    },
    forget(eventId) {
      addresses.delete(eventId);
      codes.set(eventId, clock.now());
    },
  };
}
