import type { AttendeeId } from '../kernel/ids.ts';
import { sameField } from './fields.ts';

/** A student who is registered, and what they would like to hear about. */
export interface WishingStudent {
  readonly industries: readonly string[];
  readonly roles: readonly string[];
  readonly wishes: readonly AttendeeId[];
}

/** A mentor who comes. */
export interface ComingMentor {
  readonly id: AttendeeId;
  readonly industry: string;
  readonly roles: readonly string[];
  /** Students who sit with them in one round. */
  readonly seats: number;
}

export interface RadarRow {
  readonly kind: 'industry' | 'role' | 'mentor';
  /** The name of the field, or the id of the mentor whom students named. */
  readonly field: string;
  /** Students who want it: so many seats are wanted, one for each of them. */
  readonly wanted: number;
  readonly mentors: number;
  /** Seats beside those mentors, over all rounds. */
  readonly offered: number;
  /** Students who cannot get such a seat, however the plan is made. */
  readonly missing: number;
  /** Mentors of the field who would have to come besides. */
  readonly mentorsMissing: number;
}

export interface RadarRoom {
  readonly students: readonly WishingStudent[];
  readonly mentors: readonly ComingMentor[];
  readonly rounds: number;
  /** Students whom one more mentor would meet in a round. */
  readonly usualSeats: number;
}

/** Fields under the name by which they were first called. */
function gathered(words: Iterable<string>): string[] {
  const names: string[] = [];
  for (const word of words) if (word.trim() !== '' && !names.some((name) => sameField(name, word))) names.push(word);
  return names;
}

const anySame = (words: readonly string[], field: string): boolean => words.some((word) => sameField(word, field));

/**
 * What students want against what the mentors who come can give, the greatest lack first. A student counts once for each
 * field they name: they need one seat beside somebody of it, in any round.
 */
export function mentorRadar(room: RadarRoom): RadarRow[] {
  const { students, mentors, rounds, usualSeats } = room;
  const row = (kind: RadarRow['kind'], field: string, wanted: number, of: readonly ComingMentor[]): RadarRow => {
    const offered = of.reduce((seats, mentor) => seats + mentor.seats * rounds, 0);
    const missing = Math.max(0, wanted - offered);
    const mentorsMissing = Math.ceil(missing / Math.max(1, usualSeats * rounds));
    return { kind, field, wanted, mentors: of.length, offered, missing, mentorsMissing };
  };
  const rows = [
    ...gathered(students.flatMap(({ industries }) => industries)).map((field) => {
      const wanted = students.filter(({ industries }) => anySame(industries, field)).length;
      return row(
        'industry',
        field,
        wanted,
        mentors.filter(({ industry }) => sameField(industry, field)),
      );
    }),
    ...gathered(students.flatMap(({ roles }) => roles)).map((field) => {
      const wanted = students.filter(({ roles }) => anySame(roles, field)).length;
      return row(
        'role',
        field,
        wanted,
        mentors.filter(({ roles }) => anySame(roles, field)),
      );
    }),
    ...[...new Set(students.flatMap(({ wishes }) => wishes))].map((id) => {
      const wanted = students.filter(({ wishes }) => wishes.includes(id)).length;
      return row(
        'mentor',
        id,
        wanted,
        mentors.filter((mentor) => mentor.id === id),
      );
    }),
  ];
  return rows.sort((one, other) => other.missing - one.missing || other.wanted - one.wanted);
}
