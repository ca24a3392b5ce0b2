import type { Instant } from '@lapwing/shared/kernel/time';
import type { Moment, PersonCommand } from '@lapwing/shared/live/state';
import { nextRound } from '@lapwing/shared/live/timeline';
import { transition } from '@lapwing/shared/live/transition';

/** The clock's buttons; the keys of `keys.ts` press the same ones. */
export const CLOCK_ACTIONS = [
  ...(['next', 'pause', 'plus', 'minus', 'plusFive', 'minusFive', 'endRound', 'restartRound', 'skip'] as const),
  ...(['back', 'moveNow', 'finish', 'undo', 'redo', 'stopAll', 'blank', 'clearMessage'] as const),
] as const;
export type ClockAction = (typeof CLOCK_ACTIONS)[number];
/** Acts of the clock itself; which step is taken back or done again is known from the log. */
export type PlainAction = Exclude<ClockAction, 'undo' | 'redo'>;

const MINUTES = { plus: 1, minus: -1, plusFive: 5, minusFive: -5 } as const;

/** The round that *Skip* would leave out: the next that has not begun; null when none is left. */
export function roundToSkip({ phase, timings }: Moment): number | null {
  const current = phase.kind === 'paused' ? phase.of : phase;
  if (current.kind === 'doors' || current.kind === 'finished') return null;
  const isUnderWay = current.kind === 'talking' || current.kind === 'timeUp';
  return nextRound(isUnderWay ? current.round : current.round - 1, timings);
}

/** What a press of this button says to the server now; null where it has nothing to say. */
export function commandOf(action: PlainAction, moment: Moment): PersonCommand | null {
  const paused = moment.phase.kind === 'paused';
  switch (action) {
    case 'next':
      return { kind: paused ? 'resume' : 'next' };
    case 'pause':
      return { kind: paused ? 'resume' : 'pause' };
    case 'plus':
    case 'minus':
    case 'plusFive':
    case 'minusFive':
      return { kind: 'addMinutes', minutes: MINUTES[action] };
    case 'skip': {
      const round = roundToSkip(moment);
      return round === null ? null : { kind: 'skip', round };
    }
    case 'blank':
      return { kind: 'blank', on: !moment.blank };
    case 'stopAll':
      return { kind: 'stopAll', text: '' };
    default:
      return { kind: action };
  }
}

/** Whether the room would take this command now: the very rules that the server has. */
export const isTaken = (moment: Moment, command: PersonCommand, now: Instant): boolean =>
  transition({ version: 0, moment, undoable: [] }, command, now, '').ok;

/** Whether the button does anything now. `start` has its own way. */
export function allowed(action: PlainAction, moment: Moment, now: Instant): boolean {
  const { phase } = moment;
  if (phase.kind === 'doors') return action === 'next' || action === 'blank';
  if (action === 'stopAll' && moment.announcement?.kind === 'stop') return false;
  const command = commandOf(action, moment);
  return command !== null && isTaken(moment, command, now);
}
