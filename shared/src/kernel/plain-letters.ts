/**
 * What is seen of nobody's name, and changes how others' are shown: controls of the writing direction, joiners of nothing,
 * tags. The two joiners that Persian, Indian scripts and emoji need stay.
 */
const UNSEEN =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E007F}]/gu;
/** No script writes more marks than four over one letter; a heap of them is drawn over the lines beside it. */
const HEAP = /(\p{M}{4})\p{M}+/gu;

/** Text that stays in its own place on a page. */
export const plainLetters = (text: string): string => text.replace(UNSEEN, '').normalize('NFC').replace(HEAP, '$1');
