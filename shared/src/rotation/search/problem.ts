import type { Instance, InstanceStudent } from '../instance.ts';
import { isParticular, suits } from '../suits.ts';

/** A pin's value: nothing decided, or: sits this round out. Values from 0 are tables. */
export const FREE = -1;
export const OUT = -2;

/**
 * An instance in numbers, as the search wants it: students 0 … S−1, tables 0 … T−1, rounds 0 … R−1.
 * `together` groups are closed under chains and pins of one member are pins of all who are present.
 */
export interface Problem {
  readonly rounds: number;
  readonly students: number;
  readonly tables: number;
  readonly seats: Int32Array;
  /** [table * rounds + round] */
  readonly open: Uint8Array;
  /** [student * rounds + round] */
  readonly present: Uint8Array;
  /** Per student: 1 for each table they may not sit at (avoid, step-free); null when they may sit anywhere. */
  readonly barred: readonly (Uint8Array | null)[];
  /** Per student: table to weight of all wanted mentors there. */
  readonly wants: readonly ReadonlyMap<number, number>[];
  /** 1 for tables where somebody is met, so that a second visit is a repeat. */
  readonly mentored: Uint8Array;
  /** Per table: the different tags of its mentors. */
  readonly tags: readonly (readonly number[])[];
  readonly tagCount: number;
  readonly apart: readonly (readonly number[])[];
  /** Per student: number of their together group, −1 for none. */
  readonly group: Int32Array;
  readonly groups: readonly (readonly number[])[];
  /** [round * students + student]: FREE, OUT or a table. */
  readonly pin: Int32Array;
  /** [student * tables + table]: 1 where a mentor was met at an earlier event, so that a visit is a repeat; null for none. */
  readonly metBefore: Uint8Array | null;
  /** Pairs of students who shared a table at an earlier event: a meeting tonight is a repeated one. */
  readonly pairsMet: readonly (readonly [number, number])[];
  /** Per student the number of different tags they are promised; null when nobody is. */
  readonly promised: Int32Array | null;
  /** [table * tables + table]: how far apart two tables stand, in whole steps; null where it is not known. */
  readonly walk: Int32Array | null;
  /** [round * students + student]: the table of an earlier plan that is to be kept if possible, or FREE; null for none. */
  readonly keep: Int32Array | null;
}

const EMPTY: readonly number[] = [];

function roundFlags(lists: readonly (readonly number[] | null)[], rounds: number): Uint8Array {
  const flags = new Uint8Array(lists.length * rounds);
  lists.forEach((list, index) => {
    if (list === null) flags.fill(1, index * rounds, (index + 1) * rounds);
    else for (const round of list) flags[index * rounds + round - 1] = 1;
  });
  return flags;
}

/** Union-find over the together lists; groups of one are none. */
function togetherGroups(instance: Instance, studentIndex: ReadonlyMap<string, number>): number[][] {
  const parent = Int32Array.from(instance.students, (_, index) => index);
  const find = (student: number): number => {
    let at = student;
    // every second step is cut short, so that long chains are walked once only (path halving)
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  instance.students.forEach((student, index) => {
    for (const other of student.together) parent[find(index)] = find(studentIndex.get(other)!);
  });
  const members = new Map<number, number[]>();
  for (let student = 0; student < parent.length; student++) {
    const root = find(student);
    const list = members.get(root);
    if (list) list.push(student);
    else members.set(root, [student]);
  }
  return [...members.values()].filter((list) => list.length > 1);
}

/** Who is apart from whom, both ways, each once and in order. */
function apartLists(instance: Instance, studentIndex: ReadonlyMap<string, number>): (readonly number[])[] {
  const lists: number[][] = [];
  const add = (one: number, other: number): void => {
    const list = lists[one];
    if (list) list.push(other);
    else lists[one] = [other];
  };
  instance.students.forEach((student, index) => {
    for (const id of student.apart) {
      const other = studentIndex.get(id)!;
      add(index, other);
      add(other, index);
    }
  });
  return instance.students.map((_, index) => {
    const list = lists[index];
    if (list === undefined) return EMPTY;
    const sorted = Int32Array.from(list).sort();
    return Array.from(sorted).filter((other, at) => at === 0 || other !== sorted[at - 1]);
  });
}

function barredTables(instance: Instance, tableOf: ReadonlyMap<string, number>): (Uint8Array | null)[] {
  // few kinds of needs, many people
  const known = new Map<string, Uint8Array>();
  const unsuited = (student: InstanceStudent): Uint8Array => {
    const kind = `${student.stepFree} ${student.quiet === true}`;
    const found = known.get(kind) ?? Uint8Array.from(instance.tables, (table) => (suits(student, table) ? 0 : 1));
    known.set(kind, found);
    return found;
  };
  return instance.students.map((student) => {
    const avoided = student.avoid.map((mentor) => tableOf.get(mentor)).filter((table) => table !== undefined);
    if (avoided.length === 0) return isParticular(student) ? unsuited(student) : null;
    const barred = unsuited(student).slice();
    for (const table of avoided) barred[table] = 1;
    return barred;
  });
}

/** Copies each pin to those who must sit with the pinned student in that round. Contradictions are `feasibility`'s. */
function spreadPins(problem: Problem): void {
  const { pin, students, rounds, present } = problem;
  for (const members of problem.groups) {
    for (let round = 0; round < rounds; round++) {
      const here = members.filter((student) => present[student * rounds + round] === 1);
      const pinned = here.find((student) => pin[round * students + student] !== FREE);
      if (pinned === undefined) continue;
      for (const student of here) pin[round * students + student] = pin[round * students + pinned]!;
    }
  }
}

/** An instance (already parsed) in index form. */
export function compileProblem(instance: Instance): Problem {
  const { rounds } = instance;
  const studentIndex = new Map(instance.students.map((student, index) => [student.id, index]));
  const tableIndex = new Map(instance.tables.map((table, index) => [table.id, index]));
  const tableOf = new Map(instance.tables.flatMap((table, index) => table.mentors.map((mentor) => [mentor, index])));
  const tagsOf = new Map(instance.mentors.map((mentor) => [mentor.id, mentor.tags]));
  const tagIndex = new Map<string, number>();
  const tags = instance.tables.map((table) => {
    const names = new Set(table.mentors.flatMap((mentor) => tagsOf.get(mentor) ?? []));
    for (const name of names) if (!tagIndex.has(name)) tagIndex.set(name, tagIndex.size);
    return [...names].map((name) => tagIndex.get(name)!);
  });
  const wants = instance.students.map((student) => {
    const weights = new Map<number, number>();
    for (const [mentor, weight] of student.wants) {
      const table = tableOf.get(mentor);
      if (table !== undefined) weights.set(table, (weights.get(table) ?? 0) + weight);
    }
    return weights;
  });
  const students = instance.students.length;
  const groups = togetherGroups(instance, studentIndex);
  const group = new Int32Array(students).fill(-1);
  groups.forEach((members, index) => {
    for (const student of members) group[student] = index;
  });
  const pin = new Int32Array(rounds * students).fill(FREE);
  for (const { round, student, table } of instance.pinned) {
    pin[(round - 1) * students + studentIndex.get(student)!] = table === null ? OUT : tableIndex.get(table)!;
  }
  const problem: Problem = {
    rounds,
    students,
    tables: instance.tables.length,
    seats: Int32Array.from(instance.tables, (table) => table.seats),
    open: roundFlags(
      instance.tables.map((table) => table.open),
      rounds,
    ),
    present: roundFlags(
      instance.students.map((student) => student.present),
      rounds,
    ),
    barred: barredTables(instance, tableOf),
    wants,
    mentored: Uint8Array.from(instance.tables, (table) => (table.mentors.length > 0 ? 1 : 0)),
    tags,
    tagCount: tagIndex.size,
    apart: apartLists(instance, studentIndex),
    group,
    groups,
    pin,
    metBefore: null,
    pairsMet: [],
    promised: null,
    walk: null,
    keep: null,
  };
  spreadPins(problem);
  return problem;
}

/** May this student ever sit at this table (avoid, step-free, quiet)? Says nothing about rounds. */
export const eligible = (problem: Problem, student: number, table: number): boolean =>
  problem.barred[student]?.[table] !== 1;
