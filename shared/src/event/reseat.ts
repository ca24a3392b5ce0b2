import type { AttendeeId, TableId } from '../kernel/ids.ts';
import type { Schedule, Seating } from './schedule.ts';

/** Somebody sits elsewhere in one round. `table` is null for sitting it out. */
export interface Reseat {
  /** From 1. */
  readonly round: number;
  readonly person: AttendeeId;
  readonly table: TableId | null;
}

const EMPTY: Seating = { students: [], mentors: [] };

/**
 * A plan after changes by hand, made in their order. Tables and people need not exist and nothing is checked: whether
 * the outcome may be kept is for `brokenRules` to say. A round that the plan does not have is left out.
 * @param isMentor whether somebody sits as a mentor; whomever the plan seats as one when left out
 */
export function reseated(
  schedule: Schedule,
  changes: readonly Reseat[],
  isMentor = (person: AttendeeId): boolean => seatsAsMentor(schedule, person),
): Schedule {
  const rounds = [...schedule.rounds];
  for (const { round, person, table } of changes) {
    const before = rounds[round - 1];
    if (before === undefined) continue;
    const without = Object.entries(before).map(([id, seating]): [string, Seating] => [id, leave(seating, person)]);
    const after = new Map(without);
    if (table !== null) after.set(table, join(after.get(table) ?? EMPTY, person, isMentor(person)));
    // fromEntries keeps even an id such as "__proto__" an ordinary key
    rounds[round - 1] = Object.fromEntries(after);
  }
  return { rounds };
}

function leave(seating: Seating, person: AttendeeId): Seating {
  const { students, mentors } = seating;
  if (!students.includes(person) && !mentors.includes(person)) return seating;
  return { students: students.filter((one) => one !== person), mentors: mentors.filter((one) => one !== person) };
}

const join = ({ students, mentors }: Seating, person: AttendeeId, asMentor: boolean): Seating =>
  asMentor ? { students, mentors: [...mentors, person] } : { students: [...students, person], mentors };

/** A plan knows who is a mentor: whoever it seats as one in any round. */
const seatsAsMentor = ({ rounds }: Schedule, person: AttendeeId): boolean =>
  rounds.some((round) => Object.values(round).some(({ mentors }) => mentors.includes(person)));

/** Where somebody sits in a round (from 1), null when they sit it out. */
export function tableIn(schedule: Schedule, round: number, person: AttendeeId): TableId | null {
  const found = Object.entries(schedule.rounds[round - 1] ?? {}).find(
    ([, { students, mentors }]) => students.includes(person) || mentors.includes(person),
  );
  return found === undefined ? null : (found[0] as TableId);
}
