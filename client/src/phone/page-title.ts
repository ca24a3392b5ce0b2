import { announcementShown } from '@lapwing/shared/live/timeline';
import { t as kitWord } from '../kit/kit-words.ts';
import { cardRound, type PhoneView, roundAt, stepInto } from './phone-view.ts';
import { t } from './words.ts';

/** The news in a few words, for the tab: "Table 8, 6 min left", "Move: table 3". Before there is any the evening's name. */
export function pageTitle(view: PhoneView): string {
  const { card, shown, moment, now, news, sentBack } = view;
  const { phase } = shown;
  if (card.cancelled) return t('phone.off');
  if (announcementShown(moment, now)?.kind === 'stop') return t('phone.stop');
  if (phase.kind === 'agenda') return kitWord(`kit.agenda.${phase.title}`);
  if (phase.kind === 'finished') return t('phone.finished');
  const number = cardRound(card, roundAt(phase))?.table ?? null;
  if (phase.kind === 'doors') return number === null ? card.eventName : t('phone.title.first', { number });
  if (news?.kind === 'gone' || card.rounds.length === 0) return t('phone.title.desk');
  if (sentBack && number !== null) return t('phone.title.back', { number });
  const sent = news?.kind === 'saved' ? news.table : news?.kind === 'now' ? news.change.after : null;
  if (sent !== null) return t('phone.title.move', { number: sent });
  return number === null ? t(phase.kind === 'paused' ? 'phone.paused' : 'phone.title.out') : atTable(view, number);
}

/** Somebody with a table in the round that runs, is talked to its end, or comes. */
function atTable(view: PhoneView, number: number): string {
  const { phase, left } = view.shown;
  if (phase.kind === 'paused') return t('phone.title.paused', { number });
  if (phase.kind === 'timeUp') return t('phone.title.up', { number });
  if (phase.kind === 'ready') return t('phone.title.ready', { number });
  if (phase.kind === 'moving') {
    return t(stepInto(view, phase.round) === 'stay' ? 'phone.title.stay' : 'phone.title.move', { number });
  }
  return t('phone.title', { number, minutes: Math.ceil((left ?? 0) / 60_000) });
}
