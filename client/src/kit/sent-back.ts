import { seconds } from '@lapwing/shared/kernel/time';
import type { Phase } from '@lapwing/shared/live/state';

/** For so long screens ask people back to the tables they have just left. */
export const SENT_BACK_MS = seconds(10);

/**
 * Whether somebody took a move back between two drawings: people were on their way, and are to sit where they sat before.
 * The clock never goes that way, so the version has risen.
 */
export function isSentBack(before: Phase, after: Phase): boolean {
  if (before.kind !== 'moving') return false;
  const of = after.kind === 'paused' ? after.of : after;
  return (of.kind === 'talking' || of.kind === 'timeUp') && of.round < before.round;
}
