import type { Instant } from '@lapwing/shared/kernel/time';
import type { ReadonlySignal } from '@preact/signals';
import { clockText } from '../../kit/figures.ts';

/** The time of day of the server, as every screen in the room has it. */
export function WallClock({ now, timeZone }: { now: ReadonlySignal<Instant | null>; timeZone: string }) {
  const at = now.value;
  return <span class="wall-clock">{at === null ? '' : clockText(at, timeZone)}</span>;
}
