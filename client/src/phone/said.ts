import { cardRound, goneFrom, type PhoneView, roundAt, tableOf } from './phone-view.ts';
import type { SeatChange, SeatNews } from './seat-news.ts';
import { t } from './words.ts';

/** What a person is told about their seat, in one sentence; '' when there is nothing to tell. */
export function newsWords(view: PhoneView): string {
  const { news, card, shown } = view;
  if (news === null || news.kind === 'gone') return '';
  if (news.kind === 'saved') return t('phone.news.saved', { number: news.table });
  const { round, after } = news.change;
  if (isLeave(view, news)) return t('phone.news.leaves', { round: (goneFrom(view) ?? round) - 1 });
  if (after === null) return news.kind === 'now' ? t('phone.news.now.out') : t('phone.news.out', { round });
  const { number, name } = tableOf(card, after);
  if (news.kind === 'now') return t('phone.news.now', { number, name });
  if (!news.next) return t('phone.news.later', { round, number, name });
  return t(shown.phase.kind === 'doors' ? 'phone.news.first' : 'phone.news.next', { number, name });
}

/** The seat that is gone is the one they gave up. */
export const isLeave = (view: Pick<PhoneView, 'card' | 'leaving'>, news: SeatNews): boolean =>
  news.kind === 'changed' &&
  news.change.after === null &&
  news.change.round >= (goneFrom(view) ?? Number.POSITIVE_INFINITY);

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
