import { FREE, type Numbers } from './numbers.ts';

/** Students whom nothing tells apart but their names and those they sit with: one node of a flow. */
export interface Visitors {
  readonly students: readonly number[];
  /** Rounds in which each of them is there and not yet decided. */
  readonly free: number;
  /** Tables that they may sit at in one of those rounds, in order. */
  readonly reach: readonly number[];
  /** Tables where they already have a decided seat. */
  readonly past: ReadonlySet<number>;
  /** What they wish for, in units of `Numbers.evened`. */
  readonly wants: ReadonlyMap<number, number>;
}

const NOWHERE: ReadonlySet<number> = new Set();

/**
 * Groups students who are alike in rounds, tables and past; with `byWishes` also in what they wish for.
 */
export function visitorsOf(numbers: Numbers, byWishes: boolean): Visitors[] {
  const classes = new Map<string, { students: number[]; free: number; reach: number[]; past: ReadonlySet<number> }>();
  const openIn = new Map<string, number[]>();
  for (let student = 0; student < numbers.students; student++) {
    const { mask, free } = freeRounds(numbers, student);
    const past = pastTables(numbers, student);
    const barred = numbers.barred[student];
    const wishes = byWishes ? wishText(numbers.evened.wants[student]!) : '';
    const key = `${mask}/${barred ? [...barred].join() : ''}/${[...past].join()}/${wishes}`;
    const same = classes.get(key);
    if (same) {
      same.students.push(student);
      continue;
    }
    const open = openIn.get(mask) ?? openTables(numbers, mask);
    openIn.set(mask, open);
    const reach = barred ? open.filter((table) => !barred.has(table)) : open;
    classes.set(key, { students: [student], free, reach, past });
  }
  return [...classes.values()].map((one) => ({ ...one, wants: numbers.evened.wants[one.students[0]!]! }));
}

function freeRounds(numbers: Numbers, student: number): { mask: string; free: number } {
  let mask = '';
  let free = 0;
  for (let round = 0; round < numbers.rounds; round++) {
    const is =
      numbers.there[student * numbers.rounds + round] === 1 &&
      numbers.decided[round * numbers.students + student] === FREE;
    mask += is ? '1' : '0';
    if (is) free += 1;
  }
  return { mask, free };
}

function pastTables(numbers: Numbers, student: number): ReadonlySet<number> {
  if (!numbers.anyDecided) return NOWHERE;
  const past: number[] = [];
  for (let round = 0; round < numbers.rounds; round++) {
    const place = numbers.decided[round * numbers.students + student]!;
    if (place >= 0) past.push(place);
  }
  return new Set(past.sort((a, b) => a - b));
}

const wishText = (wants: ReadonlyMap<number, number>): string =>
  [...wants]
    .sort(([a], [b]) => a - b)
    .map(([table, weight]) => `${table}:${weight}`)
    .join();

function openTables(numbers: Numbers, mask: string): number[] {
  const tables: number[] = [];
  for (let table = 0; table < numbers.tables; table++) {
    for (let round = 0; round < numbers.rounds; round++) {
      if (mask[round] !== '1' || numbers.open[table * numbers.rounds + round] === 0) continue;
      tables.push(table);
      break;
    }
  }
  return tables;
}
