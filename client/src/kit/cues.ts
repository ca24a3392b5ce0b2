import type { Instant } from '@lapwing/shared/kernel/time';
import type { Phase } from '@lapwing/shared/live/state';

export type Cue = 'minute' | 'move' | 'begin';

export const LAST_MINUTE_MS = 60_000;

/** What a screen drew at a moment. */
export interface Drawn {
  readonly phase: Phase;
  readonly now: Instant;
}

/** A signal that comes later than this after its moment misleads: it is left out. */
const LATE_MS = 2_000;

/**
 * The signal that belongs between two drawings, or null. Derived from the two states, so that a page that slept, joined
 * late or saw an undo tells nothing of what is over.
 */
export function dueCue(before: Drawn, after: Drawn): Cue | null {
  const { phase, now } = after;
  if (phase.kind !== 'talking' && phase.kind !== 'moving') return null;
  const entered = before.phase.kind !== phase.kind || before.phase.round !== phase.round;
  if (entered && before.phase.kind !== 'paused' && isFresh(phase.startsAt, now)) {
    return phase.kind === 'moving' ? 'move' : 'begin';
  }
  if (entered || phase.kind !== 'talking' || phase.endsAt - phase.startsAt <= LAST_MINUTE_MS) return null;
  const bell = phase.endsAt - LAST_MINUTE_MS;
  return before.now < bell && isFresh(bell, now) ? 'minute' : null;
}

/** Whether a moment is just over: not ahead, and not too long ago. */
export const isFresh = (moment: number, now: Instant): boolean => now >= moment && now - moment <= LATE_MS;
