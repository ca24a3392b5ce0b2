import type { AttendeeId } from '../kernel/ids.ts';
import { firstRound, mapRounds, type Standpoint } from './changed-room.ts';
import type { RoomTonight } from './room-tonight.ts';
import type { Schedule } from './schedule.ts';

/**
 * A room and its plan without those who are not what the plan seats them as: people whose role was corrected, or who
 * are on the roster no more. Rounds that are over stay as they were.
 */
export function asEnrolled(
  room: RoomTonight,
  schedule: Schedule,
  at: Standpoint,
): { readonly room: RoomTonight; readonly schedule: Schedule } {
  const as = (role: 'student' | 'mentor', people: readonly AttendeeId[]): readonly AttendeeId[] =>
    people.every((person) => at.roleOf(person) === role)
      ? people
      : people.filter((person) => at.roleOf(person) === role);
  const people = room.people.filter(({ person }) => at.roleOf(person) !== undefined);
  const tables = room.tables.map((table) => ({ ...table, mentors: as('mentor', table.mentors) }));
  return {
    room: { ...room, people, tables },
    schedule: mapRounds(schedule, firstRound(at), ({ students, mentors }) => ({
      students: as('student', students),
      mentors: as('mentor', mentors),
    })),
  };
}
