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
  /** What all of several named; '' where none of them named anything, null for one alone. */
  readonly interest: string | null;
}

/** A student and a mentor. */
interface Two extends Suits {
  readonly student: Unmet;
  readonly giver: Giver;
}

interface Candidate {
  readonly mentor: number;
  readonly worth: number;
  readonly two: Two;
}

type Same = typeof sameField;

/**
 * One mentor for as many students as can be, and of those ways the one that suits best, for all at once (H20, H21); whoever
 * is left over joins others of like interest (H22). The same hall has the same suggestions, in whatever order it is told.
 */
export function suggest(hall: Hall): Suggested[] {
  const { isClosed, roundOf } = hall;
  const [asking, giving] = [[...hall.students].sort(byId), [...hall.mentors].sort(byId)];
  const same = remembered(sameField);
  const askers = asking.map((student) => ({
    turn: { turn: 1 },
    candidates: giving.flatMap((giver, mentor): Candidate[] =>
      giver.room < 1 || isClosed(student.id, giver.id)
        ? []
        : [candidate(mentor, student, giver, roundOf(student.id, giver.id), same)],
    ),
  }));
  const first = assign({ askers, mentors: giving }).chosen.flatMap((one) => one?.two ?? []);
  const served = new Set(first.map(({ student }) => student.id));
  const left = asking.filter(({ id }) => !served.has(id));
  return together(hall, first, left, same);
}

/** Those left over, each with one who goes to a mentor already: as many as can be, and then those who suit best (H22). */
function together({ isClosed, roundOf }: Hall, first: readonly Two[], left: readonly Unmet[], same: Same): Suggested[] {
  const groups = first.map((two) => ({ two, interest: interestOf(two, left, same) }));
  const askers = left.map((student) => ({
    turn: { turn: 1 },
    candidates: groups.flatMap(({ two: { giver }, interest }, group): Candidate[] =>
      !named(student, interest, same) || isClosed(student.id, giver.id)
        ? []
        : [candidate(group, student, giver, roundOf(student.id, giver.id), same)],
    ),
  }));
  const mentors = groups.map(() => ({ taken: 0, room: TOGETHER - 1 }));
  const joining = assign({ askers, mentors }).chosen;
  return groups.map(({ two, interest }, group) =>
    asOne([two, ...joining.flatMap((one) => (one?.mentor === group ? one.two : []))], interest),
  );
}

/** What speaks for all of them speaks for the group. */
function asOne(all: readonly [Two, ...Two[]], interest: string): Suggested {
  const [{ giver, role, industry, round }] = all;
  return {
    students: all.map(({ student }) => student.id),
    mentor: giver.id,
    interest: all.length === 1 ? null : interest,
    role: all.every((one) => one.role === role) ? role : null,
    industry: all.every((one) => one.industry === industry) ? industry : null,
    round: all.every((one) => one.round === round) ? round : null,
  };
}

/** Of what the first one named, what most of those left over named too: best what the mentor does. '' where they named nothing. */
function interestOf({ student, role, industry }: Two, left: readonly Unmet[], same: Same): string {
  const words = [role, industry, ...student.roles, ...student.industries].flatMap((word) => word ?? []);
  const shared = words.map((word) => left.filter((other) => named(other, word, same)).length);
  return words[shared.indexOf(Math.max(...shared))] ?? '';
}

function named({ roles, industries }: Unmet, interest: string, same: Same): boolean {
  const words = [...roles, ...industries];
  return interest === '' ? words.length === 0 : words.some((word) => same(word, interest));
}

function candidate(mentor: number, student: Unmet, giver: Giver, round: number | null, same: Same): Candidate {
  const two = { student, giver, ...suitsOf(student, giver, round, same) };
  return { mentor, worth: worthOf(two), two };
}

/** Points of a pair before the load of the mentor. */
export const worthOf = ({ role, industry, round }: Suits): number =>
  (role === null ? 0 : SUITS.role) + (industry === null ? 0 : SUITS.industry) + (round === null ? 0 : SUITS.met);

function suitsOf(student: Unmet, mentor: Giver, round: number | null, same: Same): Suits {
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
