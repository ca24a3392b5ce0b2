import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId, TableId } from '../kernel/ids.ts';
import type { EveningToPlan } from './evening-to-plan.ts';
import { FlowNetwork } from './flow.ts';

/** A student who meets a mentor again: the later meeting. */
export interface RepeatMeeting {
  /** From 1. */
  readonly round: number;
  readonly table: TableId;
  readonly person: AttendeeId;
  readonly mentor: AttendeeId;
  /** Both sat at this very table before; false when a student or mentor was moved so as to meet elsewhere again. */
  readonly sameTable: boolean;
}

/** Every meeting of a student with a mentor they have met before; two mentors at once count once. */
export function repeatMeetings(schedule: Schedule): RepeatMeeting[] {
  const metAt = new Map<AttendeeId, Map<AttendeeId, string>>();
  const repeats: RepeatMeeting[] = [];
  schedule.rounds.forEach((seatings, index) => {
    for (const [table, { students, mentors }] of Object.entries(seatings)) {
      for (const person of students) {
        const met = metAt.get(person) ?? new Map<AttendeeId, string>();
        metAt.set(person, met);
        const mentor = mentors.find((candidate) => met.has(candidate));
        if (mentor !== undefined) {
          const sameTable = met.get(mentor) === table;
          repeats.push({ round: index + 1, table: table as TableId, person, mentor, sameTable });
        }
        for (const each of mentors) if (!met.has(each)) met.set(each, table);
      }
    }
  });
  return repeats;
}

/**
 * The repeat meetings that a better plan of the same table sizes would not have. Who moves (students or mentors) can
 * visit a table once; the most different visits is a maximum flow from the movers' rounds to the tables' places.
 */
export function avoidableMeetings(schedule: Schedule, evening: EveningToPlan): RepeatMeeting[] {
  const repeats = repeatMeetings(schedule);
  if (repeats.length === 0) return repeats;
  const elsewhere = repeats.filter(({ sameTable }) => !sameTable);
  const { visits, again } = visitsOf(schedule, evening);
  let total = 0;
  for (const tables of visits.values()) for (const count of tables.values()) total += count;
  const unavoidable = total - mostDifferentVisits(visits, evening);
  if (again <= unavoidable) return elsewhere;
  if (evening.whoMoves === 'mentors') return repeats;
  return [...elsewhere, ...repeats.filter(({ sameTable }) => sameTable).slice(unavoidable)];
}

type Visits = Map<AttendeeId, Map<string, number>>;

/** How often each mover is at each table with somebody to meet; `again` counts the visits after the first. */
function visitsOf(schedule: Schedule, evening: EveningToPlan): { visits: Visits; again: number } {
  const visits: Visits = new Map();
  let again = 0;
  for (const seatings of schedule.rounds) {
    for (const [table, { students, mentors }] of Object.entries(seatings)) {
      if (mentors.length === 0) continue;
      for (const mover of evening.whoMoves === 'students' ? students : mentors) {
        const tables = visits.get(mover) ?? new Map<string, number>();
        visits.set(mover, tables);
        const before = tables.get(table) ?? 0;
        tables.set(table, before + 1);
        if (before > 0) again += 1;
      }
    }
  }
  return { visits, again };
}

function mostDifferentVisits(visits: Visits, evening: EveningToPlan): number {
  const places = new Map<string, number>();
  for (const tables of visits.values()) {
    for (const [table, count] of tables) places.set(table, (places.get(table) ?? 0) + count);
  }
  const stepFreeTables = new Set<string>(evening.tables.filter(({ stepFree }) => stepFree).map(({ id }) => id));
  const needStepFree = new Set(evening.students.filter(({ stepFree }) => stepFree).map(({ id }) => id));
  const tables = [...places];
  const network = new FlowNetwork(2 + tables.length + visits.size);
  tables.forEach(([, count], index) => {
    network.arc(2 + index, 1, count, 0);
  });
  [...visits].forEach(([mover, own], index) => {
    const node = 2 + tables.length + index;
    let rounds = 0;
    for (const count of own.values()) rounds += count;
    network.arc(0, node, rounds, 0);
    tables.forEach(([table], place) => {
      if (!needStepFree.has(mover) || stepFreeTables.has(table)) network.arc(node, 2 + place, 1, 0);
    });
  });
  return network.run(0, 1).flow;
}
