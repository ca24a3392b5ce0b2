import type { Problem } from '../search/problem.ts';
import { suits } from '../suits.ts';
import { indexOf } from './as-first.ts';
import type { Instance2 } from './instance-2.ts';

/** One round in numbers: per student a table or −1, per table the unit of mentors there or −1. */
export interface RoundSeats {
  readonly tableOf: Int32Array;
  readonly unitAt: Int32Array;
}

/** What a pass over a finished plan has to know: the instance, and what of it is decided. */
export interface Decided {
  readonly instance: Instance2;
  /** [unit * rounds + round]: 1 where somebody of the unit is at work. */
  readonly isAtWork: Uint8Array;
  /** Compiled from the instance, or from one in mentor space: only presence, pins and who is together are read. */
  readonly problem: Problem;
  /** [round * tables + table]: the unit that is given, −1 for none; null where units keep their table. */
  readonly places: Int32Array | null;
}

/** Those who come together are one party, whoever comes alone is one as well. */
export interface Party {
  readonly members: readonly number[];
  /** Their place in this round is given. */
  readonly isFixed: boolean;
}

/** The firm rules about students at tables, by number. */
export interface PeopleRules {
  readonly apart: readonly ReadonlySet<number>[];
  /** The table suits them, is the one they keep if they keep one, and nobody of the unit is to be avoided. */
  readonly maySit: (student: number, table: number, unit: number) => boolean;
}

/** Whether anything is said of anybody that may keep them from a free seat. */
export const saysWhoMaySit = ({ students }: Instance2): boolean =>
  students.some(
    ({ stepFree, quiet, avoid, apart, together, staysAt }) =>
      stepFree || quiet || staysAt !== null || avoid.length + apart.length + together.length > 0,
  );

export function peopleRules({ students, tables }: Instance2): PeopleRules {
  const studentIndex = indexOf(students);
  const tableIndex = indexOf(tables);
  const apart = students.map(() => new Set<number>());
  students.forEach((student, one) => {
    for (const id of student.apart) {
      const other = studentIndex.get(id)!;
      apart[one]!.add(other);
      apart[other]!.add(one);
    }
  });
  const homeOf = new Map(tables.flatMap(({ mentors }, unit) => mentors.map((mentor) => [mentor, unit] as const)));
  const avoided = students.map(({ avoid }) => new Set(avoid.map((mentor) => homeOf.get(mentor))));
  const stays = students.map(({ staysAt }) => (staysAt === null ? -1 : tableIndex.get(staysAt)!));
  return {
    apart,
    maySit: (student, table, unit) =>
      (stays[student] === -1 || stays[student] === table) &&
      suits(students[student]!, tables[table]!) &&
      !avoided[student]!.has(unit),
  };
}

/** The parties of one round (from 0), without those who are not there. */
export function partiesIn({ instance, problem }: Decided, round: number): Party[] {
  const studentIndex = indexOf(instance.students);
  const given = new Set(instance.pinned.filter((pin) => pin.round === round + 1).map(({ student }) => student));
  const isGiven = new Set([...given].map((id) => studentIndex.get(id)));
  const isThere = (student: number): boolean => problem.present[student * problem.rounds + round] === 1;
  const groups = togetherIn(instance);
  return groups.flatMap((group): Party[] => {
    const members = group.filter(isThere);
    return members.length === 0 ? [] : [{ members, isFixed: members.some((member) => isGiven.has(member)) }];
  });
}

/** Everybody with whom they come, friends of friends included; whoever comes alone is a list of one. */
function togetherIn({ students }: Instance2): number[][] {
  const studentIndex = indexOf(students);
  const mates = students.map(() => new Set<number>());
  students.forEach(({ together }, one) => {
    for (const id of together) {
      mates[one]!.add(studentIndex.get(id)!);
      mates[studentIndex.get(id)!]!.add(one);
    }
  });
  const done = new Set<number>();
  return students.flatMap((_, start) => {
    if (done.has(start)) return [];
    const group = new Set([start]);
    // a set may grow while it is walked: new members are visited too
    for (const member of group) for (const mate of mates[member]!) group.add(mate);
    for (const member of group) done.add(member);
    return [[...group].sort((one, other) => one - other)];
  });
}
