/**
 * What is seen of nobody's name, and changes how others' are shown: everything that only formats (controls of the writing
 * direction, joiners of nothing, tags), and letters that are drawn as nothing. The two joiners that Persian, Indian scripts
 * and emoji need stay.
 */
const UNSEEN = /(?![\u200C\u200D])\p{Cf}|[\u034F\u115F\u1160\u2800\u3164\uFFA0]/gu;
/** No script writes more marks than four over one letter; a heap of them is drawn over the lines beside it. */
const HEAP = /(\p{M}{4})\p{M}+/gu;

/** Text that stays in its own place on a page. */
export const plainLetters = (text: string): string => text.replace(UNSEEN, '').normalize('NFC').replace(HEAP, '$1');

/**
 * What no keyboard types and no page shows: NUL and its kin, halves of a sign. Tabs, line breaks and what word processors
 * put in their place are white space.
 */
const UNREADABLE = /[^\P{Cc}\t\n\v\f\r\u0085]|\p{Cs}/u;

/**
 * Where in what was sent a text holds something unreadable: '' for the text itself, "answers.card.jobTitle" for one inside;
 * null where all can be read.
 */
export function unreadableIn(value: unknown): string | null {
  if (typeof value === 'string') return UNREADABLE.test(value) ? '' : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const inside = UNREADABLE.test(key) ? '' : unreadableIn(part);
    if (inside !== null)
      return [Array.isArray(value) || UNREADABLE.test(key) ? '' : key, inside].filter(Boolean).join('.');
  }
  return null;
}
