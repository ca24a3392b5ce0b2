export interface SplitName {
  /** Everything before the surname. */
  readonly given: string;
  /** '' for a single name. */
  readonly surname: string;
}

/** "Mary Jane van der Berg" → "Mary Jane" and "van der Berg": the last word, and what is written small right before it. */
export function splitName(name: string): SplitName {
  const words = name.trim().split(/\s+/u);
  if (words.length < 2) return { given: words[0] ?? '', surname: '' };
  let from = words.length - 1;
  while (from > 1 && isParticle(words[from - 1] ?? '')) from--;
  return { given: words.slice(0, from).join(' '), surname: words.slice(from).join(' ') };
}

/** Scripts without capitals have no particles to tell by. */
const isParticle = (word: string): boolean => word.toLowerCase() === word && word.toUpperCase() !== word;

/** Order of surnames; who has one name only stands under it. */
export function bySurname(one: string, other: string): number {
  const [a, b] = [splitName(one), splitName(other)];
  const key = ({ given, surname }: SplitName): string => surname || given;
  return key(a).localeCompare(key(b), 'en') || a.given.localeCompare(b.given, 'en');
}
