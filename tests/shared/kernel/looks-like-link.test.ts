import { looksLikeLink } from '@lapwing/shared/kernel/looks-like-link';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NAMES = [
  'St. John',
  'St.John Rivers',
  'Dr. Ayo',
  'Dr.Ayo',
  'Dr.Ma',
  'J.Ng',
  'A.B. Smith',
  'A.B.Smith',
  'J.R.R. Tolkien',
  "O'Neil & Co.",
  'Node.js developer',
  'Next.js',
  'ASP.NET developer',
  '.NET',
  'M.Sc. Physik',
  'B.Com',
  'LL.M.',
  'Ph.D.',
  'Dipl.-Ing.',
  'B.Eng.',
  'Max v. d. Berg',
  'Anne-Marie',
  '李小龍',
  'А.С.Пушкин',
  'أحمد',
  'Head of R&D @ Northlamp',
  '@mei',
  'Jr.',
  'No. 10',
  'Version 2.0.1',
  'C++/C#',
  'Sales, 10.000 customers',
  'Works 9–5',
  'e.g. banking',
  'z.B. Recht',
  'A/B testing',
  'Frontend/Backend',
  'Q&A: data',
  'U.S. Army',
  'Inc.',
  'Team lead... and more',
];
const LINKS = [
  'https://evil.example',
  'HTTP://X',
  'www.evil.zz',
  'evil.com',
  'Evil.Com',
  'Win money at bit.ly/xyz',
  't.me/abc',
  'T.Me/abc',
  'me@evil.com',
  'mailto:x',
  'evil．com',
  'evil。com',
  'ev\u200bil.c\u00adom',
  'sub.evil.co.uk',
  'evil.de.',
  '(evil.io)',
  'evil.com!',
  'münchen.de',
  'xn--e1awd7f.xn--p1ai',
  'пример.рф',
  '10.0.0.1/x',
  'Ann evil.shop Arbor',
  'evil.com:80',
  'Dr.ma',
  'j.ng',
  'ftp://a',
];

describe('what a mail program makes a link of', () => {
  it.each(NAMES)('lets %s be', (name) => expect(looksLikeLink(name)).toBe(false));
  it.each(LINKS)('finds %s', (link) => expect(looksLikeLink(link)).toBe(true));

  const label = fc.stringMatching(/^[a-z][a-z0-9]{2,10}$/u);
  const ending = fc.constantFrom('com', 'net', 'org', 'io', 'de', 'ly', 'xyz', 'co.uk', 'COM');
  const around = fc.constantFrom('', ' ', 'Ann ', ' Arbor', ', ', '(', '"');

  it('finds a domain wherever it stands, and whatever cannot be seen is in it', () => {
    fc.assert(
      fc.property(
        label,
        ending,
        around,
        around,
        fc.constantFrom('', '\u200b', '\u00ad', '\u2060'),
        (host, end, a, b, unseen) => {
          fc.pre(!/^(asp|ado)$/u.test(host));
          expect(looksLikeLink(`${a}${host}${unseen}.${end}${/^[A-Za-z]/u.test(b) ? ' ' : ''}${b}`)).toBe(true);
        },
      ),
    );
  });

  it('finds nothing in words of letters, with a space after each dot', () => {
    const word = fc.stringMatching(/^[\p{L}]{1,12}[.,]?$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        expect(looksLikeLink(words.join(' '))).toBe(false);
      }),
    );
  });
});
