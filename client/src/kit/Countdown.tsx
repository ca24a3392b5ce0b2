import './kit.css';
import { secondsLeft } from '@lapwing/shared/clock/remaining';
import type { Duration } from '@lapwing/shared/kernel/time';
import { countdownText } from './figures.ts';
import { t } from './kit-words.ts';

/** A screen reader hears a figure that changes four times a minute, not sixty. */
const SPOKEN_STEP_S = 15;

/** The time left, large. `running={false}`: it stands still, with two bars beside it. Draws only; the caller ticks. */
export function Countdown({
  left,
  class: extra = '',
  running = true,
}: {
  left: Duration;
  class?: string;
  running?: boolean;
}) {
  return (
    <span class={`k-countdown ${extra}`} role="timer" aria-live="off">
      <span aria-hidden="true">{countdownText(left)}</span>
      {running ? null : <span class="k-bars" aria-hidden="true" />}
      <span class="k-unseen">
        {spokenLeft(left)}
        {running ? '' : `. ${t('kit.paused')}`}
      </span>
    </span>
  );
}

/** "6 minutes 45 seconds left": rounded up to the next quarter of a minute. */
export function spokenLeft(left: Duration): string {
  const total = Math.ceil(secondsLeft(left) / SPOKEN_STEP_S) * SPOKEN_STEP_S;
  if (total === 0) return t('kit.left.none');
  return t('kit.left', { hours: Math.floor(total / 3_600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 });
}
