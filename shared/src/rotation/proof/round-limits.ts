import { evenSizes } from '../even-sizes.ts';
import { GainFlow } from './gain-flow.ts';
import { FREE, type Numbers } from './numbers.ts';

/** What one round allows at best, whatever the other rounds do. */
export interface RoundLimits {
  /** Tables that are open. */
  readonly open: readonly number[];
  /** Students who are there. */
  readonly there: number;
  /** The most who can sit. */
  readonly seated: number;
  /** Even sizes for that many, per table; 0 for a closed one. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Seats already given away, per table and in all. */
  readonly given: Int32Array;
  readonly givenInAll: number;
  /** Seats that lie outside the even sizes at least. */
  readonly uneven: number;
  /** Nothing is left to choose in this round. */
  readonly over: boolean;
}

/** Students whom a round's tables cannot tell apart. */
interface Guests {
  readonly barred: ReadonlySet<number> | null;
  count: number;
}

/** The limits of every round: most people seated by a maximum flow, least unevenness by one that fills tables evenly. */
export function roundLimits(numbers: Numbers): RoundLimits[] {
  const known = new Map<string, RoundLimits>();
  const keys = numbers.barred.map((barred) => (barred ? [...barred].join() : ''));
  return Array.from({ length: numbers.rounds }, (_, round) => {
    const guests = new Map<string, Guests>();
    const given = new Int32Array(numbers.tables);
    let there = 0;
    for (let student = 0; student < numbers.students; student++) {
      if (numbers.there[student * numbers.rounds + round] === 0) continue;
      there += 1;
      const place = numbers.decided[round * numbers.students + student]!;
      if (place >= 0) given[place]! += 1;
      if (place !== FREE) continue;
      const same = guests.get(keys[student]!);
      if (same) same.count += 1;
      else guests.set(keys[student]!, { barred: numbers.barred[student]!, count: 1 });
    }
    const open = Array.from({ length: numbers.tables }, (_table, table) => table).filter(
      (table) => numbers.open[table * numbers.rounds + round] === 1,
    );
    const who = [...guests].map(([key, { count }]) => `${key}:${count}`).sort();
    const signature = `${there} ${who.join('|')} ${open.join()} ${given.join()}`;
    const limits = known.get(signature) ?? limitsOf(numbers, open, there, [...guests.values()], given);
    known.set(signature, limits);
    return limits;
  });
}

function limitsOf(
  numbers: Numbers,
  open: readonly number[],
  there: number,
  guests: readonly Guests[],
  given: Int32Array,
): RoundLimits {
  const givenInAll = given.reduce((sum, count) => sum + count, 0);
  const room = (table: number): [number, number][] => [[numbers.seats[table]! - given[table]!, 1]];
  const seated = givenInAll + fill(numbers, open, guests, room);
  const seats = new Int32Array(numbers.tables);
  for (const table of open) seats[table] = numbers.seats[table]!;
  const { low, high } = evenSizes(seats, seated);
  let missing = 0;
  let tooMany = 0;
  for (const table of open) {
    missing += Math.max(0, low[table]! - given[table]!);
    tooMany += Math.max(0, given[table]! - high[table]!);
  }
  // a unit earns 3 up to the low size (one seat less is missing), 2 up to the high one, 1 beyond (one seat too many)
  const evenly = fill(numbers, open, guests, (table) => {
    const taken = given[table]!;
    const toLow = Math.max(0, low[table]! - taken);
    const toHigh = Math.max(0, high[table]! - taken - toLow);
    return [[toLow, 3], [toHigh, 2], [Math.max(0, seats[table]! - taken - toLow - toHigh), 1]]; // biome-ignore format: one line tells it best
  });
  const uneven = missing + tooMany - (evenly - 2 * (seated - givenInAll));
  return { open, there, seated, low, high, given, givenInAll, uneven, over: guests.length === 0 };
}

/** Seats guests at tables whose places earn different amounts; returns the most that can be earned. */
function fill(
  numbers: Numbers,
  open: readonly number[],
  guests: readonly Guests[],
  places: (table: number) => readonly (readonly [count: number, gain: number])[],
): number {
  const flow = new GainFlow(2 + numbers.tables);
  for (const table of open) {
    for (const [count, gain] of places(table)) if (count > 0) flow.arc(2 + table, 1, count, gain);
  }
  for (const { barred, count } of guests) {
    const node = flow.node();
    flow.arc(0, node, count, 0);
    for (const table of open) if (!barred?.has(table)) flow.arc(node, 2 + table, count, 0);
  }
  return flow.run(0, 1).gain;
}
