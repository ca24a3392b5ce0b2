import type { DeskCallKind } from '@lapwing/shared/event/desk-call';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Known, Need } from './needs.ts';
import { freeMentors, type RoomNow, tablesWithoutMentor } from './room-now.ts';

export const callId = (person: AttendeeId, kind: DeskCallKind): string => `call ${kind} ${person}`;

const ids = (people: readonly Attendee[]): AttendeeId[] => people.map(({ id }) => id);

const beganAt = ({ moment, settings }: Known): Instant => moment.begun.find((at) => at !== null) ?? settings.startsAt;

/** Whether anybody of this role was checked in: without a door there are no absent people, only expected ones. */
const isDoorKept = (people: readonly Attendee[], role: Attendee['role']): boolean =>
  people.some((person) => person.role === role && person.checkedInAt !== null);

/** Students who are here without a table, and those who have a table and are not here. */
export function studentNeeds(known: Known, { seated, gone }: RoomNow): Need[] {
  const { people, calls, aside } = known;
  const students = people.filter(({ role }) => role === 'student');
  const arrived = students.filter(({ id, checkedInAt }) => checkedInAt !== null && !seated.has(id) && !gone.has(id));
  const saysLate = new Set(calls.flatMap(({ kind, person }) => (kind === 'late' ? [person] : [])));
  const isAwaited = (id: AttendeeId): boolean => saysLate.has(id) || aside.has(callId(id, 'late'));
  const absent = isDoorKept(people, 'student')
    ? students.filter(({ id, checkedInAt }) => checkedInAt === null && seated.has(id) && !isAwaited(id))
    : [];
  const needs: Need[] = [];
  if (arrived.length > 0) {
    const since = Math.min(...arrived.map(({ checkedInAt }) => checkedInAt ?? known.now)) as Instant;
    needs.push({ id: idOf('arrived', arrived), since, kind: 'arrived', people: ids(arrived) });
  }
  if (absent.length > 0) {
    needs.push({ id: idOf('absent', absent), since: beganAt(known), kind: 'noShows', people: ids(absent) });
  }
  return needs;
}

const idOf = (kind: string, people: readonly Attendee[]): string => [kind, ...ids(people).sort()].join(' ');

/** Mentors whose table waits for them, and mentors who came to no table. */
export function mentorNeeds(known: Known, room: RoomNow): Need[] {
  const { people, tables } = known;
  const began = beganAt(known);
  const free = freeMentors(room, people);
  const absent = new Set(
    isDoorKept(people, 'mentor') ? ids(people.filter(({ checkedInAt }) => checkedInAt === null)) : [],
  );
  const missing = tables.flatMap((table): Need[] =>
    room
      .seating(table.id)
      .mentors.filter((mentor) => absent.has(mentor))
      .map((mentor) => ({
        ...{ id: `missing ${mentor} ${table.id}`, since: began, kind: 'mentorMissing', mentor, table: table.id },
        reserves: ids(free),
      })),
  );
  const open: TableId[] = tablesWithoutMentor(room, tables).map(({ id }) => id);
  // whoever was here before the start is a reserve, and needs nobody
  const arrived = free.filter(({ checkedInAt }) => checkedInAt !== null && checkedInAt > began);
  return [
    ...missing,
    ...arrived.map(
      ({ id, checkedInAt }): Need => ({
        ...{ id: `mentor ${id}`, since: checkedInAt ?? began, kind: 'mentorArrived', mentor: id, tables: open },
      }),
    ),
  ];
}
