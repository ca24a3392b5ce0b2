import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import { tableOf } from './expected-price.ts';
import type { Guest } from './random-evening.ts';
import { isHere, isOpen, type Position, type RoomModel } from './room-model.ts';

export interface Mended {
  readonly before: Schedule;
  readonly after: Schedule;
  readonly change: RoomChange;
  readonly at: Position;
  readonly room: RoomModel;
  readonly guests: ReadonlyMap<AttendeeId, Guest>;
  readonly studentsMove: boolean;
  /** Rounds in which somebody was moved by hand: these may be uneven, or leave somebody out. */
  readonly byHand: ReadonlySet<number>;
}

/** Everything a mended plan must hold, as sentences about what it does not. */
export function brokenLaws(mended: Mended): string[] {
  const { before, after, at, change } = mended;
  const broken: string[] = [];
  const isByHand = (change.kind === 'moved' || change.kind === 'swapped') && change.round !== at.current;
  for (let round = 1; round <= at.rounds; round++) {
    const same = JSON.stringify(before.rounds[round - 1]) === JSON.stringify(after.rounds[round - 1]);
    if (round < at.first && !same) broken.push(`round ${round} is over and changed`);
    if (round < at.first || at.skipped.includes(round)) continue;
    broken.push(...seatsRight(mended, round).map((what) => `round ${round}: ${what}`));
    if (round === at.current) broken.push(...seatsStay(mended, round));
    // by hand nothing else is mended
    else if (!isByHand && !mended.byHand.has(round))
      broken.push(...sizesEven(mended, round).map((what) => `round ${round}: ${what}`));
  }
  return broken;
}

function seatsRight({ after, room, guests, studentsMove, byHand }: Mended, round: number): string[] {
  const broken: string[] = [];
  const seen = new Set<AttendeeId>();
  for (const [id, { students, mentors }] of Object.entries(after.rounds[round - 1] ?? {})) {
    const table = room.seats.get(id as TableId);
    if (!table) broken.push(`table ${id} is not there`);
    if (!isOpen(room, id as TableId, round) && students.length + mentors.length > 0) broken.push(`${id} is closed`);
    if (students.length > (table?.seats ?? 0)) broken.push(`${id} has ${students.length} of ${table?.seats}`);
    if (mentors.length > 2) broken.push(`${id} has ${mentors.length} mentors`);
    if (studentsMove && students.length > 0 && mentors.length === 0 && !byHand.has(round))
      broken.push(`${id} has no mentor`);
    for (const person of [...students, ...mentors]) {
      if (seen.has(person)) broken.push(`${person} sits twice`);
      seen.add(person);
      if (!isHere(room, person, round)) broken.push(`${person} is not here`);
    }
    for (const one of students) {
      if (guests.get(one)?.role !== 'student') broken.push(`${one} is no student`);
      if (guests.get(one)?.stepFree && !table?.stepFree) broken.push(`${one} cannot get to ${id}`);
    }
    for (const one of mentors) if (guests.get(one)?.role !== 'mentor') broken.push(`${one} is no mentor`);
  }
  return broken;
}

/** The round that runs: whoever has a seat at an open table keeps it; whoever comes has one while there are seats. */
function seatsStay({ before, after, change, at, room, guests, studentsMove, byHand }: Mended, round: number): string[] {
  const broken: string[] = [];
  const isHand = (change.kind === 'moved' || change.kind === 'swapped') && change.round === round;
  for (const { id, role } of guests.values()) {
    const [old, now] = [tableOf(before, round, id), tableOf(after, round, id)];
    const stays = isHere(room, id, round) && old !== null && isOpen(room, old as TableId, round);
    const moves = isHand || (change.kind === 'mentorSeated' && change.mentor === id);
    // a table without a mentor is given up where mentors move
    const isGivenUp = !studentsMove && (after.rounds[round - 1]?.[old ?? '']?.students ?? []).length === 0;
    if (stays && !moves && !isGivenUp && old !== now) broken.push(`${id} moved now, from ${old} to ${now}`);
    const isSeated = old !== null || (change.kind === 'arrived' && change.people.includes(id));
    if (role === 'student' && isHere(room, id, round) && now === null && isSeated && !byHand.has(round)) {
      const free = Object.entries(after.rounds[round - 1] ?? {}).filter(([table, seating]) => {
        const size = room.seats.get(table as TableId);
        const fits = size && seating.students.length < size.seats && (size.stepFree || !guests.get(id)?.stepFree);
        return fits && seating.mentors.length > 0 && isOpen(room, table as TableId, at.first);
      });
      if (free.length > 0) broken.push(`${id} stands now, while ${free[0]?.[0]} has a seat`);
    }
  }
  return broken;
}

/** Rounds to come: everybody sits while seats suffice, at tables as even as their seats allow. */
function sizesEven({ after, at, room, guests, studentsMove }: Mended, round: number): string[] {
  const here = [...guests.values()].filter(({ id, role }) => role === 'student' && isHere(room, id, round));
  const tables = [...room.seats].filter(([id]) => {
    const mentors = (room.mentors.get(id) ?? []).filter((mentor) => isHere(room, mentor, round));
    return isOpen(room, id, round) && (!studentsMove || mentors.length > 0);
  });
  const total = tables.reduce((sum, [, { seats }]) => sum + seats, 0);
  const stepFree = tables.reduce((sum, [, table]) => sum + (table.stepFree ? table.seats : 0), 0);
  const needs = here.filter((one) => one.stepFree).length;
  const seated = here.filter(({ id }) => tableOf(after, round, id) !== null).length;
  const broken: string[] = [];
  const seatable = Math.min(here.length, total, here.length - needs + Math.min(needs, stepFree));
  if (seated < seatable) broken.push(`${seated} of ${here.length} sit, ${total} seats, ${needs} step-free`);
  if (needs > 0 || !studentsMove) return broken;
  const seating = (id: TableId) => after.rounds[round - 1]?.[id] ?? { students: [], mentors: [] };
  const most = Math.max(...tables.map(([id]) => seating(id).students.length));
  const all = tables.map(([id, { seats }]) => `${seating(id).students.length}/${seats}`).join(' ');
  for (const [id, { seats }] of tables) {
    const size = seating(id).students.length;
    if (size >= most - 1 || size >= seats) continue;
    // sizes give way where everybody at the large tables would meet somebody again
    const crowd = tables.flatMap(([other]) =>
      seating(other).students.length > size + 1 ? seating(other).students : [],
    );
    const mentors = room.mentors.get(id) ?? [];
    const isNew = (student: AttendeeId): boolean => !meets(after, student, mentors, at.skipped);
    if (crowd.some(isNew)) broken.push(`sizes ${all}`);
  }
  return [...new Set(broken)];
}

const meets = (
  { rounds }: Schedule,
  student: AttendeeId,
  of: readonly AttendeeId[],
  skipped: readonly number[],
): boolean =>
  rounds.some(
    (round, index) =>
      !skipped.includes(index + 1) &&
      Object.values(round).some(
        ({ students, mentors }) => students.includes(student) && mentors.some((mentor) => of.includes(mentor)),
      ),
  );
