import { mostVisits } from './places.ts';
import type { Visitors } from './visitors.ts';
import type { Visit, VisitRules } from './visits.ts';

/** One student while seats are filled. */
interface Guest {
  readonly visitors: Visitors;
  readonly visited: Set<number>;
  /** Tags to be met at any of their tables. */
  readonly tags: number[];
  left: number;
}

/**
 * Can the given visits be part of visits that fill every table to its even size, nobody at a table twice? Fills
 * greedily, as Havel (1955) and Hakimi (1962) build graphs: who needs most takes the tables that need most. A yes is a
 * proof; a no is none.
 */
export function completes(rules: VisitRules, visitors: readonly Visitors[], visits: readonly Visit[]): boolean {
  const guests = dealt(rules, visitors, visits);
  if (guests === null) return false;
  const load = new Int32Array(rules.numbers.tables);
  for (const { visited } of guests) for (const table of visited) load[table]! += 1;
  if (!meetTags(rules, guests, load)) return false;
  const missing = missingVisits(rules, load);
  if (missing === null) return false;
  // where people sit out in turn, everybody gets all their rounds but one before anybody gets the last
  if (rules.inTurn) fill(guests, missing, 1);
  fill(guests, missing, 0);
  return missing.every((count) => count === 0) && (!rules.inTurn || guests.every(({ left }) => left <= 1));
}

/** Sends everybody to the tables that lack most, until they have `spared` rounds left or no table lacks anybody. */
function fill(guests: Guest[], missing: Int32Array, spared: number): void {
  guests.sort((a, b) => b.left - a.left);
  for (const guest of guests) {
    if (guest.left <= spared) continue;
    const free = guest.visitors.reach.filter((table) => missing[table]! > 0 && mayVisit(guest, table));
    free.sort((a, b) => missing[b]! - missing[a]!);
    for (const table of free.slice(0, guest.left - spared)) {
      missing[table]! -= 1;
      guest.left -= 1;
      guest.visited.add(table);
    }
  }
}

const mayVisit = ({ visited, visitors }: Guest, table: number): boolean =>
  !visited.has(table) && !visitors.past.has(table);

/** Shares the visits of each class among its students, in turn: nobody gets a table twice, or a tag before all have it. */
function dealt(rules: VisitRules, visitors: readonly Visitors[], visits: readonly Visit[]): Guest[] | null {
  const members = visitors.map((one) =>
    one.students.map((): Guest => ({ visitors: one, visited: new Set(), tags: [], left: rules.mostRounds(one) })),
  );
  const turn = visitors.map(() => 0);
  for (const { visitors: index, table, tag, count } of [...visits].sort((a, b) => a.tag - b.tag)) {
    const here = members[index]!;
    for (let unit = 0; unit < count; unit++) {
      const guest = here[turn[index]! % here.length]!;
      turn[index]! += 1;
      if (table === null) guest.tags.push(tag);
      else guest.visited.add(table);
      guest.left -= 1;
      if (guest.left < 0) return null;
    }
  }
  return members.flat();
}

/** Gives everybody the tables for their tags, the emptiest first; false when one has no table left. */
function meetTags(rules: VisitRules, guests: readonly Guest[], load: Int32Array): boolean {
  const { numbers, places } = rules;
  for (const guest of guests) {
    for (const tag of guest.tags) {
      let best = -1;
      let most = 0;
      for (const table of guest.visitors.reach) {
        if (numbers.tags[table]![0] !== tag || !mayVisit(guest, table)) continue;
        const room = mostVisits(places, table) - load[table]!;
        if (room <= most) continue;
        best = table;
        most = room;
      }
      if (best === -1) return false;
      guest.visited.add(best);
      load[best]! += 1;
    }
  }
  return true;
}

/** Visits that each table still lacks to an even size; null when the tables are not even already. */
function missingVisits({ numbers, places }: VisitRules, load: Int32Array): Int32Array | null {
  const missing = new Int32Array(numbers.tables);
  let spare = places.spare;
  for (let table = 0; table < numbers.tables; table++) {
    missing[table] = Math.max(0, places.low[table]! - load[table]!);
    spare -= Math.max(0, load[table]! - places.low[table]!);
  }
  if (spare < 0) return null;
  // the places beyond the low sizes go where most are still to come, so that they are easy to fill
  for (let table = 0; table < numbers.tables && spare > 0; table++) {
    const more = Math.min(spare, mostVisits(places, table) - Math.max(load[table]!, places.low[table]!));
    missing[table]! += more;
    spare -= more;
  }
  return spare === 0 ? missing : null;
}
