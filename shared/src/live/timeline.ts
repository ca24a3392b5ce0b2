import { after, between, type Duration, type Instant, milliseconds } from '../kernel/time.ts';
import type { Moment, Phase, TimedPhase, Timings } from './state.ts';

export const isTimed = (phase: Phase): phase is TimedPhase =>
  phase.kind === 'talking' || phase.kind === 'moving' || phase.kind === 'agenda';

export const talking = (round: number, startsAt: Instant, length: Duration): TimedPhase => ({
  kind: 'talking',
  round,
  startsAt,
  endsAt: after(startsAt, length),
});

export const moving = (round: number, startsAt: Instant, length: Duration): TimedPhase => ({
  kind: 'moving',
  round,
  startsAt,
  endsAt: after(startsAt, length),
});

/** What follows round `round` when its talk ends at `at` and nobody holds the night back. */
export function afterRound(round: number, at: Instant, timings: Timings): Phase {
  if (round >= timings.rounds) return { kind: 'finished', at };
  if (round === timings.breakAfterRound) {
    const endsAt = after(at, timings.breakLength);
    return { kind: 'agenda', title: 'break', round: round + 1, startsAt: at, endsAt };
  }
  return moving(round + 1, at, timings.changeover);
}

/** What the clock makes of a timed phase at its end. */
function afterPhase(phase: TimedPhase, timings: Timings): Phase {
  switch (phase.kind) {
    case 'talking':
      return timings.boundary === 'hold'
        ? { kind: 'timeUp', round: phase.round, since: phase.endsAt }
        : afterRound(phase.round, phase.endsAt, timings);
    case 'agenda':
      return moving(phase.round, phase.endsAt, timings.changeover);
    case 'moving':
      return talking(phase.round, phase.endsAt, timings.talk);
  }
}

/** Enters `phase`: remembers when a round began to talk, and what screens show until an announced start. */
export function entered(moment: Moment, phase: Phase, before: Phase | null): Moment {
  const begun =
    phase.kind === 'talking' && moment.begun.length < phase.round
      ? [...moment.begun.slice(0, phase.round - 1), phase.startsAt]
      : moment.begun;
  return { ...moment, phase, before, begun };
}

/**
 * Where the night stands at `now` when only the clock acts. Screens call it too: planned ends need no message.
 * Pure and idempotent; never goes back.
 */
export function advance(moment: Moment, now: Instant): Moment {
  let current = moment;
  while (isTimed(current.phase) && current.phase.endsAt <= now) {
    current = entered(current, afterPhase(current.phase, current.timings), null);
  }
  return current;
}

/** The instant at which the clock changes the phase by itself, or null. */
export const nextDeadline = (moment: Moment): Instant | null => (isTimed(moment.phase) ? moment.phase.endsAt : null);

/** The phase that screens show at `now`: the coming one is announced a little before it starts. */
export function phaseShown(moment: Moment, now: Instant): Phase {
  const { phase, before } = moment;
  return before !== null && isTimed(phase) && now < phase.startsAt ? before : phase;
}

/** Time until the announced flip, or null when none is ahead. */
export function untilFlip(moment: Moment, now: Instant): Duration | null {
  const { phase, before } = moment;
  return before !== null && isTimed(phase) && now < phase.startsAt ? between(now, phase.startsAt) : null;
}

/** Time left in a phase, never negative; null where nothing counts down. A paused phase keeps what it had. */
export function timeLeft(phase: Phase, now: Instant): Duration | null {
  if (phase.kind === 'paused') return phase.remaining;
  if (!isTimed(phase)) return null;
  const from = now < phase.startsAt ? phase.startsAt : now;
  return milliseconds(Math.max(0, between(from, phase.endsAt)));
}

/** One station of the evening's line. */
export interface Station {
  readonly round: number;
  /** When the talk of this round began or is expected to begin. */
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly state: 'past' | 'now' | 'ahead';
}

export interface EveningLine {
  readonly stations: readonly Station[];
  readonly finishesAt: Instant;
}

/**
 * The whole evening as it stands: past rounds as they were, the rest as they will be if nobody presses anything.
 * Before *Start* the first round begins at `plannedStart`, or now when that has passed; a pause pushes everything on.
 */
export function eveningLine(moment: Moment, now: Instant, plannedStart: Instant): EveningLine {
  const { timings } = moment;
  const starts: Instant[] = [...moment.begun];
  const ends: Instant[] = [];
  let phase: Phase = moment.phase;
  if (phase.kind === 'doors') phase = talking(1, now > plannedStart ? now : plannedStart, timings.talk);
  if (phase.kind === 'paused') phase = { ...phase.of, endsAt: after(now, phase.remaining) };
  if (phase.kind === 'timeUp') {
    ends[phase.round - 1] = phase.since;
    phase = afterRound(phase.round, now, timings);
  }
  while (isTimed(phase)) {
    if (phase.kind === 'talking') {
      starts[phase.round - 1] ??= phase.startsAt;
      ends[phase.round - 1] = phase.endsAt;
      phase = afterRound(phase.round, phase.endsAt, timings);
    } else phase = afterPhase(phase, timings);
  }
  const finishesAt = phase.kind === 'finished' ? phase.at : now;
  const running = roundOf(moment.phase);
  const stations = starts.map((startsAt, index): Station => {
    const round = index + 1;
    const began = moment.begun.length >= round;
    const state = running === round && began ? 'now' : began ? 'past' : 'ahead';
    return { round, startsAt, endsAt: ends[index] ?? starts[index + 1] ?? finishesAt, state };
  });
  return { stations, finishesAt };
}

/** The round that is talking, or was when the night paused or time ran out; null between rounds. */
export function roundOf(phase: Phase): number | null {
  if (phase.kind === 'talking' || phase.kind === 'timeUp') return phase.round;
  if (phase.kind === 'paused' && phase.of.kind === 'talking') return phase.of.round;
  return null;
}

/** The round that a screen is about: the one talking or paused, or the one that comes; null at the doors and after the end. */
export function roundShown(phase: Phase): number | null {
  if (phase.kind === 'paused') return phase.of.round;
  return phase.kind === 'doors' || phase.kind === 'finished' ? null : phase.round;
}

/** What the one big button does now. */
export type NextStep = 'start' | 'move' | 'break' | 'talk' | 'finish' | 'resume';

export function nextStep({ phase, timings }: Moment): NextStep | null {
  switch (phase.kind) {
    case 'doors':
      return 'start';
    case 'paused':
      return 'resume';
    case 'moving':
      return 'talk';
    case 'agenda':
      return 'move';
    case 'talking':
    case 'timeUp':
      if (phase.round >= timings.rounds) return 'finish';
      return phase.round === timings.breakAfterRound ? 'break' : 'move';
    case 'finished':
      return null;
  }
}
