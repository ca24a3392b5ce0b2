import type { AttendeeId, SuggestionId } from '../kernel/ids.ts';
import { after, type Instant, later, minutes } from '../kernel/time.ts';
import type { Pick } from './pick.ts';

/** After so long a silence a wish that was said before the last bell is confirmed (H8). */
export const SILENCE = minutes(10);
/** How long an introduction that both confirmed can still be taken back (H8). */
export const SECOND_THOUGHTS = minutes(1);
/** Introductions of a mentor in WINDOW_DAYS who said nothing of how many (H10). */
export const USUAL_LIMIT = 2;
export const WINDOW_DAYS = 30;

/** A student and a mentor of one evening, and what each says of the other. */
export interface Pair {
  readonly student: AttendeeId;
  readonly mentor: AttendeeId;
  readonly ofStudent: Pick | null;
  readonly ofMentor: Pick | null;
  /** By which suggestion the organisers said the student's wish (H19); null or left out: the student said it. */
  readonly suggestion?: SuggestionId | null;
}

/** How a pair stands after the last bell, as both sides together know it. */
export type Standing =
  | { readonly is: 'nothing' }
  /** One asks, the other has not answered. */
  | { readonly is: 'asked'; readonly by: 'student' | 'mentor' }
  | { readonly is: 'declined'; readonly by: 'student' | 'mentor' }
  | { readonly is: 'passed-on'; readonly by: 'student' | 'mentor'; readonly to: AttendeeId | null }
  /** Introduced as soon as it is `readyAt`, unless something of H9 to H11 is in the way. */
  | { readonly is: 'agreed'; readonly readyAt: Instant };

/** Where two people stand with each other (H7, H8). @param bell the last one; before it nobody is told any of this */
export function standingOf({ ofStudent, ofMentor }: Pair, bell: Instant): Standing {
  const [student, mentor] = [ofStudent?.wish ?? null, ofMentor?.wish ?? null];
  if (ofStudent && ofMentor && student === 'introduce' && mentor === 'introduce')
    return {
      is: 'agreed',
      readyAt: after(later(confirmedAt(ofStudent, bell), confirmedAt(ofMentor, bell)), SECOND_THOUGHTS),
    };
  if (student === 'introduce') return answerTo('mentor', ofMentor);
  if (mentor === 'introduce') return answerTo('student', ofStudent);
  return { is: 'nothing' };
}

const confirmedAt = ({ at }: Pick, bell: Instant): Instant => (at >= bell ? at : after(bell, SILENCE));

function answerTo(by: 'student' | 'mentor', answer: Pick | null): Standing {
  if (answer?.wish === 'not-now') return { is: 'declined', by };
  if (answer?.wish === 'pass-on') return { is: 'passed-on', by, to: answer.to };
  return { is: 'asked', by: by === 'student' ? 'mentor' : 'student' };
}

/** What a mentor gives. */
export interface Room {
  /** Introductions in WINDOW_DAYS, as they said; null where they said nothing. */
  readonly limit: number | null;
  /** Made already in the days before now. */
  readonly taken: number;
  /** Groups of whom somebody was introduced in those days: they count once (H22). */
  readonly groups?: ReadonlySet<SuggestionId>;
}

export interface Due {
  /** To be made now, in this order. */
  readonly now: readonly Pair[];
  /** Agreed and ready, but the mentor's limit is reached. */
  readonly full: readonly Pair[];
  /** When the next one is ready; null when none is to come. */
  readonly next: Instant | null;
}

/**
 * Which introductions are to be made (H7, H8, H10).
 * @param pairs those not introduced yet, with nothing of H9 in the way
 * @param roomOf what each mentor gives; no room for whoever it does not know
 */
export function introductionsDue(
  pairs: readonly Pair[],
  roomOf: ReadonlyMap<AttendeeId, Room>,
  bell: Instant,
  now: Instant,
): Due {
  const agreed = pairs.flatMap((pair) => {
    const standing = standingOf(pair, bell);
    return standing.is === 'agreed' ? [{ pair, readyAt: standing.readyAt, since: wishedAt(pair) }] : [];
  });
  const ready = agreed
    .filter(({ readyAt }) => readyAt <= now)
    .sort((one, other) => one.since - other.since || compare(one.pair, other.pair));
  const left = new Map([...roomOf].map(([mentor, { limit, taken }]) => [mentor, (limit ?? USUAL_LIMIT) - taken]));
  const [made, full]: [Pair[], Pair[]] = [[], []];
  const placed = new Set<SuggestionId>();
  for (const { pair } of ready) {
    const { suggestion = null } = pair;
    // who are suggested together take the place of one
    const isIn = suggestion !== null && (placed.has(suggestion) || roomOf.get(pair.mentor)?.groups?.has(suggestion));
    const room = left.get(pair.mentor) ?? 0;
    if (!isIn) left.set(pair.mentor, room - 1);
    if (room > 0 && suggestion !== null) placed.add(suggestion);
    (isIn || room > 0 ? made : full).push(pair);
  }
  const coming = agreed.filter(({ readyAt }) => readyAt > now).map(({ readyAt }) => readyAt);
  return { now: made, full, next: coming.length > 0 ? (Math.min(...coming) as Instant) : null };
}

const wishedAt = ({ ofStudent, ofMentor }: Pair): number => Math.max(ofStudent?.at ?? 0, ofMentor?.at ?? 0);

const compare = (one: Pair, other: Pair): number => {
  const [a, b] = [`${one.student} ${one.mentor}`, `${other.student} ${other.mentor}`];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** Whether somebody may hear that the answer was *not now*: from the next morning on, so that nobody is turned down in the room (H5). */
export const isToldOfNo = (now: Instant, morningAfter: Instant): boolean => now >= morningAfter;
