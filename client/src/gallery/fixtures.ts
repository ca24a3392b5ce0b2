import { gridPlace, type Landmark, tableName } from '@lapwing/shared/event/floor';
import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { after, type Instant, instant, minutes, seconds } from '@lapwing/shared/kernel/time';
import { type Announcement, MESSAGE_STAYS, type Moment, type Phase, type Timings } from '@lapwing/shared/live/state';
import { moving, talking } from '@lapwing/shared/live/timeline';
import type { CardRound, Hall, Met, PersonalCard, TableOnFloor } from '@lapwing/shared/protocol/messages';

/** A Thursday evening in November, 19:00 in London. People, firms and addresses are invented. */
export const STARTS_AT = instant(Date.UTC(2026, 10, 26, 19, 0, 0));
export const TIME_ZONE = 'Europe/London';

/** So many minutes and seconds after the start. */
export const at = (minute: number, second = 0): Instant => after(after(STARTS_AT, minutes(minute)), seconds(second));

export const TIMINGS: Timings = {
  rounds: 6,
  talk: minutes(10),
  changeover: minutes(2),
  agenda: [],
  boundary: 'auto',
  talkBegins: 'auto',
  skipped: [],
};

/** The same evening with a welcome, a panel, a break after round 3 and free talk at the end. */
export const FULL_TIMINGS: Timings = {
  ...TIMINGS,
  agenda: [
    { title: 'welcome', afterRound: 0, length: minutes(10) },
    { title: 'panel', afterRound: 0, length: minutes(20) },
    { title: 'break', afterRound: 3, length: minutes(15) },
    { title: 'freeTalk', afterRound: 6, length: minutes(30) },
  ],
};

/** Item `item` of that agenda, begun at minute `from`. */
export function agendaPhase(item: number, from: number): Phase {
  const { title, afterRound, length } = FULL_TIMINGS.agenda[item] as Timings['agenda'][number];
  return { kind: 'agenda', title, item, round: afterRound + 1, startsAt: at(from), endsAt: after(at(from), length) };
}

/** Words of the organiser since `since`. */
export const said = (text: string, since: Instant, more: Partial<Announcement> = {}): Announcement => ({
  ...{ kind: 'message', text, whole: false, since, until: after(since, MESSAGE_STAYS) },
  ...more,
});
export const stopped = (text: string, since: Instant): Announcement =>
  said(text, since, { kind: 'stop', whole: true, until: null });

export const tables = (count: number): TableOnFloor[] =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    name: tableName({ number: index + 1, name: '' }),
    ...gridPlace(index, count),
  }));

/** A moment in which rounds 1 … `begun` have begun on time. */
export function momentWith(phase: Phase, begun: number, more: Partial<Moment> = {}): Moment {
  const starts = Array.from({ length: begun }, (_, index) => at(index * 12));
  const quiet = { announcement: null, blank: false };
  return { phase, before: null, timings: TIMINGS, begun: starts, planVersion: 3, ...quiet, ...more };
}

export const talk = (round: number): Phase => talking(round, at((round - 1) * 12), TIMINGS.talk);
export const move = (round: number): Phase => moving(round, at((round - 1) * 12 - 2), TIMINGS.changeover);

/** Coffee and the door behind the last row. */
export function landmarksBehind(all: readonly TableOnFloor[]): Landmark[] {
  const row = 1 + Math.max(0, ...all.map((table) => table.row));
  const column = Math.max(1, ...all.map((table) => table.column));
  return [
    { kind: 'coffee', column: 0, row },
    { kind: 'door', column, row },
  ];
}

export const hall = (more: Partial<Hall> = {}): Hall => ({
  t: 'hall',
  eventName: 'Careers Night',
  place: 'King’s Hall',
  timeZone: TIME_ZONE,
  startsAt: STARTS_AT,
  whoMoves: 'students',
  joinUrl: 'http://192.168.1.20:3000/e/KQ4T',
  code: 'XR7C',
  tables: tables(12),
  landmarks: landmarksBehind(more.tables ?? tables(12)),
  ...more,
});

export const met = (name: string, line: string, ask = '', tags?: Met['tags']): Met => ({
  id: attendeeId(name.replaceAll(' ', '')),
  name,
  line,
  ask,
  ...(tags ? { tags } : {}),
});
const MENTORS = [
  met('Grace Lindqvist', 'Data engineer, Fernhill', '', ['retail', 'data-engineer']),
  met('Samuel Okafor', 'Solicitor, Barrow and Vane'),
  met('Priya Raman', 'Product manager, Northlamp', 'Moving from support to product', ['energy', 'product', 'senior']),
  met('Tom Achebe', 'Civil engineer, Longspan'),
  met('Ines Carvalho', 'Investment analyst, Dray Street'),
  met('Hal Whitcombe', 'Games designer, Otterworks', '', ['games', 'design', 'early']),
];
const SEATS = [5, 12, 8, 3, 10, 1];

const studentRounds: readonly CardRound[] = SEATS.map((table, index) => ({
  round: index + 1,
  table,
  meets: [MENTORS[index] as Met],
}));

/** Aisha Karim's evening. */
export const studentCard = (more: Partial<PersonalCard> = {}): PersonalCard => ({
  t: 'card',
  id: 'k3v9xq',
  eventId: eventId('careers'),
  badgeCode: 'KQ4T7ACD',
  selfCheckIn: true,
  name: 'Aisha Karim',
  role: 'student',
  standing: 'active',
  eventName: 'Careers Night',
  place: 'King’s Hall',
  timeZone: TIME_ZONE,
  startsAt: STARTS_AT,
  whoMoves: 'students',
  checkedIn: true,
  calls: [],
  planVersion: 3,
  rounds: studentRounds,
  tables: tables(12),
  landmarks: landmarksBehind(tables(12)),
  ...more,
});

/** The same evening with one round changed. */
export const withRound = (round: number, change: Partial<CardRound>): CardRound[] =>
  studentRounds.map((one) => (one.round === round ? { ...one, ...change } : one));

/** Mentors come to table 8, one a round. */
export const stayingRounds = (): CardRound[] => studentRounds.map((one) => ({ ...one, table: 8 }));

const STUDENTS: readonly Met[] = [
  met('Aisha', 'Economics, year 2', 'How do you get from a bank into a startup?'),
  met('Ben', 'Computer Science, year 3'),
  met('Chloe', 'History, year 1', 'Do you need maths for product work?'),
  met('Oluwaseun', 'Biomedical Engineering, year 4'),
  met('Ewa', 'Law, year 2', 'What would you read in your first year?'),
];

/** Priya Raman's own evening at table 8. */
export const mentorCard = (more: Partial<PersonalCard> = {}): PersonalCard =>
  studentCard({
    id: 'p7mm2c',
    name: 'Priya Raman',
    role: 'mentor',
    rounds: SEATS.map((_, index) => ({ round: index + 1, table: 8, meets: STUDENTS.slice(0, 5 - (index % 2)) })),
    ...more,
  });

/** What the organiser wrote about an evening that does not take place. */
export const CALLED_OFF = {
  reason: 'A water pipe burst in the hall this morning.',
  contactName: 'Mei Tanaka',
  contactEmail: 'mei@example.org',
} as const;
