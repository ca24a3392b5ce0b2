import type { CallKind } from '@lapwing/shared/event/desk-call';
import type { Instant } from '@lapwing/shared/kernel/time';
import { cardRound, type PhoneView, roundAt, stationOf, stationsOf } from './phone-view.ts';

/** When somebody goes, and what that means for the plan. */
export interface Leave {
  /** The last round they stay for; one below the round that runs: they go at once. */
  readonly afterRound: number;
  /** Minutes until they are gone, 0–240. */
  readonly minutes: number;
  /** When that round is over; null for at once. */
  readonly until: Instant | null;
  /** People at this table in the round after it, who then need another one; nobody where another mentor stays. */
  readonly people: number;
}

/** Says something to the desk; with `afterRound` whoever leaves says which round is their last. */
export type Tell = (kind: CallKind, minutes: number, more?: Pick<Leave, 'afterRound'>) => void;

const MOST_MINUTES = 240;

/** Somebody goes after this round; below the round that runs or comes: at once. Null where nobody knows the time. */
function leaveAfter(view: PhoneView, afterRound: number, by: Instant | null): Leave | null {
  if (view.now === null) return null;
  const until = by ?? stationOf(view, afterRound)?.endsAt ?? null;
  const minutes = until === null ? 0 : Math.ceil((until - view.now) / 60_000);
  const { skipped } = view.moment.timings;
  const next = view.card.rounds.find(({ round }) => round > afterRound && !skipped.includes(round));
  return {
    afterRound,
    minutes: Math.min(MOST_MINUTES, Math.max(0, minutes)),
    until: stationOf(view, afterRound)?.endsAt ?? null,
    people: next?.shared ? 0 : (next?.meets.length ?? 0),
  };
}

/** The round that runs, or that people are on their way to; before the evening and after it there is none. */
const runs = ({ shown, card }: PhoneView): number =>
  shown.phase.kind === 'finished' ? card.rounds.length + 1 : roundAt(shown.phase);

export function leaveNow(view: PhoneView): Leave | null {
  // a talk whose time is up leaves nobody behind
  const talked = view.shown.phase.kind === 'timeUp' ? 0 : 1;
  const leave = leaveAfter(view, runs(view) - talked, null);
  return leave && { ...leave, minutes: 0, until: null };
}

/** After the round that runs; null when none does. */
export function leaveAfterRound(view: PhoneView): Leave | null {
  const { kind } = view.shown.phase;
  if (kind === 'doors' || kind === 'finished' || !cardRound(view.card, runs(view))) return null;
  return leaveAfter(view, runs(view), null);
}

/** At an hour: with the last round that is over by then, so that no round is left in the middle. */
export function leaveAt(view: PhoneView, at: Instant): Leave | null {
  const over = stationsOf(view).findLast(({ endsAt, state }) => state !== 'past' && endsAt <= at);
  if (over) return leaveAfter(view, over.round, at);
  const leave = leaveAfter(view, runs(view) - 1, at);
  return leave && { ...leave, until: null };
}
