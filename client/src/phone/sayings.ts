import { minutes } from '@lapwing/shared/kernel/time';
import type { Phase, TimedPhase } from '@lapwing/shared/live/state';
import { type AgendaPhase, announcementShown } from '@lapwing/shared/live/timeline';
import { t as kitWord } from '../kit/kit-words.ts';
import { placeInWords } from '../kit/place-in-words.ts';
import type { Saying } from '../kit/Spoken.tsx';
import { cardRound, LAST_MINUTE_MS, namesOf, type PhoneView, stepInto, tableOf } from './phone-view.ts';
import { newsWords, sentBackWords, stopWords } from './said.ts';
import { t } from './words.ts';

const MINUTE = minutes(1);
const inMinutes = (time: number): number => Math.max(0, Math.round(time / MINUTE));

/**
 * What is to be said between two pictures, or null: what somebody did or wrote comes before what the clock does.
 */
export const sayingBetween = (before: PhoneView, after: PhoneView): Saying | null =>
  calledOffBetween(before, after) ??
  (after.card.cancelled ? null : (newsBetween(before, after) ?? phaseBetween(before, after)));

/** The evening was cancelled, or that was taken back. */
function calledOffBetween({ card: was }: PhoneView, { card: is }: PhoneView): Saying | null {
  if (Boolean(was.cancelled) === Boolean(is.cancelled)) return null;
  return { how: 'now', words: t(is.cancelled ? 'phone.off' : 'phone.off.over') };
}

/** A stop, a move taken back, a seat that changed, words of the organiser. */
function newsBetween(before: PhoneView, after: PhoneView): Saying | null {
  const words = announcementShown(after.moment, after.now);
  const had = announcementShown(before.moment, before.now);
  const fresh = words !== null && (had === null || had.since !== words.since);
  if (fresh && words.kind === 'stop') return { how: 'now', words: stopWords(words.text) };
  if (after.sentBack && !before.sentBack) return { how: 'now', words: sentBackWords(after) };
  const news = newsWords(after);
  if (news !== '' && news !== newsWords(before))
    return { how: after.news?.kind === 'changed' ? 'soon' : 'now', words: news };
  return fresh ? { how: 'soon', words: words.text } : null;
}

/** What the clock or the organiser's buttons changed: a start, half time, the last minute, a changed time, a move. */
function phaseBetween(before: PhoneView, after: PhoneView): Saying | null {
  const was = before.shown.phase;
  const is = after.shown.phase;
  if (is.kind === 'paused') return was.kind === 'paused' ? null : { how: 'soon', words: t('phone.paused.words') };
  if (is.kind === 'agenda' && !(was.kind === 'agenda' && was.item === is.item)) return agendaStart(after, is);
  if (is.kind === 'ready' && was.kind !== 'ready') return readySaying(after, is.round);
  if (is.kind !== 'talking' && is.kind !== 'moving') return null;
  if (!samePhase(was, is)) return is.kind === 'talking' ? roundStart(after, is) : moveStart(after, is);
  return is.kind === 'talking' && was.kind === 'talking' ? within(before, after, was, is) : null;
}

const agendaStart = ({ shown }: PhoneView, { title }: AgendaPhase): Saying => ({
  how: 'soon',
  words: t('phone.say.agenda', { title: kitWord(`kit.agenda.${title}`), minutes: inMinutes(shown.left ?? 0) }),
});

function readySaying({ card }: PhoneView, round: number): Saying {
  const number = cardRound(card, round)?.table ?? null;
  if (number === null) return { how: 'soon', words: t('phone.out') };
  return { how: 'soon', words: `${t('phone.title.ready', { number })}. ${t('phone.ready.words', { round })}` };
}

const samePhase = (was: Phase, is: TimedPhase): boolean => was.kind === is.kind && was.round === is.round;

function roundStart({ card, moment, shown }: PhoneView, phase: TimedPhase): Saying {
  const here = cardRound(card, phase.round);
  if (!here || here.table === null) return { how: 'soon', words: t('phone.out') };
  const { number, name } = tableOf(card, here.table);
  const values = {
    round: phase.round,
    rounds: moment.timings.rounds,
    number,
    name,
    minutes: inMinutes(shown.left ?? 0),
  };
  const mentor = card.role === 'student' ? namesOf(here.meets) : '';
  const words = mentor === '' ? t('phone.say.round', values) : t('phone.say.round.with', { ...values, mentor });
  return { how: 'soon', words };
}

function moveStart(view: PhoneView, phase: TimedPhase): Saying {
  const { card, shown } = view;
  const to = cardRound(card, phase.round);
  const step = stepInto(view, phase.round);
  if (!to || to.table === null) return { how: 'soon', words: t(step === 'leave' ? 'phone.out.leave' : 'phone.out') };
  const { number, name } = tableOf(card, to.table);
  if (step === 'stay') return { how: 'soon', words: t('phone.stay', { number }) };
  const place = placeInWords(card.tables, number);
  return { how: 'now', words: t('phone.say.move', { number, name, place, minutes: inMinutes(shown.left ?? 0) }) };
}

/** Inside one round: somebody changed the time, or a mark was passed. */
function within(before: PhoneView, after: PhoneView, was: TimedPhase, is: TimedPhase): Saying | null {
  const left = after.shown.left ?? 0;
  const changed = is.endsAt - was.endsAt;
  if (Math.abs(changed) >= MINUTE) {
    const values = { count: inMinutes(Math.abs(changed)), minutes: inMinutes(left) };
    return { how: 'soon', words: t(changed > 0 ? 'phone.say.more' : 'phone.say.less', values) };
  }
  const passed = (mark: number): boolean => (before.shown.left ?? 0) > mark && left <= mark;
  const length = is.endsAt - is.startsAt;
  if (length > LAST_MINUTE_MS && passed(LAST_MINUTE_MS)) return { how: 'soon', words: t('phone.say.minute') };
  if (length > 3 * LAST_MINUTE_MS && passed(length / 2)) {
    return { how: 'soon', words: t('phone.say.half', { minutes: inMinutes(left) }) };
  }
  return null;
}
