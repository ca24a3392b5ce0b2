import type { Attendee } from '@lapwing/shared/event/roster';
import type { Schedule } from '@lapwing/shared/event/schedule';
import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import type { Moment } from '@lapwing/shared/live/state';
import type { Paper, Sheet } from '@lapwing/shared/paper/sheets';
import { NO_PAPER } from '@lapwing/shared/paper/sheets';
import type { PaperChange, PlanView } from '@lapwing/shared/protocol/api';
import { signal } from '@preact/signals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { eventApi } from '../../../client/src/organiser/console-api.ts';
import type { EventStore } from '../../../client/src/organiser/event-store.ts';
import { PrintPage } from '../../../client/src/organiser/paper/PrintPage.tsx';
import { session } from '../../../client/src/organiser/session.ts';
import { at, moment, person, settings, table } from './builders.ts';

beforeEach(() => {
  vi.useFakeTimers();
  session.value = { kind: 'in', role: 'owner', firstName: 'Mei' };
  localStorage.clear();
  location.hash = '';
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const seating = { students: [attendeeId('ada-lo')], mentors: [attendeeId('mia-roe')] };
const SCHEDULE: Schedule = { rounds: Array.from({ length: 6 }, () => ({ t1: seating })) };
const PEOPLE = [
  person('Ada Lo', { badgeCode: 'KQ4T7ACD' }),
  person('Mia Roe', { role: 'mentor', badgeCode: 'KQ4T7ACE' }),
];
const PRINTED = { sheet: 'run', planVersion: 3, at: at(-60), by: 'Ada', mark: '' } as const;

interface Over {
  readonly moment?: Moment;
  readonly part?: string;
  readonly paper?: Paper;
  readonly people?: readonly Attendee[];
  readonly plan?: unknown;
  /** Whether the server answers each of the questions in turn; it does when nothing is said. */
  readonly answers?: (boolean | Promise<boolean>)[];
}

/** The page to print of an evening at 18:42:30 by plan 5, with what the server was told. */
async function openPrint(over: Over = {}) {
  const told: PaperChange[] = [];
  const answers = [...(over.answers ?? [])];
  vi.stubGlobal('fetch', async (_path: string, init?: RequestInit) => {
    told.push(JSON.parse(String(init?.body)));
    if ((await answers.shift()) === false) throw new TypeError('no network');
    return new Response(null, { status: 204 });
  });
  const now = at(-17.5);
  const followed = signal({ version: 5, schedule: SCHEDULE, room: null } as PlanView);
  const links = { join: 'http://hall.example/e/KQ4T', display: '' };
  const store = {
    id: eventId('e1'),
    api: eventApi(eventId('e1')),
    live: { now: signal(now), moment: signal({ ...moment({ kind: 'doors' }), planVersion: 5, ...over.moment }) },
    detail: signal({ settings: settings(), tables: [table(1)], code: 'KQ4T', under18: false, links }),
    people: signal(over.people ?? PEOPLE),
    followed,
    plan: signal(over.plan === undefined ? followed.value : over.plan),
    paper: signal(over.paper ?? NO_PAPER),
  };
  render(<PrintPage store={store as unknown as EventStore} part={over.part} />);
  const print = async () => act(async () => void dispatchEvent(new Event('beforeprint')));
  const later = async (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  await later(0);
  return { told, store, print, later, now };
}
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const state = (name: RegExp): string => box(name).closest('.print-sheet')?.textContent ?? '';

it('opens the browser’s dialog, and remembers what was printed however that was opened', async () => {
  const dialog = vi.fn();
  vi.stubGlobal('print', dialog);
  const { told, print, later, now } = await openPrint();
  expect(state(/^People list/u)).toContain('Not printed yet');
  fireEvent.click(screen.getByRole('button', { name: 'Print 3 pages on A4' }));
  expect(dialog).toHaveBeenCalledOnce();
  expect(told, 'nothing before the browser prints').toEqual([]);
  await print();
  await later(0);
  const at5 = (sheet: Sheet) => ({ sheet, planVersion: 5, at: now });
  expect(told).toEqual([{ sheets: [at5('tables'), at5('people'), at5('run')], inUse: true }]);
  expect(state(/^People list/u)).toContain('Plan 5, printed 18:42 by Mei');
  expect(screen.getByRole('status').textContent).toContain('Plan 5 is on paper');
  expect(screen.getAllByText('Plan 5, printed 18:42')).toHaveLength(3);
});

it('one sheet alone is what is on the page and what is remembered; taken back, it is what it was', async () => {
  const { told, print, later, store } = await openPrint({ part: 'run', paper: { ...NO_PAPER, sheets: [PRINTED] } });
  expect(state(/^Run sheet/u)).toContain('Plan 3, printed 18:00 by Ada');
  expect(document.querySelectorAll('.paper-page')).toHaveLength(1);
  await print();
  await later(0);
  expect(store.paper.value.sheets).toMatchObject([{ sheet: 'run', planVersion: 5 }]);
  fireEvent.click(screen.getByRole('button', { name: 'It was not printed' }));
  await later(0);
  const { by: _, mark: __, ...before } = PRINTED;
  expect(told.at(-1)).toEqual({ sheets: [before], inUse: true });
  expect(screen.queryByRole('status')).toBeNull();
});

it('taken back before the server answered, it stays taken back', async () => {
  let answer = (_heard: boolean): void => {};
  const slow = new Promise<boolean>((heard) => {
    answer = heard;
  });
  const { told, print, later } = await openPrint({ part: 'people', answers: [slow] });
  await print();
  fireEvent.click(screen.getByRole('button', { name: 'It was not printed' }));
  answer(true);
  await later(0);
  expect(told.at(-1)).toEqual({ sheets: [{ sheet: 'people', planVersion: 0, at: 0 }], inUse: true });
  expect(screen.queryByRole('status')).toBeNull();
});

it('a server that is silent is told again until it hears', async () => {
  const { told, print, later } = await openPrint({ part: 'run', answers: [false, false, true] });
  await print();
  await later(0);
  expect(screen.getByRole('status').textContent).toContain('The server is silent');
  await later(3_000);
  expect(told).toHaveLength(2);
  await later(3_000);
  expect(screen.getByRole('status').textContent).toContain('Plan 5 is on paper');
  await later(60_000);
  expect(told).toHaveLength(3);
});

it('after the last bell there is nothing to print, and nothing to remember', async () => {
  const over = { ...moment({ kind: 'finished', at: at(-20) }), planVersion: 5 };
  const { told, print } = await openPrint({ moment: over });
  expect(screen.getByText(/no round is left to print/u)).toBeTruthy();
  expect(document.querySelectorAll('.paper-page')).toHaveLength(0);
  await print();
  expect(told).toEqual([]);
});

it.each([
  ['nobody is expected', { people: [] }, 'Import a file, or add people', 'people'],
  ['there are no mentors', { people: PEOPLE.slice(0, 1) }, 'Add mentors', 'people'],
  ['no plan is made', { plan: null }, 'Make the plan', 'plan'],
  ['a plan waits to be published', {}, 'Look at the plan and publish it', 'plan'],
] as const)('without a published plan says what is missing, and the next act: %s', async (_, over, act, section) => {
  await openPrint({ moment: { ...moment({ kind: 'doors' }), planVersion: 0 }, ...over });
  expect(screen.getByRole('link', { name: act }).getAttribute('href')).toBe(`#/events/e1/${section}`);
});

it('sheets are chosen in the address, and nothing chosen prints nothing', async () => {
  const { told, print } = await openPrint({ part: 'none' });
  expect(screen.getByText('Choose what to print.')).toBeTruthy();
  await print();
  expect(told).toEqual([]);
  fireEvent.click(box(/^Run sheet/u));
  expect(location.hash).toBe('#/events/e1/print/run');
  cleanup();
  await openPrint({ part: 'run+badges' });
  expect([box(/^Run sheet/u).checked, box(/^Badges/u).checked, box(/^Table cards/u).checked]).toEqual([
    true,
    true,
    false,
  ]);
  expect(screen.getByRole('button', { name: 'Print 2 pages on A4' })).toBeTruthy();
});

it('different paper is printed one after the other, and only what was printed is remembered', async () => {
  vi.stubGlobal('print', () => dispatchEvent(new Event('beforeprint')));
  localStorage.setItem('lapwing.print', JSON.stringify({ cards: 'a5', badges: 'a6' }));
  const { told, later } = await openPrint({ part: 'run+cards+badges' });
  expect(screen.getAllByRole('button', { name: /^Print /u }).map((button) => button.textContent?.trim())).toEqual([
    ...['Print 1 page on A4', 'Print 1 page on A5', 'Print 2 pages on A6'],
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Print 1 page on A5' }));
  await later(0);
  expect(document.documentElement.dataset.printing, 'the style sheet leaves the others out').toBe('a5');
  expect(told.map(({ sheets }) => sheets.map(({ sheet }) => sheet))).toEqual([['cards']]);
  expect(told[0]?.sheets[0]?.mark).toMatch(/^1:[0-9a-f]{8}$/u);
  dispatchEvent(new Event('afterprint'));
  expect(document.documentElement.dataset.printing).toBeUndefined();
});

it('badges are remembered one by one, and taken back one by one', async () => {
  const old = { attendeeId: attendeeId('ada-lo'), planVersion: 3, at: at(-60), mark: '00000000' };
  const { told, print, later, store } = await openPrint({ part: 'badges', paper: { ...NO_PAPER, badges: [old] } });
  await print();
  await later(0);
  expect(told[0]?.badges).toMatchObject([
    { attendeeId: 'ada-lo', planVersion: 5, mark: expect.stringMatching(/^[0-9a-f]{8}( \d:[0-9a-f]{8}){6}$/u) },
    { attendeeId: 'mia-roe', planVersion: 5 },
  ]);
  expect(store.paper.value.badges).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'It was not printed' }));
  await later(0);
  expect(told.at(-1)?.badges).toEqual([old, { attendeeId: 'mia-roe', planVersion: 0, at: 0, mark: '' }]);
  expect(store.paper.value.badges).toEqual([old]);
});

it('once some badges are right only the others are offered, and they stay on the page while it prints', async () => {
  const first = await openPrint({ part: 'badges' });
  await first.print();
  await first.later(0);
  const paper = first.store.paper.value;
  cleanup();
  const people = [...PEOPLE, person('Cleo New', { badgeCode: 'KQ4T7ACF' })];
  const { print, later, told } = await openPrint({ part: 'badges', paper, people });
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Only the 1 that are new or changed' }).checked).toBe(
    true,
  );
  expect(document.querySelectorAll('.badge')).toHaveLength(1);
  await print();
  await later(0);
  expect(told[0]?.badges?.map(({ attendeeId }) => attendeeId)).toEqual(['cleo-new']);
  expect(document.querySelectorAll('.badge'), 'the browser draws what is on the page after it was told').toHaveLength(
    1,
  );
  fireEvent.click(screen.getByRole('radio', { name: 'All 3' }));
  expect(document.querySelectorAll('.badge')).toHaveLength(3);
});

it('names the badges that changed, and since which plan', async () => {
  const old = { attendeeId: attendeeId('ada-lo'), planVersion: 3, at: at(-60), mark: '00000000' };
  const sheets = [{ ...PRINTED, sheet: 'badges' as const }];
  await openPrint({ part: 'badges', paper: { ...NO_PAPER, sheets, badges: [old] } });
  expect(state(/^Badges/u)).toContain('1 badge changed since plan 3: print that one.');
});

it('more badges than one request holds are told one after the other', async () => {
  const people = Array.from({ length: 501 }, (_, n) => person(`Guest ${n}`, { badgeCode: 'KQ4T7ACD' }));
  const { told, print, later } = await openPrint({ part: 'badges', people });
  await print();
  await later(0);
  expect(told.map(({ badges }) => badges?.length)).toEqual([500, 1]);
  expect(screen.getByRole('status').textContent).toContain('Plan 5 is on paper');
});

it('saves ink on this device from then on', async () => {
  await openPrint({ part: 'cards' });
  expect(document.querySelector('.paper-pages.save-ink')).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: /^Save ink/u }));
  expect(document.querySelector('.paper-pages.save-ink')).not.toBeNull();
  cleanup();
  await openPrint({ part: 'cards' });
  expect(document.querySelector('.paper-pages.save-ink')).not.toBeNull();
});

it('who said that they use no paper may change their mind', async () => {
  const { told } = await openPrint({ paper: { ...NO_PAPER, sheets: [PRINTED], inUse: false } });
  fireEvent.click(screen.getByRole('button', { name: 'We do use paper' }));
  expect(told).toEqual([{ sheets: [], inUse: true }]);
  expect(screen.queryByText('You said that you use no paper.')).toBeNull();
});
