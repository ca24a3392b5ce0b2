import { nameKey } from '../roster-import/keys.ts';

/**
 * Letters of other alphabets, and the Latin ones they are drawn like. Not the whole of Unicode's list of look-alikes (it is
 * longer than everything else here): what is not in it is held by `mixesAlphabets`.
 */
const DRAWN_LIKE = new Map(
  [
    // Cyrillic
    ['авеёкмнорстухіїјѕԁһԛԝӏ', 'abeekmhopctyxiijsdhqwl'],
    ['АВЕЁКМНОРСТУХІЇЈЅԚԜӀЬҒ', 'ABEEKMHOPCTYXIIJSQWlbF'],
    // Greek
    ['αβγεηικνοπρστυχωϲϳ', 'aByenikvonpotuxwcj'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϿ', 'ABEZHIKMNOPTYXCJ'],
    // Armenian
    ['օսհոցյզգՕՍՏԼ', 'ouhngjqqOUSL'],
    // Cherokee
    ['ᎪᏴᏟᎠᎬᎶᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᎩᏃ', 'ABCDEGHJKLMPRSTVWYZ'],
    // Lisu
    ['ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ', 'BPDTGKJCZFMNLSRVHWXYAEIOU'],
    // Latin ones that are somebody else
    ['ıɑɡƖǀᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ', 'iagllABCDEGHIJKLMNOPRTUVWYZ'],
  ].flatMap(([letters = '', latin = '']) => [...letters].map((letter, at) => [letter, latin[at] ?? letter] as const)),
);

const inLatin = (name: string): string =>
  [...name.normalize('NFKC')].map((letter) => DRAWN_LIKE.get(letter) ?? letter).join('');

/** As it is drawn, whatever it means: a capital i, a one and a small L are one line, "rn" is an "m". */
const drawn = (name: string): string =>
  inLatin(name)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}|]/gu, '')
    .replace(/[I1|]/gu, 'l')
    .replace(/[0O]/gu, 'o')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');

/** Whether somebody who reads two names in a list may take them for one: the same but for size, accents, spaces or alphabet. */
export const looksLike = (one: string, other: string): boolean =>
  nameKey(one) === nameKey(other) ||
  nameKey(inLatin(one)) === nameKey(inLatin(other)) ||
  (drawn(one) !== '' && drawn(one) === drawn(other));

/** Alphabets with letters that look like those of another; Chinese beside Latin hides nothing. */
const ALPHABETS = [
  ...[/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u],
  ...[/\p{Script=Cherokee}/u, /\p{Script=Lisu}/u, /\p{Script=Coptic}/u],
];

/** Whether a word of the name is written in two alphabets at once, as nobody's is. */
export const mixesAlphabets = (name: string): boolean =>
  name
    .normalize('NFKC')
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => ALPHABETS.filter((alphabet) => alphabet.test(word)).length > 1);
