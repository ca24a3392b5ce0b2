import { between, type Instant, milliseconds, minutes } from '@lapwing/shared/kernel/time';
import type { Announcement, Moment, Phase, Timings } from '@lapwing/shared/live/state';
import { announcementShown } from '@lapwing/shared/live/timeline';
import { spokenLeft } from '../kit/Countdown.tsx';
import { isFresh } from '../kit/cues.ts';
import { t as kitWord } from '../kit/kit-words.ts';
import type { Saying } from '../kit/Spoken.tsx';
import { isSentBack } from '../kit/sent-back.ts';
import { LAST_MINUTE_MS } from './display-view.ts';
import { t } from './words.ts';

/** What a display drew at a moment, as far as it is said aloud. */
export interface Told {
  readonly phase: Phase;
  readonly moment: Moment;
  readonly now: Instant;
}

/** Words to say aloud, and the moment they are about. */
export interface DueSaying extends Saying {
  readonly at: Instant;
}

/** A talk that is shorter has no half time worth a word. */
const HALF_TIME_FROM = minutes(4);

/**
 * What is to be said between two drawings, or null. Derived from the two states like the bells, so that a page that
 * slept, joined late or saw an undo does not say what is over.
 */
export function dueSaying(before: Told, after: Told, mentorsMove: boolean): DueSaying | null {
  const said = newWords(before, after);
  if (said) return said;
  const { phase, now, moment } = after;
  const back = turnedBack(before, after);
  const turned = back ?? wentOn(before, after);
  if (turned !== null)
    return isFresh(before.now, now) ? { how: back === null ? 'soon' : 'now', words: turned, at: now } : null;
  const entered = before.phase.kind !== phase.kind || roundOf(before.phase) !== roundOf(phase);
  if (entered) {
    const since = sinceOf(phase);
    return since !== null && isFresh(since, now)
      ? { how: phase.kind === 'moving' ? 'now' : 'soon', words: opening(phase, moment.timings, mentorsMove), at: since }
      : null;
  }
  if (phase.kind === 'talking') {
    for (const { at, words } of marks(phase))
      if (before.now < at && isFresh(at, now)) return { how: 'soon', words, at };
  }
  return timeChanged(before, after);
}

/** Words of the organiser that were not there before. */
function newWords(before: Told, after: Told): DueSaying | null {
  const shown = announcementShown(after.moment, after.now);
  if (!shown || shown.since === before.moment.announcement?.since || !isFresh(shown.since, after.now)) return null;
  return { how: shown.kind === 'stop' ? 'now' : 'soon', words: wordsOf(shown), at: shown.since };
}

const wordsOf = ({ kind, text }: Announcement): string =>
  kind === 'stop' ? `${text || t('display.stop')} ${t('display.stop.stay')}` : text;

const roundOf = (phase: Phase): number | null => ('round' in phase ? phase.round : null);

/** A move that was taken back. */
function turnedBack({ phase: was }: Told, { phase: is }: Told): string | null {
  return isSentBack(was, is) ? `${t('display.back')}.` : null;
}

/** The clock goes on after a pause. */
function wentOn({ phase: was }: Told, { phase: is, now }: Told): string | null {
  if (was.kind !== 'paused' || !('endsAt' in is) || is.kind !== was.of.kind) return null;
  return `${t('display.say.on')} ${leftAfter(now, is.endsAt)}`;
}

/** When a phase began; null where nobody needs a word. */
function sinceOf(phase: Phase): Instant | null {
  switch (phase.kind) {
    case 'doors':
      return null;
    case 'finished':
      return phase.at;
    case 'talking':
    case 'moving':
    case 'agenda':
      return phase.startsAt;
    default:
      return phase.since;
  }
}

function opening(phase: Phase, { rounds }: Timings, mentors: boolean): string {
  const left = 'endsAt' in phase ? `${spokenLeft(between(phase.startsAt, phase.endsAt))}.` : '';
  switch (phase.kind) {
    case 'talking':
      return `${t('display.say.round', { round: phase.round, rounds })} ${left}`;
    case 'moving':
      return mentors
        ? `${t('display.move.mentors')}. ${t('display.move.students')} ${left}`
        : `${t('display.move')}. ${t('display.move.where')} ${left}`;
    case 'agenda':
      return `${kitWord(`kit.agenda.${phase.title}`)}. ${left}`;
    case 'paused':
      return t('display.paused');
    case 'timeUp':
      return t('display.timeUp');
    case 'ready':
      return `${t('display.ready')}. ${t('display.ready.words', { round: phase.round })}`;
    case 'finished':
      return `${t('display.finished')}. ${t('display.finished.next')}`;
    case 'doors':
      return '';
  }
}

/** Half time and the last minute. */
function marks({ startsAt, endsAt }: Extract<Phase, { kind: 'talking' }>): readonly Omit<DueSaying, 'how'>[] {
  const length = endsAt - startsAt;
  const half = (startsAt + length / 2) as Instant;
  const minute = (endsAt - LAST_MINUTE_MS) as Instant;
  return [
    ...(length >= HALF_TIME_FROM ? [{ at: half, words: `${t('display.say.half')} ${leftAfter(half, endsAt)}` }] : []),
    ...(length > LAST_MINUTE_MS ? [{ at: minute, words: `${t('display.minute')}.` }] : []),
  ];
}

const leftAfter = (at: Instant, endsAt: Instant): string => `${spokenLeft(milliseconds(Math.max(0, endsAt - at)))}.`;

/** "One minute added. 7 minutes left." Nothing after a gap: nobody knows then when it was. */
function timeChanged(before: Told, after: Told): DueSaying | null {
  const [was, is] = [before.phase, after.phase];
  if (!('endsAt' in was) || !('endsAt' in is) || !isFresh(before.now, after.now)) return null;
  const more = Math.round((is.endsAt - was.endsAt) / LAST_MINUTE_MS);
  if (more === 0) return null;
  const words = t(more > 0 ? 'display.say.more' : 'display.say.fewer', { count: Math.abs(more) });
  return { how: 'soon', words: `${words} ${leftAfter(after.now, is.endsAt)}`, at: after.now };
}
