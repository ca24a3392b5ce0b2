import type { Instant } from '@lapwing/shared/kernel/time';
import type { Moment } from '@lapwing/shared/live/state';
import type { DisplayTheme } from '@lapwing/shared/protocol/messages';
import type { Shown } from '../kit/live-model.ts';
import { type DisplayView, LAST_MINUTE_MS } from './display-view.ts';

/** So long the ground is another one with a bell: seen from the corner of an eye, and far from a flicker. */
export const LIGHT_MS = 2_000;

/**
 * Whether the ground is changed for those who do not hear the bell: with the last minute, and with a round that begins
 * where nobody moved before. A move needs none, since the whole wall turns marigold, and neither does its end.
 * Derived from what is shown, never from an event: a page that slept or joined late shows it for what is left of it.
 */
export function isLit({ phase }: Shown, moment: Moment, now: Instant): boolean {
  if (phase.kind !== 'talking') return false;
  const within = (since: number): boolean => now >= since && now < since + LIGHT_MS;
  if (phase.endsAt - phase.startsAt > LAST_MINUTE_MS && within(phase.endsAt - LAST_MINUTE_MS)) return true;
  const earlier = moment.begun.slice(0, phase.round - 1).some((begun) => begun !== null);
  const begun = moment.begun[phase.round - 1] ?? null;
  return !earlier && begun !== null && within(begun);
}

/** The theme on the wall now: the other one for a moment where the ground changes with a bell. */
export function themeShown({ own, shown, moment, now }: DisplayView): DisplayTheme {
  const theme = own?.theme ?? 'night';
  const lit = own?.light !== false && isLit(shown, moment, now);
  return lit === (theme === 'night') ? 'bright' : 'night';
}
