import { catalogue } from 'virtual:catalogue/console';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { addWords, isolated, locale, translator } from '../kit/words.ts';
import type { Sentence, Word } from './sentence.ts';

await addWords(catalogue);

/** The console's words: takes an id of `locales/console/en.json`. */
export const t = translator<Word>();

/** Text of a sentence that a pure part put together; times and lists are already text in its values. */
export const say = ({ id, values }: Sentence): string => t(id, values);

/** Why something was refused, in one sentence with the remedy. */
export const refusalText = (refusal: { readonly code: RefusalCode | 'no-answer' }): string =>
  t(`refusal.${refusal.code}`);

/** "Tables 5, 7 and 9": names or numbers as a list in words. */
export const listText = (items: readonly (string | number)[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items.map((item) => isolated(String(item))));
