import { announcementShown } from '@lapwing/shared/live/timeline';
import { t as kitWord } from '../kit/kit-words.ts';
import { cardRound, type PhoneView, roundAt, stepInto } from './phone-view.ts';
import { t } from './words.ts';

/** The news in a few words, for the tab: "Table 8, 6 min left", "Move: table 3". Else the evening's name. */
export function pageTitle(view: PhoneView): string {
  const { card, shown, moment, now } = view;
  const { phase, left } = shown;
  if (announcementShown(moment, now)?.kind === 'stop') return t('phone.stop');
  if (phase.kind === 'agenda') return kitWord(`kit.agenda.${phase.title}`);
  const here = cardRound(card, roundAt(phase));
  if (!here) return card.eventName;
  const number = here.table;
  if (phase.kind === 'doors') return number === null ? card.eventName : t('phone.title.first', { number });
  if (phase.kind === 'paused') return t('phone.paused');
  if (phase.kind === 'timeUp') return t('phone.timeUp');
  if (number === null) return t('phone.title.out');
  if (phase.kind === 'ready') return t('phone.title.ready', { number });
  if (phase.kind === 'moving') {
    return t(stepInto(view, phase.round) === 'stay' ? 'phone.title.stay' : 'phone.title.move', { number });
  }
  return t('phone.title', { number, minutes: Math.ceil((left ?? 0) / 60_000) });
}
