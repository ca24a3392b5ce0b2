import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import type { Moment } from '@lapwing/shared/live/state';

/** The room as a careful helper with a pencil would keep it, apart from the product. */
export interface RoomModel {
  /** First and last round in which somebody is in the room. */
  readonly stays: ReadonlyMap<AttendeeId, { readonly from: number; readonly until: number }>;
  /** Tables and the first round in which they are closed. */
  readonly closed: ReadonlyMap<TableId, number>;
  readonly seats: ReadonlyMap<TableId, { readonly seats: number; readonly stepFree: boolean }>;
  readonly mentors: ReadonlyMap<TableId, readonly AttendeeId[]>;
}

export interface Position {
  readonly current: number | null;
  /** The round that runs, or the one that comes. */
  readonly first: number;
  readonly talks: boolean;
  readonly skipped: readonly number[];
  readonly rounds: number;
}

/** Where the night stands, by L46. */
export function positionOf({ phase, timings }: Moment): Position | null {
  const inner = phase.kind === 'paused' ? phase.of : phase;
  if (inner.kind === 'doors' || inner.kind === 'finished' || inner.round > timings.rounds) return null;
  const { round: first, kind } = inner;
  const begun = timings.rounds - timings.skipped.length;
  const isFirst = Array.from({ length: first - 1 }, (_, n) => n + 1).every((one) => timings.skipped.includes(one));
  const current = kind === 'agenda' && !(isFirst && begun > 0) ? null : first;
  return {
    ...{ current, first, rounds: timings.rounds, skipped: timings.skipped },
    talks: kind === 'talking' || kind === 'timeUp',
  };
}

export const isHere = ({ stays }: RoomModel, person: AttendeeId, round: number): boolean => {
  const stay = stays.get(person);
  return stay !== undefined && stay.from <= round && round <= stay.until;
};

export const isOpen = ({ closed }: RoomModel, table: TableId, round: number): boolean =>
  (closed.get(table) ?? Number.POSITIVE_INFINITY) > round;

/** The room after a change, as the organiser means it. */
export function roomAfter(room: RoomModel, change: RoomChange, at: Position, studentsMove: boolean): RoomModel {
  const stays = new Map(room.stays);
  const closed = new Map(room.closed);
  const seats = new Map(room.seats);
  let mentors = new Map(room.mentors);
  const come = (person: AttendeeId, from: number): void => {
    stays.set(person, { from: Math.min(stays.get(person)?.from ?? from, from), until: at.rounds });
  };
  const go = (person: AttendeeId, until: number): void => {
    const stay = stays.get(person);
    if (stay && stay.until > until) stays.set(person, { ...stay, until });
  };
  const chairs = (change: (of: readonly AttendeeId[], table: TableId) => readonly AttendeeId[]): void => {
    mentors = new Map([...mentors].map(([table, of]) => [table, change(of, table)]));
  };
  switch (change.kind) {
    case 'arrived':
      for (const person of change.people) come(person, at.first);
      break;
    case 'noShows':
    case 'left': {
      const stays = change.kind === 'left' && change.now !== true && at.talks;
      const until = stays ? at.first : at.first - 1;
      for (const person of change.people) go(person, until);
      for (const [table, of] of mentors) {
        const left = of.filter((one) => change.people.includes(one));
        if (studentsMove && left.length > 0 && left.length === of.length) closed.set(table, until + 1);
      }
      chairs((of) => of.filter((one) => !change.people.includes(one)));
      break;
    }
    case 'replaced':
      go(change.mentor, at.first - 1);
      come(change.by, at.first);
      chairs((of) => of.filter((one) => one !== change.by).map((one) => (one === change.mentor ? change.by : one)));
      break;
    case 'mentorSeated':
      come(change.mentor, at.first);
      closed.delete(change.table);
      chairs((of, table) => {
        const others = of.filter((one) => one !== change.mentor);
        return table === change.table ? [...others, change.mentor] : others;
      });
      break;
    case 'tableClosed':
      closed.set(change.table, at.first);
      mentors.set(change.table, []);
      break;
    case 'tableAdded':
      seats.set(change.table, { seats: change.seats, stepFree: true });
      for (const mentor of change.mentors) come(mentor, at.current === null ? at.first : at.first + 1);
      chairs((of) => of.filter((one) => !change.mentors.includes(one)));
      mentors.set(change.table, change.mentors);
      break;
    case 'moved':
    case 'swapped':
    case 'rulesChanged':
      break;
  }
  return { stays, closed, seats, mentors };
}
