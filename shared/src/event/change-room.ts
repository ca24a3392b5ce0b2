import type { AttendeeId, TableId } from '../kernel/ids.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { MAX_MENTORS_AT_TABLE, type Table } from './floor.ts';
import { reseated, tableIn } from './reseat.ts';
import { peopleOf, type RoomChange } from './room-change.ts';
import { type Attendance, attends, openIn, type RoomTonight } from './room-tonight.ts';
import type { AttendeeRole } from './roster.ts';
import type { Schedule, Seating } from './schedule.ts';

/** A room, the plan for it, and who has lost or not yet got a seat in the round that runs. */
export interface ChangedRoom {
  readonly room: RoomTonight;
  readonly schedule: Schedule;
  readonly seatless: readonly AttendeeId[];
}

/** Where the evening stands: see `planWindow`. */
export interface Standpoint {
  readonly done: number;
  readonly current: number | null;
  readonly talks: boolean;
  readonly roleOf: (person: AttendeeId) => AttendeeRole | undefined;
}

type Outcome = Result<ChangedRoom, Refusal>;

/**
 * What a change makes of the room and of the rounds that are over or under way; the rounds to come are for the planner.
 * Pure. Refused with unknown-person, unknown-table, already-so, last-mentor, too-many-mentors, mentor-at-two-tables,
 * not-now (a round that is over) and bad-request.
 */
export function changeRoom(room: RoomTonight, schedule: Schedule, change: RoomChange, at: Standpoint): Outcome {
  const strangers = peopleOf(change).filter((person) => at.roleOf(person) === undefined);
  if (strangers.length > 0) return refused(refusal('unknown-person'));
  switch (change.kind) {
    case 'arrived':
      return arrived(room, schedule, change.people, at);
    case 'noShows':
      return gone(room, schedule, change.people, at, false);
    case 'left':
      return gone(room, schedule, change.people, at, at.talks);
    case 'replaced':
      return replaced(room, schedule, change, at);
    case 'mentorSeated':
      return mentorSeated(room, schedule, change, at);
    case 'tableClosed':
      return tableClosed(room, schedule, change.table, at);
    case 'tableAdded':
      return tableAdded(room, schedule, change, at);
    case 'moved':
      return moved(room, schedule, change, at);
    case 'swapped':
      return swapped(room, schedule, change, at);
  }
}

/** The round that runs, or the one that comes: nothing before it changes. */
const firstRound = ({ done, current }: Standpoint): number => current ?? done + 1;

const withAttendance = (room: RoomTonight, person: AttendeeId, from: number, until: number): RoomTonight => {
  const known = room.people.find((one) => one.person === person);
  const now: Attendance = { person, from: Math.min(known?.from ?? from, from), until };
  return { ...room, people: [...room.people.filter((one) => one.person !== person), now] };
};

function arrived(room: RoomTonight, schedule: Schedule, people: readonly AttendeeId[], at: Standpoint): Outcome {
  if (people.some((person) => at.roleOf(person) !== 'student'))
    return refused(refusal('bad-request', { field: 'people' }));
  const last = schedule.rounds.length;
  const first = firstRound(at);
  const news = people.filter((person) => !attends(room, person, last));
  if (news.length === 0) return refused(refusal('already-so'));
  const now = news.reduce((all, person) => withAttendance(all, person, first, last), room);
  return ok({ room: now, schedule, seatless: at.current === null ? [] : news });
}

/** @param stays whether they were there in the round that runs */
function gone(
  room: RoomTonight,
  schedule: Schedule,
  people: readonly AttendeeId[],
  at: Standpoint,
  stays: boolean,
): Outcome {
  const first = firstRound(at);
  const until = stays ? first : first - 1;
  const leaving = people.filter((person) => room.people.some((one) => one.person === person && one.until > until));
  if (leaving.length === 0) return refused(refusal('already-so'));
  const left = new Set(leaving);
  let now: RoomTonight = {
    ...room,
    people: room.people.map((one) => (left.has(one.person) ? { ...one, until } : one)),
  };
  const orphaned = now.tables.filter(
    ({ mentors }) => mentors.length > 0 && mentors.every((mentor) => left.has(mentor)),
  );
  now = {
    ...now,
    tables: now.tables.map((table) => ({ ...table, mentors: table.mentors.filter((mentor) => !left.has(mentor)) })),
    closed: [...now.closed, ...orphaned.map(({ id }) => ({ table: id, from: until + 1 }))],
  };
  if (!hasMentors(now, schedule.rounds.length)) return refused(refusal('last-mentor'));
  const emptied = without(schedule, left, until + 1);
  if (stays || at.current === null) return ok({ room: now, schedule: emptied, seatless: [] });
  return withoutTables(now, emptied, new Set(orphaned.map(({ id }) => id)), at.current);
}

const hasMentors = (room: RoomTonight, round: number): boolean =>
  openIn(room, round).some(({ mentors }) => mentors.some((mentor) => attends(room, mentor, round)));

/** Takes people out of their seats from a round on. */
function without({ rounds }: Schedule, people: ReadonlySet<AttendeeId>, from: number): Schedule {
  return {
    rounds: rounds.map((round, index) =>
      index + 1 < from
        ? round
        : mapSeatings(round, (seating) => ({
            students: seating.students.filter((one) => !people.has(one)),
            mentors: seating.mentors.filter((one) => !people.has(one)),
          })),
    ),
  };
}

const mapSeatings = (
  round: Readonly<Record<string, Seating>>,
  change: (seating: Seating, table: TableId) => Seating,
): Record<string, Seating> =>
  Object.fromEntries(Object.entries(round).map(([table, seating]) => [table, change(seating, table as TableId)]));

/** Empties tables in the round that runs; their students need a seat. */
function withoutTables(room: RoomTonight, schedule: Schedule, tables: ReadonlySet<TableId>, current: number): Outcome {
  const seatless: AttendeeId[] = [];
  const rounds = schedule.rounds.map((round, index) => {
    if (index + 1 !== current) return round;
    return Object.fromEntries(
      Object.entries(round).filter(([table, { students }]) => {
        if (!tables.has(table as TableId)) return true;
        seatless.push(...students);
        return false;
      }),
    );
  });
  return ok({ room, schedule: { rounds }, seatless });
}

function replaced(
  room: RoomTonight,
  schedule: Schedule,
  { mentor, by }: Extract<RoomChange, { kind: 'replaced' }>,
  at: Standpoint,
): Outcome {
  if (at.roleOf(mentor) !== 'mentor' || at.roleOf(by) !== 'mentor') return refused(refusal('unknown-person'));
  if (seatedTable(room, by) !== undefined) return refused(refusal('mentor-at-two-tables'));
  if (seatedTable(room, mentor) === undefined) return refused(refusal('already-so'));
  const first = firstRound(at);
  const swap = (mentors: readonly AttendeeId[]): AttendeeId[] => mentors.map((one) => (one === mentor ? by : one));
  const stays = room.people.map((one) => (one.person === mentor ? { ...one, until: first - 1 } : one));
  const now = withAttendance({ ...room, people: stays }, by, first, schedule.rounds.length);
  return ok({
    room: { ...now, tables: now.tables.map((table) => ({ ...table, mentors: swap(table.mentors) })) },
    schedule: {
      rounds: schedule.rounds.map((round, index) =>
        index + 1 < first ? round : mapSeatings(round, (seating) => ({ ...seating, mentors: swap(seating.mentors) })),
      ),
    },
    seatless: [],
  });
}

const seatedTable = (room: RoomTonight, mentor: AttendeeId): Table | undefined =>
  room.tables.find(({ mentors }) => mentors.includes(mentor));

function mentorSeated(
  room: RoomTonight,
  schedule: Schedule,
  { mentor, table: id }: Extract<RoomChange, { kind: 'mentorSeated' }>,
  at: Standpoint,
): Outcome {
  const table = room.tables.find((one) => one.id === id);
  if (at.roleOf(mentor) !== 'mentor') return refused(refusal('unknown-person'));
  if (!table) return refused(refusal('unknown-table'));
  const elsewhere = seatedTable(room, mentor);
  const isOpen = !room.closed.some((one) => one.table === id);
  const last = schedule.rounds.length;
  if (elsewhere && elsewhere.id !== id) return refused(refusal('mentor-at-two-tables'));
  if (elsewhere && isOpen && attends(room, mentor, last)) return refused(refusal('already-so'));
  const mentors = elsewhere ? table.mentors : [...table.mentors, mentor];
  if (mentors.length > MAX_MENTORS_AT_TABLE) return refused(refusal('too-many-mentors', { table: table.number }));
  const now = withAttendance(room, mentor, firstRound(at), last);
  return ok({
    room: {
      ...now,
      tables: now.tables.map((one) => (one.id === id ? { ...one, mentors } : one)),
      closed: now.closed.filter((one) => one.table !== id),
    },
    schedule: sitDown(schedule, mentor, id, at.current),
    seatless: [],
  });
}

/** A mentor joins the people who sit at the table in the round that runs. */
function sitDown({ rounds }: Schedule, mentor: AttendeeId, table: TableId, current: number | null): Schedule {
  return {
    rounds: rounds.map((round, index) =>
      index + 1 !== current
        ? round
        : mapSeatings(round, (seating, id) =>
            id === table && seating.students.length > 0 && !seating.mentors.includes(mentor)
              ? { ...seating, mentors: [...seating.mentors, mentor] }
              : seating,
          ),
    ),
  };
}

function tableClosed(room: RoomTonight, schedule: Schedule, id: TableId, at: Standpoint): Outcome {
  if (!room.tables.some((table) => table.id === id)) return refused(refusal('unknown-table'));
  if (room.closed.some(({ table }) => table === id)) return refused(refusal('already-so'));
  const first = firstRound(at);
  const now = {
    ...room,
    tables: room.tables.map((table) => (table.id === id ? { ...table, mentors: [] } : table)),
    closed: [...room.closed, { table: id, from: first }],
  };
  if (!hasMentors(now, schedule.rounds.length)) return refused(refusal('last-mentor'));
  if (at.current === null) return ok({ room: now, schedule, seatless: [] });
  return withoutTables(now, schedule, new Set([id]), at.current);
}

function tableAdded(
  room: RoomTonight,
  schedule: Schedule,
  { table: id, seats, mentors }: Extract<RoomChange, { kind: 'tableAdded' }>,
  at: Standpoint,
): Outcome {
  if (room.tables.some((table) => table.id === id)) return refused(refusal('already-so'));
  if (mentors.some((mentor) => at.roleOf(mentor) !== 'mentor')) return refused(refusal('unknown-person'));
  if (mentors.some((mentor) => seatedTable(room, mentor) !== undefined))
    return refused(refusal('mentor-at-two-tables'));
  const number = Math.max(0, ...room.tables.map((table) => table.number)) + 1;
  const row = Math.max(-1, ...room.tables.map((table) => table.row)) + 1;
  const table: Table = { id, number, name: '', seats, mentors, stepFree: true, column: 0, row };
  const next = at.current === null ? at.done + 1 : at.current + 1;
  const now = mentors.reduce((all, mentor) => withAttendance(all, mentor, next, schedule.rounds.length), room);
  return ok({ room: { ...now, tables: [...now.tables, table] }, schedule, seatless: [] });
}

function moved(
  room: RoomTonight,
  schedule: Schedule,
  { person, round, table }: Extract<RoomChange, { kind: 'moved' }>,
  at: Standpoint,
): Outcome {
  if (round < firstRound(at) || round > schedule.rounds.length) return refused(refusal('not-now'));
  if (table !== null && !openIn(room, round).some(({ id }) => id === table)) return refused(refusal('unknown-table'));
  if (!attends(room, person, round)) return refused(refusal('unknown-person'));
  if (tableIn(schedule, round, person) === table) return refused(refusal('already-so'));
  return ok({ room, schedule: reseated(schedule, [{ round, person, table }]), seatless: [] });
}

function swapped(
  room: RoomTonight,
  schedule: Schedule,
  { one, other, round }: Extract<RoomChange, { kind: 'swapped' }>,
  at: Standpoint,
): Outcome {
  if (round < firstRound(at) || round > schedule.rounds.length) return refused(refusal('not-now'));
  if (!attends(room, one, round) || !attends(room, other, round)) return refused(refusal('unknown-person'));
  if (at.roleOf(one) !== at.roleOf(other)) return refused(refusal('bad-request', { field: 'other' }));
  const from = tableIn(schedule, round, one);
  const to = tableIn(schedule, round, other);
  if (from === to) return refused(refusal('already-so'));
  const changes = [
    { round, person: one, table: to },
    { round, person: other, table: from },
  ];
  return ok({ room, schedule: reseated(schedule, changes), seatless: [] });
}
