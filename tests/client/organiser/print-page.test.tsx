import type { Schedule } from '@lapwing/shared/event/schedule';
import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import type { Moment } from '@lapwing/shared/live/state';
import type { Paper, Sheet } from '@lapwing/shared/paper/sheets';
import { NO_PAPER } from '@lapwing/shared/paper/sheets';
import type { PlanView } from '@lapwing/shared/protocol/api';
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
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const seating = { students: [attendeeId('ada-lo')], mentors: [attendeeId('mia-roe')] };
const SCHEDULE: Schedule = { rounds: Array.from({ length: 6 }, () => ({ t1: seating })) };
const PEOPLE = [person('Ada Lo'), person('Mia Roe', { role: 'mentor' })];
const PRINTED = { sheet: 'run', planVersion: 3, at: at(-60), by: 'Ada' } as const;

interface Over {
  readonly moment?: Moment;
  readonly part?: Sheet;
  readonly paper?: Paper;
  /** Whether the server answers each of the questions in turn; it does when nothing is said. */
  readonly answers?: (boolean | Promise<boolean>)[];
}

/** The page to print of an evening at 18:42:30 by plan 5, with what the server was told. */
async function openPrint(over: Over = {}) {
  const told: unknown[] = [];
  const answers = [...(over.answers ?? [])];
  vi.stubGlobal('fetch', async (_path: string, init?: RequestInit) => {
    told.push(JSON.parse(String(init?.body)));
    if ((await answers.shift()) === false) throw new TypeError('no network');
    return new Response(null, { status: 204 });
  });
  const now = at(-17.5);
  const store = {
    id: eventId('e1'),
    api: eventApi(eventId('e1')),
    live: { now: signal(now), moment: signal({ ...moment({ kind: 'doors' }), planVersion: 5, ...over.moment }) },
    detail: signal({ settings: settings(), tables: [table(1)] }),
    people: signal(PEOPLE),
    followed: signal({ version: 5, schedule: SCHEDULE, room: null } as PlanView),
    paper: signal(over.paper ?? NO_PAPER),
  };
  render(<PrintPage store={store as unknown as EventStore} part={over.part} />);
  const print = async () => act(async () => void dispatchEvent(new Event('beforeprint')));
  const later = async (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  await later(0);
  return { told, store, print, later, now };
}
const state = (name: RegExp): string => screen.getByRole('link', { name }).textContent ?? '';

it('opens the browser’s dialog, and remembers what was printed however that was opened', async () => {
  const dialog = vi.fn();
  vi.stubGlobal('print', dialog);
  const { told, print, later, now } = await openPrint();
  expect(state(/^People list/u)).toContain('Not printed yet');
  fireEvent.click(screen.getByRole('button', { name: 'Print all sheets' }));
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
  const { told, print, later, store } = await openPrint({ part: 'run', paper: { sheets: [PRINTED], inUse: true } });
  expect(state(/^Run sheet/u)).toContain('Plan 3, printed 18:00 by Ada');
  expect(document.querySelectorAll('.paper-page')).toHaveLength(1);
  await print();
  await later(0);
  expect(store.paper.value.sheets).toMatchObject([{ sheet: 'run', planVersion: 5 }]);
  fireEvent.click(screen.getByRole('button', { name: 'It was not printed' }));
  await later(0);
  const { by: _, ...before } = PRINTED;
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

it('without a published plan says where paper comes from', async () => {
  await openPrint({ moment: { ...moment({ kind: 'doors' }), planVersion: 0 } });
  expect(screen.getByRole('link', { name: 'To the plan' }).getAttribute('href')).toBe('#/events/e1/plan');
});

it('who said that they use no paper may change their mind', async () => {
  const { told } = await openPrint({ paper: { sheets: [PRINTED], inUse: false } });
  fireEvent.click(screen.getByRole('button', { name: 'We do use paper' }));
  expect(told).toEqual([{ sheets: [], inUse: true }]);
  expect(screen.queryByText('You said that you use no paper.')).toBeNull();
});
