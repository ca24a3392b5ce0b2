import { LANGUAGE_TAGS, type Language } from '@lapwing/shared/kernel/language';
import { instant } from '@lapwing/shared/kernel/time';
import { calledInMail, type MailFacts } from '@lapwing/shared/mails/facts';
import { type MailText, type MailTexts, mailTexts } from '@lapwing/shared/mails/mail-texts';
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

const KEPT = instant(Date.UTC(2026, 10, 21, 9, 15));

const WRITTEN: Readonly<
  Record<
    Exclude<keyof MailTexts, 'passOn' | 'manyNames' | 'severalPages'>,
    (texts: MailTexts, facts: MailFacts) => readonly MailText[]
  >
> = {
  link: (texts, facts) => [texts.link(facts, 'student'), texts.link(facts, 'mentor')],
  askedLink: (texts, facts) => [texts.askedLink(facts)],
  renewedLink: (texts, facts) => [texts.renewedLink(facts)],
  reminder: (texts, facts) => [texts.reminder(facts, 'student'), texts.reminder(facts, 'mentor')],
  studentConfirmation: (texts, facts) => [texts.studentConfirmation(facts)],
  placeKept: (texts, facts) => [texts.placeKept(facts, KEPT)],
  tooLate: (texts, facts) => [texts.tooLate(facts)],
  mentorConfirmation: (texts, facts) => [texts.mentorConfirmation(facts, false), texts.mentorConfirmation(facts, true)],
  alreadyRegistered: (texts, facts) => [texts.alreadyRegistered(facts)],
  waitlist: (texts, facts) => [texts.waitlist(facts, 7, false), texts.waitlist(facts, 7, true)],
  promoted: (texts, facts) => [texts.promoted(facts, null), texts.promoted(facts, KEPT)],
  changed: (texts, facts) => [texts.changed(facts)],
  cancellation: (texts, facts) => [texts.cancellation(facts, 'student'), texts.cancellation(facts, 'mentor')],
  calledOff: (texts, facts) => [texts.calledOff(facts, ''), texts.calledOff(facts, 'The hall is flooded.')],
  takesPlace: (texts, facts) => [texts.takesPlace(facts)],
  mentorAsk: (texts, facts) => [texts.mentorAsk(facts, true), texts.mentorAsk(facts, false)],
  mentorAccepted: (texts, facts) => [texts.mentorAccepted(facts)],
  mentorTooLate: (texts, facts) => [texts.mentorTooLate(facts)],
};
const KINDS = Object.entries(WRITTEN);
const WHEN = { en: 'Thursday 26 November 2026, 18:30', de: 'Donnerstag, 26. November 2026, 18:30 Uhr' };
const HELLO = { en: ['Hello Aisha,', 'Hello there,'], de: ['Hallo Aisha,', 'Hallo,'] };
const FACTS_LINES = ['Careers Night', 'King’s Hall', 'Mei Tan', 'mei@example.org', '{link}', ''];

describe.each(LANGUAGE_TAGS)('mails in %s', (language) => {
  const facts = factsIn(language);
  const texts = mailTexts(facts);

  it.each(KINDS)('%s names the person, the evening in its own time, one link and whom to write to', (kind, write) => {
    const mails = write(texts, facts);
    for (const { subject, body } of mails) {
      expect(subject).toContain('Careers Night');
      const isOver = kind === 'mentorTooLate';
      const wanted = [HELLO[language][0], 'mei@example.org', ...(isOver ? [] : [WHEN[language], 'King’s Hall'])];
      for (const part of wanted) expect(body).toContain(part);
      expect(body.match(/\{link\}/gu)?.length ?? 0).toBe(isOver ? 0 : 1);
      expect(body).not.toMatch(/undefined|\bnull\b|\[object/u);
    }
    expect(new Set(mails.map(({ body }) => body)).size).toBe(mails.length);
  });

  it.each(KINDS)('%s calls nobody by what is no first name', (_kind, write) => {
    for (const { body } of write(texts, { ...facts, firstName: calledInMail('http://evil.example/win') }))
      expect(body.split('\n')[0]).toBe(HELLO[language][1]);
  });

  it('passes on when and where, and the address', () => {
    const text = texts.passOn(facts, 'https://night.example.org/e/ABC');
    for (const part of [WHEN[language], 'King’s Hall', 'https://night.example.org/e/ABC']) expect(text).toContain(part);
  });
});

it.each(KINDS)('%s has no line that is the same in two languages', (_kind, write) => {
  const linesIn = (language: Language): string[] =>
    write(mailTexts({ language }), factsIn(language)).flatMap(({ subject, body }) => [subject, ...body.split('\n')]);
  const english = new Set(linesIn('en'));
  expect(linesIn('de').filter((line) => english.has(line) && !FACTS_LINES.includes(line))).toEqual([]);
});

it('says until when a place is kept, and that it takes a yes', () => {
  const said = { en: 'Saturday 21 November 2026, 09:15', de: 'Samstag, 21. November 2026, 09:15 Uhr' };
  for (const language of LANGUAGE_TAGS) {
    const [texts, facts] = [mailTexts({ language }), factsIn(language)];
    for (const { subject, body } of [texts.placeKept(facts, KEPT), texts.promoted(facts, KEPT)]) {
      expect(body).toContain(said[language]);
      expect(subject).toMatch(/Say yes|Sag Ja/u);
    }
  }
});

it('says the place in line', () => {
  for (const language of LANGUAGE_TAGS)
    expect(mailTexts({ language }).waitlist(factsIn(language), 7, true).body).toMatch(/\b7\b/u);
});

it('lists the pages of several people by their first names, and where we carry no name by the link alone', () => {
  const pages = [
    { name: 'Mia', link: 'https://night.example.org/me/1#a' },
    { name: '', link: 'https://night.example.org/me/2#b' },
  ];
  for (const language of LANGUAGE_TAGS) {
    const [head, ...lines] = mailTexts({ language }).severalPages(pages).split('\n\n');
    expect(head).toMatch(/:$/u);
    expect(lines).toEqual(['Mia:\nhttps://night.example.org/me/1#a', 'https://night.example.org/me/2#b']);
  }
  const heads = LANGUAGE_TAGS.map((language) => mailTexts({ language }).severalPages(pages).split('\n')[0]);
  expect(new Set(heads).size).toBe(heads.length);
});
