/** Table cards, badges and lists as Chromium makes a PDF of them: for rooms of every size, with names that are hard to fit. */
import { presented } from '@lapwing/shared/event/badge';
import { tableName } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import { personLines } from '@lapwing/shared/event/schedule';
import type { EventDetail, PlanView } from '@lapwing/shared/protocol/api';
import { expect, type Page, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { type Ask, asking, type HallToPrint, hallToPrint } from '../support/hall-to-print.ts';
import type { PdfPage } from '../support/pdf.ts';
import { type OnPaper, paperOf, printed, tornPages } from '../support/printed.ts';
import { codesOn } from '../support/read-code.ts';
import { type RealServer, realServer } from '../support/real-server.ts';
import { type Screens, screensOf } from '../support/screens.ts';

let server: RealServer;
let screens: Screens;
let organiser: Page;
let ask: Ask;
test.beforeEach(async ({ browser }) => {
  server = await realServer({ DEMO: '0' });
  screens = screensOf(browser);
  organiser = await screens.open('console', server.ready.console);
  await enterConsole(organiser);
  await organiser.getByRole('heading', { name: 'Events', exact: true }).waitFor();
  ask = asking(organiser, server.origin);
});
test.afterEach(async () => {
  const info = test.info();
  if (info.status !== info.expectedStatus) await screens.picture((name) => info.outputPath(name));
  await screens.close();
  await server.remove();
});

const ARABIC = 'عائشة عبدالرحمن';
/** Letters of a script that runs from right to left are drawn from the left. */
const asDrawn = (text: string): string => (/\p{Script=Arabic}/u.test(text) ? [...text].reverse().join('') : text);
const words = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '');
/** Whether these stand on a page in this order, whatever stands between them. */
function expectInOrder(page: PdfPage | undefined, texts: readonly string[]): void {
  let at = 0;
  const text = words(page?.text ?? '');
  for (const part of texts.map(asDrawn).map(words)) {
    const found = text.indexOf(part, at);
    expect(found, `${part} after ${text.slice(Math.max(0, at - 20), at)} in ${page?.text}`).toBeGreaterThanOrEqual(0);
    at = found + part.length;
  }
}

const papers = (pages: readonly PdfPage[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const page of pages) counts[paperOf(page)] = (counts[paperOf(page)] ?? 0) + 1;
  return counts;
};

/** Opens the page to print as somebody who chose these sheets and this paper. */
async function open(event: EventDetail, sheets: string, options: object): Promise<void> {
  await organiser.evaluate((kept) => localStorage.setItem('lapwing.print', JSON.stringify(kept)), options);
  await organiser.goto('about:blank');
  await organiser.goto(`${server.origin}/#/events/${event.id}/print/${sheets}`);
  await organiser.locator('.paper-page').first().waitFor({ timeout: 30_000 });
}

async function pagesOf(event: EventDetail, sheets: string, options: object, on: OnPaper): Promise<PdfPage[]> {
  await open(event, sheets, options);
  expect(await tornPages(organiser)).toEqual([]);
  const count = await organiser.locator('.paper-page').count();
  await expect(organiser.getByRole('button', { name: new RegExp(`^Print ${count} pages? on`, 'u') })).toBeVisible();
  const pages = await printed(organiser);
  expect(papers(pages)).toEqual({ [on]: count });
  for (const page of pages) expect(page.text).toMatch(/Plan 1, printed \d\d:\d\d/u);
  return pages;
}

const surname = ({ name }: Attendee): string => name.split(' ').at(-1) ?? '';
const bySurname = (one: Attendee, other: Attendee): number =>
  surname(one).localeCompare(surname(other), 'en') || one.name.localeCompare(other.name, 'en');

async function peopleOf(event: EventDetail): Promise<Attendee[]> {
  return [...(await ask<Attendee[]>('get', `/${event.id}/people`))].sort(bySurname);
}

/** What a badge has to say of somebody, in its order: read from the plan as the server tells it. */
async function badgeSayings(event: EventDetail, people: readonly Attendee[]): Promise<string[][]> {
  const { schedule } = await ask<PlanView>('get', `/${event.id}/plan`);
  const lines = personLines(schedule);
  return people.map((person) => {
    const [first = '', ...rest] = person.name.split(' ');
    const seats = (lines.get(person.id) ?? []).flatMap(({ table, meets }) => {
      const at = event.tables.find(({ id }) => id === table);
      const place = at ? [String(at.number), tableName(at)] : ['Sitting out'];
      return [...place, ...meets.map((id) => people.find((one) => one.id === id)?.name ?? '')];
    });
    const code = person.badgeCode.replace(/^(.{4})/u, '$1 ');
    if (person.role === 'mentor') return ['Mentor', first, ...rest, ...seats.slice(0, 2), code];
    return [first, rest.join(' '), person.course, ...seats, 'Times may shift. Follow the big screen.', code];
  });
}

const HALLS: readonly (HallToPrint & { readonly pages: { readonly tables: number; readonly lists: number } })[] = [
  // one list and one run sheet, sign-in list and mentor sheet; the rest by 36, 30 and 24 people a page
  { tables: 1, students: 4, rounds: 1, pages: { tables: 1, lists: 1 + 1 + 1 + 1 } },
  { tables: 12, students: 48, rounds: 6, pages: { tables: 12, lists: 2 + 1 + 2 + 1 } },
  { tables: 40, students: 160, rounds: 6, from: 90, pages: { tables: 40, lists: 6 + 1 + 7 + 2 } },
];

for (const { pages: expected, ...hall } of HALLS)
  test(`${hall.tables} tables and ${hall.tables + hall.students} people: every sheet has its pages, its paper and its words`, async () => {
    test.setTimeout(600_000);
    const called = {
      students: ['Aisha Karim', 'Oluwaseun Adébáyọ̀-Fitzgerald', ARABIC],
      mentors: ['Priya Raman', 'Maximiliana-Josephine Ångström-Wollstonecraft'],
    };
    const event = await hallToPrint(ask, { ...hall, called });
    const people = await peopleOf(event);
    const sayings = await badgeSayings(event, people);

    await test.step('badges on A6, by surname', async () => {
      const pages = await pagesOf(event, 'badges', { badges: 'a6' }, 'a6');
      expect(pages).toHaveLength(people.length);
      for (const [index, saying] of sayings.entries())
        for (const part of saying) expect(words(pages[index]?.text ?? '')).toContain(words(asDrawn(part)));
      // seats stand in the order of the evening
      const student = people.findIndex(({ role }) => role === 'student');
      expectInOrder(pages[student], sayings[student] ?? []);
    });

    await test.step('four badges on A4: the piles of a cut stack are in order', async () => {
      const pages = await pagesOf(event, 'badges', { badges: 'a4-four' }, 'a4');
      const count = Math.ceil(people.length / 4);
      expect(pages).toHaveLength(count);
      for (const [index, page] of pages.entries()) {
        const pile = [0, 1, 2, 3].flatMap((place) => sayings[index + place * count]?.at(-1) ?? []);
        expect([...page.text.matchAll(/^[A-Z0-9]{4} [A-Z0-9]{4}$/gmu)].map(([code]) => code)).toEqual(pile);
      }
    });

    const cards = event.tables.map((table) => {
      const mentor = people.find(({ id }) => table.mentors.includes(id))?.name ?? 'nobody';
      return [String(table.number), tableName(table), mentor, 'Ask me about: Moving from', event.code];
    });
    await test.step('table cards: A5, two on A4, A4', async () => {
      const single = await pagesOf(event, 'cards', { cards: 'a5' }, 'a5');
      expect(single).toHaveLength(hall.tables);
      for (const [index, card] of cards.entries()) expectInOrder(single[index], card);
      const double = await pagesOf(event, 'cards', { cards: 'a4-two' }, 'a4 wide');
      const count = Math.ceil(hall.tables / 2);
      expect(double).toHaveLength(count);
      for (const [index, page] of double.entries())
        expectInOrder(page, [...(cards[index] ?? []), ...(cards[index + count] ?? [])]);
      const large = await pagesOf(event, 'cards', { cards: 'a4', saveInk: true }, 'a4');
      for (const [index, card] of cards.entries()) expectInOrder(large[index], card);
    });

    await test.step('lists on A4', async () => {
      const pages = await pagesOf(event, 'tables+people+run+sign-in+mentors', {}, 'a4');
      expect(pages).toHaveLength(expected.tables + expected.lists);
      const signIn = pages.filter(({ text }) => text.includes('Sign-in list')).map(({ text }) => words(text));
      const order = people.map(({ name }) => words(asDrawn(name.split(' ').at(-1) ?? '')));
      let at = 0;
      for (const last of order) {
        const found = signIn.join('').indexOf(last, at);
        expect(found, `${last} in its place`).toBeGreaterThanOrEqual(0);
        at = found;
      }
      for (const { text } of pages) expect(text).not.toMatch(/@|Ask me about|second year/u);
    });

    await test.step('codes are read by the decoder of the check-in', async () => {
      await open(event, 'badges', { badges: 'a6' });
      await organiser.emulateMedia({ media: 'print' });
      for (const [index, person] of [people[0], people.at(-1)].entries()) {
        const badge = organiser.locator('.badge').nth(index === 0 ? 0 : people.length - 1);
        const codes = await codesOn(await badge.screenshot());
        expect(codes).toEqual([`${new URL(event.links.join).origin}/b/${person?.badgeCode}`]);
        expect(presented(codes[0] ?? '')).toEqual({ kind: 'badge', code: person?.badgeCode });
      }
      await organiser.emulateMedia({ media: null });
      await open(event, 'cards', { cards: 'a5' });
      await organiser.emulateMedia({ media: 'print' });
      const card = organiser.locator('.table-card-paper').last();
      expect(await codesOn(await card.screenshot())).toEqual([event.links.join]);
      await organiser.emulateMedia({ media: null });
    });
    screens.expectNoErrors();
  });

test('twenty rounds with a break, long names, three figures, mentors who move: nothing on a badge is cut off', async () => {
  test.setTimeout(300_000);
  const called = {
    students: ['Oluwaseun Adébáyọ̀-Fitzgerald', `${'Wolfeschlegelsteinhausen'.repeat(2)} Bergerdorff`],
    mentors: ['Oluwaseun Adébáyọ̀-Fitzgerald'],
  };
  const hall = { tables: 20, students: 20, rounds: 20, from: 961, breakAfterRound: 10, called } as const;
  const tableName = 'The quiet corner by the eastern windows';
  const event = await hallToPrint(ask, { ...hall, whoMoves: 'mentors', tableName });
  const pages = await pagesOf(event, 'badges', { badges: 'a4-four' }, 'a4');
  const text = words(pages.map((page) => page.text).join(''));
  expect(text.match(/Break/gu)).toHaveLength(40);
  expect(text).toContain('Wolfeschlegelsteinhausen'.repeat(2));
  expect(text.match(/Adébáyọ̀-Fitzgerald/gu)).toHaveLength(2);
  await pagesOf(event, 'cards', { cards: 'a5' }, 'a5');
  await pagesOf(event, 'cards', { cards: 'a4-two' }, 'a4 wide');
  screens.expectNoErrors();
});
