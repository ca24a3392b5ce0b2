/** Hebrew, Arabic and their neighbours, whose letters run from right to left. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name in a plain string, between first-strong isolates where it runs from right to left: so "· Table 3" beside it stays
 * where it is. Other text is left alone, since whoever copies a name should not copy what nobody sees.
 */
export const isolated = (text: string): string => (FROM_RIGHT.test(text) ? `\u2068${text}\u2069` : text);
