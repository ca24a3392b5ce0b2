import { FIRM_COSTS } from './firm-costs.ts';
import type { Room } from './room.ts';

/**
 * The price of a whole seating, firm aims included, so that seatings of different origin can be compared. Wishes and
 * fields that are met count below nothing.
 */
export function wholePrice(room: Room): number {
  const { problem, aims, bench, visits } = room;
  const { students } = problem;
  let price = firmPrice(room);
  const tags = new Set<number>();
  for (let student = 0; student < students; student++) {
    const row = student * (bench + 1);
    tags.clear();
    for (let table = 0; table < bench; table++) {
      if (visits[row + table] === 0) continue;
      price -= aims.want * (problem.wants[student]!.get(table) ?? 0);
      for (const tag of problem.tags[table]!) tags.add(tag);
    }
    price -= aims.tag * tags.size;
  }
  return price + aims.pair * repeatedMeetings(room);
}

/** The price of the firm aims alone, whatever they cost at the moment. */
export function firmPrice(room: Room): number {
  const { problem, bench, visits } = room;
  let price = 0;
  for (let student = 0; student < problem.students; student++) {
    const row = student * (bench + 1);
    const satOut = visits[row + bench]!;
    price += FIRM_COSTS.satOut * satOut + FIRM_COSTS.satOutTwice * satOut * satOut;
    for (let table = 0; table < bench; table++) {
      if (problem.mentored[table] === 0) continue;
      const times = visits[row + table]!;
      price += FIRM_COSTS.repeat * Math.max(0, times - 1);
      if (problem.metBefore === null) continue;
      const tonight = times - problem.metBefore[student * problem.tables + table]!;
      price += FIRM_COSTS.twiceTonight * Math.max(0, tonight - 1);
    }
    const promised = problem.promised?.[student] ?? 0;
    price += FIRM_COSTS.promise * Math.max(0, promised - room.tagsMet[student]!);
  }
  for (let round = 0; round < problem.rounds; round++) {
    for (let table = 0; table < bench; table++) {
      price += (room.unevenness(round, table) / room.firm.uneven) * FIRM_COSTS.uneven;
    }
  }
  return price;
}

/** Meetings of pairs beyond the first of each. */
export function repeatedMeetings({ shared, problem }: Room): number {
  if (shared.length === 0) return 0;
  const { students } = problem;
  let repeated = 0;
  for (let one = 0; one < students; one++) {
    const row = one * students;
    for (let other = one + 1; other < students; other++) repeated += Math.max(0, shared[row + other]! - 1);
  }
  return repeated;
}
