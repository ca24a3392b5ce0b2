import { type ReadonlySignal, signal } from '@preact/signals';
import { type Cue, dueCue } from '../kit/cues.ts';
import { readStored, writeStored } from '../kit/stored.ts';
import { cardRound, type PhoneView, stepInto } from './phone-view.ts';

/** On and off in turn, in ms, beginning with on. */
export type Beats = readonly number[];

/** How a phone says it in a pocket. */
const BEATS: Readonly<Record<Exclude<Cue, 'begin'>, Beats>> = {
  minute: [120],
  move: [200, 100, 200, 100, 400],
};

export interface Vibration {
  /** Whether this person wants it; null where the device has no such thing. */
  readonly wanted: ReadonlySignal<boolean | null>;
  want(wanted: boolean): void;
  /** Does so where it is wanted, and the page is looked at. */
  say(beats: Beats): void;
}

/** Of the device, not of a person: whoever holds it feels it. */
const PLACE = 'vibrates';

/** What this device can make felt. @param device a browser's navigator */
export function createVibration(device: Partial<Pick<Navigator, 'vibrate' | 'userActivation'>> = navigator): Vibration {
  const able = typeof device.vibrate === 'function';
  const wanted = signal(able ? (readStored<boolean>(PLACE) ?? true) : null);
  return {
    wanted,
    want(next) {
      if (!able) return;
      wanted.value = next;
      writeStored(PLACE, next);
    },
    say(beats) {
      if (!wanted.peek() || document.visibilityState !== 'visible') return;
      // before anybody touched the page a browser refuses, and complains
      if (device.userActivation?.hasBeenActive === false) return;
      device.vibrate?.([...beats]);
    },
  };
}

/**
 * What belongs between two pictures, or null: the last minute at a table, and a move for whoever has to get up. Others
 * walk past them: that is no news to a phone in a pocket.
 */
export function beatsBetween(before: PhoneView, after: PhoneView): Beats | null {
  if (before.now === null || after.now === null || after.card.cancelled) return null;
  const { phase } = after.shown;
  const cue = dueCue({ phase: before.shown.phase, now: before.now }, { phase, now: after.now });
  if (cue === 'minute') return hasTable(after) ? BEATS.minute : null;
  return cue === 'move' && getsUp(after) ? BEATS.move : null;
}

const hasTable = ({ card, shown: { phase } }: PhoneView): boolean =>
  phase.kind === 'talking' && (cardRound(card, phase.round)?.table ?? null) !== null;

function getsUp(view: PhoneView): boolean {
  const { phase } = view.shown;
  if (phase.kind !== 'moving' || view.card.rounds.length === 0) return false;
  const step = stepInto(view, phase.round);
  return step === 'go' || step === 'leave';
}
