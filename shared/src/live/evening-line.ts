import { after, type Instant } from '../kernel/time.ts';
import type { Moment, Phase, TimedPhase } from './state.ts';
import { following, isTimed, nextRound, roundOf, talking } from './timeline.ts';

/** One station of the evening's line. */
export interface Station {
  readonly round: number;
  /** When the talk of this round began or is expected to begin. */
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly state: 'past' | 'now' | 'ahead';
}

export interface EveningLine {
  /** Rounds that are left out are none. */
  readonly stations: readonly Station[];
  readonly finishesAt: Instant;
}

/**
 * The whole evening as it stands: past rounds as they were, the rest as they will be if nobody presses anything.
 * Before *Start* the evening begins at `plannedStart`, or now when that has passed; a pause pushes everything on.
 */
export function eveningLine(moment: Moment, now: Instant, plannedStart: Instant): EveningLine {
  const { timings } = moment;
  const starts = new Map<number, Instant>();
  const ends = new Map<number, Instant>();
  moment.begun.forEach((at, index) => {
    if (at !== null) starts.set(index + 1, at);
  });
  if (moment.phase.kind === 'timeUp') ends.set(moment.phase.round, moment.phase.since);
  const { phases, finishesAt } = phasesAhead(moment, now, plannedStart);
  for (const phase of phases) {
    if (phase.kind !== 'talking') continue;
    if (!starts.has(phase.round)) starts.set(phase.round, phase.startsAt);
    ends.set(phase.round, phase.endsAt);
  }
  const running = roundOf(moment.phase);
  const stations = [...starts].map(([round, startsAt]): Station => {
    const began = (moment.begun[round - 1] ?? null) !== null;
    const state = running === round && began ? 'now' : began ? 'past' : 'ahead';
    const next = nextRound(round, timings);
    return { round, startsAt, endsAt: ends.get(round) ?? starts.get(next ?? 0) ?? finishesAt, state };
  });
  return { stations, finishesAt };
}

/** The timed phase that runs and all that follow it, as if nobody pressed anything, and when the last of them is over. */
export function phasesAhead(
  moment: Moment,
  now: Instant,
  plannedStart: Instant,
): { readonly phases: readonly TimedPhase[]; readonly finishesAt: Instant } {
  const { timings } = moment;
  const phases: TimedPhase[] = [];
  let phase = fromNowOn(moment, now, plannedStart);
  while (isTimed(phase)) {
    phases.push(phase);
    phase =
      phase.kind === 'moving'
        ? talking(phase.round, phase.endsAt, timings.talk)
        : following(phase, phase.endsAt, timings);
  }
  return { phases, finishesAt: phase.kind === 'finished' ? phase.at : now };
}

/** The phase that runs, as if nobody waited for anything any more. */
function fromNowOn({ phase, timings }: Moment, now: Instant, plannedStart: Instant): Phase {
  switch (phase.kind) {
    case 'doors':
      return following({ kind: 'timeUp', round: 0 }, now > plannedStart ? now : plannedStart, timings);
    case 'paused':
      return { ...phase.of, endsAt: after(now, phase.remaining) };
    case 'timeUp':
      return following(phase, now, timings);
    case 'ready':
      return talking(phase.round, now, timings.talk);
    default:
      return phase;
  }
}
