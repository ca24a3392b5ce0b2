import { language } from './words.ts';

/** What a language is called in the reader's. @param tag BCP 47 */
export const tongueName = (tag: string): string =>
  new Intl.DisplayNames([language()], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
