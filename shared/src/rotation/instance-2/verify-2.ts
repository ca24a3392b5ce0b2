import { shown } from '../instance.ts';
import { type BrokenRule, type HardRule, verify } from '../verify.ts';
import { type Instance2, SCHEDULE_2_FORMAT, type Schedule2, type Seating2 } from './instance-2.ts';

export type HardRule2 =
  | HardRule
  | 'mentor-absent'
  | 'mentor-twice-in-round'
  | 'too-many-mentors'
  | 'mentor-away'
  | 'mentor-rests'
  | 'mentor-pinned'
  | 'mentor-unsuited'
  | 'mentors-apart'
  | 'pair-split'
  | 'student-moved'
  | 'stay-put'
  | 'group-split'
  | 'two-groups';

/** A hard rule that a schedule breaks; `round` counts from 1, 0 when the whole evening is meant. */
export interface BrokenRule2 extends Omit<BrokenRule, 'rule'> {
  readonly rule: HardRule2;
  readonly mentors: readonly string[];
}

interface Place {
  readonly round: number;
  readonly table: string | null;
}
type Report = (rule: HardRule2, place: Place, students?: readonly string[], mentors?: readonly string[]) => void;
type Round2 = ReadonlyMap<string, Seating2>;

/**
 * Checks a schedule against every hard rule of its instance, by reading the rules one by one. Shares nothing with the
 * search, and holds for schedules of any origin, also for input that is no schedule at all.
 * @returns what is broken; empty when the schedule may be used
 */
export function verify2(instance: Instance2, schedule: unknown): BrokenRule2[] {
  const shape = wrongShape(instance, schedule);
  if (shape !== null) return [malformed(shape)];
  const { rounds } = schedule as Schedule2;
  // who avoids whom is read below, where it is known which mentor sits where
  const plain = { ...instance, students: instance.students.map((student) => ({ ...student, avoid: [] })) };
  const seats = rounds.map((round) =>
    Object.fromEntries(Object.entries(round).map(([table, { students }]) => [table, students])),
  );
  const first = verify(plain, { format: 'rotation-schedule/1', instance: instance.name, rounds: seats });
  const broken: BrokenRule2[] = first.map((found) => ({ ...found, mentors: [] }));
  if (broken.some(({ rule }) => rule === 'malformed')) return broken;
  const report: Report = (rule, { round, table }, students = [], mentors = []) => {
    broken.push({ rule, round, table, students, mentors });
  };
  const lists = rounds.map((round) => new Map(Object.entries(round)));
  mentorRules(instance, lists, report);
  meetingRules(instance, lists, report);
  if (instance.whoMoves === 'mentors') mentorNeeds(instance, lists, report);
  if (instance.whoMoves === 'mentors' || instance.whoMoves === 'mixed') pairsTravelTogether(instance, lists, report);
  studentsWhoStay(instance, lists, report);
  if (instance.whoMoves === 'groups') groupRules(instance, lists, report);
  return broken;
}

const malformed = (message: string): BrokenRule2 => ({
  rule: 'malformed',
  round: 0,
  table: null,
  students: [],
  mentors: [],
  message,
});

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The first thing that makes this no schedule of the instance, in one line; null for a schedule. */
function wrongShape(instance: Instance2, schedule: unknown): string | null {
  if (typeof schedule !== 'object' || schedule === null) return 'a schedule has to be an object';
  const { format, instance: name, rounds } = schedule as Partial<Record<string, unknown>>;
  if (format !== SCHEDULE_2_FORMAT) return `format has to be "${SCHEDULE_2_FORMAT}", not ${shown(format)}`;
  if (name !== instance.name) return `the schedule belongs to ${shown(name)}, not ${shown(instance.name)}`;
  if (!isList(rounds) || rounds.length !== instance.rounds) return `rounds has to be a list of ${instance.rounds}`;
  const mentorIds = new Set<unknown>(instance.mentors.map(({ id }) => id));
  for (const [index, round] of rounds.entries()) {
    if (typeof round !== 'object' || round === null || isList(round)) {
      return `round ${index + 1} has to be an object of tables`;
    }
    for (const [table, seating] of Object.entries(round)) {
      const { students, mentors } = (seating ?? {}) as Partial<Record<string, unknown>>;
      if (!isList(students) || !isList(mentors)) return `table ${shown(table)} has to have students and mentors`;
      const stranger = mentors.find((mentor) => !mentorIds.has(mentor));
      if (stranger !== undefined) return `there is no mentor ${shown(stranger)}`;
    }
  }
  return null;
}

/** Presence, one place at a time, how many at a table, home tables, rests, places that are given. */
function mentorRules(instance: Instance2, rounds: readonly Round2[], report: Report): void {
  const { whoMoves } = instance;
  const mentors = new Map(instance.mentors.map((mentor) => [mentor.id, mentor]));
  const homeOf = new Map(instance.tables.flatMap((table) => table.mentors.map((mentor) => [mentor, table.id])));
  const openIn = new Map(instance.tables.map(({ id, open }) => [id, open]));
  const seatedIn = new Map<string, number>();
  const most = Math.max(1, ...instance.tables.map((table) => table.mentors.length));
  rounds.forEach((tables, index) => {
    const round = index + 1;
    const tableOf = new Map<string, string>();
    for (const [table, seating] of tables) {
      const place = { round, table };
      const allowed = whoMoves === 'mentors' ? instance.mentorsAtTable : most;
      if (seating.mentors.length > allowed) report('too-many-mentors', place, [], seating.mentors);
      const open = openIn.get(table) ?? null;
      // with students there, the table is told already
      if (seating.mentors.length > 0 && seating.students.length === 0 && open !== null && !open.includes(round)) {
        report('closed-table', place, [], seating.mentors);
      }
      for (const mentor of seating.mentors) {
        const isThere = mentors.get(mentor)?.present?.includes(round) ?? true;
        if (!isThere) report('mentor-absent', place, [], [mentor]);
        if (tableOf.has(mentor)) report('mentor-twice-in-round', place, [], [mentor]);
        else if (isThere) seatedIn.set(mentor, (seatedIn.get(mentor) ?? 0) + 1);
        tableOf.set(mentor, table);
        const stays = whoMoves === 'students' || whoMoves === 'groups';
        if (stays && homeOf.get(mentor) !== table) report('mentor-away', place, [], [mentor]);
      }
    }
    for (const pin of instance.pinnedMentors) {
      if (pin.round !== round || (tableOf.get(pin.mentor) ?? null) === pin.table) continue;
      report('mentor-pinned', { round, table: pin.table }, [], [pin.mentor]);
    }
  });
  for (const { id, present, rests } of instance.mentors) {
    const there = present === null ? instance.rounds : new Set(present).size;
    if (there - (seatedIn.get(id) ?? 0) < Math.min(rests, there)) {
      report('mentor-rests', { round: 0, table: null }, [], [id]);
    }
  }
}

/** The tables mentors can get to, and whom they share none with. */
function mentorNeeds(instance: Instance2, rounds: readonly Round2[], report: Report): void {
  const mentors = new Map(instance.mentors.map((mentor) => [mentor.id, mentor]));
  rounds.forEach((tables, index) => {
    for (const { id, stepFree, quiet } of instance.tables) {
      const place = { round: index + 1, table: id };
      const here = tables.get(id)?.mentors ?? [];
      for (const one of here) {
        const mentor = mentors.get(one);
        const meetsSteps = mentor?.stepFree === true && !stepFree;
        if (meetsSteps || (mentor?.quiet === true && quiet !== true)) report('mentor-unsuited', place, [], [one]);
        const others = here.filter((other) => other !== one && mentor?.apart?.includes(other));
        if (others.length > 0) report('mentors-apart', place, [], [one, ...others]);
      }
    }
  });
}

/** Nobody sits with a mentor they are to avoid, nor at a mentors' table to which no mentor came. */
function meetingRules(instance: Instance2, rounds: readonly Round2[], report: Report): void {
  const avoids = instance.students.filter(({ avoid }) => avoid.length > 0);
  const stays = instance.whoMoves === 'students' || instance.whoMoves === 'groups';
  const withMentors = new Set(instance.tables.filter(({ mentors }) => mentors.length > 0).map(({ id }) => id));
  rounds.forEach((tables, index) => {
    const round = index + 1;
    const tableOf = new Map<string, string>();
    for (const [table, { students, mentors }] of tables) {
      for (const student of students) tableOf.set(student, table);
      const forsaken = students.length > 0 && mentors.length === 0 && withMentors.has(table);
      if (stays && forsaken) report('closed-table', { round, table });
    }
    for (const { id, avoid } of avoids) {
      const table = tableOf.get(id);
      if (table === undefined) continue;
      const met = avoid.filter((mentor) => tables.get(table)?.mentors.includes(mentor));
      if (met.length > 0) report('avoid', { round, table }, [id], met);
    }
  });
}

/** Mentors who share a home table (when mentors move, two and two of them) sit together whenever they sit anywhere. */
function pairsTravelTogether(instance: Instance2, rounds: readonly Round2[], report: Report): void {
  const { whoMoves, mentorsAtTable } = instance;
  if (whoMoves === 'mentors' && mentorsAtTable === 1) return;
  const size = whoMoves === 'mentors' ? mentorsAtTable : Number.POSITIVE_INFINITY;
  const units: (readonly string[])[] = [];
  for (const { mentors } of instance.tables) {
    for (let from = 0; from < mentors.length; from += size) units.push(mentors.slice(from, from + size));
  }
  rounds.forEach((tables, index) => {
    const tableOf = new Map<string, string>();
    for (const [table, { mentors }] of tables) for (const mentor of mentors) tableOf.set(mentor, table);
    for (const unit of units) {
      const seated = unit.filter((mentor) => tableOf.has(mentor));
      if (new Set(seated.map((mentor) => tableOf.get(mentor))).size > 1) {
        report('pair-split', { round: index + 1, table: null }, [], seated);
      }
    }
  });
}

/** The stay-put seats; when mentors move, everybody keeps the table they first had. */
function studentsWhoStay(instance: Instance2, rounds: readonly Round2[], report: Report): void {
  const staysAt = new Map(instance.students.map(({ id, staysAt: table }) => [id, table]));
  const firstOf = new Map<string, string>();
  rounds.forEach((tables, index) => {
    for (const [table, { students }] of tables) {
      for (const student of students) {
        const place = { round: index + 1, table };
        const stay = staysAt.get(student) ?? null;
        if (stay !== null && stay !== table) report('stay-put', place, [student]);
        const first = firstOf.get(student);
        if (first === undefined) firstOf.set(student, table);
        else if (first !== table && instance.whoMoves === 'mentors') report('student-moved', place, [student]);
      }
    }
  });
}

/**
 * One group a table, and groups stay whole. A group is whoever is listed together, and whoever ever shares a table:
 * so also those that the planner dealt are groups without being told.
 */
function groupRules(instance: Instance2, rounds: readonly Round2[], report: Report): void {
  const listedIn = new Map<string, number>();
  const mates = new Map<string, Set<string>>(instance.students.map(({ id }) => [id, new Set()]));
  const link = (first: string | undefined, others: readonly string[]): void => {
    for (const other of others) {
      if (first === undefined) continue;
      mates.get(first)?.add(other);
      mates.get(other)?.add(first);
    }
  };
  instance.groups?.forEach((group, index) => {
    for (const student of group) listedIn.set(student, index);
    link(group[0], group.slice(1));
  });
  rounds.forEach((tables, index) => {
    for (const [table, { students }] of tables) {
      link(students[0], students.slice(1));
      const listed = students.filter((student) => listedIn.has(student));
      if (new Set(listed.map((student) => listedIn.get(student))).size > 1) {
        report('two-groups', { round: index + 1, table }, listed);
      }
    }
  });
  const groups = linkedGroups(mates);
  const presence = new Map(instance.students.map(({ id, present }) => [id, present]));
  rounds.forEach((tables, index) => {
    const round = index + 1;
    const tableOf = new Map<string, string>();
    for (const [table, { students }] of tables) for (const student of students) tableOf.set(student, table);
    for (const group of groups) {
      const here = group.filter((student) => presence.get(student)?.includes(round) ?? true);
      if (new Set(here.map((student) => tableOf.get(student))).size > 1) {
        report('group-split', { round, table: null }, here);
      }
    }
  });
}

/** Everybody who can be reached from one another, as lists of two or more. */
function linkedGroups(mates: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const done = new Set<string>();
  const groups: string[][] = [];
  for (const start of mates.keys()) {
    if (done.has(start)) continue;
    const group = new Set([start]);
    // a set may grow while it is walked: new members are visited too
    for (const member of group) for (const mate of mates.get(member) ?? []) group.add(mate);
    for (const member of group) done.add(member);
    if (group.size > 1) groups.push([...group]);
  }
  return groups;
}
