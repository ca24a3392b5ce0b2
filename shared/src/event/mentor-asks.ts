import type { AttendeeId } from '../kernel/ids.ts';
import { between, type Duration, type Instant, minutes } from '../kernel/time.ts';
import { sameField } from './fields.ts';
import { type InLine, lineUp } from './places.ts';
import type { MentorCard } from './roster.ts';

/** yes: comes; no: cannot; too-late: the place was taken meanwhile, or is not asked for any more. */
export type AskAnswer = 'yes' | 'no' | 'too-late';

/** A mentor who was asked to step in. */
export interface MentorAsk {
  readonly id: string;
  readonly attendeeId: AttendeeId;
  /** Whose place it is; null: one more mentor is wanted, in nobody's place. */
  readonly insteadOf: AttendeeId | null;
  readonly askedAt: Instant;
  /** Null while nobody has answered. */
  readonly answer: AskAnswer | null;
}

export type Field = Pick<MentorCard, 'industry' | 'roles'>;

/** A mentor in reserve. */
export interface Reserve extends InLine<AttendeeId> {
  readonly field: Field;
}

/** What one mentor has in common with another: the industry, else a role, else nothing. */
export type Nearness = 'industry' | 'role' | 'none';

/** What the fields of two mentors have in common; words are compared as people write them. */
export function nearness(one: Field, other: Field): Nearness {
  if (sameField(one.industry, other.industry)) return 'industry';
  return other.roles.some((role) => one.roles.some((own) => sameField(own, role))) ? 'role' : 'none';
}

const STEPS: readonly Nearness[] = ['industry', 'role', 'none'];

/** Whom to ask first: who works in the same industry, then who shares a role, then anybody; each by who waits longest. */
export const askOrder = <Mentor extends Reserve>(field: Field, reserve: readonly Mentor[]): Mentor[] =>
  STEPS.flatMap((step) => lineUp(reserve.filter((mentor) => nearness(field, mentor.field) === step)));

export interface Pace {
  /** Mentors who have an unanswered mail at one time. */
  readonly atOnce: number;
  /** How long one has to answer before the next is asked too; their own yes still counts after it. */
  readonly patience: Duration;
}

const hours = (value: number): Duration => minutes(value * 60);

/** The nearer the start, the more are asked at once and the less is waited. `from`: time until the start. */
const PACES: readonly (Pace & { readonly from: Duration })[] = [
  { from: hours(7 * 24), atOnce: 1, patience: hours(24) },
  { from: hours(2 * 24), atOnce: 1, patience: hours(8) },
  { from: hours(24), atOnce: 2, patience: hours(3) },
  { from: hours(3), atOnce: 3, patience: hours(1) },
];
const LAST_PACE: Pace = { atOnce: 5, patience: minutes(15) };

/** How many are asked at once and how long is waited, so long before the start. */
export const paceOf = (untilStart: Duration): Pace => PACES.find(({ from }) => untilStart >= from) ?? LAST_PACE;

/** How it stands with the place of a mentor who does not come. */
export type PlaceState = 'filled' | 'asking' | 'stopped' | 'nobody-left';

/** @param asks those for this place */
export function placeState(asks: readonly Pick<MentorAsk, 'answer'>[]): PlaceState {
  if (asks.some(({ answer }) => answer === 'yes')) return 'filled';
  if (asks.some(({ answer }) => answer === null)) return 'asking';
  return asks.some(({ answer }) => answer === 'too-late') ? 'stopped' : 'nobody-left';
}

export interface PlaceToFill<Mentor extends Reserve> {
  /** Who does not come. */
  readonly leaver: { readonly id: AttendeeId; readonly field: Field };
  readonly reserve: readonly Mentor[];
  /** All of the event. */
  readonly asks: readonly MentorAsk[];
  readonly now: Instant;
  readonly startsAt: Instant;
}

/**
 * Whom to ask now for the place of a mentor who does not come. Nobody twice for the same place; nobody who said that
 * they cannot come at all, or who still thinks about another place; nobody once the place is filled or asking was stopped.
 */
export function whomToAskNow<Mentor extends Reserve>(place: PlaceToFill<Mentor>): Mentor[] {
  const { leaver, reserve, asks, now, startsAt } = place;
  const own = asks.filter(({ insteadOf }) => insteadOf === leaver.id);
  const state = placeState(own);
  if (state === 'filled' || state === 'stopped') return [];
  const { atOnce, patience } = paceOf(between(now, startsAt));
  const thinking = own.filter(({ answer, askedAt }) => answer === null && between(askedAt, now) < patience);
  return askOrder(leaver.field, canBeAsked(reserve, asks, leaver.id)).slice(0, Math.max(0, atOnce - thinking.length));
}

/** Mentors in reserve who can be asked for the place of `leaver`; null: to come as one more. */
export function canBeAsked<Mentor extends Reserve>(
  reserve: readonly Mentor[],
  asks: readonly MentorAsk[],
  leaver: AttendeeId | null,
): Mentor[] {
  const not = new Set(
    asks
      .filter(({ answer, insteadOf }) => answer === 'no' || answer === null || insteadOf === leaver)
      .map(({ attendeeId }) => attendeeId),
  );
  return reserve.filter(({ id }) => !not.has(id));
}
