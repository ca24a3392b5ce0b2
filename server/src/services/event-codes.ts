import { minutes } from '@lapwing/shared/kernel/time';
import type { Db } from '../db/connection.ts';
import { findEventByCode } from '../db/repositories/events.ts';
import type { Clock } from '../system-clock.ts';
import { createAttempts, type Patience } from './attempts.ts';
import { createCodesUsed } from './codes-used.ts';
import { networkOf, siteOf } from './network.ts';

/** Wrong codes from one network. A hall has one address: people there type what they saw on a wall, and a page asks twice. */
const OF_ONE_NETWORK: Patience = { most: 120, within: minutes(10) };
/** A line at home has 256 networks, a tunnel 65,536: theirs count together, as those of a campus do. */
const OF_ONE_SITE: Patience = { most: 360, within: minutes(10) };
/**
 * Wrong codes of everybody together, until each network has few of them. There are 24^4 = 331,776 of four signs: one network
 * tries one in twenty of them a day, all together one in three. Beyond that it takes as many networks as one has guesses.
 */
const OF_ALL: Patience = { most: 5_000, within: minutes(60) };
/** Then nobody waits who types a right code: a page asks twice, so these are three that somebody mistypes. */
const FEW_OF_ONE_NETWORK: Patience = { most: 6, within: minutes(10) };
const FEW_OF_ONE_SITE: Patience = { most: 60, within: minutes(10) };
const EVERYBODY = 'everybody';

/** The door to what stands behind the code of an event. */
export interface EventCodes {
  /**
   * Whether this code may be looked up now. Wrong ones count, right ones never do. Only who sent too many wrong ones from
   * their own network or site waits, with right ones too, but for those that were used from there before.
   */
  mayLook(code: string, ip: string): boolean;
}

/** Kept in memory: a restart forgives, and forgets who used what. */
export function createEventCodes({ db, clock }: { readonly db: Db; readonly clock: Clock }): EventCodes {
  const limits = (ofNetwork: Patience, ofSite: Patience) =>
    [
      [createAttempts(clock, ofNetwork), networkOf],
      [createAttempts(clock, ofSite), siteOf],
    ] as const;
  const always = limits(OF_ONE_NETWORK, OF_ONE_SITE);
  const ofAll = createAttempts(clock, OF_ALL);
  const inFlood = limits(FEW_OF_ONE_NETWORK, FEW_OF_ONE_SITE);
  const used = createCodesUsed(clock);
  return {
    mayLook(code, ip) {
      if (used.again(code, ip)) return true;
      const counted = ofAll.tooMany(EVERYBODY) ? [...always, ...inFlood] : always;
      if (counted.some(([wrong, by]) => wrong.tooMany(by(ip)))) return false;
      if (findEventByCode(db, code)) used.remember(code, ip);
      else {
        for (const [wrong, by] of counted) wrong.note(by(ip));
        ofAll.note(EVERYBODY);
      }
      return true;
    },
  };
}
