import { cardRound, type PhoneView, roundAt, tableOf } from './phone-view.ts';
import type { SeatChange } from './seat-news.ts';
import { t } from './words.ts';

/** What a person is told about their seat, in one sentence; '' when there is nothing to tell. */
export function newsWords({ news, card, shown }: PhoneView): string {
  if (news === null || news.kind === 'gone') return '';
  if (news.kind === 'saved') return t('phone.news.saved', { number: news.table });
  const { round, after } = news.change;
  if (after === null) return news.kind === 'now' ? t('phone.news.now.out') : t('phone.news.out', { round });
  const { number, name } = tableOf(card, after);
  if (news.kind === 'now') return t('phone.news.now', { number, name });
  if (!news.next) return t('phone.news.later', { round, number, name });
  return t(shown.phase.kind === 'doors' ? 'phone.news.first' : 'phone.news.next', { number, name });
}

/** "Before: table 3" */
export const beforeWords = ({ before }: SeatChange): string =>
  before === null ? t('phone.news.before.out') : t('phone.news.before', { number: before });

/** "Go back to table 8, please." */
export function sentBackWords({ card, shown }: PhoneView): string {
  const number = cardRound(card, roundAt(shown.phase))?.table ?? null;
  return number === null ? t('phone.back.none') : t('phone.back', { number });
}

/** The words of a stop: the organiser's, or our own. */
export const stopWords = (text: string): string => (text === '' ? `${t('phone.stop')} ${t('phone.stop.stay')}` : text);
