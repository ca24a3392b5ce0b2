import type { Community } from './community.ts';

/** What is wrong with a community as it was given, and where. */
export interface Fault {
  readonly code:
    | 'member-twice'
    | 'request-twice'
    /** A request of somebody who is no member. */
    | 'asker-unknown'
    /** Years, a limit, a count or steps are no number that they can be. */
    | 'odd-number';
  /** `members.ada.years`: the list, the id and the field. */
  readonly place: string;
}

/** Larger numbers are a slip of somebody's hand. */
const MOST_YEARS = 100;
const MOST_PER_MONTH = 1_000;
const MOST_STEPS = 10;

const isCount = (value: number, most: number): boolean => Number.isInteger(value) && value >= 0 && value <= most;
const areYears = (value: number): boolean => value >= 0 && value <= MOST_YEARS;

/** Everything that is wrong, in the order of the lists; nothing is matched while there is anything (M29). */
export function faultsIn({ members, requests }: Community): Fault[] {
  const faults: Fault[] = [];
  const known = new Set<string>();
  const number = (fine: boolean, place: string): void => {
    if (!fine) faults.push({ code: 'odd-number', place });
  };
  for (const { id, years, roles, offer } of members) {
    const place = `members.${id}`;
    if (known.has(id)) faults.push({ code: 'member-twice', place });
    known.add(id);
    number(areYears(years), `${place}.years`);
    for (const held of roles) number(held.years === null || areYears(held.years), `${place}.roles.${held.role}`);
    if (offer === null) continue;
    number(isCount(offer.perMonth, MOST_PER_MONTH), `${place}.offer.perMonth`);
    number(isCount(offer.takenThisMonth, MOST_PER_MONTH), `${place}.offer.takenThisMonth`);
    number(offer.pausedUntil === null || Number.isFinite(offer.pausedUntil), `${place}.offer.pausedUntil`);
  }
  const asked = new Set<string>();
  for (const { id, by, stepsAhead, askedAt } of requests) {
    const place = `requests.${id}`;
    if (asked.has(id)) faults.push({ code: 'request-twice', place });
    asked.add(id);
    if (!known.has(by)) faults.push({ code: 'asker-unknown', place: `${place}.by` });
    number(stepsAhead === null || (stepsAhead >= 1 && isCount(stepsAhead, MOST_STEPS)), `${place}.stepsAhead`);
    number(Number.isFinite(askedAt), `${place}.askedAt`);
  }
  return faults;
}
