import { earlier, type Instant } from '../kernel/time.ts';
import type { Moment, Phase } from '../live/state.ts';

/**
 * When the last talk of the night ended: picks are open from then on (H4, H5). Null while talks are to come, also again
 * after an undo.
 * @param known what this said before: what follows the last talk (free talk, the end) makes it no later
 */
export function lastBell({ phase, timings }: Pick<Moment, 'phase' | 'timings'>, known: Instant | null): Instant | null {
  const at = endOfTalks(phase, lastRound(timings));
  return at !== null && known !== null ? earlier(at, known) : at;
}

function endOfTalks(phase: Phase, last: number): Instant | null {
  if (phase.kind === 'finished') return phase.at;
  if (phase.kind === 'timeUp') return phase.round >= last ? phase.since : null;
  if (phase.kind === 'agenda') return phase.round > last ? phase.startsAt : null;
  return phase.kind === 'paused' ? endOfTalks(phase.of, last) : null;
}

/** The last round that is held tonight; 0 when all are left out. */
function lastRound({ rounds, skipped }: Moment['timings']): number {
  for (let round = rounds; round > 0; round -= 1) if (!skipped.includes(round)) return round;
  return 0;
}
