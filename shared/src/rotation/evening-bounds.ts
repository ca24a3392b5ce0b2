import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import { companyOf, somebodyStays } from './company.ts';
import type { EveningToPlan } from './evening-to-plan.ts';
import { type Instance, type InstanceSchedule, type InstanceTable, SCHEDULE_FORMAT } from './instance.ts';
import { boundsOf, qualityLimit, type VisitLimits, visitLimits } from './proof/bounds.ts';
import { limitsIn, rate } from './proof/judge.ts';
import { numbersOf } from './proof/numbers.ts';
import { visitorsOf } from './proof/visitors.ts';
import { score } from './score.ts';
import { suitingOf } from './suits.ts';
import { plainIndustry } from './wishes.ts';

type Wishes = ReadonlyMap<AttendeeId, ReadonlySet<AttendeeId>>;

/** What no plan of an evening can pass that is as good as the given one in sitting out, repeats and even tables. */
export interface EveningBounds {
  readonly wishes: number;
  readonly fields: number;
  /** Pairs of students who share a table; null where they keep their table, or where it is not known. */
  readonly pairs: number | null;
  /** The plan as one number, and the best possible one, by what the plan reaches; 0–100 with one decimal. */
  readonly overall: (reached: { wishes: number; fields: number; pairs: number }) => { value: number; best: number };
}

/**
 * Bounds of an evening. Where students move between tables whose mentors stay (two at a table included) these are the
 * rotation's; else everybody has their rounds, and mentors the seats of their tables, which is less than the truth asks.
 */
export function eveningBounds(schedule: Schedule, evening: EveningToPlan, wishes: Wishes): EveningBounds {
  const stay = evening.whoMoves === 'students' && !somebodyStays(evening);
  const tables = stay ? tablesThatStay(schedule, evening) : null;
  return tables === null || tables.length === 0 || evening.students.length === 0
    ? boundsByMentor(schedule, evening, wishes)
    : boundsByTable(schedule, toInstance(evening, schedule.rounds.length, tables, wishes));
}

function boundsByTable(schedule: Schedule, instance: Instance): EveningBounds {
  const bounds = boundsOf(instance, score(instance, inShort(schedule, instance)));
  return {
    wishes: bounds.want.value,
    fields: bounds.variety.value,
    pairs: bounds.distinctPairs.value,
    overall: ({ wishes, fields, pairs }) => {
      const figures = { want: wishes, variety: fields, distinctPairs: pairs };
      const { quality: value, best } = rate(figures, limitsIn(bounds), bounds.quality.value);
      return { value, best };
    },
  };
}

/** Each mentor as a table of their own: what students can visit if nothing else stands in the way. */
function boundsByMentor(schedule: Schedule, evening: EveningToPlan, wishes: Wishes): EveningBounds {
  const places = new Map<AttendeeId, number>();
  let atOnce = 1;
  for (const round of schedule.rounds) {
    const seatings = Object.values(round).filter(({ mentors }) => mentors.length > 0);
    const largest = Math.max(0, ...seatings.map(({ students }) => students.length));
    for (const { mentors } of seatings) {
      atOnce = Math.max(atOnce, mentors.length);
      for (const mentor of mentors) places.set(mentor, (places.get(mentor) ?? 0) + largest);
    }
  }
  const tables = [...places.keys()].map((id) => ({
    id,
    seats: 1,
    stepFree: true,
    quiet: true,
    mentors: [id],
    open: null,
  }));
  const { want, variety, both } = mostVisited(
    toInstance(evening, 1, tables, wishes),
    Int32Array.from(places.values()),
    schedule.rounds.length * atOnce,
  );
  return {
    wishes: want.value,
    fields: variety.value,
    pairs: null,
    overall: ({ wishes: met, fields }) => {
      const limits = { want: want.value, variety: variety.value, distinctPairs: 0 };
      const most = qualityLimit(want.value, 0, variety.value, both);
      const { quality: value, best } = rate({ want: met, variety: fields, distinctPairs: 0 }, limits, most);
      return { value, best };
    },
  };
}

/** @param places visits that each mentor can receive; @param mostRounds visits that each student can make */
function mostVisited(instance: Instance, places: Int32Array, mostRounds: number): VisitLimits {
  const numbers = numbersOf(instance);
  const inAll = places.reduce((sum, count) => sum + count, 0);
  const low = new Int32Array(places.length);
  const rules = {
    numbers,
    places: { low, high: places, seats: places, toTake: inAll, spare: inAll, slack: 0 },
    mostRounds: () => mostRounds,
    inTurn: false,
    onlyOnce: true,
    repeats: 0,
    allFilled: false,
  };
  return visitLimits(rules, visitorsOf(numbers, false));
}

function toInstance(
  evening: EveningToPlan,
  rounds: number,
  tables: readonly InstanceTable[],
  wishes: Wishes,
): Instance {
  const company = companyOf(evening);
  return {
    name: 'evening',
    rounds,
    tables,
    mentors: evening.mentors.map(({ id, industry }) => {
      const tag = plainIndustry(industry);
      return { id, tags: tag === '' ? [] : [tag] };
    }),
    students: evening.students.map((student) => {
      const wants = new Map([...(wishes.get(student.id) ?? [])].map((mentor) => [mentor, 1]));
      const { avoid } = company(student.id);
      return { id: student.id, wants, ...suitingOf(student), present: null, avoid, apart: [], together: [] };
    }),
    pinned: [],
  };
}

/** The tables with mentors, open while these are there; null when a table has different mentors at different times. */
function tablesThatStay(schedule: Schedule, evening: EveningToPlan): InstanceTable[] | null {
  const tables: InstanceTable[] = [];
  const seen = new Set<AttendeeId>();
  for (const table of evening.tables) {
    const { id, seats } = table;
    const open: number[] = [];
    let mentors: readonly AttendeeId[] = [];
    for (const [index, round] of schedule.rounds.entries()) {
      const here = round[id];
      if (here === undefined || here.students.length + here.mentors.length === 0) continue;
      if (open.length > 0 && !sameMentors(mentors, here.mentors)) return null;
      mentors = here.mentors;
      open.push(index + 1);
    }
    if (open.length === 0) continue;
    if (mentors.some((mentor) => seen.has(mentor))) return null;
    for (const mentor of mentors) seen.add(mentor);
    tables.push({
      id,
      seats,
      ...suitingOf(table),
      mentors,
      open: open.length === schedule.rounds.length ? null : open,
    });
  }
  return tables;
}

const sameMentors = (one: readonly AttendeeId[], other: readonly AttendeeId[]): boolean =>
  one.length === other.length && one.every((mentor) => other.includes(mentor));

function inShort(schedule: Schedule, instance: Instance): InstanceSchedule {
  const known = new Set(instance.students.map(({ id }) => id));
  const rounds = schedule.rounds.map((round) => {
    const seated = new Map(
      Object.entries(round).map(([id, { students }]) => [id, students.filter((who) => known.has(who))]),
    );
    return Object.fromEntries(instance.tables.map(({ id }): [string, string[]] => [id, seated.get(id) ?? []]));
  });
  return { format: SCHEDULE_FORMAT, instance: instance.name, rounds };
}
