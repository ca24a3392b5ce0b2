import { mostVisits } from './places.ts';
import type { Visitors } from './visitors.ts';
import type { MostVisits, VisitRules } from './visits.ts';

/**
 * The most different tags met, decided seats included, where tables have several: what each student can get from the
 * tables with the most tags, or what each tag's tables have places for; the smaller sum counts.
 */
export function mostTags(rules: VisitRules, visitors: readonly Visitors[]): MostVisits {
  const { numbers, places } = rules;
  let perStudent = 0;
  let known = 0;
  const stillToMeet = new Int32Array(numbers.tagCount);
  for (const one of visitors) {
    const past = new Set([...one.past].flatMap((table) => numbers.tags[table]!));
    const all = new Set([...past, ...one.reach.flatMap((table) => numbers.tags[table]!)]);
    const counts = one.reach.map((table) => numbers.tags[table]!.length).sort((a, b) => b - a);
    const best = counts.slice(0, rules.mostRounds(one)).reduce((sum, count) => sum + count, past.size);
    perStudent += one.students.length * Math.min(all.size, best);
    known += one.students.length * past.size;
    for (const tag of all) if (!past.has(tag)) stillToMeet[tag]! += one.students.length;
  }
  const visits = new Int32Array(numbers.tagCount);
  numbers.tags.forEach((tags, table) => {
    for (const tag of tags) visits[tag]! += mostVisits(places, table);
  });
  const perTag = stillToMeet.reduce((sum, count, tag) => sum + Math.min(count, visits[tag]!), known);
  return { value: Math.min(perStudent, perTag), exact: false };
}
