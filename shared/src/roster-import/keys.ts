import { domainKey } from './domain.ts';

/**
 * The form of an address under which we compare and store it: no invisible characters, no spaces at the ends, composed,
 * lower case; the domain as the net reads it (`domainKey`). Plus tags and dots stay, since they
 * may belong to different people.
 */
export function emailKey(address: string): string {
  const plain = address
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase()
    .normalize('NFC');
  const domainAt = plain.lastIndexOf('@') + 1;
  return domainAt === 0 ? plain : plain.slice(0, domainAt) + domainKey(plain.slice(domainAt));
}

/** Whether `key` (an `emailKey`) has the form x@y.z, with one @ and nothing that could end a mail header. */
export const isEmail = (key: string): boolean =>
  key.length <= 254 &&
  /^[^\s\p{Cc}@,;:<>"()[\]\\]+@(?:[^\s\p{Cc}@,;:<>"()[\]\\.]+\.)+[^\s\p{Cc}@,;:<>"()[\]\\.]+$/u.test(key);

/** Scripts in which people write a name with its marks or without: accents, and the pointing of Hebrew and Arabic. */
const MARKS_ARE_OPTIONAL =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{N}])\p{M}+/gu;

/**
 * The form of a name under which we compare it: letters and digits only, without accents, lower case. Where a mark is a
 * letter's vowel or makes another letter of it, as in Hindi, Thai or Japanese, it counts. A name that has neither letters
 * nor digits (a flower, on Meetup) stands for itself. Two different people may share a name key.
 */
export function nameKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(MARKS_ARE_OPTIONAL, '$1')
    // a mark on what is no letter goes with it
    .replace(/[^\p{L}\p{M}\p{N}]\p{M}*|^\p{M}+/gu, '');
  return plain === '' ? name.trim() : plain;
}

/** Whether a name says anything: "-" and "?" do not. */
export const isName = (name: string): boolean => /[^\s\p{P}\p{C}\p{Z}]/u.test(name);
