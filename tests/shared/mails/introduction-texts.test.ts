import { LANGUAGE_TAGS, type Language } from '@lapwing/shared/kernel/language';
import { instant } from '@lapwing/shared/kernel/time';
import type { MailFacts } from '@lapwing/shared/mails/facts';
import { introductionTexts } from '@lapwing/shared/mails/introduction-texts';
import type { MailText } from '@lapwing/shared/mails/mail-texts';
import { describe, expect, it } from 'vitest';

const factsIn = (language: Language): MailFacts => ({
  language,
  eventName: 'Careers Night',
  place: 'King’s Hall',
  startsAt: instant(Date.UTC(2026, 10, 26, 18, 30)),
  timeZone: 'Europe/London',
  firstName: 'Aisha',
  contactName: 'Mei Tan',
  contactEmail: 'mei@example.org',
});
const student = { name: 'Aisha Khan', firstName: 'Aisha', about: 'Physics', line: 'Your first job' };
const mentor = { name: 'Max Last', firstName: 'Max', about: '', line: '' };
const ofBoth = (language: Language): MailText[] => {
  const texts = introductionTexts({ language });
  const facts = factsIn(language);
  const words = texts.words(facts, { student, mentor, round: 2 });
  return [
    texts.introduction(facts, mentor, words),
    ...([1, 3] as const).flatMap((count) => [
      texts.together(facts, [{ name: 'Ann Lee', firstName: 'Ann', about: 'Law', line: '', email: 'ann@example.org' }]),
      texts.requests(facts, { count, suggested: 0, from: 'student' }),
      texts.requests(facts, { count, suggested: 1, from: 'student' }),
      texts.requests(facts, { count, suggested: 0, from: 'mentor' }),
    ]),
    texts.over(facts, ['Max Last']),
  ];
};

describe.each(LANGUAGE_TAGS)('mails about introductions in %s', (language) => {
  const facts = factsIn(language);
  const texts = introductionTexts(facts);

  it('H15 say who, where, in which round, why, and one first step; and to whom answers go', () => {
    const words = texts.words(facts, { student, mentor, round: 2 });
    for (const part of ['Aisha Khan (Physics)', 'Max Last\n', 'Careers Night', '2026', 'Your first job'])
      expect(words).toContain(part);
    expect(words).toMatch(/round 2|Runde 2/u);
    expect(words.match(/wrote|schrieb/gu), 'who gave no reason is not quoted').toHaveLength(1);
    const passedOn = texts.words(facts, { student, mentor: { ...mentor, line: 'Good luck' }, round: 0 });
    expect(passedOn).not.toMatch(/round|Runde/u);
    expect(passedOn.match(/wrote|schrieb/gu)).toHaveLength(2);
    const mail = texts.introduction(facts, mentor, words);
    expect(mail.body).toContain(words);
    expect(mail.body.replace(words, '')).toContain('Max Last');
    expect(mail.body, 'answers quote it').not.toContain('{link}');
    expect(mail.subject).toContain('Max Last');
  });

  it('H18 and H12 say how many ask, with one link and no name; and who did not answer, with none', () => {
    const { subject, body } = texts.requests(facts, { count: 3, suggested: 0, from: 'student' });
    expect(`${subject} ${body}`).toMatch(/3 .*3 /su);
    expect(body.match(/\{link\}/gu)).toHaveLength(1);
    const over = texts.over(facts, ['Max Last', 'Mia Ray (Engineer)']);
    expect(over.body).toContain('Max Last\nMia Ray (Engineer)\n');
    expect(over.body).not.toContain('{link}');
  });

  it('name the evening and whom to write to, and say nothing that is not there', () => {
    for (const { subject, body } of ofBoth(language)) {
      expect(subject).toContain('Careers Night');
      for (const part of ['mei@example.org', 'Aisha,']) expect(body).toContain(part);
      expect(body).not.toMatch(/undefined|\bnull\b|\[object|\n\n\n/u);
    }
  });
});

it('have no line that is the same in two languages', () => {
  const same = [
    'Aisha Khan (Physics)',
    'Max Last',
    'Mei Tan',
    'mei@example.org',
    '{link}',
    '',
    'Ann Lee (Law): ann@example.org',
  ];
  const lines = (language: Language) => ofBoth(language).flatMap(({ subject, body }) => [subject, ...body.split('\n')]);
  const english = new Set(lines('en'));
  expect(lines('de').filter((line) => english.has(line) && !same.includes(line))).toEqual([]);
});
