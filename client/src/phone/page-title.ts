import { cardRound, type PhoneView, roundAt, stepInto } from './phone-view.ts';
import { t } from './words.ts';

/** The news in a few words, for the tab: "Table 8, 6 min left", "Move: table 3". Else the evening's name. */
export function pageTitle({ card, shown }: PhoneView): string {
  const { phase, left } = shown;
  const here = cardRound(card, roundAt(phase));
  if (!here) return card.eventName;
  const number = here.table;
  if (phase.kind === 'doors') return number === null ? card.eventName : t('phone.title.first', { number });
  if (phase.kind === 'paused') return t('phone.paused');
  if (phase.kind === 'timeUp') return t('phone.timeUp');
  if (phase.kind === 'agenda') return t('phone.break');
  if (number === null) return t('phone.title.out');
  if (phase.kind === 'moving') {
    return t(stepInto(card, phase.round) === 'stay' ? 'phone.title.stay' : 'phone.title.move', { number });
  }
  return t('phone.title', { number, minutes: Math.ceil((left ?? 0) / 60_000) });
}
