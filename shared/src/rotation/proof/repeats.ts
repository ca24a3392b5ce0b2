import { GainFlow } from './gain-flow.ts';
import type { Numbers } from './numbers.ts';
import type { RoundLimits } from './round-limits.ts';
import type { Visitors } from './visitors.ts';

/** Fewest repeats: those among decided seats, and those still to come when as many people sit as can. */
export interface FewestRepeats {
  readonly already: number;
  readonly toCome: number;
}

/**
 * Fewest visits to a mentor's table after the first. Takes exactly the seats that are left to take (a flow from people's
 * free rounds to tables' free places), with as many first visits as possible.
 */
export function fewestRepeats(
  numbers: Numbers,
  visitors: readonly Visitors[],
  rounds: readonly RoundLimits[],
): FewestRepeats {
  const toTake = rounds.reduce((sum, { seated, givenInAll }) => sum + seated - givenInAll, 0);
  const already = repeatsDecided(numbers);
  const network = new GainFlow(3 + numbers.tables);
  const [sink, everybody] = [1, 2];
  // taking all seats comes before everything else
  const seat = toTake + 1;
  network.arc(0, everybody, toTake, seat);
  for (let table = 0; table < numbers.tables; table++) {
    let places = 0;
    for (let round = 0; round < numbers.rounds; round++) {
      if (numbers.open[table * numbers.rounds + round] === 1)
        places += numbers.seats[table]! - rounds[round]!.given[table]!;
    }
    network.arc(3 + table, sink, places, 0);
  }
  for (const { students, free, reach, past } of visitors) {
    if (free === 0) continue;
    const node = network.node();
    const count = students.length;
    network.arc(everybody, node, count * free, 0);
    for (const table of reach) {
      const again = numbers.mentored[table] === 1;
      if (again && !past.has(table)) network.arc(node, 3 + table, count, 1);
      network.arc(node, 3 + table, count * free, again ? 0 : 1);
    }
  }
  const { flow, gain } = network.run(0, sink);
  return { already, toCome: toTake - (gain - flow * seat) };
}

/** Repeats among the seats that are already given. */
function repeatsDecided(numbers: Numbers): number {
  if (!numbers.anyDecided) return 0;
  let repeats = 0;
  for (let student = 0; student < numbers.students; student++) {
    const seen = new Set<number>();
    for (let round = 0; round < numbers.rounds; round++) {
      const place = numbers.decided[round * numbers.students + student]!;
      if (place < 0 || numbers.mentored[place] === 0) continue;
      if (seen.has(place)) repeats += 1;
      seen.add(place);
    }
  }
  return repeats;
}
