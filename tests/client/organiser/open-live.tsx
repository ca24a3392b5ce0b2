import type { DeskCall } from '@lapwing/shared/event/desk-call';
import type { Table } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { Schedule } from '@lapwing/shared/event/schedule';
import { eventId } from '@lapwing/shared/kernel/ids';
import type { Moment } from '@lapwing/shared/live/state';
import { NO_PAPER } from '@lapwing/shared/paper/sheets';
import type { EventDetail, LogEntry, PlanView, WaitingPhone } from '@lapwing/shared/protocol/api';
import type { Facts, RoomFrame, Staff } from '@lapwing/shared/protocol/messages';
import { NO_PAIRS } from '@lapwing/shared/protocol/planned-for';
import { computed, signal } from '@preact/signals';
import { render } from '@testing-library/preact';
import { vi } from 'vitest';
import { shownAt } from '../../../client/src/kit/live-model.ts';
import { eventApi } from '../../../client/src/organiser/console-api.ts';
import type { EventStore } from '../../../client/src/organiser/event-store.ts';
import { Live } from '../../../client/src/organiser/live/Live.tsx';
import { at, moment, NINETEEN, person, settings, table } from './builders.ts';
// fetched ahead by the page: here they are there before, since nobody waits for them when a test is over
import '../../../client/src/organiser/live/LiveDialogs.tsx';
import '../../../client/src/organiser/paper/PrintPage.tsx';

const TALKING = { kind: 'talking', round: 3, startsAt: at(34), endsAt: at(49) } as const;
const ROUND_THREE: Moment = { ...moment(TALKING), begun: [at(0), at(17), at(34)] };

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

interface Room {
  readonly moment?: Moment;
  readonly people?: readonly Attendee[];
  readonly tables?: readonly Table[];
  readonly schedule?: Schedule;
  readonly calls?: readonly DeskCall[];
  readonly waiting?: readonly WaitingPhone[];
  readonly log?: readonly LogEntry[];
  readonly staff?: Partial<Staff>;
  readonly facts?: Partial<Facts>;
  /** What the server answers; `not-now` where nothing is said. */
  readonly answer?: object | ((asked: Asked) => object | null);
  readonly status?: 'live' | 'offline';
}

/** The live page of an evening at 19:40, with everything the server was asked. */
export function openLive(over: Room = {}) {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    const question = {
      ...{ method: init?.method ?? 'GET', path },
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
    };
    asked.push(question);
    const answer = typeof over.answer === 'function' ? over.answer(question) : (over.answer ?? null);
    return new Response(JSON.stringify(answer ?? { error: { code: 'not-now' } }), { status: answer ? 200 : 409 });
  });
  const now = at(40);
  const room = signal<RoomFrame | null>({
    ...{ t: 'room', protocol: 2, epoch: 'e', v: 7 },
    moment: over.moment ?? ROUND_THREE,
  });
  const current = computed(() => room.value?.moment ?? null);
  const people = signal<readonly Attendee[] | null>(
    over.people ?? [person('Aisha Karim'), person('Zoë Ng', { checkedInAt: NINETEEN })],
  );
  const detail: EventDetail = {
    ...{ id: eventId('e1'), code: 'KQ4T', roomCode: 'XR7C', settings: settings(), tables: over.tables ?? [table(1)] },
    links: { join: 'http://lapwing.test/e/KQ4T', display: 'http://lapwing.test/display/x' },
    landmarks: [],
    publishedPlan: 1,
    selfCheckIn: true,
    rehearsal: false,
    cancelled: null,
    under18: false,
    room: room.value as RoomFrame,
  };
  const facts: Facts = {
    ...{ t: 'facts', studentsHere: 1, studentsExpected: 2, mentorsHere: 0, mentorsExpected: 0, allHere: null },
    ...over.facts,
  };
  const staff: Staff = {
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
    ...over.staff,
  };
  const followed = over.schedule ? ({ version: 1, schedule: over.schedule } as PlanView) : null;
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
      staff: signal(staff),
      now: signal(now),
      moment: current,
      shown: computed(() => current.value && shownAt(current.value, now)),
      take: vi.fn(),
      close: vi.fn(),
    },
    detail: signal(detail),
    people,
    company: signal(NO_PAIRS),
    byId: computed(() => new Map((people.value ?? []).map((one) => [one.id, one]))),
    plan: signal<PlanView | null>(followed),
    followed: signal<PlanView | null>(followed),
    calls: signal(over.calls ?? []),
    invitation: signal(null),
    paper: signal(NO_PAPER),
    aside: signal(new Set<string>()),
    waiting: signal<readonly WaitingPhone[]>(over.waiting ?? []),
    reports: signal([]),
    log: signal<readonly LogEntry[]>(over.log ?? []),
    refusal: signal(null),
    desk: signal(null),
    refresh: async () => undefined,
    putPerson(changed: Attendee) {
      people.value = [...(people.value ?? []).filter(({ id }) => id !== changed.id), changed];
    },
    close: vi.fn(),
  };
  render(<Live store={store as unknown as EventStore} />);
  return { asked, store };
}

/** The commands that were pressed, in their order. */
export const presses = (asked: readonly Asked[]): unknown[] =>
  asked.filter(({ path }) => path.endsWith('/live')).map(({ body }) => (body as { command: unknown }).command);
