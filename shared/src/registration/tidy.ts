import { plainLetters } from '../kernel/plain-letters.ts';

/** One line as somebody meant it: composed, no control characters or line breaks, single spaces, none at the ends. */
export const tidyLine = (text: string): string =>
  plainLetters(text)
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();

/** Several lines: line breaks stay, other control characters go. */
export const tidyText = (text: string): string =>
  plainLetters(text)
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();
