import type { Moment, Phase } from './state.ts';
import { nextRound, previousRound, roundOf } from './timeline.ts';
import type { CardRound, PersonalCard } from './views.ts';

/** A person's card and where the night stands. */
export interface OwnEvening {
  readonly card: PersonalCard;
  readonly moment: Moment;
}

/** What a move means for this person. `leave`: get up without a table to go to. */
export type Step = 'go' | 'stay' | 'leave' | 'out';

/** The round a phase sends people to: the running one, or the one that comes after a move or a break. */
export function roundAt(phase: Phase): number {
  if (phase.kind === 'paused') return phase.of.round;
  if (phase.kind === 'doors') return 1;
  return phase.kind === 'finished' ? 0 : phase.round;
}

export const cardRound = (card: PersonalCard, round: number): CardRound | null =>
  card.rounds.find((one) => one.round === round) ?? null;

/**
 * Where this person comes from on the way to `round`: their table in the round before, or after *Back* in the round that
 * was running; null when they had none. Whoever waits for a later round than 1 in the welcome sits at the table of round 1.
 */
export function tableLeft({ card, moment }: OwnEvening, round: number): number | null {
  const before = previousRound(round, moment.timings) ?? (round > 1 ? 1 : null);
  const left = (moment.before && roundOf(moment.before)) ?? before;
  return left === null ? null : (cardRound(card, left)?.table ?? null);
}

export function stepInto(evening: OwnEvening, round: number): Step {
  const from = tableLeft(evening, round);
  const to = cardRound(evening.card, round)?.table ?? null;
  if (to === null) return from === null ? 'out' : 'leave';
  return to === from ? 'stay' : 'go';
}

/** The card's entry for the round after `round` that is not left out; null after the last. */
export function roundAfter({ card, moment }: OwnEvening, round: number): CardRound | null {
  const next = nextRound(round, moment.timings);
  return next === null ? null : cardRound(card, next);
}

/** The next round after `round` in which this person has a table. */
export const nextSeat = ({ card, moment }: OwnEvening, round: number): CardRound | null =>
  card.rounds.find((one) => one.round > round && one.table !== null && !moment.timings.skipped.includes(one.round)) ??
  null;
