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
  for (let round = 0; round < rounds && found.length < MOST_TOLD; round++) {
    const load = new Int32Array(problem.tables);
    for (let student = 0; student < students; student++) {
      const table = pin[round * students + student]!;
      if (table === FREE || table === OUT) continue;
      const where = `table ${shown(instance.tables[table]!.id)} in round ${round + 1}`;
      const who = `${name(instance, student)} is pinned to ${where}`;
      if (problem.present[student * rounds + round] === 0) found.push(conflict(`${who}, but absent`));
      if (problem.open[table * rounds + round] === 0) found.push(conflict(`${who}, which is closed`));
      if (!eligible(problem, student, table)) found.push(conflict(`${who}, but may not sit there`));
      load[table]! += 1;
      if (load[table] === problem.seats[table]! + 1)
        found.push(conflict(`more students are pinned to ${where} than it seats`));
      for (const other of problem.apart[student]!) {
        if (other < student && pin[round * students + other] === table) {
          found.push(
            conflict(`${name(instance, other)} and ${name(instance, student)} are pinned to ${where}, but apart`),
          );
        }
      }
    }
  }
  return found;
}

/** Can these students, who must sit together, sit at this table in this round? */
function fits(problem: Problem, here: readonly number[], table: number, round: number): boolean {
  if (problem.open[table * problem.rounds + round] === 0 || here.length > problem.seats[table]!) return false;
  return here.every((student) => eligible(problem, student, table));
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
  const { rounds, tables, present, group } = problem;
  const found: Infeasible[] = [];
  const toldGroups = new Set<number>();
  const largest = largestOpen(problem);
  for (let student = 0; student < problem.students && found.length < MOST_TOLD; student++) {
    const own = group[student]!;
    if (toldGroups.has(own)) continue;
    const together = own === -1 ? [student] : problem.groups[own]!;
    const anywhere = together.every((member) => problem.barred[member] === null);
    let comes = false;
    let seated = false;
    let roomForAll = false;
    for (let round = 0; round < rounds && !seated; round++) {
      if (present[student * rounds + round] === 0) continue;
      comes = true;
      const here = own === -1 ? together : together.filter((member) => present[member * rounds + round] === 1);
      if (here.length > largest[round]!) continue;
      roomForAll = true;
      seated = anywhere;
      for (let table = 0; table < tables && !seated; table++) seated = fits(problem, here, table, round);
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
