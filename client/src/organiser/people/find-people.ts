/** Letters that Unicode does not take apart into a base and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** A name for comparing: no accents, no case, no apostrophes. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}’'`]/gu, '')
    .toLowerCase()
    .replace(/[łøđðþßæœı]/gu, (letter) => LETTERS[letter] ?? letter);

/** How well `query` fits: 0 not at all; 3 the name begins with it, 2 a part of it does, 1 it is somewhere inside. */
function fit(name: string, words: readonly string[]): number {
  let worst = 3;
  for (const word of words) {
    const at = name.indexOf(word);
    if (at < 0) return 0;
    const starts = at === 0 || name.includes(` ${word}`) || name.includes(`-${word}`);
    worst = Math.min(worst, at === 0 ? 3 : starts ? 2 : 1);
  }
  return worst;
}

/**
 * Finds people by any part of a name, best first; in every class the given order stays. An empty query finds everybody.
 */
export function findPeople<P extends { readonly name: string }>(people: readonly P[], query: string): P[] {
  const words = folded(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [...people];
  const found = people.map((person) => ({ person, score: fit(folded(person.name), words) }));
  return found
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ person }) => person);
}
