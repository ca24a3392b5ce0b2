import { after, type Instant, minutes } from '@lapwing/shared/kernel/time';
import type { Db } from '../db/connection.ts';
import { findEventByCode } from '../db/repositories/events.ts';
import type { Clock } from '../system-clock.ts';
import { createWrongCodes, type Patience } from './wrong-codes.ts';

/** Wrong codes from one network. A hall has one address: people there type what they saw on a wall, and a page asks twice. */
const OF_ONE_NETWORK: Patience = { most: 120, within: minutes(10) };
/**
 * Wrong codes of everybody together. There are 24^4 = 331,776 of four signs: one network tries one in twenty of them a day, and
 * all together, however many they are, one in three.
 */
const OF_ALL: Patience = { most: 5_000, within: minutes(60) };
const EVERYBODY = 'everybody';
/** Right codes that networks have used, for as long as an evening is; the oldest is forgotten, and then waits like a new one. */
const MOST_KNOWN = 20_000;
const KNOWN_FOR = minutes(12 * 60);

/** The door to what stands behind the code of an event. */
export interface EventCodes {
  /**
   * Whether this code may be looked up now. Wrong ones count, right ones never do; when there were too many, a network
   * goes on with the codes that it has used before, and waits with all others, right or wrong.
   */
  mayLook(code: string, network: string): boolean;
}

/** Kept in memory: a restart forgives, and forgets who used what. */
export function createEventCodes({ db, clock }: { readonly db: Db; readonly clock: Clock }): EventCodes {
  const ofNetwork = createWrongCodes(clock, OF_ONE_NETWORK);
  const ofAll = createWrongCodes(clock, OF_ALL);
  const used = new Map<string, Instant>();
  function remember(key: string): void {
    used.delete(key);
    used.set(key, clock.now());
    forgetOld();
  }
  /** In order of when they were used last. */
  function forgetOld(): void {
    for (const [key, at] of used) {
      if (used.size <= MOST_KNOWN && clock.now() < after(at, KNOWN_FOR)) return;
      used.delete(key);
    }
  }
  return {
    mayLook(code, network) {
      const key = JSON.stringify([network, code]);
      forgetOld();
      if (used.has(key)) {
        remember(key);
        return true;
      }
      if (ofNetwork.tooMany(network) || ofAll.tooMany(EVERYBODY)) return false;
      if (findEventByCode(db, code)) remember(key);
      else {
        ofNetwork.note(network);
        ofAll.note(EVERYBODY);
      }
      return true;
    },
  };
}
