/** Letters in small, other signs as one space: forms and imports write the same field in many ways. */
export const plainField = (words: string): string =>
  words
    .toLocaleLowerCase('en')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two names of an industry or a role mean the same: equal, or one is how the other begins ("banking"). */
export function sameField(one: string, other: string): boolean {
  const [short = '', long = ''] = [plainField(one), plainField(other)].sort((a, b) => a.length - b.length);
  return short !== '' && (short === long || long.startsWith(`${short} `));
}
