const BASE = 36;
const FIRST_ABOVE_ASCII = 128;
const LONGEST_LABEL = 63;
/** What a label may say once it is read: letters of any script, and nothing that could look like more of an address. */
const READABLE = /^[\p{L}\p{M}\p{N}-]+$/u;

/**
 * The domain of an address in the one form under which we compare, store and write to it: as the net reads it (wide and
 * plain letters are one, so are the dots of other scripts), lower case, without a dot at the end, and in letters where it
 * was spelled for machines (`xn--bcher-kva.example`).
 */
export function domainKey(domain: string): string {
  return lowered(domain)
    .replace(/\u3002/gu, '.')
    .replace(/(?<!\.)\.$/u, '')
    .split('.')
    .map(inLetters)
    .join('.');
}

const lowered = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFKC');

/** A label that no registry would give out stays as it is, so that no two domains become one. */
function inLetters(label: string): string {
  if (!label.startsWith('xn--') || label.length > LONGEST_LABEL) return label;
  const read = decoded(label.slice('xn--'.length));
  const isWord = read !== null && READABLE.test(read) && /[^\p{ASCII}]/u.test(read) && lowered(read) === read;
  return isWord ? read : label;
}

/** Punycode (RFC 3492) to letters; null for what is none. */
function decoded(text: string): string | null {
  const cut = text.lastIndexOf('-');
  const signs = cut > 0 ? [...text.slice(0, cut)] : [];
  let [code, bias, place] = [FIRST_ABOVE_ASCII, 72, 0];
  let at = cut > 0 ? cut + 1 : 0;
  while (at < text.length) {
    const before = place;
    for (let weight = 1, step = BASE; ; step += BASE) {
      const digit = digitOf(text.charCodeAt(at++));
      place += digit * weight;
      // also where the text ended in the middle of a number
      if (!(digit < BASE) || place > 0x7f_ff_ff_ff) return null;
      const least = Math.min(26, Math.max(1, step - bias));
      if (digit < least) break;
      weight *= BASE - least;
    }
    const length = signs.length + 1;
    bias = nextBias(place - before, length, before === 0);
    code += Math.floor(place / length);
    if (code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff)) return null;
    place %= length;
    signs.splice(place++, 0, String.fromCodePoint(code));
  }
  return signs.join('');
}

/** 0 to 25 for a to z, 26 to 35 for the digits; not a number for anything else. */
function digitOf(charCode: number): number {
  if (charCode >= 97 && charCode <= 122) return charCode - 97;
  return charCode >= 48 && charCode <= 57 ? charCode - 22 : Number.NaN;
}

function nextBias(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / length);
  let steps = 0;
  for (; rest > 455; steps += BASE) rest = Math.floor(rest / 35);
  return steps + Math.floor((36 * rest) / (rest + 38));
}
