import { seededRandom } from '../../kernel/random.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { type Infeasible, infeasibilities } from '../feasibility.ts';
import { type Instance, type InstancePin, type InstanceStudent, shown } from '../instance.ts';
import { compileProblem, type Problem } from '../search/problem.ts';
import { type SolveOptions, solveProblem } from '../solve.ts';
import { isParticular, suitingOf } from '../suits.ts';
import { asFirst, homeUnits, indexOf, pairsMetOf, roundsOf, walkOf } from './as-first.ts';
import type { Instance2 } from './instance-2.ts';
import { chooseCompany } from './lasting-company.ts';
import { mentorsAtWork } from './rests.ts';
import { type Planned2, scheduleAtHome } from './students-mode.ts';

/** Fixed groups move together, one to a table; mentors keep their table. */
export function planGroups(instance: Instance2, options: SolveOptions): Result<Planned2, Infeasible> {
  const work = mentorsAtWork(instance, homeUnits(instance));
  const single = asFirst(instance, work);
  const people = compileProblem(single);
  const alone = infeasibilities(single, people)[0];
  if (alone) return refused(alone);
  const dealt = dealGroups(instance, people, options.seed);
  if (!dealt.ok) return dealt;
  const groups = dealt.value;
  const first = instanceOfGroups(instance, single, groups);
  const problem = problemOfGroups(instance, first, people, groups);
  const conflict = infeasibilities(first, problem)[0];
  if (conflict) return refused(conflict);
  const { seat, ...effort } = solveProblem(problem, options);
  const groupOf = new Int32Array(people.students).fill(-1);
  groups.forEach((members, group) => {
    for (const member of members) groupOf[member] = group;
  });
  const tableOf = (round: number, student: number): number =>
    groupOf[student]! >= 0 && people.present[student * people.rounds + round] === 1
      ? seat[round * groups.length + groupOf[student]!]!
      : -1;
  return ok({ schedule: scheduleAtHome(instance, work, tableOf), ...effort });
}

/** The groups as the organiser listed them, filled up and dealt to even sizes; those who do not come are in none. */
function dealGroups(instance: Instance2, people: Problem, seed: number): Result<number[][], Infeasible> {
  const studentIndex = indexOf(instance.students);
  const comes = (student: number): boolean => instance.students[student]!.present?.length !== 0;
  const given = new Int32Array(people.students).fill(-1);
  instance.groups?.forEach((group, index) => {
    for (const id of group) given[studentIndex.get(id)!] = index;
  });
  for (let student = 0; student < people.students; student++) {
    const other = people.apart[student]!.find((one) => given[one] === given[student] && given[one] !== -1);
    if (other === undefined) continue;
    const who = `students ${shown(instance.students[student]!.id)} and ${shown(instance.students[other]!.id)}`;
    return refused({ kind: 'apart-together', message: `${who} are to sit apart, but are of one group` });
  }
  const blocks = blocksOf(people, comes);
  const count = blocks.reduce((sum, block) => sum + block.length, 0);
  const largest = instance.tables.reduce((most, { seats }) => Math.max(most, seats), 0);
  const tooBig = instance.groups?.find((group) => group.length > largest);
  if (tooBig) {
    const message = `the group of ${tooBig.length} around student ${shown(tooBig[0])} fits at no table`;
    return refused({ kind: 'group-too-big', message });
  }
  const circles = instance.groups?.length ?? groupCount(instance, count);
  const particular = particularCircles(instance, given, circles);
  const { circleOf, stranded } = chooseCompany(
    {
      seats: new Array<number>(circles).fill(largest),
      blocks,
      given,
      mayJoin: (person, circle) => !isParticular(instance.students[person]!) || particular.has(circle),
      idle: () => 0,
      apart: people.apart,
      met: metOf(instance),
      avoids: people.barred.map((barred) => (barred === null ? [] : placesOf(barred))),
      wants: people.wants,
      hosts: people.tables,
      meets: Math.min(people.rounds, people.tables),
      sure: [],
    },
    seededRandom(seed),
  );
  if (stranded >= 0) {
    const message = `student ${shown(instance.students[stranded]!.id)} fits in no group`;
    return refused({ kind: 'no-seat', message });
  }
  const groups = Array.from({ length: circles }, (): number[] => []);
  circleOf.forEach((circle, student) => {
    if (circle >= 0) groups[circle]!.push(student);
  });
  return ok(groups.filter((group) => group.length > 0));
}

/** Those who come, as they go together; friends of friends are one block. */
export function blocksOf(people: Problem, comes: (student: number) => boolean): number[][] {
  const blocks = people.groups.map((members) => members.filter(comes)).filter((members) => members.length > 0);
  for (let student = 0; student < people.students; student++) {
    if (people.group[student] === -1 && comes(student)) blocks.push([student]);
  }
  return blocks;
}

/** Per student those they met at earlier events, both ways. */
export function metOf(instance: Instance2): number[][] {
  const met: number[][] = instance.students.map(() => []);
  for (const [one, other] of pairsMetOf(instance)) {
    met[one]!.push(other);
    met[other]!.push(one);
  }
  return met;
}

const placesOf = (flags: Uint8Array): number[] => [...flags.keys()].filter((place) => flags[place] === 1);

/** As many groups as can sit at once; more only when too few tables are large enough. */
function groupCount(instance: Instance2, students: number): number {
  const seats = instance.tables.filter(({ open }) => open?.length !== 0).map((table) => table.seats);
  let best = 1;
  let bestShare = 0;
  for (let count = Math.min(students, seats.length); count >= 1; count--) {
    const size = Math.ceil(students / count);
    const fit = seats.filter((seat) => seat >= size).length;
    const share = Math.min(fit, count) / count;
    if (share > bestShare) [best, bestShare] = [count, share];
  }
  if (bestShare > 0) return best;
  // nobody fits in so few groups: they take turns
  return Math.max(1, Math.ceil(students / Math.max(1, ...seats)));
}

/** The circles for those who need a step-free or a quiet table: the ones the organiser put them in, else as few as hold them. */
function particularCircles(instance: Instance2, given: Int32Array, circles: number): Set<number> {
  const needed = instance.students.flatMap((one, student) => (isParticular(one) ? [student] : []));
  const listed = new Set(needed.map((student) => given[student]!).filter((circle) => circle >= 0));
  const size = Math.max(1, Math.floor(instance.students.length / circles));
  const fresh = needed.filter((student) => given[student] === -1).length;
  const wanted = Math.min(circles, listed.size + Math.ceil(fresh / size));
  for (let circle = 0; listed.size < wanted && circle < circles; circle++) listed.add(circle);
  return listed;
}

/** Each group as one student who carries the wishes and needs of all; its id is that of its first member. */
function instanceOfGroups(instance: Instance2, single: Instance, groups: readonly (readonly number[])[]): Instance {
  const groupOf = new Map<string, number>();
  const students = groups.map((members, group): InstanceStudent => {
    const wants = new Map<string, number>();
    const rounds = new Set<number>();
    const avoid = new Set<string>();
    for (const member of members) {
      const student = single.students[member]!;
      groupOf.set(student.id, group);
      for (const [mentor, weight] of student.wants) wants.set(mentor, (wants.get(mentor) ?? 0) + weight);
      for (const round of roundsOf(student.present, instance.rounds)) rounds.add(round);
      for (const mentor of student.avoid) avoid.add(mentor);
    }
    const { id } = single.students[members[0]!]!;
    const needs = suitingOf({
      stepFree: members.some((member) => single.students[member]!.stepFree),
      quiet: members.some((member) => single.students[member]!.quiet === true),
    });
    return { id, wants, present: [...rounds], ...needs, avoid: [...avoid], apart: [], together: [] };
  });
  const presence = new Map(single.students.map(({ id, present }) => [id, present]));
  const pinned = single.pinned.flatMap((pin): InstancePin[] => {
    const group = groupOf.get(pin.student);
    const present = presence.get(pin.student) ?? null;
    if (group === undefined || (present !== null && !present.includes(pin.round))) return [];
    return [{ ...pin, student: students[group]!.id }];
  });
  // a seat is for a whole group
  return { ...single, students, pinned, tables: single.tables.map((table) => ({ ...table, seats: 1 })) };
}

function problemOfGroups(
  instance: Instance2,
  first: Instance,
  people: Problem,
  groups: readonly (readonly number[])[],
): Problem {
  const problem = compileProblem(first);
  const tableOf = new Map(instance.tables.flatMap(({ mentors }, table) => mentors.map((mentor) => [mentor, table])));
  const metBefore = new Uint8Array(groups.length * people.tables);
  const promised = Int32Array.from(groups, (members) =>
    members.reduce((most, member) => Math.max(most, instance.students[member]!.promisedFields), 0),
  );
  const barred = groups.map((members, group) => {
    const flags = Uint8Array.from(instance.tables, ({ seats }) => (seats < members.length ? 1 : 0));
    problem.barred[group]?.forEach((flag, table) => {
      if (flag === 1) flags[table] = 1;
    });
    for (const member of members) {
      for (const mentor of instance.students[member]!.metMentors) {
        const table = tableOf.get(mentor);
        if (table !== undefined) metBefore[group * people.tables + table] = 1;
      }
    }
    return flags.includes(1) ? flags : null;
  });
  return {
    ...problem,
    barred,
    metBefore: metBefore.includes(1) ? metBefore : null,
    promised: promised.some((count) => count > 0) ? promised : null,
    walk: walkOf(instance.tables),
  };
}
