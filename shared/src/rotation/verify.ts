import { type Instance, type InstanceSchedule, SCHEDULE_FORMAT, shown } from './instance.ts';

export type HardRule =
  | 'malformed'
  | 'twice-in-round'
  | 'absent-seated'
  | 'over-capacity'
  | 'closed-table'
  | 'avoid'
  | 'apart'
  | 'together'
  | 'step-free'
  | 'quiet'
  | 'pinned';

/** A hard rule that a schedule breaks: in which round (from 1; 0 when no round is meant), at which table, by whom. */
export interface BrokenRule {
  readonly rule: HardRule;
  readonly round: number;
  readonly table: string | null;
  readonly students: readonly string[];
  /** Only for `malformed`: what is wrong, in one line. */
  readonly message?: string;
}

const malformed = (round: number, message: string): BrokenRule => ({
  rule: 'malformed',
  round,
  table: null,
  students: [],
  message,
});

/**
 * Checks a schedule against every hard rule of its instance, by reading the rules one by one. Shares nothing with the
 * search, and holds for schedules of any origin, also for input that is no schedule at all.
 * @returns what is broken; empty when the schedule may be used
 */
export function verify(instance: Instance, schedule: unknown): BrokenRule[] {
  const shape = wrongShape(instance, schedule);
  if (shape.length > 0) return shape;
  const { rounds } = schedule as InstanceSchedule;
  const facts = factsOf(instance);
  return rounds.flatMap((tables, index) => brokenInRound(instance, facts, tables, index + 1));
}

function wrongShape(instance: Instance, schedule: unknown): BrokenRule[] {
  if (typeof schedule !== 'object' || schedule === null) return [malformed(0, 'a schedule has to be an object')];
  const { format, instance: name, rounds } = schedule as Partial<Record<string, unknown>>;
  if (format !== SCHEDULE_FORMAT) return [malformed(0, `format has to be "${SCHEDULE_FORMAT}", not ${shown(format)}`)];
  if (name !== instance.name)
    return [malformed(0, `the schedule belongs to ${shown(name)}, not ${shown(instance.name)}`)];
  if (!Array.isArray(rounds) || rounds.length !== instance.rounds) {
    return [malformed(0, `rounds has to be a list of ${instance.rounds}`)];
  }
  const tableIds = new Set(instance.tables.map((table) => table.id));
  const studentIds = new Set(instance.students.map((student) => student.id));
  const broken: BrokenRule[] = [];
  rounds.forEach((tables: unknown, index) => {
    if (typeof tables !== 'object' || tables === null || Array.isArray(tables)) {
      broken.push(malformed(index + 1, `round ${index + 1} has to be an object of tables`));
      return;
    }
    for (const [table, seated] of Object.entries(tables)) {
      if (!tableIds.has(table)) broken.push(malformed(index + 1, `there is no table ${shown(table)}`));
      if (!Array.isArray(seated))
        broken.push(malformed(index + 1, `table ${shown(table)} has to be a list of students`));
      else {
        const stranger = seated.find((student) => !studentIds.has(student));
        if (stranger !== undefined) broken.push(malformed(index + 1, `there is no student ${shown(stranger)}`));
      }
    }
  });
  return broken;
}

interface Facts {
  readonly tableOfMentor: ReadonlyMap<string, string>;
  readonly groups: readonly ReadonlySet<string>[];
}

function factsOf(instance: Instance): Facts {
  const tableOfMentor = new Map<string, string>();
  for (const table of instance.tables) for (const mentor of table.mentors) tableOfMentor.set(mentor, table.id);
  return { tableOfMentor, groups: groupsOf(instance) };
}

/** Everybody reachable over together links, in both directions, is one group. */
function groupsOf(instance: Instance): Set<string>[] {
  const links = new Map<string, string[]>();
  const link = (from: string, to: string): void => {
    const list = links.get(from);
    if (list) list.push(to);
    else links.set(from, [to]);
  };
  for (const { id, together } of instance.students) {
    for (const other of together) {
      link(id, other);
      link(other, id);
    }
  }
  const done = new Set<string>();
  const groups: Set<string>[] = [];
  for (const start of links.keys()) {
    if (done.has(start)) continue;
    const group = new Set([start]);
    // a set may grow while it is walked: new members are visited too
    for (const member of group) for (const other of links.get(member) ?? []) group.add(other);
    for (const member of group) done.add(member);
    groups.push(group);
  }
  return groups;
}

const isThere = (rounds: readonly number[] | null, round: number): boolean => rounds === null || rounds.includes(round);

function brokenInRound(
  instance: Instance,
  facts: Facts,
  tables: Readonly<Record<string, readonly string[]>>,
  round: number,
): BrokenRule[] {
  const broken: BrokenRule[] = [];
  const tableOf = new Map<string, string>();
  const report = (rule: HardRule, table: string | null, ...students: string[]): void => {
    broken.push({ rule, round, table, students });
  };
  for (const [table, seated] of Object.entries(tables)) {
    for (const student of seated) {
      if (tableOf.has(student)) report('twice-in-round', table, student);
      else tableOf.set(student, table);
    }
  }
  const seatedAt = new Map(Object.entries(tables));
  const stepFreeTables = new Set<string>();
  const quietTables = new Set<string>();
  for (const table of instance.tables) {
    if (table.stepFree) stepFreeTables.add(table.id);
    if (table.quiet) quietTables.add(table.id);
    const seated = seatedAt.get(table.id) ?? [];
    if (seated.length > 0 && !isThere(table.open, round)) report('closed-table', table.id);
    if (seated.length > table.seats) report('over-capacity', table.id);
  }
  const apartTold = new Set<string>();
  for (const student of instance.students) {
    const table = tableOf.get(student.id);
    if (table === undefined) continue;
    if (!isThere(student.present, round)) report('absent-seated', table, student.id);
    if (student.stepFree && !stepFreeTables.has(table)) report('step-free', table, student.id);
    if (student.quiet && !quietTables.has(table)) report('quiet', table, student.id);
    if (student.avoid.some((mentor) => facts.tableOfMentor.get(mentor) === table)) report('avoid', table, student.id);
    for (const other of student.apart) {
      if (tableOf.get(other) !== table || apartTold.has(JSON.stringify([other, student.id]))) continue;
      apartTold.add(JSON.stringify([student.id, other]));
      report('apart', table, student.id, other);
    }
  }
  const present = new Map(instance.students.map((student) => [student.id, isThere(student.present, round)]));
  for (const group of facts.groups) {
    const here = [...group].filter((student) => present.get(student));
    if (new Set(here.map((student) => tableOf.get(student))).size > 1) report('together', null, ...here);
  }
  for (const pin of instance.pinned) {
    if (pin.round === round && (tableOf.get(pin.student) ?? null) !== pin.table)
      report('pinned', pin.table, pin.student);
  }
  return broken;
}
