/** Why a password is not taken; null where it is. */
export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'about-you';

export const PASSWORD_LEAST = 12;
export const PASSWORD_MOST = 128;

/** What passwords are made of again and again; a password that is little else is guessed first. */
const COMMON = [
  ...['password', 'passwort', 'passw0rd', 'p4ssword', 'qwerty', 'qwertz', 'azerty', 'asdfgh', 'zxcvbn', 'letmein'],
  ...['welcome', 'willkommen', 'admin', 'administrator', 'iloveyou', 'sunshine', 'princess', 'football', 'baseball'],
  ...['dragon', 'monkey', 'superman', 'batman', 'trustno', 'master', 'shadow', 'secret', 'changeme', 'login', 'hello'],
  ...['abc123', 'abcdef', 'charlie', 'michael', 'jennifer', 'liverpool', 'chelsea', 'arsenal', 'london', 'summer'],
  ...['winter', 'spring', 'autumn', 'default', 'guest', 'test', 'user', 'root', 'lapwing', 'mentoring', 'mentor'],
  ...['speed', 'evening', 'event', 'organiser', 'correcthorsebatterystaple'],
];
const ROWS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Characters that are no row and no common word: fewer make no password, however long it is. */
const OWN_LEAST = 6;

/**
 * Length above all, and nothing that is guessed first; no rules about kinds of characters (OWASP ASVS 5.0, 6.2).
 * @param about words on the person, such as their name and address
 */
export function passwordFault(password: string, about: readonly string[] = []): PasswordFault | null {
  if ([...password].length < PASSWORD_LEAST) return 'too-short';
  if ([...password].length > PASSWORD_MOST) return 'too-long';
  const plain = password.toLowerCase();
  const own = about.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2);
  if (left(plain, own).length < OWN_LEAST && left(plain, []).length >= OWN_LEAST) return 'about-you';
  return left(plain, own).length < OWN_LEAST ? 'common' : null;
}

/** What is left of it without common words, rows of keys and repetitions. */
function left(plain: string, words: readonly string[]): string {
  let rest = plain;
  for (const word of [...words, ...COMMON].sort((one, other) => other.length - one.length))
    rest = rest.replaceAll(word, '');
  for (const row of ROWS) rest = withoutRow(rest, row);
  return [...new Set(rest)].join('');
}

/** Without runs of three or more that stand next to each other on a keyboard or in the alphabet, either way round. */
function withoutRow(text: string, row: string): string {
  const ways = [row, [...row].reverse().join('')];
  let rest = '';
  for (let at = 0; at < text.length; ) {
    let run = 0;
    for (const way of ways) {
      let length = 1;
      while (at + length < text.length && way.includes(text.slice(at, at + length + 1))) length += 1;
      if (way.includes(text.slice(at, at + length))) run = Math.max(run, length);
    }
    if (run < 3) rest += text[at];
    at += run < 3 ? 1 : run;
  }
  return rest;
}
