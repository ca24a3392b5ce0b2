import type { Instant } from '../kernel/time.ts';
import type { Moment, Phase } from '../live/state.ts';

/**
 * Until when what was said before the last bell may be counted (H4): up to the end of the last round that is over, and no later,
 * so that a count moves when rounds do and nobody can watch it rise. Null while no round is over.
 */
export function countedUntil({ phase, begun }: Pick<Moment, 'phase' | 'begun'>): Instant | null {
  if (phase.kind === 'doors') return null;
  if (phase.kind === 'finished') return phase.at;
  if (phase.kind === 'timeUp' || phase.kind === 'ready') return phase.since;
  const timed: Phase = phase.kind === 'paused' ? phase.of : phase;
  // what is said in the changeover before a round counts once that round runs
  return timed.kind === 'talking' ? (begun[timed.round - 1] ?? timed.startsAt) : timed.startsAt;
}
