import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import { type EveningBounds, eveningBounds } from './evening-bounds.ts';
import {
  fewestRepeatedPairs,
  type NightSoFar,
  openTo,
  type Served,
  servedOf,
  sizesOf,
  waitsOf,
} from './evening-facts.ts';
import { leastServedOf } from './evening-least.ts';
import type { EveningToPlan } from './evening-to-plan.ts';
import { type MetAgain, metAgainIn } from './met-again.ts';
import { avoidableMeetings, repeatMeetings } from './repeat-meetings.ts';
import { plainIndustry, wishesOf } from './wishes.ts';

interface Row {
  /** True for a rule that a plan keeps whenever it can; false for a wish. */
  readonly firm: boolean;
  /** As good as it can be (firm), or near it (wishes). */
  readonly good: boolean;
  readonly value: number;
  /** The best value that is possible, or a limit nobody can pass; null where none is known. */
  readonly bound: number | null;
}

/** Meetings of a student with a mentor they met before; `bound` cannot be avoided. */
export interface SameMentorTwiceRow extends Row {
  readonly aim: 'same-mentor-twice';
}

/** Tables in use, over all rounds, that are more than one away from the others for no lack of seats; `bound` is 0. */
export interface EvenTablesRow extends Row {
  readonly aim: 'even-tables';
  /** Sizes of the first round told of (round 1, or on a night that runs the next one that can change): `tablesOfSmallest` tables of `smallest`, `tablesOfLargest` of `largest`. */
  readonly smallest: number;
  readonly largest: number;
  readonly tablesOfSmallest: number;
  readonly tablesOfLargest: number;
  /** The same sizes, as often, in every round. */
  readonly everyRound: boolean;
}

/** Rounds that people wait, all added up; `bound` cannot be avoided. */
export interface SittingOutRow extends Row {
  readonly aim: 'sitting-out';
  /** Who waits: students, or mentors when students keep their tables. */
  readonly who: 'students' | 'mentors';
  /** People who wait at least once. */
  readonly people: number;
  /** Rounds that one of them waits at least and at most. */
  readonly fewest: number;
  readonly most: number;
  /** Tables that wait a round without a mentor, all added up. */
  readonly tablesWithoutMentor: number;
}

/** Mentors of a wished industry that students meet; no plan can pass `bound`. */
export interface WishesRow extends Row {
  readonly aim: 'wishes';
  /** All wishes, also those for more mentors than there are rounds. */
  readonly wished: number;
}

/** Different industries met, added up over all students; no plan can pass `bound`. */
export interface FieldsRow extends Row {
  readonly aim: 'fields';
  readonly students: number;
  /** Industries met by the student who meets fewest. */
  readonly fewest: number;
  /** Industries in the room. */
  readonly inRoom: number;
}

/** Times that two students share a table again; at least `bound` cannot be avoided. Only when students move. */
export interface SameFacesRow extends Row {
  readonly aim: 'same-faces';
  /** Pairs of students who share a table at least once. */
  readonly pairs: number;
}

export type ReportRow = SameMentorTwiceRow | EvenTablesRow | SittingOutRow | WishesRow | FieldsRow | SameFacesRow;

/**
 * Why somebody gets little: `popular`: the mentors they wish for are wished for by more people than they have seats;
 * `few-rounds`: they are there for a part of the evening; `barred`: few tables suit them (step-free, avoided mentors);
 * `traded`: given up so that people mix or others get more.
 */
export type LeastReason = 'popular' | 'few-rounds' | 'barred' | 'traded';

/** A student who gets less than they could hope for. */
export interface LeastServed {
  readonly person: AttendeeId;
  /** Wishes met, and wishes there are. */
  readonly met: number;
  readonly wanted: number;
  /** Different industries met. */
  readonly fields: number;
  /** Missing in reports of earlier versions. */
  readonly reason?: LeastReason;
  /** Only for `popular`: the most sought-after mentor they wish for and do not meet. */
  readonly mentor?: AttendeeId;
}

/** A plan as one number, 0–100 with one decimal: what it is, and what no plan for these people can beat. */
export interface Overall {
  readonly value: number;
  readonly best: number;
}

/** What an organiser is told about a plan; the words are the window's. */
export interface PlanReport {
  readonly rows: readonly ReportRow[];
  /** Up to five students with the least of their wishes met, worst first; nobody who got all that fits the evening. */
  readonly leastServed: readonly LeastServed[];
  /** Missing in reports of earlier versions. */
  readonly overall?: Overall;
  /** Missing where nobody met anybody at an earlier evening. */
  readonly metAgain?: MetAgain;
}

/**
 * Reports on a plan of any origin, from the plan alone. Expects a plan without unknown people or tables.
 * @param night for a night that runs: even tables and sitting out are told of the rounds that can still change
 */
export function reportOn(schedule: Schedule, evening: EveningToPlan, night?: NightSoFar): PlanReport {
  const wishesOfAll = wishesOf(evening);
  const served = servedOf(schedule, evening, wishesOfAll);
  const bounds = eveningBounds(schedule, evening, wishesOfAll);
  const faces = evening.whoMoves === 'students' ? [sameFaces(schedule, evening, bounds)] : [];
  const again = metAgainIn(schedule, evening);
  const [met, seen] = [wishes(served, bounds), fields(evening, served, bounds)];
  return {
    rows: [
      sameMentorTwice(schedule, evening),
      evenTables(schedule, evening, night),
      sittingOut(schedule, evening, night),
      met,
      seen,
      ...faces,
    ],
    leastServed: leastServedOf(schedule, evening, wishesOfAll, served, night),
    overall: bounds.overall({ wishes: met.value, fields: seen.value, pairs: faces[0]?.pairs ?? 0 }),
    ...(again === null ? {} : { metAgain: again }),
  };
}

function sameMentorTwice(schedule: Schedule, evening: EveningToPlan): SameMentorTwiceRow {
  const value = repeatMeetings(schedule).length;
  const avoidable = value === 0 ? 0 : avoidableMeetings(schedule, evening).length;
  return { aim: 'same-mentor-twice', firm: true, good: avoidable === 0, value, bound: value - avoidable };
}

function evenTables(schedule: Schedule, evening: EveningToPlan, night?: NightSoFar): EvenTablesRow {
  const sizes = sizesOf(schedule, evening, openTo(schedule.rounds.length, night));
  const first = sizes.rounds[0] ?? [];
  const smallest = first.length === 0 ? 0 : Math.min(...first);
  const largest = first.length === 0 ? 0 : Math.max(...first);
  const sorted = sizes.rounds.map((round) => JSON.stringify([...round].sort((a, b) => a - b)));
  return {
    aim: 'even-tables',
    firm: true,
    good: sizes.uneven === 0,
    value: sizes.uneven,
    bound: 0,
    smallest,
    largest,
    tablesOfSmallest: first.filter((size) => size === smallest).length,
    tablesOfLargest: first.filter((size) => size === largest).length,
    everyRound: sorted.every((round) => round === sorted[0]),
  };
}

function sittingOut(schedule: Schedule, evening: EveningToPlan, night?: NightSoFar): SittingOutRow {
  const waits = waitsOf(schedule, evening, night);
  const counts = [...waits.rounds.values()];
  const value = counts.reduce((sum, count) => sum + count, 0);
  const fewest = counts.length === 0 ? 0 : Math.min(...counts);
  const most = counts.length === 0 ? 0 : Math.max(...counts);
  return {
    aim: 'sitting-out',
    firm: true,
    good: value <= waits.unavoidable && most - fewest <= 1,
    value,
    bound: waits.unavoidable,
    who: evening.whoMoves,
    people: counts.filter((count) => count > 0).length,
    fewest,
    most,
    tablesWithoutMentor: waits.tablesWithoutMentor,
  };
}

function wishes(served: ReadonlyMap<AttendeeId, Served>, bounds: EveningBounds): WishesRow {
  let value = 0;
  let wished = 0;
  for (const { met, wanted } of served.values()) {
    value += met;
    wished += wanted;
  }
  const bound = Math.max(value, bounds.wishes);
  return { aim: 'wishes', firm: false, good: value * 10 >= bound * 9, value, bound, wished };
}

function fields(evening: EveningToPlan, served: ReadonlyMap<AttendeeId, Served>, bounds: EveningBounds): FieldsRow {
  const inRoom = new Set(evening.mentors.map(({ industry }) => plainIndustry(industry)).filter((name) => name !== ''))
    .size;
  const met = [...served.values()].map(({ fields: count }) => count);
  const value = met.reduce((sum, count) => sum + count, 0);
  const bound = Math.max(value, bounds.fields);
  const fewest = met.length === 0 ? 0 : Math.min(...met);
  return {
    aim: 'fields',
    firm: false,
    good: value * 10 >= bound * 8,
    value,
    bound,
    students: served.size,
    fewest,
    inRoom,
  };
}

function sameFaces(schedule: Schedule, evening: EveningToPlan, bounds: EveningBounds): SameFacesRow {
  const index = new Map(evening.students.map(({ id }, place) => [id, place]));
  const pairs = new Set<number>();
  let meetings = 0;
  for (const round of schedule.rounds) {
    for (const { students } of Object.values(round)) {
      const places = students.map((student) => index.get(student) ?? 0).sort((a, b) => a - b);
      places.forEach((one, at) => {
        for (const other of places.slice(at + 1)) pairs.add(one * index.size + other);
        meetings += places.length - at - 1;
      });
    }
  }
  const value = meetings - pairs.size;
  const fewest =
    bounds.pairs === null ? fewestRepeatedPairs(schedule, evening, meetings) : Math.max(0, meetings - bounds.pairs);
  const bound = Math.min(value, fewest);
  return { aim: 'same-faces', firm: false, good: (value - bound) * 10 <= meetings, value, bound, pairs: pairs.size };
}
