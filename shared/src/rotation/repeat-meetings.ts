import type { Table } from '../event/floor.ts';
import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId, TableId } from '../kernel/ids.ts';
import { companyOf, somebodyStays } from './company.ts';
import type { EveningToPlan, StudentToPlan } from './evening-to-plan.ts';
import { FlowNetwork } from './flow.ts';
import { suits } from './suits.ts';

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
  // where mentors go to people who stay, a mentor met at another table is as unavoidable as one met at the same
  const elsewhere = somebodyStays(evening) ? [] : repeats.filter(({ sameTable }) => !sameTable);
  const { visits, again } = visitsOf(schedule, evening);
  let total = 0;
  for (const tables of visits.values()) for (const count of tables.values()) total += count;
  const unavoidable = total - mostDifferentVisits(visits, evening);
  if (again <= unavoidable) return elsewhere;
  if (evening.whoMoves === 'mentors') return repeats;
  const counted = somebodyStays(evening) ? repeats : repeats.filter(({ sameTable }) => sameTable);
  return [...elsewhere, ...counted.slice(unavoidable)];
}

type Visits = Map<AttendeeId, Map<string, number>>;

/** What is visited: a table; where mentors go to people who stay, the mentors themselves. */
const placeIn = (evening: EveningToPlan, table: string, mentors: readonly AttendeeId[]): string =>
  somebodyStays(evening) ? [...mentors].sort().join(' ') : table;

/** How often each mover is at each place with somebody to meet; `again` counts the visits after the first. */
function visitsOf(schedule: Schedule, evening: EveningToPlan): { visits: Visits; again: number } {
  const visits: Visits = new Map();
  let again = 0;
  for (const seatings of schedule.rounds) {
    for (const [table, { students, mentors }] of Object.entries(seatings)) {
      if (mentors.length === 0) continue;
      const place = placeIn(evening, table, mentors);
      for (const mover of evening.whoMoves === 'students' ? students : mentors) {
        const places = visits.get(mover) ?? new Map<string, number>();
        visits.set(mover, places);
        const before = places.get(place) ?? 0;
        places.set(place, before + 1);
        if (before > 0) again += 1;
      }
    }
  }
  return { visits, again };
}

function mostDifferentVisits(visits: Visits, evening: EveningToPlan): number {
  const room = new Map<string, number>();
  for (const places of visits.values()) {
    for (const [place, count] of places) room.set(place, (room.get(place) ?? 0) + count);
  }
  const mayVisit = visitsAllowed(evening);
  const places = [...room];
  const network = new FlowNetwork(2 + places.length + visits.size);
  places.forEach(([, count], index) => {
    network.arc(2 + index, 1, count, 0);
  });
  [...visits].forEach(([mover, own], index) => {
    const node = 2 + places.length + index;
    let rounds = 0;
    for (const count of own.values()) rounds += count;
    network.arc(0, node, rounds, 0);
    places.forEach(([place], at) => {
      if (mayVisit(mover, place)) network.arc(node, 2 + at, 1, 0);
    });
  });
  return network.run(0, 1).flow;
}

/** Whether a student and all who come with them may be at a place: it suits them, and nobody there is to be avoided. */
function visitsAllowed(evening: EveningToPlan): (mover: AttendeeId, place: string) => boolean {
  const byMentors = somebodyStays(evening);
  const company = companyOf(evening);
  const tables = new Map<string, Table>(evening.tables.map((table) => [table.id, table]));
  const homeOf = new Map<string, Table>(
    evening.tables.flatMap((table) => table.mentors.map((mentor) => [mentor, table] as const)),
  );
  const students = new Map(evening.students.map((student) => [student.id, student]));
  const groups = new Map<AttendeeId, readonly StudentToPlan[]>();
  const groupOf = (mover: AttendeeId): readonly StudentToPlan[] => {
    const known = groups.get(mover);
    if (known) return known;
    const group = new Set([mover]);
    // a set may grow while it is walked: friends of friends come along
    for (const one of group) for (const mate of company(one).together) group.add(mate);
    const found = [...group].flatMap((id) => students.get(id) ?? []);
    groups.set(mover, found);
    return found;
  };
  const mentorsAt = (place: string): readonly string[] =>
    byMentors ? place.split(' ') : (tables.get(place)?.mentors ?? []);
  return (mover, place) =>
    groupOf(mover).every((one) => {
      // mentors leave their table only for those who stay: everybody else is met there
      const table = byMentors ? homeOf.get(place.split(' ')[0] ?? '') : tables.get(place);
      const isMetElsewhere = byMentors && one.staysAt !== undefined;
      if (table && !isMetElsewhere && !suits(one, table)) return false;
      const { avoid } = company(one.id);
      return avoid.length === 0 || !mentorsAt(place).some((mentor) => avoid.some((other) => other === mentor));
    });
}
