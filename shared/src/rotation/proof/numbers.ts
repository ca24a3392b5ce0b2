import type { Instance } from '../instance.ts';
import { isParticular, suits } from '../suits.ts';
import { alwaysTogether, barredForGroups, decideForGroups, type EvenedWants, evenedWants, groupsOf } from './groups.ts';

/** What is decided about somebody's round: nothing, that they sit out, or (from 0) a table. */
export const FREE = -1;
export const OUT = -2;

/** An instance in numbers, made for the proof alone: students 0 … S−1, tables 0 … T−1, rounds 0 … R−1. */
export interface Numbers {
  readonly rounds: number;
  readonly students: number;
  readonly tables: number;
  readonly seats: Int32Array;
  /** [table * rounds + round] */
  readonly open: Uint8Array;
  /** [student * rounds + round] */
  readonly there: Uint8Array;
  /** Tables a student may never sit at (avoid, step-free, quiet), in order; null for none. */
  readonly barred: readonly (ReadonlySet<number> | null)[];
  /** Per student: table to weight of all wished-for mentors there. */
  readonly wants: readonly ReadonlyMap<number, number>[];
  /** As `wants`, times `evened.scale`, members of a group who are always there together wishing alike on average. */
  readonly evened: EvenedWants;
  /** 1 where a mentor sits, so that a second visit is a repeat. */
  readonly mentored: Uint8Array;
  /** Different tags of each table's mentors. */
  readonly tags: readonly (readonly number[])[];
  readonly tagCount: number;
  readonly apart: readonly ReadonlySet<number>[];
  readonly groups: readonly (readonly number[])[];
  /** [round * students + student]; what is decided for one member of a group is decided for all who are there. */
  readonly decided: Int32Array;
  readonly anyDecided: boolean;
}

/** The position of each id. */
const positions = (entries: readonly { readonly id: string }[]): Map<string, number> =>
  new Map(entries.map(({ id }, index) => [id, index]));

function flags(lists: readonly (readonly number[] | null)[], rounds: number): Uint8Array {
  const set = new Uint8Array(lists.length * rounds);
  lists.forEach((list, index) => {
    if (list === null) set.fill(1, index * rounds, (index + 1) * rounds);
    else for (const round of list) set[index * rounds + round - 1] = 1;
  });
  return set;
}

/** An instance (already parsed) in numbers. */
export function numbersOf(instance: Instance): Numbers {
  const { rounds, tables, students, mentors } = instance;
  const studentAt = positions(students);
  const tableAt = positions(tables);
  const tableOf = new Map(tables.flatMap((table, index) => table.mentors.map((mentor) => [mentor, index])));
  const there = flags(
    students.map(({ present }) => present),
    rounds,
  );
  const groups = groupsOf(instance, studentAt);
  const closest = groups.filter((group) => alwaysTogether(group, there, rounds));
  const wants = students.map((student) => {
    const weights = new Map<number, number>();
    for (const [mentor, weight] of student.wants) {
      const table = tableOf.get(mentor);
      if (table !== undefined) weights.set(table, (weights.get(table) ?? 0) + weight);
    }
    return weights;
  });
  const decided = new Int32Array(rounds * students.length).fill(FREE);
  for (const { round, student, table } of instance.pinned) {
    decided[(round - 1) * students.length + studentAt.get(student)!] = table === null ? OUT : tableAt.get(table)!;
  }
  decideForGroups(decided, groups, there, rounds, students.length, FREE);
  return {
    rounds,
    students: students.length,
    tables: tables.length,
    seats: Int32Array.from(tables, ({ seats }) => seats),
    open: flags(
      tables.map(({ open }) => open),
      rounds,
    ),
    there,
    barred: barredForGroups(barredOf(instance, tableOf), closest),
    wants,
    evened: evenedWants(wants, closest),
    mentored: Uint8Array.from(tables, (table) => Number(table.mentors.length > 0)),
    ...tagsOf(tables, mentors),
    apart: apartOf(instance, studentAt),
    groups,
    decided,
    anyDecided: instance.pinned.length > 0,
  };
}

function tagsOf(tables: Instance['tables'], mentors: Instance['mentors']): { tags: number[][]; tagCount: number } {
  const named = new Map(mentors.map(({ id, tags }) => [id, tags]));
  const numbers = new Map<string, number>();
  const tags = tables.map((table) => {
    const own = new Set(table.mentors.flatMap((mentor) => named.get(mentor) ?? []));
    for (const tag of own) if (!numbers.has(tag)) numbers.set(tag, numbers.size);
    return [...own].map((tag) => numbers.get(tag)!);
  });
  return { tags, tagCount: numbers.size };
}

function barredOf(instance: Instance, tableOf: ReadonlyMap<string, number>): (ReadonlySet<number> | null)[] {
  return instance.students.map((student) => {
    if (!isParticular(student) && student.avoid.length === 0) return null;
    const avoided = student.avoid.map((mentor) => tableOf.get(mentor)).filter((table) => table !== undefined);
    const unsuited = instance.tables.flatMap((table, index) => (suits(student, table) ? [] : [index]));
    const barred = new Set([...avoided, ...unsuited].sort((a, b) => a - b));
    return barred.size === 0 ? null : barred;
  });
}

function apartOf(instance: Instance, studentAt: ReadonlyMap<string, number>): Set<number>[] {
  const apart = instance.students.map(() => new Set<number>());
  instance.students.forEach((student, index) => {
    for (const id of student.apart) {
      const other = studentAt.get(id)!;
      apart[index]!.add(other);
      apart[other]!.add(index);
    }
  });
  return apart;
}
