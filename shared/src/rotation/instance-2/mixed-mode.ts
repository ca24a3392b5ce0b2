import { ok, type Result, refused } from '../../kernel/result.ts';
import { type Infeasible, infeasibilities } from '../feasibility.ts';
import type { Instance, InstancePin, InstanceStudent } from '../instance.ts';
import { compileProblem, FREE } from '../search/problem.ts';
import { type SolveOptions, solveProblem } from '../solve.ts';
import { type Suiting, suitingOf, suits } from '../suits.ts';
import { asFirst, homeUnits, indexOf, seriesAndPromises, stayPins } from './as-first.ts';
import { type Hosting, hostTables } from './host-tables.ts';
import type { Instance2 } from './instance-2.ts';
import { mentorsAtWork } from './rests.ts';
import { seatWhoWaits } from './seat-who-waits.ts';
import { type Planned2, scheduleOf } from './students-mode.ts';

/** Who stays has chosen their table; in mentor space any unit will do. */
const ANYWHERE: Suiting = { stepFree: false };

/**
 * Students move, but those with a stay-put seat keep their table and the mentors come to them. First it is decided who
 * meets which mentors (a unit: those who share a home table) in which round, as if units were tables; then, round by
 * round, to which table each unit goes.
 */
export function planMixed(
  instance: Instance2,
  options: SolveOptions,
  earlier: EarlierPlan | null = null,
): Result<Planned2, Infeasible> {
  const units = homeUnits(instance);
  const work = mentorsAtWork(instance, units);
  const places = pinnedUnits(instance);
  const first = inMentorSpace(instance, work, places);
  const wasAt = earlier && unitsBefore(instance, units, earlier);
  const keep = earlier && wasAt && keptUnits(instance, earlier.keep, wasAt);
  const problem = { ...compileProblem(first), ...seriesAndPromises(instance), keep };
  // a unit pinned to another table than its own takes people whom its own would not suit
  const conflict = [
    ...infeasibilities(withoutMentors(instance)),
    ...infeasibilities({ ...first, pinned: [] }, problem),
    ...infeasibilities(withoutNeeds(first)),
  ][0];
  if (conflict) return refused(conflict);
  const { seat, ...effort } = solveProblem(problem, options);
  const { rounds } = instance;
  const hosting: Hosting = { instance, problem, seat, stays: staysOf(instance), places, wasAt };
  const hosted = Array.from({ length: rounds }, (_, round) => hostTables(hosting, round));
  const seats = seatWhoWaits({ instance, isAtWork: problem.open, problem, places }, hosted);
  const schedule = scheduleOf(instance, (round) => {
    const { tableOf, unitAt } = seats[round]!;
    return {
      tableOf: (student) => tableOf[student]!,
      mentorsAt: (table) => (units[unitAt[table]!] ?? []).filter((mentor) => work[mentor * rounds + round] === 1),
    };
  });
  return ok({ schedule, ...effort });
}

/** A plan that is to be kept as far as can be. */
export interface EarlierPlan {
  /** [round * students + student]: their table, or FREE. */
  readonly keep: Int32Array;
  /** The mentors of a table (a place in the list) in a round from 0. */
  readonly mentorsAt: (round: number, table: number) => readonly string[];
}

/** [round * tables + unit]: the table where the unit was, −1 for nowhere. */
function unitsBefore(
  instance: Instance2,
  units: readonly (readonly number[])[],
  { mentorsAt }: EarlierPlan,
): Int32Array {
  const count = instance.tables.length;
  const mentorIndex = indexOf(instance.mentors);
  const unitOf = new Map(units.flatMap((mentors, unit) => mentors.map((mentor) => [mentor, unit] as const)));
  const wasAt = new Int32Array(instance.rounds * count).fill(-1);
  for (let round = 0; round < instance.rounds; round++) {
    for (let table = 0; table < count; table++) {
      for (const id of mentorsAt(round, table)) {
        const unit = unitOf.get(mentorIndex.get(id) ?? -1);
        if (unit !== undefined) wasAt[round * count + unit] = table;
      }
    }
  }
  return wasAt;
}

/** Kept tables as the units that were there. */
function keptUnits(instance: Instance2, keep: Int32Array, wasAt: Int32Array): Int32Array {
  const [people, count] = [instance.students.length, instance.tables.length];
  return keep.map((table, slot) => {
    const round = Math.floor(slot / people);
    return table < 0 ? FREE : wasAt.subarray(round * count, (round + 1) * count).indexOf(table);
  });
}

/** Per student the place of the table they keep, −1 for none. */
function staysOf(instance: Instance2): Int32Array {
  const tableIndex = indexOf(instance.tables);
  return Int32Array.from(instance.students, ({ staysAt }) => (staysAt === null ? -1 : tableIndex.get(staysAt)!));
}

/** Given by pins, [round * tables + table]: the unit that is at the table, −1 when nothing is given. */
function pinnedUnits(instance: Instance2): Int32Array {
  const tableIndex = indexOf(instance.tables);
  const unitOf = new Map(instance.tables.flatMap(({ mentors }, unit) => mentors.map((mentor) => [mentor, unit])));
  const count = instance.tables.length;
  const places = new Int32Array(instance.rounds * count).fill(-1);
  for (const { round, mentor, table } of instance.pinnedMentors) {
    const unit = unitOf.get(mentor);
    if (unit !== undefined && table !== null) places[(round - 1) * count + tableIndex.get(table)!] = unit;
  }
  // where only students are pinned, the mentors of the table are taken to be at home, unless they are pinned elsewhere
  for (const { round, table } of instance.pinned) {
    if (table === null) continue;
    const own = tableIndex.get(table)!;
    const row = places.subarray((round - 1) * count, round * count);
    if (row[own] !== -1) continue;
    // the mentors of this table are pinned to another one: those of that one come here, or whoever is free
    const swapped = row.indexOf(own);
    const isFree = (unit: number): boolean =>
      !row.includes(unit) && (instance.tables[unit]!.open?.includes(round) ?? true);
    const wish = swapped < 0 ? own : swapped;
    row[own] = isFree(wish) ? wish : [...row.keys()].findIndex(isFree);
  }
  return places;
}

/** The rules of students and tables alone; a place at a table says nothing yet about who comes there. */
function withoutMentors(instance: Instance2): Instance {
  return {
    ...instance,
    students: instance.students.map((student) => ({ ...student, avoid: [] })),
    pinned: [...instance.pinned, ...stayPins(instance, instance.tables)],
  };
}

/** The rules of students and units, whatever table a unit is at. */
function withoutNeeds(inMentorSpace: Instance): Instance {
  const students = inMentorSpace.students.map(({ quiet: _, ...one }) => ({ ...one, ...ANYWHERE }));
  return { ...inMentorSpace, students };
}

/** The instance with units in the place of tables. */
function inMentorSpace(instance: Instance2, work: Uint8Array, places: Int32Array): Instance {
  const first = asFirst({ ...instance, students: instance.students.map((one) => ({ ...one, staysAt: null })) }, work);
  const byTable = new Map<string, number[]>();
  instance.students.forEach(({ staysAt, present }, student) => {
    if (staysAt === null || present?.length === 0) return;
    byTable.set(staysAt, [...(byTable.get(staysAt) ?? []), student]);
  });
  if (byTable.size === 0) return { ...first, pinned: pinsToUnits(instance, first, places, byTable) };
  const idOf = (student: number): string => instance.students[student]!.id;
  const friends = new Map<number, string[]>();
  const strangers = new Map<number, string[]>();
  const lists = [...byTable.values()];
  lists.forEach((list, index) => {
    for (const student of list.slice(1)) friends.set(student, [idOf(list[0]!)]);
    strangers.set(
      list[0]!,
      lists.slice(0, index).map((other) => idOf(other[0]!)),
    );
  });
  const tableOf = new Map(instance.tables.map((table) => [table.id, table]));
  /** Those who stay at a table that somebody else could not come to. */
  const outOfReach = (student: InstanceStudent): string[] =>
    lists
      .filter((list) => !suits(student, tableOf.get(instance.students[list[0]!]!.staysAt!)!))
      .map((list) => idOf(list[0]!));
  const least = Math.min(...instance.tables.map(({ seats }) => seats));
  const enough = least * instance.tables.length >= instance.students.length;
  return {
    ...first,
    // any unit may have to move to any table: nobody more than the smallest table holds, if that is enough
    tables: first.tables.map((table) => ({
      ...table,
      seats: enough ? least : table.seats,
      // nobody is at home with somebody who stays alone: others come, and there is no unit to go elsewhere
      open: table.mentors.length === 0 && byTable.has(table.id) ? [] : table.open,
    })),
    students: first.students.map((student, index) => {
      const stays = instance.students[index]!.staysAt !== null;
      const reach = suitingOf(stays ? ANYWHERE : student);
      const { stepFree: _, quiet: __, ...rest } = student;
      return {
        ...rest,
        ...reach,
        together: [...student.together, ...(friends.get(index) ?? [])],
        apart: [
          ...student.apart,
          ...(strangers.get(index) ?? []),
          ...outOfReach({ ...rest, ...reach }).filter((id) => !student.together.includes(id)),
        ],
      };
    }),
    pinned: pinsToUnits(instance, first, places, byTable),
  };
}

/** A pin to a table is one to the unit that is there in that round; those who keep the table are there as well. */
function pinsToUnits(
  instance: Instance2,
  first: Instance,
  places: Int32Array,
  byTable: ReadonlyMap<string, readonly number[]>,
): InstancePin[] {
  const tableIndex = indexOf(instance.tables);
  const count = instance.tables.length;
  const unitAt = (round: number, table: string): number => places[(round - 1) * count + tableIndex.get(table)!]!;
  const pinned = first.pinned.map((pin): InstancePin => {
    if (pin.table === null) return pin;
    const unit = unitAt(pin.round, pin.table);
    return { ...pin, table: unit < 0 ? pin.table : instance.tables[unit]!.id };
  });
  const free = new Set(instance.pinned.map(({ round, student }) => `${round} ${student}`));
  for (const [table, students] of byTable) {
    const open = instance.tables[tableIndex.get(table)!]!.open;
    for (let round = 1; round <= instance.rounds; round++) {
      const unit = unitAt(round, table);
      const closed = open !== null && !open.includes(round);
      if (!closed && unit < 0) continue;
      for (const student of students) {
        const { id, present } = instance.students[student]!;
        if (free.has(`${round} ${id}`) || (present !== null && !present.includes(round))) continue;
        pinned.push({ round, student: id, table: closed ? null : instance.tables[unit]!.id });
      }
    }
  }
  return pinned;
}
