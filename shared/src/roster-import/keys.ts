/**
 * The form of an address under which we compare and store it: no invisible characters, no spaces at the ends, composed,
 * lower case. Plus tags and dots stay, since they may belong to different people.
 */
export function emailKey(address: string): string {
  return address
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase()
    .normalize('NFC');
}

/** Whether `key` (an `emailKey`) has the form x@y.z, with one @ and nothing that could end a mail header. */
export const isEmail = (key: string): boolean =>
  key.length <= 254 &&
  /^[^\s\p{Cc}@,;:<>"()[\]\\]+@(?:[^\s\p{Cc}@,;:<>"()[\]\\.]+\.)+[^\s\p{Cc}@,;:<>"()[\]\\.]+$/u.test(key);

/**
 * The form of a name under which we compare it: letters and digits only, without accents, lower case. A name that has
 * neither (a flower, on Meetup) stands for itself. Two different people may share a name key.
 */
export function nameKey(name: string): string {
  // decomposed, so that what is not a letter or a digit includes every accent
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return plain === '' ? name.trim() : plain;
}

/** Whether a name says anything: "-" and "?" do not. */
export const isName = (name: string): boolean => /[^\s\p{P}\p{C}\p{Z}]/u.test(name);
