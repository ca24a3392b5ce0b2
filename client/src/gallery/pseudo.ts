import type { Messages } from '../kit/words.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';
/** German is about a third longer than English, other languages more. */
const LONGER = 0.4;
const FILLER = 'éîöûå';
/** So many letters make one word more; a short word only gets longer itself, as it would. */
const WORD = 8;

/** Text, or a value and how it is said, as the build compiles a message. */
type Token = string | readonly [string, ...unknown[]];

const accented = (text: string): string =>
  [...text].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('');

/** Letters that make `length` of text as long as another language would. */
function filler(length: number): string {
  const more = Math.ceil(length * LONGER);
  const letters = Array.from({ length: more }, (_, at) => FILLER[at % FILLER.length]).join('');
  if (length < WORD) return letters;
  return ` ${letters.replace(/.{8}(?=.)/gu, '$& ')}`;
}

const lengthOf = (tokens: readonly Token[]): number =>
  tokens.reduce((sum, token) => sum + (typeof token === 'string' ? token.length : 0), 0);

function dressed(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => {
    if (typeof token === 'string') return accented(token).replaceAll('|', ']|[');
    const [name, kind, options] = token;
    if (typeof options !== 'object' || options === null) return token;
    const branches = Object.entries(options as Record<string, readonly Token[]>);
    return [
      name,
      kind,
      Object.fromEntries(branches.map(([key, branch]) => [key, Array.isArray(branch) ? longer(branch) : branch])),
    ];
  });
}

/** Accented, and longer where it says anything. */
function longer(tokens: readonly Token[]): Token[] {
  const length = lengthOf(tokens);
  return length === 0 ? dressed(tokens) : [...dressed(tokens), filler(length)];
}

/**
 * The same messages as an invented language: [åççéñţéð îñ ƀŕåçķéţš], and two fifths longer. What stands on a page without
 * brackets was never given to a translator; what does not fit will not fit in the next language either.
 */
export const pseudo = (messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([id, message]) => [
      id,
      ['[', ...longer(message as readonly Token[]), ']'] as Messages[string],
    ]),
  );
