import { plainLetters } from '../kernel/plain-letters.ts';

/** White space and the invisible characters that spreadsheets and phones leave at the ends of a cell. */
const EDGES = /^[\s\u200b\u200e\u200f\u2060\ufeff]+|[\s\u200b\u200e\u200f\u2060\ufeff]+$/gu;
/** The longest cell we read, in characters; a longer one makes its row invalid. */
export const MOST_CHARACTERS = 1_000;

/** One line of text: composed (NFC), no control characters, single spaces, nothing invisible at the ends. */
export function tidyLine(cell: string): string {
  return plainLetters(cell)
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(EDGES, '');
}

/** Text that may run over several lines: as `tidyLine`, but line breaks and spacing inside stay. */
export function tidyText(cell: string): string {
  return plainLetters(cell)
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\u00a0/gu, ' ')
    .replace(EDGES, '');
}

/** Whether a cell holds nothing that one could see. */
export const isBlank = (cell: string): boolean => !/[^\s\p{Cc}\u200b\u200e\u200f\u2060\ufeff]/u.test(cell);

/** Whether a cell has more characters than we read. */
export const isTooLong = (cell: string): boolean =>
  cell.length > MOST_CHARACTERS && (cell.length > 2 * MOST_CHARACTERS || [...cell].length > MOST_CHARACTERS);

/** The beginning of a cell, short enough to be quoted in a message. */
export function excerpt(cell: string): string {
  const characters = [...tidyLine(cell.slice(0, 200))];
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('');
}

const NOTHING: ReadonlySet<string> = new Set(
  '|none|nil|no|nope|nothing|n/a|na|n.a|not applicable|none needed|no requirements|no needs|no thanks|no thank you'.split(
    '|',
  ),
);

/** Whether an answer says "nothing" in words: to "what do you need?" a plain "no" says so too. */
export const saysNothing = (answer: string): boolean =>
  NOTHING.has(answer.toLowerCase().replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, ''));

/** Whether an answer to an open question is only a stroke or "n/a". */
export const isOnlyAStroke = (answer: string): boolean => /^(?:[-–—.\s]*|n\/a|na)$/iu.test(answer);
