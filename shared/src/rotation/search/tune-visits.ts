import type { Random } from '../../kernel/random.ts';
import type { Aims } from './aims.ts';
import { eligible, type Problem } from './problem.ts';

/** Exchanges tried for each visit. */
const TRIES = 120;
const PROMISE = 2 ** 22;

/**
 * Mends what the flow cannot see: it counts one field for each table, and a table whose mentors stand for several
 * brings more. Two students exchange one table each whenever wishes and fields together do not suffer; nobody gets a
 * table twice who did not have it twice before, and every table keeps its number of guests.
 * @param students who the lines belong to
 * @param visits per student the tables to visit; changed in place
 * @param before [student * tables + table]: visits that are over, or at earlier events
 */
export function tuneVisits(
  problem: Problem,
  students: readonly number[],
  visits: readonly Int32Array[],
  before: Uint16Array,
  aims: Aims,
  random: Random,
): void {
  const rounds = visits[0]?.length ?? 0;
  const severalTags = problem.tags.some((tags) => tags.length > 1);
  if (!severalTags || aims.tag === 0 || rounds === 0 || students.length < 2) return;
  // a promised field is never given up for a wish
  const tagPrice = problem.promised === null ? aims.tag : PROMISE;
  const tagVisits = new Uint16Array(students.length * problem.tagCount);
  visits.forEach((line, index) => {
    for (const table of line) {
      for (const tag of problem.tags[table] ?? []) tagVisits[index * problem.tagCount + tag]! += 1;
    }
  });
  /** Price of going to one table instead of another. */
  const price = (index: number, from: number, to: number): number => {
    const row = index * problem.tagCount;
    const tagsFrom = problem.tags[from]!;
    const tagsTo = problem.tags[to]!;
    const wants = problem.wants[students[index]!]!;
    let sum = aims.want * ((wants.get(from) ?? 0) - (wants.get(to) ?? 0));
    for (const tag of tagsFrom) if (tagVisits[row + tag] === 1 && !tagsTo.includes(tag)) sum += tagPrice;
    for (const tag of tagsTo) if (tagVisits[row + tag] === 0) sum -= tagPrice;
    return sum;
  };
  const change = (index: number, place: number, from: number, to: number): void => {
    const row = index * problem.tagCount;
    visits[index]![place] = to;
    for (const tag of problem.tags[from]!) tagVisits[row + tag]! -= 1;
    for (const tag of problem.tags[to]!) tagVisits[row + tag]! += 1;
  };
  const mayVisit = (index: number, table: number): boolean =>
    eligible(problem, students[index]!, table) &&
    !visits[index]!.includes(table) &&
    before[students[index]! * problem.tables + table] === 0;
  for (let tries = TRIES * students.length * rounds; tries > 0; tries--) {
    const one = random.below(students.length);
    const other = random.below(students.length);
    const onePlace = random.below(rounds);
    const otherPlace = random.below(rounds);
    const from = visits[one]![onePlace]!;
    const to = visits[other]![otherPlace]!;
    if (from === to || from === problem.tables || to === problem.tables) continue;
    if (!mayVisit(one, to) || !mayVisit(other, from)) continue;
    if (price(one, from, to) + price(other, to, from) > 0) continue;
    change(one, onePlace, from, to);
    change(other, otherPlace, to, from);
  }
}
