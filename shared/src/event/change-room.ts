import type { AttendeeId, TableId } from '../kernel/ids.ts';
import { refusal } from '../kernel/refusal.ts';
import { ok, refused } from '../kernel/result.ts';
import { gone } from './change-leavers.ts';
import { mentorSeated, replaced } from './change-mentors.ts';
import {
  chairOf,
  firstRound,
  hasMentors,
  type Outcome,
  type Standpoint,
  withAttendance,
  withoutChairs,
  withoutTables,
} from './changed-room.ts';
import { MAX_MENTORS_AT_TABLE, type Table } from './floor.ts';
import { reseated, tableIn } from './reseat.ts';
import { peopleOf, type RoomChange } from './room-change.ts';
import { attends, openIn, type RoomTonight } from './room-tonight.ts';
import type { Schedule } from './schedule.ts';

export type { ChangedRoom, Standpoint } from './changed-room.ts';

/**
 * What a change makes of the room and of the rounds that are over or under way; the rounds to come are for the planner.
 * Pure. Refused with unknown-person, unknown-table, already-so, last-mentor, too-many-mentors, mentor-at-two-tables,
 * not-now (a round that is over) and bad-request.
 */
export function changeRoom(room: RoomTonight, schedule: Schedule, change: RoomChange, at: Standpoint): Outcome {
  const strangers = peopleOf(change).filter((person) => at.roleOf(person) === undefined);
  if (strangers.length > 0) return refused(refusal('unknown-person'));
  const changed = changedBy(room, schedule, change, at);
  if (!changed.ok) return changed;
  return ok({ ...changed.value, room: { ...changed.value.room, left: leftAfter(room.left, change) } });
}

/** Whoever has a part in the room again has not gone. */
function leftAfter(left: readonly AttendeeId[], change: RoomChange): readonly AttendeeId[] {
  const goes = change.kind === 'left' ? change.people : change.kind === 'replaced' ? [change.mentor] : [];
  if (change.kind === 'noShows' || change.kind === 'moved' || change.kind === 'swapped') return left;
  return [...left.filter((person) => !peopleOf(change).includes(person)), ...new Set(goes)];
}

function changedBy(room: RoomTonight, schedule: Schedule, change: RoomChange, at: Standpoint): Outcome {
  switch (change.kind) {
    case 'arrived':
      return arrived(room, schedule, change.people, at);
    case 'noShows':
      return gone(room, schedule, change.people, at, false);
    case 'left':
      return gone(room, schedule, change.people, at, at.talks && change.now !== true);
    case 'replaced':
      return replaced(room, schedule, change, at);
    case 'mentorSeated':
      return mentorSeated(room, schedule, change, at);
    case 'tableClosed':
      return tableClosed(room, schedule, change.table, at);
    case 'rulesChanged':
      return ok({ room, schedule, seatless: [] });
    case 'tableAdded':
      return tableAdded(room, schedule, change, at);
    case 'moved':
      return moved(room, schedule, change, at);
    case 'swapped':
      return swapped(room, schedule, change, at);
  }
}

function arrived(room: RoomTonight, schedule: Schedule, people: readonly AttendeeId[], at: Standpoint): Outcome {
  // where mentors move, one without a table of their own travels as well
  const mayCome = (person: AttendeeId): boolean => at.whoMoves === 'mentors' || at.roleOf(person) === 'student';
  if (!people.every(mayCome)) return refused(refusal('bad-request', { field: 'people' }));
  const last = schedule.rounds.length;
  const { current } = at;
  const news = [...new Set(people)].filter((person) => !attends(room, person, last));
  if (news.length === 0) return refused(refusal('already-so'));
  const now = news.reduce((all, person) => withAttendance(all, person, firstRound(at), last), room);
  // who was on their way out and stays after all still has the seat they sit on
  const seatless = news.filter(
    (person) => at.roleOf(person) === 'student' && current !== null && tableIn(schedule, current, person) === null,
  );
  return ok({ room: now, schedule, seatless });
}

function tableClosed(room: RoomTonight, schedule: Schedule, id: TableId, at: Standpoint): Outcome {
  const table = room.tables.find((one) => one.id === id);
  if (!table) return refused(refusal('unknown-table'));
  if (room.closed.some((one) => one.table === id)) return refused(refusal('already-so'));
  const closed = [...room.closed, { table: id, from: firstRound(at) }];
  const now = { ...withoutChairs(room, new Set(table.mentors)), closed };
  if (!hasMentors(now, schedule.rounds.length, at)) return refused(refusal('last-mentor'));
  return ok(withoutTables({ room: now, schedule, seatless: [] }, new Set([id]), at.current));
}

function tableAdded(
  room: RoomTonight,
  schedule: Schedule,
  { table: id, seats, mentors: named }: Extract<RoomChange, { kind: 'tableAdded' }>,
  at: Standpoint,
): Outcome {
  const last = schedule.rounds.length;
  const mentors = [...new Set(named)];
  const number = Math.max(0, ...room.tables.map((table) => table.number)) + 1;
  if (room.tables.some((table) => table.id === id)) return refused(refusal('already-so'));
  // a plan is a record by table, and "constructor" is in every record
  if (id in {}) return refused(refusal('bad-request', { field: 'table' }));
  if (mentors.some((mentor) => at.roleOf(mentor) !== 'mentor')) return refused(refusal('unknown-person'));
  if (mentors.length > MAX_MENTORS_AT_TABLE) return refused(refusal('too-many-mentors', { table: number }));
  if (mentors.some((mentor) => chairOf(room, mentor, last) !== undefined))
    return refused(refusal('mentor-at-two-tables'));
  const row = Math.max(-1, ...room.tables.map((table) => table.row)) + 1;
  const table: Table = { id, number, name: '', seats, mentors, stepFree: true, quiet: false, column: 0, row };
  const next = at.current === null ? at.done + 1 : at.current + 1;
  const free = withoutChairs(room, new Set(mentors));
  const now = mentors.reduce((all, mentor) => withAttendance(all, mentor, next, last), free);
  return ok({ room: { ...now, tables: [...now.tables, table] }, schedule, seatless: [] });
}

function moved(
  room: RoomTonight,
  schedule: Schedule,
  { person, round, table, toEnd }: Extract<RoomChange, { kind: 'moved' }>,
  at: Standpoint,
): Outcome {
  if (round < firstRound(at) || round > schedule.rounds.length) return refused(refusal('not-now'));
  if (!isOpen(room, round, table)) return refused(refusal('unknown-table'));
  if (!attends(room, person, round)) return refused(refusal('unknown-person'));
  const changes = roundsByHand(schedule, round, toEnd)
    .filter((one) => attends(room, person, one) && isOpen(room, one, table))
    .filter((one) => tableIn(schedule, one, person) !== table)
    .map((one) => ({ round: one, person, table }));
  if (changes.length === 0) return refused(refusal('already-so'));
  return ok({ room, schedule: byHand(schedule, changes, at), seatless: [] });
}

function swapped(
  room: RoomTonight,
  schedule: Schedule,
  { one, other, round, toEnd }: Extract<RoomChange, { kind: 'swapped' }>,
  at: Standpoint,
): Outcome {
  if (round < firstRound(at) || round > schedule.rounds.length) return refused(refusal('not-now'));
  if (!attends(room, one, round) || !attends(room, other, round)) return refused(refusal('unknown-person'));
  if (at.roleOf(one) !== at.roleOf(other)) return refused(refusal('bad-request', { field: 'other' }));
  const changes = roundsByHand(schedule, round, toEnd)
    .filter((each) => attends(room, one, each) && attends(room, other, each))
    .flatMap((each) => {
      const [from, to] = [tableIn(schedule, each, one), tableIn(schedule, each, other)];
      if (from === to) return [];
      return [
        { round: each, person: one, table: to },
        { round: each, person: other, table: from },
      ];
    });
  if (changes.length === 0) return refused(refusal('already-so'));
  return ok({ room, schedule: byHand(schedule, changes, at), seatless: [] });
}

const isOpen = (room: RoomTonight, round: number, table: TableId | null): boolean =>
  table === null || openIn(room, round).some(({ id }) => id === table);

/** The rounds that a change by hand is about. */
const roundsByHand = ({ rounds }: Schedule, from: number, toEnd: true | undefined): number[] =>
  rounds.map((_, index) => index + 1).filter((round) => (toEnd ? round >= from : round === from));

/** The role is the roster's: a reserve whom the plan seats nowhere yet is a mentor all the same. */
const byHand = (schedule: Schedule, changes: Parameters<typeof reseated>[1], { roleOf }: Standpoint): Schedule =>
  reseated(schedule, changes, (person) => roleOf(person) === 'mentor');
