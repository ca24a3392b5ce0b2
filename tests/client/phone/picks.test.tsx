// @vitest-environment happy-dom
import type { Pick as Said } from '@lapwing/shared/introductions/pick';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import type { Phase } from '@lapwing/shared/live/state';
import type { OwnPicks } from '@lapwing/shared/protocol/introductions-api';
import { PROTOCOL_VERSION, type RoomFrame } from '@lapwing/shared/protocol/messages';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { momentWith, studentCard } from '../../../client/src/gallery/fixtures.ts';
import { opened, said, stands } from '../../../client/src/gallery/pick-fixture.ts';
import { createLiveModel, type LiveModel } from '../../../client/src/kit/live-model.ts';
import { type Polling, pollWhileDeaf } from '../../../client/src/kit/poll.ts';
import { createOwn, type Own } from '../../../client/src/phone/own.ts';
import { PhoneApp } from '../../../client/src/phone/PhoneApp.tsx';
import { afterParts } from '../../../client/src/phone/parts.ts';
import { FakeSocket } from '../fake-socket.ts';

const AHEAD = 2_000_000;
const ME = '/me/k3v9xq';
const GRACE = attendeeId('GraceLindqvist');
const talking = (round: number): Phase => ({
  ...{ kind: 'talking', round },
  ...{ startsAt: instant(AHEAD), endsAt: instant(AHEAD + 600_000) },
});
const over: Phase = { kind: 'finished', at: instant(AHEAD + 20_000) };
const room = (v: number, phase: Phase = talking(1), begun = 1): RoomFrame => ({
  ...{ t: 'room', protocol: PROTOCOL_VERSION, epoch: 'one', v },
  moment: { ...momentWith(phase, begun), begun: Array.from({ length: begun }, () => instant(AHEAD)) },
});

let model: LiveModel;
let polling: Polling;
let own: Own;
let page: ReturnType<typeof render>;
let online: boolean;
let asked: number;
let sent: { path: string; body: Said }[];
let server: OwnPicks;
let answer: ((path: string, body: Said) => Response) | null;

function open(): void {
  model = createLiveModel(`${ME}/live`, 15_000, { room: room(1), card: studentCard() });
  polling = pollWhileDeaf(model, `${ME}/opening`, 15_000);
  own = createOwn(model, ME);
  page = render(<PhoneApp model={model} polling={polling} own={own} />);
}
function shut(): void {
  page.unmount();
  own.stop();
  polling.stop();
  model.close();
}
async function pass(time: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(time);
  });
}
async function comesBack(): Promise<void> {
  online = true;
  FakeSocket.last.opens();
  FakeSocket.last.answers(AHEAD);
  await pass(200);
}
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const pressed = (name: string): string | null => button(name).getAttribute('aria-pressed');
const STAR = 'Star: Grace Lindqvist';
const INTRODUCE = 'Introduce us: Grace Lindqvist';

beforeEach(async () => {
  await afterParts.fetch();
  FakeSocket.install();
  [online, asked, sent, answer] = [true, 0, [], null];
  server = { introductions: 'agreed', picks: [], after: null };
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body: string }) => {
    if (!online) throw new TypeError('failed');
    if (path === `${ME}/picks`) {
      asked += 1;
      return Response.json(server);
    }
    if (method !== 'PUT') return Response.json({ error: { code: 'no-answer' } });
    const letter = { path: path.slice(ME.length), body: JSON.parse(body) };
    sent.push(letter);
    if (answer) return answer(letter.path, letter.body);
    return Response.json(letter.path === '/introductions' ? server : letter.body);
  });
  open();
});
afterEach(() => {
  shut();
  localStorage.clear();
  FakeSocket.remove();
});

describe('a pick in the hand', () => {
  it('H1 turns at once, is kept first, goes out a moment later, and a second tap takes it back', async () => {
    await comesBack();
    fireEvent.click(button(STAR));
    expect(pressed(STAR)).toBe('true');
    expect(localStorage.getItem(`picks ${ME}`)).toContain('"star":true');
    expect(sent).toEqual([]);
    await pass(1_100);
    expect(sent).toMatchObject([{ path: `/picks/${GRACE}`, body: { star: true, wish: null, line: '', to: null } }]);
    fireEvent.click(button(STAR));
    await pass(1_100);
    expect(pressed(STAR)).toBe('false');
    expect(sent.at(-1)?.body).toMatchObject({ star: false, wish: null });
    expect(sent.at(-1)?.body.at).toBeGreaterThan(sent[0]?.body.at ?? 0);
  });

  it('H1 waits offline over a closed tab, is counted, and of each person only the newest word goes out', async () => {
    await comesBack();
    await pass(11_000);
    online = false;
    fireEvent.click(button(STAR));
    fireEvent.click(button(INTRODUCE));
    model.take(room(2, talking(2), 2));
    await pass(0);
    fireEvent.click(button('Star: Samuel Okafor'));
    await pass(11_000);
    const words = '2 choices saved on this phone. They send when you are back online.';
    expect(page.container.textContent).toContain(words);
    shut();
    open();
    await pass(11_000);
    expect(page.container.textContent).toContain(words);
    sent = [];
    await comesBack();
    expect(sent.map(({ path, body }) => [path, body.star, body.wish])).toEqual([
      [`/picks/${GRACE}`, true, 'introduce'],
      ['/picks/SamuelOkafor', true, null],
    ]);
    expect(page.container.textContent).not.toContain('saved on this phone');
  });

  it('H1 takes what another device and another tab said later, and says again what the server never got', async () => {
    localStorage.setItem(`picks ${ME}`, JSON.stringify({ TomAchebe: said({ star: true, at: instant(AHEAD) }) }));
    server = {
      ...server,
      picks: [{ about: GRACE, pick: said({ wish: 'introduce', line: 'Bikes', at: instant(AHEAD + 9) }) }],
    };
    shut();
    open();
    await comesBack();
    await pass(11_000);
    expect(pressed(INTRODUCE)).toBe('true');
    expect(sent).toMatchObject([{ path: '/picks/TomAchebe', body: { star: true } }]);
    const elsewhere = { ...own.picks.value.of, [GRACE]: said({ star: true, at: instant(AHEAD + 99_000) }) };
    localStorage.setItem(`picks ${ME}`, JSON.stringify(elsewhere));
    await act(() => void window.dispatchEvent(new StorageEvent('storage', { key: `picks ${ME}` })));
    expect([pressed(STAR), pressed(INTRODUCE)]).toEqual(['true', 'false']);
  });

  it('does not show as so what the server refuses', async () => {
    await comesBack();
    answer = () => Response.json({ error: { code: 'not-now' } }, { status: 409 });
    fireEvent.click(button(STAR));
    await pass(1_500);
    expect(pressed(STAR)).toBe('false');
    expect(own.picks.value.waiting).toBe(0);
  });
});

describe('the first wish', () => {
  it('says once who sees it, asks why in one line, and finds the line again after a slip', async () => {
    await comesBack();
    await pass(11_000);
    fireEvent.click(button(INTRODUCE));
    const words = 'Grace sees this after the last round. The organiser only if you both want it.';
    expect(screen.getByText(words)).toBeTruthy();
    const field = screen.getByLabelText('Why Grace? One line helps.');
    fireEvent.input(field, { target: { value: ' How did you learn SQL? ' } });
    await pass(700);
    expect(sent.at(-1)?.body).toMatchObject({ wish: 'introduce', line: 'How did you learn SQL?' });
    fireEvent.click(button(INTRODUCE));
    await pass(1_100);
    expect(sent.at(-1)?.body).toMatchObject({ wish: null, line: '' });
    fireEvent.click(button(INTRODUCE));
    expect((screen.getByLabelText(/^Why Grace/u) as HTMLInputElement).value).toBe('How did you learn SQL?');
    shut();
    open();
    expect(page.container.textContent).not.toContain(words);
  });

  it('H9 asks whether the address may go out, with the wish kept meanwhile', async () => {
    server = { ...server, introductions: 'ask' };
    await comesBack();
    await pass(11_000);
    fireEvent.click(button(INTRODUCE));
    expect(screen.getByText(/May your e-mail address go to Grace if you both want it\?/u)).toBeTruthy();
    await pass(1_100);
    expect(sent.at(-1)?.body.wish).toBe('introduce');
    server = {
      introductions: 'agreed',
      picks: own.picks.value.of[GRACE] ? [{ about: GRACE, pick: own.picks.value.of[GRACE] as Said }] : [],
      after: null,
    };
    fireEvent.click(button('Yes, it may'));
    await pass(100);
    expect(sent.at(-1)).toMatchObject({ path: '/introductions', body: { consent: true } });
    expect(screen.queryByText(/^May your e-mail/u)).toBeNull();
    expect(pressed(INTRODUCE)).toBe('true');
  });

  it('H9 is not offered at an evening with people under 18, nor before the server was heard', async () => {
    await comesBack();
    expect(screen.queryByRole('button', { name: INTRODUCE })).toBeNull();
    server = { ...server, introductions: 'off' };
    await pass(11_000);
    expect(screen.queryByRole('button', { name: INTRODUCE })).toBeNull();
    expect(button(STAR)).toBeTruthy();
  });
});

describe('the last bell', () => {
  const after = opened({ at: instant(AHEAD + 20_000), standings: [stands(GRACE, 'confirm')] });

  it('is asked about a while after it, not by all at once, and again when the server says that there is news', async () => {
    await comesBack();
    await pass(11_000);
    asked = 0;
    await act(() => model.take(room(2, over, 6)));
    await pass(5_000);
    expect(asked).toBe(0);
    await pass(5_000);
    expect(asked).toBe(1);
    await pass(120_000);
    asked = 0;
    FakeSocket.last.says({ t: 'picks' });
    await pass(400);
    expect(asked).toBe(1);
  });

  it('H8 confirms with one press what was said before it', async () => {
    const wish = said({ wish: 'introduce', line: 'Bikes', at: instant(AHEAD + 5) });
    server = { introductions: 'agreed', picks: [{ about: GRACE, pick: wish }], after };
    await comesBack();
    await act(() => model.take(room(2, over, 6)));
    await pass(20_000);
    expect(screen.getByRole('heading', { name: 'You and Grace both want it' })).toBeTruthy();
    fireEvent.click(button('Confirm'));
    await pass(100);
    expect(sent).toMatchObject([{ path: `/picks/${GRACE}`, body: { wish: 'introduce', line: 'Bikes' } }]);
    expect(sent[0]?.body.at).toBeGreaterThan(after.at);
    expect(screen.queryByRole('button', { name: 'Confirm' })).toBeNull();
    expect(screen.getAllByText(/^You both want it. The introduction goes out by/u)).not.toEqual([]);
  });

  it('keeps no full name of others on the device', async () => {
    server = {
      introductions: 'agreed',
      picks: [],
      after: opened({
        standings: [stands(GRACE, 'passed-on', { id: GRACE, name: 'Tom Achebe', line: '' })],
        colleagues: [{ id: GRACE, name: 'Ines Carvalho', line: '' }],
        requests: [{ from: GRACE, name: 'Hal Whitcombe', about: '', round: 1, line: '', answer: null }],
      }),
    };
    await comesBack();
    await pass(11_000);
    const kept = localStorage.getItem(`introductions ${ME}`) ?? '';
    for (const first of ['Tom', 'Ines', 'Hal']) expect(kept).toContain(first);
    for (const last of ['Achebe', 'Carvalho', 'Whitcombe']) expect(kept).not.toContain(last);
  });
});

it('is felt in the hand where that is wanted', async () => {
  cleanup();
  const felt: unknown[] = [];
  Object.assign(navigator, { vibrate: (beats: unknown) => felt.push(beats) > 0 });
  shut();
  open();
  await comesBack();
  fireEvent.click(button(STAR));
  expect(felt).toEqual([[20]]);
  await act(() => own.acts.setVibrates(false));
  fireEvent.click(button(STAR));
  expect(felt).toEqual([[20]]);
  Reflect.deleteProperty(navigator, 'vibrate');
});
