import { minutes } from '@lapwing/shared/kernel/time';
import type { Patience } from './attempts.ts';

/** Wrong codes that one browser, or one helper at the desk, may type. */
export const OF_ONE: Patience = { most: 5, within: minutes(1) };
/**
 * Wrong helpers' codes of one address, whatever browsers it says there are. A hall has one address: five helpers who mistype
 * at once reach 25 in a minute. A script in the hall's own Wi-Fi that keeps at five a second holds up who joins there for as
 * long as it runs, and no longer.
 */
export const OF_ONE_ADDRESS: Patience = { most: 300, within: minutes(1) };
/**
 * Wrong helpers' codes of everybody together: far more than one stranger can use up, so that nobody keeps the helpers of all
 * events out. One address has 18,000 an hour; it takes 28 of them, all at their limit, to get here.
 *
 * Guessing is hopeless all the same. There are 24^8 = 1.1e11 codes of eight signs. One address that tries for a night of 12
 * hours tries 216,000 of them: with five doors open at once it finds one in 100,000 nights. All addresses together try 6e6:
 * one in 3,600 nights, and then they may check people in at one event until the organiser ends it.
 */
export const OF_ALL_HELPERS: Patience = { most: 500_000, within: minutes(60) };
