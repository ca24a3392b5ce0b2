// @vitest-environment happy-dom
import { instant } from '@lapwing/shared/kernel/time';
import type { Phase } from '@lapwing/shared/live/state';
import { CLOSE, PROTOCOL_VERSION, type RoomFrame } from '@lapwing/shared/protocol/messages';
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { momentWith, stopped, studentCard, withRound } from '../../../client/src/gallery/fixtures.ts';
import { createLiveModel, type LiveModel } from '../../../client/src/kit/live-model.ts';
import { type Polling, pollWhileDeaf } from '../../../client/src/kit/poll.ts';
import { createOwn, type Own } from '../../../client/src/phone/own.ts';
import { PhoneApp } from '../../../client/src/phone/PhoneApp.tsx';
import { dataOf } from '../data-of.ts';
import { FakeSocket } from '../fake-socket.ts';
import { spokenOf } from '../live-regions.ts';

/** Server time is the page's time plus this. */
const AHEAD = 2_000_000;
const START = instant(AHEAD);
const talking: Phase = { kind: 'talking', round: 1, startsAt: START, endsAt: instant(AHEAD + 600_000) };
const room = (v: number, phase: Phase = talking): RoomFrame => ({
  ...{ t: 'room', protocol: PROTOCOL_VERSION, epoch: 'one', v },
  moment: { ...momentWith(phase, 1), begun: [START] },
});

let model: LiveModel;
let polling: Polling;
let own: Own;
beforeEach(() => {
  FakeSocket.install();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
  model = createLiveModel('/me/k3v9xq/live', 15_000, { room: room(1), card: studentCard({ startsAt: START }) });
  polling = pollWhileDeaf(model, '/me/k3v9xq/opening', 15_000);
  own = createOwn(model, '/me/k3v9xq');
});
afterEach(() => {
  own.stop();
  localStorage.clear();
  polling.stop();
  model.close();
  FakeSocket.remove();
});

function shown() {
  const { container } = render(<PhoneApp model={model} polling={polling} own={own} />);
  return {
    spoken: spokenOf(container),
    data: () => dataOf(container.querySelector('.phone') as Element),
    text: () => container.textContent ?? '',
    heard: (how: 'polite' | 'assertive') => container.querySelector(`p[aria-live=${how}]`)?.textContent,
  };
}

async function pass(time: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(time);
  });
}

/** As `pass`, with all that is drawn meanwhile. */
async function watch(time: number): Promise<void> {
  for (let gone = 0; gone < time; gone += 5_000) await pass(5_000);
}

describe('phone page over its connection', () => {
  it('says that its link opens nothing any more when the server says so over HTTP, and asks no further', async () => {
    const page = shown();
    let asked = 0;
    vi.stubGlobal('fetch', (path: string) => {
      if (path.endsWith('/opening')) asked += 1;
      return Promise.resolve(Response.json({ error: { code: 'not-found' } }, { status: 404 }));
    });
    await pass(15_000);
    expect(model.status.value).toBe('refused');
    expect(page.text()).toContain('does not open an event');
    await pass(60_000);
    expect(asked).toBe(1);
  });

  it('shows the table at once, and the time with the first clock answer', async () => {
    const page = shown();
    expect(page.data()).toMatchObject({ table: '5', status: 'connecting', leftMs: '' });
    FakeSocket.last.opens();
    FakeSocket.last.answers(AHEAD);
    await pass(150);
    expect(page.data().status).toBe('live');
    expect(Number(page.data().leftMs)).toBeGreaterThan(590_000);
    expect(document.title).toBe('Table 5, 10 min left');
  });

  it('goes on by the plan without the server, says so, and says "about" after a missed change', async () => {
    const page = shown();
    FakeSocket.last.opens();
    FakeSocket.last.answers(AHEAD);
    await pass(100);
    FakeSocket.last.ends(1006);
    await pass(60_000);
    expect(page.data().status).toBe('offline');
    expect(page.text()).toContain('You are offline.');
    expect(page.text()).not.toMatch(/about \d/u);
    await pass(9 * 60_000);
    expect(page.data()).toMatchObject({ phase: 'moving', table: '12' });
    expect(page.heard('assertive')).toMatch(/^Move now\. Go to table 12, Lark\./u);
    expect(document.title).toBe('Move: table 12');
    await pass(2 * 60_000);
    expect(page.data()).toMatchObject({ phase: 'talking', round: '2', table: '12' });
    expect(page.text()).toMatch(/about \d/u);
    expect(page.text()).toMatch(/Last heard 1[12] minutes ago\./u);
  });

  it('speaks of a round, half time, the last minute, a changed time and the move, and of nothing else', async () => {
    const page = shown();
    FakeSocket.last.opens();
    FakeSocket.last.answers(AHEAD);
    await watch(3 * 60_000);
    expect(page.spoken, 'the time goes by').toEqual([]);
    FakeSocket.last.says(room(2, { ...talking, endsAt: instant(AHEAD + 660_000) }));
    await watch(8 * 60_000);
    FakeSocket.last.answers(AHEAD);
    await watch(3 * 60_000);
    expect(page.spoken).toEqual([
      'polite: One minute added. 8 minutes left.',
      'polite: Half time. 6 minutes left.',
      'polite: 1 minute left.',
      'assertive: Move now. Go to table 12, Lark. Back row, on the far right. 2 minutes.',
      'polite: Round 2 of 6. Table 12, Lark, with Samuel Okafor. 10 minutes.',
    ]);
  });

  it('stays up by asking over HTTP where sockets do not get through', async () => {
    const page = shown();
    const paused: Phase = { kind: 'paused', of: talking, remaining: 300_000, since: START } as Phase;
    const body = JSON.stringify({ card: studentCard(), room: room(2, paused) });
    vi.stubGlobal('fetch', async () => new Response(body));
    await pass(16_000);
    expect(page.data()).toMatchObject({ phase: 'paused', status: 'live', version: '2' });
  });

  it('says so when the link is gone', async () => {
    const page = shown();
    FakeSocket.last.opens();
    FakeSocket.last.ends(CLOSE.notAllowed);
    await pass(100);
    expect(page.text()).toContain('This link does not open an event.');
  });

  it('interrupts when the table of this round changes, until the person knows', async () => {
    const page = shown();
    FakeSocket.last.opens();
    FakeSocket.last.says(room(2));
    FakeSocket.last.answers(AHEAD);
    await pass(150);
    FakeSocket.last.says(studentCard({ startsAt: START, rounds: withRound(1, { table: 9 }) }));
    await pass(50);
    expect(page.data()).toMatchObject({ news: 'now', table: '9' });
    expect(page.heard('assertive')).toBe('Your table changed: go to 9, Ibis now.');
    fireEvent.click(screen.getByRole('button', { name: 'OK, I know' }));
    await pass(50);
    expect(page.data().news).toBe('');
  });

  it('stops with everybody, and goes on with everybody', async () => {
    const page = shown();
    FakeSocket.last.opens();
    FakeSocket.last.answers(AHEAD);
    await pass(150);
    const frame = room(2);
    FakeSocket.last.says({ ...frame, moment: { ...frame.moment, announcement: stopped('', START) } });
    await pass(150);
    expect(page.data().said).toBe('stop');
    expect(page.heard('assertive')).toBe('Please stop and listen. Stay where you are.');
    FakeSocket.last.says(room(3));
    await pass(50);
    expect(page.data().said).toBe('');
    expect(page.text()).toContain('Table 5');
  });

  it('asks people back to their table when a move is taken back', async () => {
    const page = shown();
    FakeSocket.last.opens();
    FakeSocket.last.answers(AHEAD);
    const walk = { kind: 'moving', round: 2, startsAt: START, endsAt: instant(AHEAD + 120_000) } as Phase;
    FakeSocket.last.says(room(2, walk));
    await pass(1_000);
    expect(page.data().ground).toBe('move');
    FakeSocket.last.says(room(3));
    await pass(1_000);
    expect(page.text()).toContain('Go back to table 5, please.');
    expect(page.heard('assertive')).toBe('Go back to table 5, please.');
    await pass(10_000);
    expect(page.data().ground).toBe('page');
    expect(page.text()).not.toContain('Go back to table 5, please. ');
    expect(document.querySelector('.news')).toBeNull();
  });
});

describe('the phone as a device', () => {
  /** The page over its connection, on a device that can vibrate and stay awake. */
  async function device() {
    const vibrate = vi.fn(() => true);
    const release = vi.fn(async () => undefined);
    const request = vi.fn(async () => ({ release }));
    vi.stubGlobal('navigator', { vibrate, wakeLock: { request } });
    own.stop();
    own = createOwn(model, '/me/k3v9xq');
    const page = shown();
    FakeSocket.last.opens();
    FakeSocket.last.answers(AHEAD);
    await pass(150);
    return { ...page, vibrate, request, release };
  }
  afterEach(() => vi.unstubAllGlobals());

  it('vibrates with the last minute and the move, and not once it was told not to', async () => {
    const { vibrate, data } = await device();
    await pass(540_000);
    expect(vibrate.mock.calls).toEqual([[[120]]]);
    await pass(61_000);
    expect(data().phase).toBe('moving');
    expect(vibrate.mock.calls.slice(1)).toEqual([[[200, 100, 200, 100, 400]]]);
    await pass(130_000);
    fireEvent.click(screen.getByRole('checkbox', { name: /^Vibrate/u }));
    await pass(600_000);
    expect(vibrate).toHaveBeenCalledTimes(2);
  });

  it('keeps the screen on during a move, asks again when it is looked at again, and lets it go after', async () => {
    const { request, release, data } = await device();
    expect(request).not.toHaveBeenCalled();
    await pass(601_000);
    expect(request).toHaveBeenCalledTimes(1);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(10);
    expect(request).toHaveBeenCalledTimes(2);
    await pass(125_000);
    expect(data().phase).toBe('talking');
    expect(release).toHaveBeenCalledTimes(2);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(10);
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('keeps the screen on for the code at the door, not for the one in the days before', async () => {
    const doors: Phase = { kind: 'doors' };
    const day = 86_400_000;
    const { request } = await device();
    FakeSocket.last.says(studentCard({ checkedIn: false, startsAt: instant(AHEAD + day) }));
    FakeSocket.last.says(room(2, doors));
    await pass(2_000);
    expect(screen.getByText('Your code for the door')).toBeTruthy();
    expect(request).not.toHaveBeenCalled();
    FakeSocket.last.says(studentCard({ checkedIn: false, startsAt: instant(AHEAD + 600_000) }));
    await pass(2_000);
    expect(screen.getByText('Show this at the door.')).toBeTruthy();
    expect(request).toHaveBeenCalledTimes(1);
  });
});

describe('other devices', () => {
  it.each([
    ['elsewhere', 'Open your link again'],
    ['renewed', 'Open the newest mail'],
    ['notTheirs', 'ask at the desk'],
    ['ended', 'a week after the event'],
  ])('a page that is closed because of "%s" says what to do', async (reason, words) => {
    const page = shown();
    FakeSocket.last.ends(CLOSE.notAllowed, reason);
    await pass(100);
    expect(page.text()).toContain(words);
    expect(page.text()).not.toContain('does not open an event');
  });

  it('a page that slept is told over HTTP', async () => {
    const page = shown();
    const error = { code: 'not-found', details: { why: 'renewed' } };
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ error }, { status: 404 })));
    await pass(15_000);
    expect(page.text()).toContain('Your link was renewed.');
  });

  it('a new one is a quiet line: known, it goes for good; "Not me" says what was done', async () => {
    const page = shown();
    FakeSocket.last.opens();
    FakeSocket.last.answers(AHEAD);
    FakeSocket.last.says({ t: 'also', at: instant(AHEAD + 5) });
    await pass(150);
    expect(page.text()).toContain('Also opened on another device at');
    const asked: string[] = [];
    vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
      asked.push(`${method} ${path}`);
      return Promise.reject(new TypeError('failed'));
    });
    fireEvent.click(screen.getByRole('button', { name: 'Not me' }));
    await pass(10);
    expect(page.text()).toContain('No answer. Press again');
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })));
    fireEvent.click(screen.getByRole('button', { name: 'Not me' }));
    await pass(10);
    expect(asked).toEqual(['POST /me/k3v9xq/not-me']);
    expect(page.text()).toContain('The other devices are out');
    fireEvent.click(screen.getByRole('button', { name: 'OK, I know' }));
    await pass(10);
    FakeSocket.last.says({ t: 'also', at: instant(AHEAD + 5) });
    await pass(10);
    expect(page.text()).not.toMatch(/other device/u);
    FakeSocket.last.says({ t: 'also', at: instant(AHEAD + 60_000) });
    await pass(10);
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ error: { code: 'come-to-desk' } }, { status: 409 })));
    fireEvent.click(screen.getByRole('button', { name: 'Not me' }));
    await pass(10);
    expect(page.text()).toContain('This phone cannot put it out. The desk knows');
    expect(screen.queryByRole('button', { name: 'Not me' })).toBeNull();
  });
});
