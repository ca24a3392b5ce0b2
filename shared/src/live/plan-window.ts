import type { Moment } from './state.ts';

/** Which rounds of the plan can still be changed. */
export interface PlanWindow {
  /** Rounds that are over, from 0. */
  readonly done: number;
  /** The round people sit in or are on their way to: its seats stay. Null between rounds. */
  readonly current: number | null;
  /** Whether `current` talks already, or has talked: who leaves now was there. */
  readonly talks: boolean;
}

/** Where the plan can be mended; null before *Start*, after the last round, and after the end. */
export function planWindow({ phase, timings }: Moment): PlanWindow | null {
  if (phase.kind === 'doors' || phase.kind === 'finished') return null;
  const { kind, round } = phase.kind === 'paused' ? phase.of : phase;
  if (round > timings.rounds) return null;
  // during the welcome people sit at their tables of round 1 already
  const current = kind === 'agenda' && round > 1 ? null : round;
  return { done: round - 1, current, talks: kind === 'talking' || kind === 'timeUp' };
}
