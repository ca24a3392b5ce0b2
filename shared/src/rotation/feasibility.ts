import { type Instance, shown } from './instance.ts';
import { compileProblem, eligible, FREE, OUT, type Problem } from './search/problem.ts';

export type InfeasibleKind = 'no-seat' | 'group-too-big' | 'apart-together' | 'pin-conflict';

/** Why no schedule can exist; the message is one line and names the culprit. */
export interface Infeasible {
  readonly kind: InfeasibleKind;
  readonly message: string;
}

/**
 * Looks for rules that contradict each other and for people who could never be seated. Since sitting out is allowed,
 * an instance without any of these always has a schedule.
 * @returns the contradictions found, at most a hundred of a sort; empty when a schedule exists
 */
export function infeasibilities(instance: Instance, problem: Problem = compileProblem(instance)): Infeasible[] {
  return [
    ...pinnedTwice(instance),
    ...apartAndTogether(instance, problem),
    ...neverSeated(instance, problem),
    ...impossiblePins(instance, problem),
  ];
}

/** Nobody reads more of a sort. */
const MOST_TOLD = 100;

const conflict = (message: string): Infeasible => ({ kind: 'pin-conflict', message });
const name = (instance: Instance, student: number): string => `student ${shown(instance.students[student]!.id)}`;

/** One person, or the present members of one group, in two places at once. */
function pinnedTwice(instance: Instance): Infeasible[] {
  const found: Infeasible[] = [];
  const places = new Map<string, string | null>();
  for (const { round, student, table } of instance.pinned) {
    const key = JSON.stringify([round, student]);
    const before = places.get(key);
    if (before !== undefined && before !== table) {
      found.push(conflict(`student ${shown(student)} is pinned to two places in round ${round}`));
    }
    places.set(key, table);
    if (found.length === MOST_TOLD) break;
  }
  return found;
}

function apartAndTogether(instance: Instance, problem: Problem): Infeasible[] {
  const found: Infeasible[] = [];
  for (let student = 0; student < problem.students && found.length < MOST_TOLD; student++) {
    for (const other of problem.apart[student]!) {
      if (other < student || problem.group[student] === -1 || problem.group[student] !== problem.group[other]) continue;
      const who = `${name(instance, student)} and ${name(instance, other)}`;
      found.push({ kind: 'apart-together', message: `${who} are to sit apart and together` });
    }
  }
  return found;
}

/** Each pinned seat on its own and against the others; `problem.pin` has the pins of a whole group already. */
function impossiblePins(instance: Instance, problem: Problem): Infeasible[] {
  if (instance.pinned.length === 0) return [];
  const { rounds, students, pin } = problem;
  const found: Infeasible[] = [];
  const studentIndex = new Map(instance.students.map(({ id }, index) => [id, index]));
  const tableIndex = new Map(instance.tables.map(({ id }, index) => [id, index]));
  for (const { round, student, table } of instance.pinned) {
    const index = studentIndex.get(student)!;
    const shared = pin[(round - 1) * students + index]!;
    const wanted = table === null ? OUT : tableIndex.get(table)!;
    if (shared !== wanted && problem.group[index] !== -1 && problem.present[index * rounds + round - 1] === 1) {
      found.push(conflict(`the group of student ${shown(student)} is pinned to two places in round ${round}`));
    }
  }
  for (const round of new Set(instance.pinned.map((one) => one.round - 1))) {
    if (found.length >= MOST_TOLD) break;
    const load = new Int32Array(problem.tables);
    for (let student = 0; student < students; student++) {
      const table = pin[round * students + student]!;
      if (table === FREE || table === OUT) continue;
      const where = (): string => `table ${shown(instance.tables[table]!.id)} in round ${round + 1}`;
      const tell = (what: string): void => {
        found.push(conflict(`${name(instance, student)} is pinned to ${where()}, ${what}`));
      };
      if (problem.present[student * rounds + round] === 0) tell('but absent');
      if (problem.open[table * rounds + round] === 0) tell('which is closed');
      if (!eligible(problem, student, table)) tell('but may not sit there');
      load[table]! += 1;
      if (load[table] === problem.seats[table]! + 1)
        found.push(conflict(`more students are pinned to ${where()} than it seats`));
      for (const other of problem.apart[student]!) {
        if (other < student && pin[round * students + other] === table) {
          found.push(
            conflict(`${name(instance, other)} and ${name(instance, student)} are pinned to ${where()}, but apart`),
          );
        }
      }
    }
  }
  return found;
}

/** What a round has for people who must sit together: nobody of them comes, no table is large enough, none will do, one will. */
type InRound = 'nobody' | 'too-large' | 'none' | 'a-table';

function inRound(problem: Problem, together: readonly number[], round: number, largest: Int32Array): InRound {
  const { rounds, tables, present, open, seats, barred } = problem;
  const here = together.filter((member) => present[member * rounds + round] === 1);
  if (here.length === 0) return 'nobody';
  if (here.length > largest[round]!) return 'too-large';
  const limits = here.map((member) => barred[member]).filter((list) => list !== null);
  if (limits.length === 0) return 'a-table';
  for (let table = 0; table < tables; table++) {
    if (open[table * rounds + round] === 0 || here.length > seats[table]!) continue;
    if (limits.every((list) => list![table] === 0)) return 'a-table';
  }
  return 'none';
}

/** Seats of the largest open table, per round; 0 when all are closed. */
function largestOpen({ rounds, tables, open, seats }: Problem): Int32Array {
  const largest = new Int32Array(rounds);
  for (let table = 0; table < tables; table++) {
    for (let round = 0; round < rounds; round++) {
      if (open[table * rounds + round] === 1) largest[round] = Math.max(largest[round]!, seats[table]!);
    }
  }
  return largest;
}

function neverSeated(instance: Instance, problem: Problem): Infeasible[] {
  const { rounds, present, group } = problem;
  const found: Infeasible[] = [];
  const toldGroups = new Set<number>();
  const largest = largestOpen(problem);
  // per group what each round has for it: asked once, however many they are
  const known = new Map<number, InRound[]>();
  for (let student = 0; student < problem.students && found.length < MOST_TOLD; student++) {
    const own = group[student]!;
    if (toldGroups.has(own)) continue;
    const together = own === -1 ? [student] : problem.groups[own]!;
    const asked = own === -1 ? [] : (known.get(own) ?? []);
    if (own !== -1) known.set(own, asked);
    let comes = false;
    let seated = false;
    let roomForAll = false;
    for (let round = 0; round < rounds && !seated; round++) {
      if (present[student * rounds + round] === 0) continue;
      comes = true;
      asked[round] ??= inRound(problem, together, round, largest);
      roomForAll ||= asked[round] !== 'too-large';
      seated = asked[round] === 'a-table';
    }
    if (!comes || seated) continue;
    if (own !== -1 && !roomForAll) {
      toldGroups.add(own);
      const message = `the group of ${together.length} around ${name(instance, student)} fits at no open table`;
      found.push({ kind: 'group-too-big', message });
    } else {
      found.push({ kind: 'no-seat', message: `${name(instance, student)} comes, but may sit at no open table` });
    }
  }
  return found;
}
