import { sameField } from '../event/fields.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import { assign } from '../matching/assign.ts';

/** Points for a pair, in whole numbers (H21); how many a mentor has counts as between evenings (`../matching/worth`). */
export const SUITS = { role: 300, industry: 300, met: 200 } as const;

/** Students who are suggested to one mentor together, at most (H22). */
export const TOGETHER = 4;

/** A student without an introduction who may be introduced (H9). */
export interface Unmet {
  readonly id: AttendeeId;
  /** What they said they are curious about. */
  readonly industries: readonly string[];
  readonly roles: readonly string[];
}

/** A mentor of the evening who may be asked. */
export interface Giver {
  readonly id: AttendeeId;
  /** '' for unsaid. */
  readonly industry: string;
  readonly roles: readonly string[];
  /** Introductions that still fit their limit when all that is asked of them already comes about (H10). */
  readonly room: number;
  /** Made in the month, and asked of them. */
  readonly taken: number;
}

export interface Hall {
  readonly students: readonly Unmet[];
  readonly mentors: readonly Giver[];
  /** Nothing is suggested to these (H20). */
  readonly isClosed: (student: AttendeeId, mentor: AttendeeId) => boolean;
  /** In which round two sat at one table; null for never. */
  readonly roundOf: (student: AttendeeId, mentor: AttendeeId) => number | null;
}

/** Why these two. */
export interface Suits {
  /** The mentor's words for what the student named; null where it is not that. */
  readonly role: string | null;
  readonly industry: string | null;
  readonly round: number | null;
}

export interface Suggested extends Suits {
  /** Who is suggested to the mentor together; most often one. */
  readonly students: readonly AttendeeId[];
  readonly mentor: AttendeeId;
}

interface Candidate {
  readonly mentor: number;
  readonly suggested: Suggested;
  readonly worth: number;
}

/**
 * One mentor for as many students as can be, and of those ways the one that suits best, for all at once (H20, H21). The same
 * hall has the same suggestions, in whatever order it is told.
 */
export function suggest({ students, mentors, isClosed, roundOf }: Hall): Suggested[] {
  const [asking, giving] = [[...students].sort(byId), [...mentors].sort(byId)];
  const same = remembered(sameField);
  const askers = asking.map((student) => ({
    turn: { turn: 1 },
    candidates: giving.flatMap((giver, mentor): Candidate[] => {
      if (giver.room < 1 || isClosed(student.id, giver.id)) return [];
      const suits = suitsOf(student, giver, roundOf(student.id, giver.id), same);
      const suggested = { students: [student.id], mentor: giver.id, ...suits };
      return [{ mentor, worth: worthOf(suits), suggested }];
    }),
  }));
  return assign({ askers, mentors: giving }).chosen.flatMap((candidate) => candidate?.suggested ?? []);
}

/** Points of a pair before the load of the mentor. */
export const worthOf = ({ role, industry, round }: Suits): number =>
  (role === null ? 0 : SUITS.role) + (industry === null ? 0 : SUITS.industry) + (round === null ? 0 : SUITS.met);

function suitsOf(student: Unmet, mentor: Giver, round: number | null, same: typeof sameField): Suits {
  const isNamed = (named: readonly string[]) => (word: string) => named.some((one) => same(one, word));
  return {
    role: mentor.roles.find(isNamed(student.roles)) ?? null,
    industry: [mentor.industry].find(isNamed(student.industries)) ?? null,
    round,
  };
}

/** A hall names the same few words over and over. */
function remembered(compare: (one: string, other: string) => boolean): (one: string, other: string) => boolean {
  const known = new Map<string, boolean>();
  return (one, other) => {
    const key = JSON.stringify([one, other]);
    const answer = known.get(key) ?? compare(one, other);
    known.set(key, answer);
    return answer;
  };
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => (one.id < other.id ? -1 : 1);
