import type { Instance, InstanceSchedule, InstanceStudent } from '../instance.ts';
import type { Numbers } from './numbers.ts';
import { mostVisits, type Places } from './places.ts';

/**
 * Why somebody gets less than they wish for: `popular`: more people wish for `mentor` than can sit there; `few-rounds`:
 * they are there for too few rounds; `barred`: tables they may not sit at (step-free, avoid); `traded`: given up for
 * others' wishes or for mixing.
 */
export type LeastReason = 'popular' | 'few-rounds' | 'barred' | 'traded';

/** What one student gets of their wishes, in weight. */
export interface Served {
  readonly student: string;
  readonly met: number;
  /** The best they could get if nobody else came but those they sit with. */
  readonly best: number;
  /** The same if they were there in all rounds and free to sit anywhere. */
  readonly wished: number;
}

export interface LeastServed extends Served {
  readonly reason: LeastReason;
  /** Only for `popular`: the most sought-after mentor they wish for and do not meet. */
  readonly mentor?: string;
}

const MOST_LEAST_SERVED = 5;

/** What every student with wishes who comes gets, in the order of the instance. */
export function servedOf(instance: Instance, numbers: Numbers, schedule: InstanceSchedule): Served[] {
  const visited = visitsOf(instance, schedule);
  return instance.students.flatMap((student, index) => {
    const wants = numbers.wants[index]!;
    const rounds = roundsThere(numbers, index);
    if (wants.size === 0 || rounds === 0) return [];
    let met = 0;
    for (const [table, weight] of wants) if (visited[index]!.has(table)) met += weight;
    const best = heaviest(reachable(numbers, index), rounds);
    return [{ student: student.id, met, best, wished: heaviest(wants, numbers.rounds) }];
  });
}

/** Up to five students who got the least part of their wishes, worst first; nobody who got all they wished. */
export function leastServed(
  instance: Instance,
  numbers: Numbers,
  places: Places,
  schedule: InstanceSchedule,
  served: readonly Served[],
): LeastServed[] {
  const least = served
    .filter(({ met, wished }) => met < wished)
    .sort((a, b) => a.met * b.wished - b.met * a.wished || a.met - b.met)
    .slice(0, MOST_LEAST_SERVED);
  if (least.length === 0) return [];
  const visited = visitsOf(instance, schedule);
  const crowd = tooMany(numbers, places);
  const indexOf = new Map(instance.students.map(({ id }, index) => [id, index]));
  return least.map((one) => {
    const index = indexOf.get(one.student)!;
    const missed = [...reachable(numbers, index).keys()].filter((table) => !visited[index]!.has(table));
    return { ...one, ...reasonOf(instance, numbers, index, one, missed, crowd) };
  });
}

function reasonOf(
  instance: Instance,
  numbers: Numbers,
  index: number,
  { met, best, wished }: Served,
  missed: readonly number[],
  crowd: Int32Array,
): { reason: LeastReason; mentor?: string } {
  const allowed = heaviest(allowedTables(numbers, index), numbers.rounds);
  const [barred, rounds, others] = [wished - allowed, allowed - best, best - met];
  if (barred >= rounds && barred >= others && barred > 0) return { reason: 'barred' };
  if (rounds >= others && rounds > 0) return { reason: 'few-rounds' };
  let popular = -1;
  for (const table of missed) {
    if (crowd[table]! > 0 && (popular === -1 || crowd[table]! > crowd[popular]!)) popular = table;
  }
  if (popular === -1) return { reason: 'traded' };
  return { reason: 'popular', mentor: favourite(instance.students[index]!, instance.tables[popular]!.mentors) };
}

/** The mentor at a table whom a student wishes for most. */
function favourite({ wants }: InstanceStudent, mentors: readonly string[]): string {
  return mentors.reduce((best, one) => ((wants.get(one) ?? 0) > (wants.get(best) ?? 0) ? one : best));
}

type Wants = ReadonlyMap<number, number>;

const heaviest = (wants: Wants, rounds: number): number =>
  [...wants.values()]
    .sort((a, b) => b - a)
    .slice(0, rounds)
    .reduce((sum, weight) => sum + weight, 0);

const allowedTables = (numbers: Numbers, student: number): Wants =>
  new Map([...numbers.wants[student]!].filter(([table]) => !numbers.barred[student]?.has(table)));

/** Wished-for tables that are open in a round in which the student is there. */
function reachable(numbers: Numbers, student: number): Wants {
  const { rounds, open, there } = numbers;
  const meets = (table: number): boolean => {
    for (let round = 0; round < rounds; round++) {
      if (there[student * rounds + round] === 1 && open[table * rounds + round] === 1) return true;
    }
    return false;
  };
  return new Map([...allowedTables(numbers, student)].filter(([table]) => meets(table)));
}

function roundsThere(numbers: Numbers, student: number): number {
  const { rounds, there } = numbers;
  return there.subarray(student * rounds, (student + 1) * rounds).reduce((sum, flag) => sum + flag, 0);
}

/** Per table, how many more people wish for its mentors than can visit it. */
function tooMany(numbers: Numbers, places: Places): Int32Array {
  const crowd = Int32Array.from({ length: numbers.tables }, (_, table) => -mostVisits(places, table));
  for (let student = 0; student < numbers.students; student++) {
    for (const table of reachable(numbers, student).keys()) crowd[table]! += 1;
  }
  for (const table of numbers.decided) if (table >= 0) crowd[table]! -= 1;
  return crowd;
}

function visitsOf(instance: Instance, schedule: InstanceSchedule): Set<number>[] {
  const tableAt = new Map(instance.tables.map(({ id }, index) => [id, index]));
  const studentAt = new Map(instance.students.map(({ id }, index) => [id, index]));
  const visited = instance.students.map(() => new Set<number>());
  for (const round of schedule.rounds) {
    for (const [table, seated] of Object.entries(round)) {
      for (const student of seated) visited[studentAt.get(student)!]!.add(tableAt.get(table)!);
    }
  }
  return visited;
}
