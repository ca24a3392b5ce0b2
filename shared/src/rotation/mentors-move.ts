import { MAX_MENTORS_AT_TABLE, type Table } from '../event/floor.ts';
import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { seatRound } from './at-tables.ts';
import { hasPairs } from './company.ts';
import { eveningInstance, eveningSchedule } from './evening-instance.ts';
import type { EveningToPlan, PlannedSeats } from './evening-to-plan.ts';
import type { Instance2, Schedule2 } from './instance-2/instance-2.ts';
import { planMentors, type SeatAll } from './instance-2/mentors-mode.ts';
import type { Traveller } from './instance-2/travellers.ts';
import { placesOfMentors } from './replan/kept-tables.ts';
import { seatOnce } from './search/seat-once.ts';
import type { SolveOptions } from './solve.ts';
import type { FirstTables } from './students-move.ts';

/** Rounds (from 1) in which mentors are where they are, and people who are there in some of the later rounds only. */
export interface FixedRounds {
  readonly rounds: number;
  readonly present: ReadonlyMap<AttendeeId, readonly number[]>;
}
const NOTHING: FixedRounds = { rounds: 0, present: new Map() };

/**
 * Plans an evening on which students keep their table and mentors move, as `rotation-instance/2` plans one.
 * @param first tables that people had in round 1 before and keep if they can; mentors' own tables where it is silent
 * @param before a plan whose mentors' tables of the other rounds are kept as far as `options.keeping` says; null for none
 * @param fixed what of that plan cannot change any more
 */
export function planMentorsMove(
  evening: EveningToPlan,
  first: FirstTables,
  options: SolveOptions,
  before: Schedule | null = null,
  fixed: FixedRounds = NOTHING,
): Result<PlannedSeats, Refusal> {
  const tables = [...evening.tables].sort((a, b) => a.number - b.number);
  const seats = tables.reduce((sum, table) => sum + table.seats, 0);
  if (seats < evening.students.length) {
    return refused(refusal('plan-impossible', { reason: 'too-few-seats', seats, students: evening.students.length }));
  }
  const guests = evening.students.map((student) => ({ ...student, keeps: -1 }));
  const stranded = seatOnce(guests, tables).indexOf(-1);
  if (stranded >= 0) {
    return refused(refusal('plan-impossible', { reason: 'no-seat', student: evening.students[stranded]!.id }));
  }
  const whole = eveningInstance(
    evening,
    tables.map((table) => ({ table, mentors: [] })),
  );
  const running = before && fixed.rounds > 0 ? withFixedRounds(whole, before, fixed.rounds) : whole;
  const instance = withPresence(running, fixed);
  const inUse = new Set(evening.students.map(({ id }) => first.get(id)));
  const planned = planMentors(instance, options, {
    units: unitsOf(evening, tables, first),
    rank: (table) => (inUse.has(tables[table]!.id) ? 0 : 1),
    seat: first.size === 0 ? null : seatsKept(evening, tables, first, options.seed),
    keptAt: before && keptBy(evening, tables, before),
  });
  if (!planned.ok) {
    const { kind, message } = planned.refusal;
    return refused(refusal('plan-impossible', { reason: kind, message }));
  }
  const { schedule, iterations, stoppedAfter } = planned.value;
  const seated = eveningSchedule(schedule, tablesInUse(schedule, tables));
  return ok({ schedule: seated, iterations, stoppedAfter });
}

/** Mentors who share a table travel together; everybody else alone. Places are those in the lists. */
function unitsOf(evening: EveningToPlan, tables: readonly Table[], first: FirstTables): Traveller[] {
  const placeOf = new Map(tables.map(({ id }, place) => [id, place]));
  const mentorIndex = new Map(evening.mentors.map(({ id }, index) => [id, index]));
  const left = new Map(mentorIndex);
  const units: Traveller[] = [];
  for (const table of evening.tables) {
    const mentors = table.mentors.filter((mentor) => left.has(mentor)).slice(0, MAX_MENTORS_AT_TABLE);
    for (const mentor of mentors) left.delete(mentor);
    if (mentors.length === 0) continue;
    const start = first.get(mentors[0]!) ?? table.id;
    units.push({ mentors: mentors.map((mentor) => mentorIndex.get(mentor)!), startsAt: placeOf.get(start) ?? -1 });
  }
  for (const [id, mentor] of left) {
    const start = first.get(id);
    units.push({ mentors: [mentor], startsAt: start === undefined ? -1 : (placeOf.get(start) ?? -1) });
  }
  return units;
}

/** Mentors are where they were in the first rounds; one who was nowhere has come late. */
function withFixedRounds(instance: Instance2, before: Schedule, fixed: number): Instance2 {
  const places = placesOfMentors(before).slice(0, fixed);
  const known = new Set(instance.tables.map(({ id }) => id));
  const seen = new Set(places.flatMap((tableOf) => [...tableOf.keys()]));
  const toCome = Array.from({ length: instance.rounds - fixed }, (_, index) => fixed + index + 1);
  const pinnedMentors = places.flatMap((tableOf, round) =>
    instance.mentors.flatMap(({ id }) => {
      const table = tableOf.get(id) ?? null;
      return seen.has(id) && (table === null || known.has(table)) ? [{ round: round + 1, mentor: id, table }] : [];
    }),
  );
  const sat = (id: string, round: number): boolean => places[round - 1]?.has(id as AttendeeId) ?? false;
  const mentors = instance.mentors.map((mentor) => {
    const { id, present } = mentor;
    if (present === null) return seen.has(id) ? mentor : { ...mentor, present: toCome };
    // whoever sat somewhere was there, whatever was expected of them
    const before = Array.from({ length: fixed }, (_, index) => index + 1).filter((round) => sat(id, round));
    return { ...mentor, present: [...before, ...present.filter((round) => round > fixed)] };
  });
  return { ...instance, mentors, pinnedMentors };
}

function withPresence(instance: Instance2, { rounds, present }: FixedRounds): Instance2 {
  if (present.size === 0) return instance;
  const all = Array.from({ length: instance.rounds }, (_, index) => index + 1);
  const limited = <Person extends { readonly id: string; readonly present: readonly number[] | null }>(one: Person) => {
    const later = present.get(one.id as AttendeeId);
    if (later === undefined) return one;
    const before = one.present ?? all;
    return { ...one, present: before.filter((round) => round <= rounds || later.includes(round)) };
  };
  return { ...instance, students: instance.students.map(limited), mentors: instance.mentors.map(limited) };
}

function keptBy(evening: EveningToPlan, tables: readonly Table[], before: Schedule) {
  const places = placesOfMentors(before);
  const tableIndex = new Map<string, number>(tables.map(({ id }, index) => [id, index]));
  return (round: number, mentor: number): number =>
    tableIndex.get(places[round]?.get(evening.mentors[mentor]!.id) ?? '') ?? -1;
}

/** Seats for all with as few changes as even tables allow. */
function seatsKept(evening: EveningToPlan, tables: readonly Table[], first: FirstTables, seed: number): SeatAll {
  const isOneByOne = !hasPairs(evening) && evening.students.every(({ staysAt }) => staysAt === undefined);
  return isOneByOne ? oneByOne(evening, tables, first) : byAllRules(evening, tables, first, seed);
}

/** Nobody's seat hangs on somebody else's. */
function oneByOne(evening: EveningToPlan, tables: readonly Table[], first: FirstTables): SeatAll {
  return (chosen) => {
    const placeOf = new Map(chosen.map((table, place) => [tables[table]!.id, place]));
    const guests = evening.students.map((student) => {
      const before = first.get(student.id);
      return { ...student, keeps: (before === undefined ? undefined : placeOf.get(before)) ?? -1 };
    });
    const circleOf = Int32Array.from(
      seatOnce(
        guests,
        chosen.map((table) => tables[table]!),
      ),
    );
    return { circleOf, stranded: circleOf.indexOf(-1) };
  };
}

/** As one round of an evening on which nobody moves. */
function byAllRules(evening: EveningToPlan, tables: readonly Table[], first: FirstTables, seed: number): SeatAll {
  const seatedAt = new Map<string, AttendeeId[]>();
  for (const { id } of evening.students) {
    const table = first.get(id);
    if (table !== undefined) seatedAt.set(table, [...(seatedAt.get(table) ?? []), id]);
  }
  const before: Schedule = {
    rounds: [Object.fromEntries([...seatedAt].map(([table, students]) => [table, { students, mentors: [] }]))],
  };
  return (chosen) => {
    const places = new Map(chosen.map((table, place) => [tables[table]!.id as string, place]));
    const nobody = { ...evening, rounds: 1, whoMoves: 'mentors' as const, mentors: [] };
    const open = chosen.map((table) => ({ table: tables[table]!, mentors: [] }));
    const instance = eveningInstance(nobody, open);
    const seated = seatRound({ ...instance, whoMoves: 'students' }, before, seed);
    if (!seated.ok) return { circleOf: new Int32Array(evening.students.length).fill(-1), stranded: 0 };
    const circleOf = Int32Array.from(seated.value.students, ({ table }) => places.get(table ?? '') ?? -1);
    return { circleOf, stranded: circleOf.indexOf(-1) };
  };
}

/** Those at which somebody ever sits. */
function tablesInUse({ rounds }: Schedule2, tables: readonly Table[]): Table[] {
  const used = new Set<string>();
  for (const round of rounds) {
    for (const [id, { students, mentors }] of Object.entries(round)) {
      if (students.length + mentors.length > 0) used.add(id);
    }
  }
  return tables.filter(({ id }) => used.has(id));
}
