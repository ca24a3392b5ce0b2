import type en from '../../locales/console/en.json';

/** The id of one entry of the console's catalogue. */
export type Word = keyof typeof en;

/** Something to say, before it is put into words: pure parts return these, `say` in `words.ts` makes text of them. */
export interface Sentence {
  readonly id: Word;
  readonly values: Readonly<Record<string, unknown>>;
}

export const sentence = (id: Word, values: Readonly<Record<string, unknown>> = {}): Sentence => ({ id, values });
