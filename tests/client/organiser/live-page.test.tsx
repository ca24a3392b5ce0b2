import type { Attendee } from '@lapwing/shared/event/roster';
import { eventId } from '@lapwing/shared/kernel/ids';
import type { Moment } from '@lapwing/shared/live/state';
import type { EventDetail, LogEntry, PlanView } from '@lapwing/shared/protocol/api';
import type { Facts, RoomFrame, Staff } from '@lapwing/shared/protocol/messages';
import { computed, signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { shownAt } from '../../../client/src/kit/live-model.ts';
import { eventApi } from '../../../client/src/organiser/console-api.ts';
import type { EventStore } from '../../../client/src/organiser/event-store.ts';
import { Live } from '../../../client/src/organiser/live/Live.tsx';
import { at, moment, NINETEEN, person, settings, table } from './builders.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TALKING = { kind: 'talking', round: 3, startsAt: at(34), endsAt: at(49) } as const;
const ROUND_THREE: Moment = { ...moment(TALKING), begun: [at(0), at(17), at(34)] };

/** The live page of an evening at 19:40, with everything the server was asked. */
function openLive(
  over: { moment?: Moment; people?: readonly Attendee[]; answer?: object; status?: 'live' | 'offline' } = {},
) {
  const asked: { path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push({ path, body: typeof init?.body === 'string' ? JSON.parse(init.body) : null });
    return new Response(JSON.stringify(over.answer ?? { error: { code: 'not-now' } }), {
      status: over.answer ? 200 : 409,
    });
  });
  const now = at(40);
  const room = signal<RoomFrame | null>({
    t: 'room',
    protocol: 1,
    epoch: 'e',
    v: 7,
    moment: over.moment ?? ROUND_THREE,
  });
  const current = computed(() => room.value?.moment ?? null);
  const people = signal<readonly Attendee[] | null>(
    over.people ?? [person('Aisha Karim'), person('Zoë Ng', { checkedInAt: NINETEEN })],
  );
  const detail: EventDetail = {
    id: eventId('e1'),
    code: 'KQ4T',
    settings: settings(),
    tables: [table(1)],
    links: { join: 'http://lapwing.test/e/KQ4T', display: 'http://lapwing.test/display/x' },
    publishedPlan: 1,
    room: room.value as RoomFrame,
  };
  const facts: Facts = {
    t: 'facts',
    studentsHere: 1,
    studentsExpected: 2,
    mentorsHere: 0,
    mentorsExpected: 0,
    allHere: null,
  };
  const store = {
    id: detail.id,
    api: eventApi(detail.id),
    live: {
      status: signal(over.status ?? 'live'),
      lastHeardAt: signal(null),
      room,
      card: signal(null),
      hall: signal(null),
      facts: signal(facts),
      staff: signal<Staff | null>(null),
      now: signal(now),
      moment: current,
      shown: computed(() => current.value && shownAt(current.value, now)),
      take: vi.fn(),
      close: vi.fn(),
    },
    detail: signal(detail),
    people,
    byId: computed(() => new Map((people.value ?? []).map((one) => [one.id, one]))),
    plan: signal<PlanView | null>(null),
    followed: signal<PlanView | null>(null),
    calls: signal([]),
    aside: signal(new Set()),
    log: signal<readonly LogEntry[]>([]),
    refusal: signal(null),
    refresh: async () => undefined,
    putPerson: vi.fn(),
    close: vi.fn(),
  };
  render(<Live store={store as unknown as EventStore} />);
  return { asked, store };
}
const presses = (asked: readonly { path: string; body: unknown }[]): unknown[] =>
  asked.filter(({ path }) => path.endsWith('/live')).map(({ body }) => (body as { command: unknown }).command);

it('says the time left, the round and the one next step', () => {
  openLive();
  expect(screen.getByRole('timer').textContent).toContain('9:00');
  expect(screen.getByRole('heading', { name: 'Round 3 of 6' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Move now' }).getAttribute('aria-disabled')).toBe('false');
  expect(screen.getByRole('button', { name: 'Undo' }).getAttribute('aria-disabled')).toBe('true');
});

it('presses by button and by key, each with the version on the screen', () => {
  const { asked } = openLive();
  fireEvent.click(screen.getByRole('button', { name: '1 min more' }));
  expect(asked.at(-1)).toMatchObject({ path: '/api/events/e1/live', body: { expectedVersion: 7 } });
  expect(presses(asked)).toEqual([{ kind: 'addMinutes', minutes: 1 }]);
  expect(screen.getByRole('button', { name: '1 min more' }).getAttribute('aria-busy')).toBe('true');
});

it('takes single keys on the page, and none while somebody types', () => {
  const { asked } = openLive();
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'n' });
  expect(presses(asked)).toEqual([]);
  fireEvent.keyDown(document.body, { key: 'n' });
  expect(presses(asked)).toEqual([{ kind: 'next' }]);
});

it('a mouse click gives the focus back, a click by keyboard keeps it', () => {
  openLive();
  const pause = screen.getByRole('button', { name: 'Pause' });
  pause.focus();
  fireEvent.click(pause, { detail: 0 });
  expect(document.activeElement).toBe(pause);
  fireEvent.click(pause, { detail: 1 });
  expect(document.activeElement).not.toBe(pause);
});

it('the clock keys are off while the server is silent', () => {
  const { asked } = openLive({ status: 'offline' });
  expect(screen.getByText(/clock keys are off/u)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Move now' }));
  fireEvent.keyDown(document.body, { key: 'p' });
  expect(presses(asked)).toEqual([]);
});

it('finds somebody without accents; Enter checks in who is not here yet', async () => {
  const people = [person('Zoë Adams', { checkedInAt: NINETEEN }), person('Zoë Ng')];
  const answer = { attendee: { ...person('Zoë Ng'), checkedInAt: at(40) }, firstTable: { number: 8, name: 'Heron' } };
  const { asked } = openLive({ people, answer });
  const field = screen.getByRole('searchbox');
  fireEvent.input(field, { target: { value: 'zoe' } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  expect(asked.at(-1)).toEqual({
    path: '/api/events/e1/people/zoë-ng/presence'.replace('ë', '%C3%AB'),
    body: { here: true },
  });
  expect(await screen.findByText('Table 8, Heron')).toBeTruthy();
  expect((field as HTMLInputElement).value).toBe('');
  expect(document.activeElement).toBe(field);
});

it('offers an unknown name as a walk-in', () => {
  openLive();
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'Sam Lee' } });
  expect(screen.getByRole('button', { name: 'Add Sam Lee as a walk-in student' })).toBeTruthy();
});
