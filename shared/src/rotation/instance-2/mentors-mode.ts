import { seededRandom } from '../../kernel/random.ts';
import { ok, type Result, refused } from '../../kernel/result.ts';
import { evenSizes } from '../even-sizes.ts';
import { type Infeasible, infeasibilities } from '../feasibility.ts';
import { shown } from '../instance.ts';
import { compileProblem, FREE, type Problem } from '../search/problem.ts';
import { type SolveOptions, solveProblem } from '../solve.ts';
import { type Suiting, suits } from '../suits.ts';
import { indexOf, wishesFor } from './as-first.ts';
import { blocksOf, metOf } from './groups-mode.ts';
import type { Instance2 } from './instance-2.ts';
import { chooseCompany } from './lasting-company.ts';
import { polishVisits } from './polish-visits.ts';
import { mentorsAtWork } from './rests.ts';
import { type Planned2, scheduleOf } from './students-mode.ts';
import { type Traveller, type Travellers, travellersOf, unitsOf } from './travellers.ts';
import { problemOfVisits } from './visits.ts';

/** Who sits at which of the tables in use, all evening. */
export interface Homes {
  /** Places in the list of tables. */
  readonly tables: readonly number[];
  /** Per student a place in `tables`; −1 for those who do not come. */
  readonly homeOf: Int32Array;
}

/** Tables to the seats chosen there; `stranded` is somebody who has none, or −1. */
export type SeatAll = (tables: readonly number[]) => { readonly circleOf: Int32Array; readonly stranded: number };

/** What is known of an evening beyond its instance, when it is planned once more. */
export interface Before {
  /** Who travels together and where they start, instead of the home tables. */
  readonly units: readonly Traveller[];
  /** Tables of a smaller rank are taken into use first. */
  readonly rank: (table: number) => number;
  /** Who sits where, instead of the planner's choice; null for that. */
  readonly seat: SeatAll | null;
  /** Place in the list of tables where a mentor was in a round (from 0) of the earlier plan; −1 for nowhere. */
  readonly keptAt: ((round: number, mentor: number) => number) | null;
}

/** Students keep their table, mentors come to them: the same rotation with the roles swapped. */
export function planMentors(
  instance: Instance2,
  options: SolveOptions,
  before: Before | null = null,
): Result<Planned2, Infeasible> {
  const people = compileProblem({ ...instance, students: instance.students.map((one) => ({ ...one, avoid: [] })) });
  const conflict = infeasibilities(instance, people)[0] ?? seatsTaken(instance);
  if (conflict) return refused(conflict);
  const usable = instance.tables.flatMap(({ open }, table) => (open?.length === 0 ? [] : [table]));
  const coming = instance.students.filter(({ present }) => present?.length !== 0).length;
  if (coming === 0) return ok({ schedule: emptySchedule(instance), iterations: 0, stoppedAfter: null });
  const travellers = travellersOf(instance, before?.units ?? unitsOf(instance), Math.min(usable.length, coming));
  const pairs = travellers.list.map(({ mentors }) => mentors);
  const work = mentorsAtWork(instance, pairs);
  const isActive = (traveller: number, round: number): boolean =>
    pairs[traveller]!.some((mentor) => work[mentor * instance.rounds + round] === 1);
  const homes = chooseHomes(instance, people, travellers, isActive, usable, options.seed, before);
  if (!homes.ok) return homes;
  const visits = problemOfVisits(instance, travellers, isActive, homes.value);
  const keep = before?.keptAt ? keptVisits(visits.problem, travellers, homes.value, before.keptAt) : null;
  const { seat, ...effort } = solveProblem({ ...visits.problem, keep }, options);
  if (keep === null) polishVisits(instance, travellers, work, homes.value, visits, seat, options.seed);
  const { tables, homeOf } = homes.value;
  const schedule = scheduleOf(instance, (round) => {
    const at: number[][] = instance.tables.map(() => []);
    travellers.list.forEach(({ mentors }, traveller) => {
      const table = tables[seat[round * visits.problem.students + traveller]!];
      if (table === undefined) return;
      at[table]!.push(...mentors.filter((mentor) => work[mentor * instance.rounds + round] === 1));
    });
    const sits = (student: number): boolean =>
      people.present[student * people.rounds + round] === 1 &&
      people.open[tables[homeOf[student]!]! * people.rounds + round] === 1 &&
      people.pin[round * people.students + student] !== -2;
    return {
      tableOf: (student) => (sits(student) ? tables[homeOf[student]!]! : -1),
      mentorsAt: (table) => at[table]!,
    };
  });
  return ok({ schedule, ...effort });
}

/** [round * travellers + traveller]: the table in use where the first of them was, as `Problem.keep`. */
function keptVisits(
  problem: Problem,
  { list }: Travellers,
  { tables }: Homes,
  keptAt: (round: number, mentor: number) => number,
): Int32Array {
  const placeOf = new Map(tables.map((table, place) => [table, place]));
  const keep = new Int32Array(problem.rounds * problem.students).fill(FREE);
  list.forEach(({ mentors }, traveller) => {
    const [mentor] = mentors;
    for (let round = 0; round < problem.rounds && mentor !== undefined; round++) {
      keep[round * problem.students + traveller] = placeOf.get(keptAt(round, mentor)) ?? FREE;
    }
  });
  return keep;
}

/** No student comes: mentors are where they are pinned, and else nowhere. */
function emptySchedule(instance: Instance2): Planned2['schedule'] {
  const mentorIndex = indexOf(instance.mentors);
  return scheduleOf(instance, (round) => {
    const here = instance.pinnedMentors.filter((pin) => pin.round === round + 1);
    const mentorsAt = (table: number): number[] => {
      const { id } = instance.tables[table]!;
      // a place that is given twice is still one place
      return [...new Set(here.filter((pin) => pin.table === id).map(({ mentor }) => mentorIndex.get(mentor)!))];
    };
    return { tableOf: () => -1, mentorsAt };
  });
}

/** Everybody keeps a seat all evening: a student has one given table at most, and there are seats for all who come. */
function seatsTaken(instance: Instance2): Infeasible | null {
  const given = new Map<string, string>();
  for (const { id, staysAt } of instance.students) if (staysAt !== null) given.set(id, staysAt);
  for (const { student, table } of instance.pinned) {
    if (table === null) continue;
    const before = given.get(student);
    if (before !== undefined && before !== table) {
      const message = `student ${shown(student)} is to keep one table, but is pinned to ${shown(before)} and ${shown(table)}`;
      return { kind: 'pin-conflict', message };
    }
    given.set(student, table);
  }
  const coming = instance.students.filter(({ present }) => present?.length !== 0);
  const seats = instance.tables.reduce((sum, table) => sum + (table.open?.length === 0 ? 0 : table.seats), 0);
  if (coming.length <= seats) return null;
  const last = shown(coming[seats]!.id);
  const message = `${coming.length} students are to keep a seat all evening, but there are ${seats}: none for student ${last}`;
  return { kind: 'no-seat', message };
}

/**
 * As many tables as make fewest students wait for a mentor and fewest mentors for a table; then the people to each.
 * More tables are taken when these have too few seats, or none where somebody has to sit.
 */
function chooseHomes(
  instance: Instance2,
  people: Problem,
  travellers: Travellers,
  isActive: (traveller: number, round: number) => boolean,
  usable: readonly number[],
  seed: number,
  before: Before | null,
): Result<Homes, Infeasible> {
  const tableIndex = indexOf(instance.tables);
  const given = givenTables(instance, people, tableIndex);
  const needed = new Set([...given].filter((table) => table >= 0));
  for (const { table } of instance.pinnedMentors) if (table !== null) needed.add(tableIndex.get(table)!);
  const starts = new Set(travellers.list.map(({ startsAt }) => startsAt));
  const rank = (table: number): number => {
    const closes = instance.tables[table]!.open === null ? 0 : 1_000;
    return (needed.has(table) ? 0 : 10_000) + closes + (before?.rank(table) ?? 0) * 10 + (starts.has(table) ? 0 : 1);
  };
  const seatAll: SeatAll = before?.seat ?? ((tables) => companyAt(instance, people, travellers, tables, given, seed));
  const byRank = [...usable].sort((a, b) => rank(a) - rank(b) || a - b);
  const roomy = (table: number): number => (needed.has(table) ? 0 : 1e9) - instance.tables[table]!.seats;
  const bySeats = [...usable].sort((a, b) => roomy(a) - roomy(b) || rank(a) - rank(b) || a - b);
  const coming = instance.students.filter(({ present }) => present?.length !== 0);
  let stranded = -1;
  let attempts = 0;
  for (const count of tableCounts(instance, travellers, isActive, Math.min(usable.length, coming.length))) {
    if (count < needed.size) continue;
    for (const order of [byRank, bySeats]) {
      const tables = withSuiting(instance, order, count, needed, coming).sort((a, b) => a - b);
      const seats = tables.map((table) => instance.tables[table]!.seats);
      if (seats.reduce((sum, seat) => sum + seat, 0) < coming.length) continue;
      // a few tries, then all tables at once
      if (attempts++ > 6) continue;
      const company = seatAll(tables);
      if (company.stranded < 0) return ok({ tables, homeOf: company.circleOf });
      stranded = company.stranded;
    }
  }
  const all = [...usable].sort((a, b) => a - b);
  const company = seatAll(all);
  if (company.stranded < 0) return ok({ tables: all, homeOf: company.circleOf });
  stranded = company.stranded;
  const message = `there is no table that student ${shown(instance.students[stranded]!.id)} could keep all evening`;
  return refused({ kind: 'no-seat', message });
}

/** The first tables of an order, except that enough seats for those who need step-free or quiet ones are among them. */
function withSuiting(
  instance: Instance2,
  order: readonly number[],
  count: number,
  needed: ReadonlySet<number>,
  coming: readonly Suiting[],
): number[] {
  const chosen = order.slice(0, count);
  for (const need of NEEDS) {
    const people = coming.filter((one) => suits(need, { stepFree: one.stepFree, quiet: one.quiet === true })).length;
    const seatsFor = (table: number): number =>
      suits(need, instance.tables[table]!) ? instance.tables[table]!.seats : 0;
    let seats = chosen.reduce((sum, table) => sum + seatsFor(table), 0);
    for (const table of order.slice(count)) {
      if (seats >= people) break;
      if (seatsFor(table) === 0 || chosen.includes(table)) continue;
      const last = chosen.findLastIndex((one) => seatsFor(one) === 0 && !needed.has(one));
      if (last < 0) break;
      chosen[last] = table;
      seats += seatsFor(table);
    }
  }
  return chosen;
}

/** Everything somebody may need of a table, the most particular first. */
const NEEDS: readonly Suiting[] = [
  { stepFree: true, quiet: true },
  { stepFree: false, quiet: true },
  { stepFree: true },
];

/** Numbers of tables, best first: a table without a mentor counts for three mentors without a table. */
function tableCounts(
  instance: Instance2,
  travellers: Travellers,
  isActive: (traveller: number, round: number) => boolean,
  most: number,
): number[] {
  const active = Array.from(
    { length: instance.rounds },
    (_, round) => travellers.list.filter((_one, traveller) => isActive(traveller, round)).length,
  );
  const cost = (count: number): number =>
    active.reduce(
      (sum, here) => sum + 3 * Math.max(0, count - here) + Math.max(0, here - travellers.atTable * count),
      0,
    );
  const counts = Array.from({ length: most }, (_, index) => most - index);
  const costs = new Map(counts.map((count) => [count, cost(count)]));
  return counts.sort((a, b) => costs.get(a)! - costs.get(b)! || b - a);
}

/** Per student the table that is given for the evening, −1 for none. */
function givenTables(instance: Instance2, people: Problem, tableIndex: ReadonlyMap<string, number>): Int32Array {
  const given = new Int32Array(people.students).fill(-1);
  const studentIndex = indexOf(instance.students);
  instance.students.forEach(({ staysAt, present }, student) => {
    if (staysAt !== null && present?.length !== 0) given[student] = tableIndex.get(staysAt)!;
  });
  for (const { student, table } of instance.pinned) {
    if (table !== null) given[studentIndex.get(student)!] = tableIndex.get(table)!;
  }
  return given;
}

function companyAt(
  instance: Instance2,
  people: Problem,
  travellers: Travellers,
  tables: readonly number[],
  given: Int32Array,
  seed: number,
) {
  const placeOf = new Map(tables.map((table, place) => [table, place]));
  const mentorIndex = indexOf(instance.mentors);
  const tableIndex = indexOf(instance.tables);
  const travellerOf = new Map(travellers.list.flatMap(({ mentors }, index) => mentors.map((one) => [one, index])));
  const hostOf = (mentor: string): number | undefined => travellerOf.get(mentorIndex.get(mentor)!);
  const wants = instance.students.map((student) => {
    const weights = new Map<number, number>();
    for (const [mentor, weight] of wishesFor(student, instance.mentors)) {
      const host = hostOf(mentor);
      if (host !== undefined) weights.set(host, (weights.get(host) ?? 0) + weight);
    }
    return weights;
  });
  const closed = tables.map((table) => instance.tables[table]!.open !== null);
  // a pinned mentor brings whoever travels with them
  const pinnedAt = tables.map(() => new Set<string>());
  for (const { mentor, table } of instance.pinnedMentors) {
    const place = table === null ? undefined : placeOf.get(tableIndex.get(table)!);
    const traveller = travellers.list[hostOf(mentor) ?? -1];
    if (place === undefined || traveller === undefined) continue;
    for (const one of traveller.mentors) pinnedAt[place]!.add(instance.mentors[one]!.id);
  }
  const avoided = (person: number, place: number): boolean =>
    pinnedAt[place]!.size > 0 && instance.students[person]!.avoid.some((mentor) => pinnedAt[place]!.has(mentor));
  const hosts = travellers.list.length;
  const most = evenSizes(new Array<number>(tables.length).fill(hosts), hosts * instance.rounds).high[0]!;
  return chooseCompany(
    {
      seats: tables.map((table) => instance.tables[table]!.seats),
      blocks: blocksOf(people, (student) => instance.students[student]!.present?.length !== 0),
      given: given.map((table) => (table < 0 ? -1 : (placeOf.get(table) ?? -1))),
      mayJoin: (person, place) => people.barred[person]?.[tables[place]!] !== 1 && !avoided(person, place),
      idle: (person, place) => (closed[place] ? roundsClosed(people, person, tables[place]!) : 0),
      apart: people.apart,
      met: metOf(instance),
      // people who met the same mentors before are best off at one table, to which these need not come
      avoids: instance.students.map(({ avoid, metMentors }) =>
        [...avoid, ...metMentors].map(hostOf).filter((host) => host !== undefined),
      ),
      wants,
      hosts,
      meets: Math.min(hosts, most, instance.rounds * travellers.atTable),
      // everybody starts at home, unless the first round is given
      sure: instance.pinnedMentors.some(({ round }) => round === 1)
        ? []
        : tables.map((table) => travellers.list.flatMap(({ startsAt }, host) => (startsAt === table ? [host] : []))),
    },
    seededRandom(seed),
  );
}

/** Rounds in which this student is there and the table is closed. */
function roundsClosed(people: Problem, student: number, table: number): number {
  let closed = 0;
  for (let round = 0; round < people.rounds; round++) {
    if (people.present[student * people.rounds + round] === 1 && people.open[table * people.rounds + round] === 0) {
      closed += 1;
    }
  }
  return closed;
}
