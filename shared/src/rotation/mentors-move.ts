import { MAX_MENTORS_AT_TABLE, type Table } from '../event/floor.ts';
import type { Schedule, Seating } from '../event/schedule.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import type { EveningToPlan } from './evening-to-plan.ts';
import type { Instance, InstancePin } from './instance.ts';
import { seatOnce } from './search/seat-once.ts';
import { type SolveOptions, solve } from './solve.ts';
import type { FirstTables } from './students-move.ts';
import { wishesOf } from './wishes.ts';

/** One or two mentors who travel together, and the table they start from if it is decided. */
interface Unit {
  readonly mentors: readonly AttendeeId[];
  readonly startsAt: string | null;
}

/** Who sits in a rotation of mentors: a unit, or one mentor where units share tables; nobody when a table waits. */
interface Traveller extends Unit {
  readonly id: string;
  readonly unit: number;
}

/** A wish counts for each student at a table; more than this many count as this many. */
const MOST_WISHES = 9;

/**
 * Plans an evening on which students keep their table and mentors move: the same rotation with the roles swapped,
 * mentors as the people who move and tables as those they meet.
 * @param first tables that people had in round 1 before and keep if they can; mentors' own tables where it is silent
 */
export function planMentorsMove(
  evening: EveningToPlan,
  first: FirstTables,
  options: SolveOptions,
): Result<{ schedule: Schedule; iterations: number }, Refusal> {
  const units = unitsOf(evening, first);
  const tables = chooseTables(evening, units, first);
  const seats = tables.reduce((sum, table) => sum + table.seats, 0);
  if (seats < evening.students.length) {
    return refused(refusal('plan-impossible', { reason: 'too-few-seats', seats, students: evening.students.length }));
  }
  const placeOf = new Map<string, number>(tables.map(({ id }, place) => [id, place]));
  const guests = evening.students.map(({ id, stepFree }) => ({
    keeps: placeOf.get(first.get(id) ?? '') ?? -1,
    stepFree,
  }));
  const places = seatOnce(guests, tables);
  const stranded = places.indexOf(-1);
  if (stranded >= 0) {
    return refused(refusal('plan-impossible', { reason: 'no-seat', student: evening.students[stranded]!.id }));
  }
  const students = tables.map((_, place) =>
    evening.students.filter((_student, index) => places[index] === place).map(({ id }) => id),
  );
  const travellers = travellersOf(units, tables.length);
  const instance = toInstance(evening, tables, students, travellers);
  const solved = solve(instance, options);
  if (!solved.ok) {
    const { kind, message } = solved.refusal;
    return refused(refusal('plan-impossible', { reason: kind, message }));
  }
  const mentorsOf = new Map(travellers.map(({ id, mentors }) => [id, mentors]));
  const rounds = solved.value.schedule.rounds.map((round) => {
    const here = new Map(Object.entries(round));
    return Object.fromEntries(
      tables.map(({ id }, place): [string, Seating] => [
        id,
        { students: students[place]!, mentors: (here.get(id) ?? []).flatMap((who) => mentorsOf.get(who) ?? []) },
      ]),
    );
  });
  return ok({ schedule: { rounds }, iterations: solved.value.iterations });
}

/** Mentors who share a table travel together; everybody else alone. */
function unitsOf(evening: EveningToPlan, first: FirstTables): Unit[] {
  const here = new Set(evening.mentors.map(({ id }) => id));
  const units: Unit[] = [];
  for (const table of evening.tables) {
    const mentors = table.mentors.filter((mentor) => here.has(mentor)).slice(0, MAX_MENTORS_AT_TABLE);
    for (const mentor of mentors) here.delete(mentor);
    if (mentors.length > 0) units.push({ mentors, startsAt: first.get(mentors[0]!) ?? table.id });
  }
  for (const { id } of evening.mentors)
    if (here.has(id)) units.push({ mentors: [id], startsAt: first.get(id) ?? null });
  return units;
}

/** As many tables as there are units, if the students fit; tables in use before, then those with mentors, come first. */
function chooseTables(evening: EveningToPlan, units: readonly Unit[], first: FirstTables): Table[] {
  const inUse = new Set(evening.students.map(({ id }) => first.get(id)));
  const starts = new Set(units.map(({ startsAt }) => startsAt));
  const rank = (table: Table): number => (inUse.has(table.id) ? 0 : 2) + (starts.has(table.id) ? 0 : 1);
  const byRank = [...evening.tables].sort((a, b) => rank(a) - rank(b) || a.number - b.number);
  const bySize = [...evening.tables].sort((a, b) => b.seats - a.seats || rank(a) - rank(b) || a.number - b.number);
  const needsStepFree = evening.students.filter(({ stepFree }) => stepFree).length;
  const fits = (tables: readonly Table[]): boolean => {
    const seats = tables.reduce((sum, table) => sum + table.seats, 0);
    const stepFree = tables.reduce((sum, table) => sum + (table.stepFree ? table.seats : 0), 0);
    return seats >= evening.students.length && stepFree >= needsStepFree;
  };
  const wanted = Math.min(evening.tables.length, units.length, Math.max(1, evening.students.length));
  for (let count = wanted; count < evening.tables.length; count++) {
    for (const order of [byRank, bySize]) {
      const chosen = withStepFree(order, count, needsStepFree);
      if (fits(chosen)) return chosen.sort((a, b) => a.number - b.number);
    }
  }
  return [...evening.tables].sort((a, b) => a.number - b.number);
}

/** The first tables of an order, except that enough step-free ones are among them. */
function withStepFree(order: readonly Table[], count: number, needed: number): Table[] {
  const chosen = order.slice(0, count);
  let seats = chosen.reduce((sum, table) => sum + (table.stepFree ? table.seats : 0), 0);
  for (const table of order.slice(count)) {
    const last = chosen.findLastIndex(({ stepFree }) => !stepFree);
    if (seats >= needed || last < 0) break;
    if (!table.stepFree) continue;
    chosen[last] = table;
    seats += table.seats;
  }
  return chosen;
}

/**
 * With at most as many units as tables, units travel and empty units fill up, so that every table waits in turn.
 * With more, mentors travel and tables take two; units of two stay together.
 */
function travellersOf(units: readonly Unit[], tables: number): Traveller[] {
  if (units.length > tables) {
    return units.flatMap(({ mentors, startsAt }, unit) =>
      mentors.map((mentor) => ({ id: `mentor ${mentor}`, unit, mentors: [mentor], startsAt })),
    );
  }
  return Array.from({ length: tables }, (_, unit) => {
    const { mentors, startsAt } = units[unit] ?? { mentors: [], startsAt: null };
    return { id: `unit ${unit}`, unit, mentors, startsAt };
  });
}

function toInstance(
  evening: EveningToPlan,
  tables: readonly Table[],
  students: readonly (readonly AttendeeId[])[],
  travellers: readonly Traveller[],
): Instance {
  const wishes = wishesOf(evening);
  const unitsTravel = travellers.length === tables.length && travellers.every(({ id }) => id.startsWith('unit'));
  const hostOf = (place: number): string => `host ${place}`;
  const wantsOf = (traveller: Traveller): Map<string, number> => {
    const wants = new Map<string, number>();
    students.forEach((seated, place) => {
      let count = 0;
      for (const student of seated)
        for (const mentor of traveller.mentors) if (wishes.get(student)?.has(mentor)) count += 1;
      if (count > 0) wants.set(hostOf(place), Math.min(MOST_WISHES, count));
    });
    return wants;
  };
  const seats = unitsTravel ? 1 : MAX_MENTORS_AT_TABLE;
  return {
    name: 'mentors',
    rounds: evening.rounds,
    tables: tables.map(({ id }, place) => ({ id, seats, mentors: [hostOf(place)], stepFree: false, open: null })),
    mentors: tables.map((_, place) => ({ id: hostOf(place), tags: [] })),
    students: travellers.map((traveller) => ({
      id: traveller.id,
      wants: wantsOf(traveller),
      present: null,
      stepFree: false,
      avoid: [],
      apart: [],
      together: travellers.filter(({ id, unit }) => unit === traveller.unit && id !== traveller.id).map(({ id }) => id),
    })),
    pinned: firstRound(tables, travellers, seats),
  };
}

/** Round 1: everybody at their own table where that is decided and free, the others where fewest mentors are. */
function firstRound(tables: readonly Table[], travellers: readonly Traveller[], seats: number): InstancePin[] {
  const load = new Map<string, number>(tables.map(({ id }) => [id, 0]));
  const byUnit = new Map<number, Traveller[]>();
  for (const traveller of travellers) byUnit.set(traveller.unit, [...(byUnit.get(traveller.unit) ?? []), traveller]);
  const pins: InstancePin[] = [];
  const place = (unit: readonly Traveller[], table: string | null): void => {
    if (table !== null) load.set(table, load.get(table)! + unit.length);
    for (const { id } of unit) pins.push({ round: 1, student: id, table });
  };
  const waiting: Traveller[][] = [];
  for (const unit of byUnit.values()) {
    const own = unit[0]!.startsAt;
    const before = own === null ? undefined : load.get(own);
    // a shared start is for one unit; the second one looks for an emptier table
    if (own !== null && before === 0) place(unit, own);
    else waiting.push(unit);
  }
  waiting.sort((a, b) => b.length - a.length);
  for (const unit of waiting) {
    let best: string | null = null;
    for (const [table, count] of load) {
      if (count + unit.length <= seats && (best === null || count < load.get(best)!)) best = table;
    }
    place(unit, best);
  }
  return pins;
}
