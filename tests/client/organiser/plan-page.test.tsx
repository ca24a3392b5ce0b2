import type { Schedule, Seating } from '@lapwing/shared/event/schedule';
import type { SeatLock } from '@lapwing/shared/event/seat-lock';
import { attendeeId, eventId, tableId } from '@lapwing/shared/kernel/ids';
import type { Moment } from '@lapwing/shared/live/state';
import type { EventDetail, PlanSummary, PlanView } from '@lapwing/shared/protocol/api';
import type { Planning, RoomFrame, Staff } from '@lapwing/shared/protocol/messages';
import { eveningToPlan, NO_PAIRS } from '@lapwing/shared/protocol/planned-for';
import { reportOn } from '@lapwing/shared/rotation/report';
import { computed, signal } from '@preact/signals';
import { act, cleanup, fireEvent as fire, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { eventApi } from '../../../client/src/organiser/console-api.ts';
import type { EventStore } from '../../../client/src/organiser/event-store.ts';
import { Plan } from '../../../client/src/organiser/plan/Plan.tsx';
import type { PlanEdit } from '../../../client/src/organiser/plan/plan-edit.ts';
import { at, moment, NINETEEN, person, settings, table } from './builders.ts';
// fetched ahead by the page: here it is there before, since nobody waits for it when a test is over
import '../../../client/src/organiser/paper/PrintPage.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const ids = (...names: string[]) => names.map(attendeeId);
const seats = (students: string[], mentor: string): Seating => ({ students: ids(...students), mentors: ids(mentor) });
const SCHEDULE: Schedule = {
  rounds: [
    { t1: seats(['ada', 'bo'], 'mia'), t2: seats(['cy', 'di'], 'lou'), t3: seats(['ed', 'flo'], 'noa') },
    { t1: seats(['cy', 'ed'], 'mia'), t2: seats(['ada', 'flo'], 'lou'), t3: seats(['bo', 'di'], 'noa') },
  ],
};
const PEOPLE = [
  ...['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo'].map((name) => person(name)),
  ...['Mia', 'Lou', 'Noa'].map((name) => person(name, { role: 'mentor' })),
];
const SETTINGS = settings({ rounds: 2 });
const TABLES = ['mia', 'lou', 'noa'].map((mentor, index) => table(index + 1, { seats: 2, mentors: ids(mentor) }));

const planView = (over: Partial<PlanView> = {}): PlanView => ({
  version: 4,
  status: 'draft',
  basis: 'expected',
  madeAt: NINETEEN,
  schedule: SCHEDULE,
  report: reportOn(SCHEDULE, eveningToPlan(SETTINGS, TABLES, PEOPLE, 'expected')),
  seed: 7,
  iterations: 90_000,
  stoppedAfter: null,
  aim: 'balanced',
  origin: 'searched',
  editedFrom: null,
  outdated: false,
  room: null,
  ...over,
});

const PLANNING: Planning = { aim: 'wishes', done: 42, tried: 42_000, of: 100_000, gained: 310, stopping: false };

interface Asked {
  readonly path: string;
  readonly body: unknown;
}

/** The plan page of an evening before doors, with what the server was asked; it answers by the end of the address. */
function openPlan(over: { plan?: PlanView | null; answers?: Record<string, unknown>; moment?: Moment } = {}) {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push({ path, body: typeof init?.body === 'string' ? JSON.parse(init.body) : null });
    const found = Object.entries(over.answers ?? {}).find(([end]) => path.endsWith(end));
    if (!found) return new Response(null, { status: 204 });
    const refused = typeof found[1] === 'object' && found[1] !== null && 'error' in found[1];
    return new Response(JSON.stringify(found[1]), { status: refused ? 422 : 200 });
  });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  const now = over.moment ?? moment({ kind: 'doors' });
  const room: RoomFrame = { t: 'room', protocol: 1, epoch: 'e', v: 1, moment: now };
  const detail: EventDetail = {
    id: eventId('e1'),
    code: 'KQ4T',
    roomCode: 'XR7C',
    settings: SETTINGS,
    tables: TABLES,
    landmarks: [],
    links: { join: '', display: '' },
    publishedPlan: 0,
    selfCheckIn: true,
    rehearsal: false,
    cancelled: null,
    under18: false,
    room,
  };
  const staff = signal<Staff | null>({
    ...{
      t: 'staff',
      displays: [],
      phones: 0,
      controllers: [],
      unlisted: 0,
      changes: 1,
      waitingChanges: 0,
      planning: null,
      slept: null,
    },
  });
  const people = signal(PEOPLE);
  const store = {
    id: detail.id,
    api: eventApi(detail.id),
    live: { now: signal(at(0)), moment: computed(() => now), staff },
    detail: signal(detail),
    people,
    company: signal(NO_PAIRS),
    locks: signal<readonly SeatLock[]>([]),
    byId: computed(() => new Map(people.value.map((one) => [one.id, one]))),
    plan: signal<PlanView | null>(over.plan === undefined ? planView() : over.plan),
    drafts: { plan: signal<PlanEdit | null>(null) },
  };
  render(<Plan store={store as unknown as EventStore} />);
  const planning = (value: Planning | null): void =>
    void act(() => {
      staff.value = { ...(staff.value as Staff), planning: value };
    });
  return { asked, store, planning };
}

/** With everything drawn before the test looks. */
const during = (work: () => void): void => void act(work);
const fireEvent = {
  click: (on: Element): void => during(() => fire.click(on)),
  change: (on: Element, event: object): void => during(() => fire.change(on, event)),
  submit: (on: Element): void => during(() => fire.submit(on)),
  keyDown: (on: Element, event: object): void => during(() => fire.keyDown(on, event)),
};
const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));
const seat = (name: string, round: number) =>
  screen.getByRole('button', { name: `${name}, round ${round}. Move to another table` });
const choose = (label: string | RegExp, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });

it('without a plan, says what is missing so that everybody sits in every round', () => {
  const { store } = openPlan({ plan: null });
  expect(screen.queryByText(/students need/u)).toBeNull();
  during(() => {
    store.detail.value = { ...store.detail.value, tables: TABLES.slice(1) };
  });
  expect(screen.getByText(/6 students need 3 tables of 2, and 2 can open/u)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'To the floor' }).getAttribute('href')).toBe('#/events/e1/floor');
});

it('shows how far a search is in numbers, and Stop asks the server once', async () => {
  const { asked, planning } = openPlan();
  expect(screen.queryByRole('progressbar')).toBeNull();
  planning(PLANNING);
  expect(screen.getByText('Making a plan, wishes first.')).toBeTruthy();
  expect(screen.getByText('42,000 of 100,000 moves tried. 310 points better than the first seating.')).toBeTruthy();
  expect(screen.getByRole('progressbar').getAttribute('value')).toBe('42');
  press('Stop');
  press('Stop');
  expect(asked.filter(({ path }) => path.endsWith('/plan/stop'))).toHaveLength(1);
  expect(screen.getByText('Stopping. The best plan so far is kept.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Make again' }).getAttribute('aria-disabled')).toBe('true');
  planning(null);
  expect(screen.queryByRole('progressbar')).toBeNull();
});

it('makes a plan with the aim and the effort that were chosen', async () => {
  const { asked, store } = openPlan({ plan: null, answers: { '/plan': planView({ version: 1 }) } });
  fireEvent.click(screen.getByLabelText(/^Mixing first/u));
  fireEvent.click(screen.getByLabelText(/^Longer/u));
  fireEvent.submit(screen.getByRole('button', { name: 'Make the plan' }).closest('form') as HTMLFormElement);
  await waitFor(() => expect(store.plan.value?.version).toBe(1));
  expect(asked).toEqual([
    { path: '/api/events/e1/plan', body: { basis: 'expected', aim: 'mixing', effort: 'thorough' } },
  ]);
});

it('moves a person by keyboard: choose the name, the table and whose place; the price is there before the press', () => {
  const { store } = openPlan();
  press('Change by hand');
  const bo = seat('Bo', 1);
  bo.focus();
  fireEvent.click(bo);
  const table = screen.getByLabelText('Move Bo in round 1 to');
  expect(document.activeElement).toBe(table);
  choose('Move Bo in round 1 to', 't2');
  const form = within(table.closest('form') as HTMLFormElement);
  expect(form.getByText('Round 1: table 2 has one too many.')).toBeTruthy();
  choose('In the place of', 'di');
  expect(form.queryByText(/one too many/u)).toBeNull();
  expect(form.getByText(/^Plan as a whole/u)).toBeTruthy();
  fireEvent.submit(table.closest('form') as HTMLFormElement);
  expect(store.drafts.plan.value?.steps).toEqual([
    [
      { round: 1, person: 'bo', table: 't2' },
      { round: 1, person: 'di', table: 't1' },
    ],
  ]);
  expect(screen.getByText('One change:')).toBeTruthy();
  expect(seat('Bo', 1).closest('td')?.getAttribute('data-table')).toBe('t2');
});

it('goes from name to name with the arrow keys, as one stop of the Tab key', () => {
  openPlan();
  press('Change by hand');
  const stops = () => [...document.querySelectorAll<HTMLElement>('.seat')].filter(({ tabIndex }) => tabIndex === 0);
  expect(stops()).toEqual([seat('Ada', 1)]);
  seat('Ada', 1).focus();
  fireEvent.keyDown(seat('Ada', 1), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(seat('Cy', 1));
  fireEvent.keyDown(seat('Cy', 1), { key: 'End' });
  expect(document.activeElement).toBe(seat('Flo', 2));
  fireEvent.keyDown(seat('Flo', 2), { key: 'ArrowUp' });
  expect(document.activeElement).toBe(seat('Cy', 2));
  expect(stops()).toEqual([seat('Cy', 2)]);
});

/** Swaps two people of round 1 by the form. */
function swap(name: string, to: string, other: string): void {
  if (
    screen.queryByRole('button', { name: 'Done' }) === null &&
    screen.queryByRole('button', { name: 'Put back' }) === null
  )
    press('Change by hand');
  fireEvent.click(seat(name, 1));
  choose(`Move ${name} in round 1 to`, to);
  choose('In the place of', other);
  fireEvent.submit(screen.getByRole('button', { name: 'Move' }).closest('form') as HTMLFormElement);
}

it('puts changes back one by one, and keeps what is left with one press', async () => {
  const kept = planView({ version: 5, origin: 'edited', editedFrom: 4 });
  const { asked, store } = openPlan({ answers: { '/edited': kept } });
  swap('Bo', 't2', 'di');
  swap('Ed', 't1', 'ada');
  expect(screen.getByText('2 changes:')).toBeTruthy();
  press('Put back');
  expect(screen.getByText('One change:')).toBeTruthy();
  press('Keep this plan');
  await waitFor(() => expect(store.plan.value?.version).toBe(5));
  expect(asked.at(-1)).toEqual({
    path: '/api/events/e1/plan/4/edited',
    body: {
      changes: [
        { round: 1, person: 'bo', table: 't2' },
        { round: 1, person: 'di', table: 't1' },
      ],
    },
  });
  expect(store.drafts.plan.value).toBeNull();
  expect(screen.getByText('Changed by hand from plan 4.')).toBeTruthy();
});

it('does not send a plan that breaks a firm rule; what the server refuses stays on screen', async () => {
  const refusal = { error: { code: 'plan-outdated' } };
  const { asked, store } = openPlan({ answers: { '/edited': refusal } });
  press('Change by hand');
  fireEvent.click(seat('Bo', 1));
  choose('Move Bo in round 1 to', 't2');
  fireEvent.submit(screen.getByRole('button', { name: 'Move' }).closest('form') as HTMLFormElement);
  expect(screen.getByRole('button', { name: 'Keep this plan' }).getAttribute('aria-disabled')).toBe('true');
  press('Keep this plan');
  expect(asked).toEqual([]);
  press('Put back');
  swap('Bo', 't2', 'di');
  press('Keep this plan');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('People changed just now'));
  expect(store.drafts.plan.value?.steps).toHaveLength(1);
});

it('says so when somebody made a newer plan meanwhile, and goes on with the one that is being changed', () => {
  const { store } = openPlan();
  swap('Bo', 't2', 'di');
  act(() => {
    store.plan.value = planView({ version: 5 });
  });
  expect(screen.getByText(/You are changing plan 4\. Meanwhile plan 5 was made\./u)).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: 'Put all back' })[0] as HTMLElement);
  expect(screen.getByText(/^Plan 5, a draft/u)).toBeTruthy();
});

it('is only looked at once the evening has started, and while the plan is outdated', () => {
  openPlan({ moment: moment({ kind: 'talking', round: 1, startsAt: at(0), endsAt: at(15) }) });
  expect(screen.queryByRole('button', { name: 'Change by hand' })).toBeNull();
  cleanup();
  openPlan({ plan: planView({ outdated: true }) });
  expect(screen.queryByRole('button', { name: 'Change by hand' })).toBeNull();
});

it('compares with another kept plan and publishes either', async () => {
  const [first = {}] = SCHEDULE.rounds;
  const last = { t1: seats(['ada', 'flo'], 'mia'), t2: seats(['cy', 'ed'], 'lou'), t3: seats(['bo', 'di'], 'noa') };
  const moved: Schedule = { rounds: [first, last] };
  const { schedule: _, ...here } = planView();
  const { schedule: __, ...there } = planView({ version: 3, aim: 'wishes' });
  const kept: PlanSummary[] = [here, there];
  const report = { ...there.report, overall: { value: 97.6, best: 100 } };
  const other = planView({ version: 3, schedule: moved, report });
  const plan = planView({ report: { ...here.report, overall: { value: 98, best: 100 } } });
  const { asked } = openPlan({ plan, answers: { '/plans': kept, '/plan/3': other, '/publish': plan } });
  // happy-dom knows no modal dialogs
  press('Compare');
  const dialog = within(await screen.findByRole('dialog', { hidden: true }));
  const row = await dialog.findByRole('row', { name: /^The plan as a whole/u, hidden: true });
  expect(row.textContent).toBe('The plan as a whole98.097.6 worse by 0.4');
  expect(dialog.getByText('People at another table: 4 in round 2.')).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: 'Publish plan 3', hidden: true }));
  expect(asked.at(-1)?.path).toBe('/api/events/e1/plan/3/publish');
});

it('tells how good the plan can be at best, why somebody gets least, and what it was made with', () => {
  const least = { person: attendeeId('bo'), met: 1, wanted: 3, fields: 2 };
  const report = {
    ...planView().report,
    overall: { value: 98, best: 99.4 },
    leastServed: [
      { ...least, reason: 'popular' as const, mentor: attendeeId('mia') },
      { ...least, person: attendeeId('cy') },
    ],
  };
  openPlan({ plan: planView({ report, stoppedAfter: 1_234, aim: 'wishes' }) });
  expect(document.querySelector('.overall')?.textContent).toBe(
    '98.0 of 100 possible. No plan for these people can beat 99.4.',
  );
  expect(screen.getByText('More people wish for Mia than there are seats.')).toBeTruthy();
  expect(document.querySelector('.made-how')?.textContent?.trim()).toBe(
    'Wishes first. Made with seed 7 and 90,000 moves. Stopped after 1,234.',
  );
});

it('R98 says with names what no plan can keep, before anybody searches', () => {
  const { store } = openPlan();
  expect(screen.queryByText(/cannot be kept/u)).toBeNull();
  const [one, other] = PEOPLE.filter(({ role }) => role === 'student');
  if (!one || !other) throw new Error('students are needed');
  const rule = { one: one.id, other: other.id };
  act(() => {
    store.company.value = { ...NO_PAIRS, pairs: [{ ...rule, kind: 'apart' }] };
    store.people.value = PEOPLE.map((person) =>
      person === one || person === other
        ? { ...person, needs: { stepFree: false, quiet: false, staysAt: TABLES[0]?.id ?? null } }
        : person,
    );
  });
  expect(screen.getByText(/This rule cannot be kept/u)).toBeTruthy();
  const number = TABLES[0]?.number ?? 0;
  expect(
    screen.getByText(`${one.name} and ${other.name} are kept apart, but both stay at table ${number}.`),
  ).toBeTruthy();
});

const lockOf = (person: string, round: number, table: string): SeatLock => ({
  ...{ round, person: attendeeId(person), table: tableId(table) },
});

it('R108 a seat is locked from the strip, its mark stands in the grid, and all can be unlocked and locked again', async () => {
  const locked = [lockOf('ada', 1, 't1'), lockOf('bo', 1, 't1')];
  const { asked, store } = openPlan({ answers: { '/seat-locks': locked } });
  fireEvent.click(screen.getByRole('button', { name: 'Change by hand' }));
  fireEvent.click(screen.getByRole('button', { name: 'Ada, round 1. Move to another table' }));
  expect(screen.getByRole('button', { name: 'Lock this seat' }).getAttribute('aria-pressed')).toBe('false');
  fireEvent.click(screen.getByRole('button', { name: 'Lock all 2 at table 1' }));
  expect(asked.at(-1)).toMatchObject({ path: '/api/events/e1/seat-locks', body: { lock: locked, unlock: [] } });
  await waitFor(() => screen.getByText('2 seats are locked and stay when you plan again.'));
  expect(screen.getByRole('button', { name: 'Lock this seat' }).getAttribute('aria-pressed')).toBe('true');
  screen.getByRole('button', { name: 'Bo, round 1, locked. Move to another table' });
  // in the other round they are free
  screen.getByRole('button', { name: 'Bo, round 2. Move to another table' });
  fireEvent.click(screen.getByRole('button', { name: 'Unlock all' }));
  const seats = locked.map(({ round, person: who }) => ({ round, person: who }));
  expect(asked.at(-1)?.body).toEqual({ lock: [], unlock: seats });
  during(() => {
    store.locks.value = [];
  });
  fireEvent.click(screen.getByRole('button', { name: 'Lock again' }));
  expect(asked.at(-1)?.body).toEqual({ lock: locked, unlock: [] });
});

it('R108 a locked seat that the plan could not keep is named, with the way to let it go', () => {
  const { asked, store } = openPlan({ answers: { '/seat-locks': [] } });
  during(() => {
    store.locks.value = [lockOf('ada', 1, 't1'), lockOf('bo', 1, 't3')];
  });
  screen.getByText('One locked seat is not in this plan: Bo at table 3 in round 1.', { exact: false });
  screen.getByText('One seat is locked and stays when you plan again.');
  fireEvent.click(screen.getByRole('button', { name: 'Unlock these' }));
  expect(asked.at(-1)?.body).toEqual({ lock: [], unlock: [{ round: 1, person: 'bo' }] });
});
