/**
 * Every state of the gallery in languages that nobody speaks, longer than English, one of them from right to left, and in
 * German: no text is hard-wired, and all of it fits.
 */
import { expect, type Page, test } from '@playwright/test';
import {
  ANSWER_NAMES,
  CHECK_IN_NAMES,
  COMMUNITY_NAMES,
  DISPLAY_NAMES,
  JOIN_NAMES,
  PHONE_NAMES,
} from '../../client/src/gallery/state-names.ts';
import { drawn } from '../support/drawn.ts';
import { openState, speakAs } from '../support/gallery.ts';
import { isWhole, screensForEach, serverForAll } from '../support/journey.ts';
import { textThatDoesNotFit, wordsNotTranslated } from '../support/words-on-page.ts';

const server = serverForAll();
const screens = screensForEach();

const LANGUAGES = ['pseudo', 'pseudo-rtl', 'de'] as const;
const PHONES = [{ width: 320, height: 640 }, ...(isWhole ? [{ width: 390, height: 844 }] : [])];
const WALL = [{ width: 1920, height: 1080 }];

/** What people and organisers of the gallery wrote themselves. */
const THEIRS = [
  'Six short talks at small tables, with people who do the work that you wonder about.',
  'Food is there from 18:30.',
  'The coats of rounds 1 to 3 have moved to the room next to the main door, left.',
  'The fire alarm is a test. Please stay in your seats and wait for us.',
  'Coffee is served in the hall.',
  'I decide what we make next, and ask people why.',
  'saying no, first jobs, moving country',
  'How do you get from a bank to a startup?',
  'Do I need a master’s degree to begin, or is a good project enough?',
  'Vacation schemes open in October!',
  'SQL first, then the rest. Send her my bike data.',
  'Wants to see the office. Thursday?',
  'Knows somebody at the zoo',
  'Good at maths after all',
  ...['Product manager', 'Northlamp', 'Civil engineer', 'Longspan', 'Games designer', 'Otterworks'],
  ...['Head of platform engineering', 'Consolidated Northern Lamps'],
  ...[
    'Economics',
    'History',
    'Computer Science',
    'Biomedical Engineering',
    'Law',
    '2nd year',
    'year 1',
    'year 2',
    'year 3',
  ],
  // languages go by the browser's own list of their names
  ...['English, French', 'English'],
  ...['Oluwaseun Adébáyọ̀-Fitzgerald', 'oluwaseun@students.example.org', 'Studies economics, second year'],
  ...['priya@bank.example.org', 'Head of data at a bank', 'Tom Achebe', 'Hal Whitcombe', 'Oluwaseun Adébáyọ̀'],
  'Started in support. Says: ask for the small project nobody wants.',
  ...['year 4', 'Aisha Karim', 'aisha@example.org', 'Priya Raman', 'priya@example.org'],
];

const SURFACES = [
  ['phone', PHONE_NAMES, PHONES],
  ['join', JOIN_NAMES, PHONES],
  ['answer', ANSWER_NAMES, PHONES],
  ['community', COMMUNITY_NAMES, PHONES],
  ['check-in', CHECK_IN_NAMES, PHONES],
  ['display', DISPLAY_NAMES, WALL],
] as const;

/** What does not fit in a state at these sizes, in a language that is spoken already. */
async function misfits(page: Page, sizes: readonly { width: number; height: number }[], whole: boolean) {
  const found: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    await drawn(page);
    for (const line of await textThatDoesNotFit(page, whole)) found.push(`${size.width} px: ${line}`);
  }
  return found;
}

for (const [surface, names, sizes] of SURFACES)
  test(`${surface}: every word is given to translators, and fits`, async () => {
    test.setTimeout(600_000);
    const page = await screens.open(surface === 'display' ? 'display' : 'phone', `${server.origin}/gallery`);
    // what slides in stands at once
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const name of names) {
      // before it stands: a screen that failed keeps its last picture in the language it had
      await speakAs(page, LANGUAGES[0]);
      await openState(page, server.origin, name);
      for (const language of LANGUAGES) {
        await speakAs(page, language);
        const words = language === 'pseudo' ? await wordsNotTranslated(page, THEIRS) : [];
        const lines = [
          ...words.map((line) => `hard-wired: ${line}`),
          ...(await misfits(page, sizes, surface === 'display')),
        ];
        found.push(...lines.map((line) => `${name} (${language}) ${line}`));
      }
    }
    expect(found).toEqual([]);
    screens.expectNoErrors();
  });
