// @vitest-environment happy-dom
import { instant } from '@lapwing/shared/kernel/time';
import type { Phase } from '@lapwing/shared/live/state';
import { PROTOCOL_VERSION, type RoomFrame } from '@lapwing/shared/protocol/messages';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { momentWith, studentCard } from '../../../client/src/gallery/fixtures.ts';
import { createLiveModel, type LiveModel } from '../../../client/src/kit/live-model.ts';
import { type Polling, pollWhileDeaf } from '../../../client/src/kit/poll.ts';
import { createOwn, type Own } from '../../../client/src/phone/own.ts';
import { PhoneApp } from '../../../client/src/phone/PhoneApp.tsx';
import { afterParts } from '../../../client/src/phone/parts.ts';
import { FakeSocket } from '../fake-socket.ts';

const ME = '/me/k3v9xq';
const AHEAD = 2_000_000;
const over: Phase = { kind: 'finished', at: instant(AHEAD) };
const room: RoomFrame = {
  ...{ t: 'room', protocol: PROTOCOL_VERSION, epoch: 'one', v: 1 },
  moment: { ...momentWith(over, 6), begun: [instant(AHEAD), null, null, null, null, null] },
};

let model: LiveModel;
let polling: Polling;
let own: Own;
let online: boolean;
let server: object;
let sent: object[];

async function open(): Promise<void> {
  model = createLiveModel(`${ME}/live`, 15_000, { room, card: studentCard({ startsAt: instant(AHEAD) }) });
  polling = pollWhileDeaf(model, `${ME}/opening`, 15_000);
  own = createOwn(model, ME);
  render(<PhoneApp model={model} polling={polling} own={own} />);
  FakeSocket.last.opens();
  FakeSocket.last.answers(AHEAD);
  await pass(150);
}
function shut(): void {
  cleanup();
  own.stop();
  polling.stop();
  model.close();
}
async function pass(time: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(time);
  });
}
const answer = (question: RegExp, words: string): HTMLInputElement => {
  const group = screen.getByRole('group', { name: question });
  return [...group.querySelectorAll('label')]
    .find((label) => label.textContent === words)
    ?.querySelector('input') as HTMLInputElement;
};
const WORTH = /worth your time/u;
const AGAIN = /come again/u;

beforeEach(async () => {
  FakeSocket.install();
  [online, server, sent] = [true, {}, []];
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit = {}) => {
    if (!online) throw new TypeError('failed');
    if (!path.endsWith('/feedback')) return Response.json({ error: { code: 'not-now' } }, { status: 409 });
    if (method === 'PUT') {
      const said = JSON.parse(String(body)) as { answers: object };
      sent.push(said.answers);
      server = said.answers;
    }
    return Response.json({ answers: server });
  });
  await afterParts.fetch();
  await open();
});
afterEach(() => {
  shut();
  localStorage.clear();
  FakeSocket.remove();
});

describe('three questions', () => {
  it('are kept with each tap, can be changed, and say so', async () => {
    expect(screen.queryByText(/^Saved\. Thank you/u)).toBeNull();
    fireEvent.click(answer(WORTH, 'Partly'));
    await pass(10);
    fireEvent.click(answer(WORTH, 'Yes'));
    fireEvent.click(answer(AGAIN, 'Maybe'));
    await pass(100);
    expect(sent.at(-1)).toEqual({ worth: 'yes', again: 'maybe' });
    expect(answer(WORTH, 'Yes').checked).toBe(true);
    expect(answer(WORTH, 'Partly').checked).toBe(false);
    expect(screen.getByText(/^Saved\. Thank you/u)).toBeTruthy();
  });

  it('wait for a network over a closed tab, and go out once with the newest word', async () => {
    online = false;
    FakeSocket.last.ends(1006);
    await pass(12_000);
    fireEvent.click(answer(WORTH, 'No'));
    fireEvent.click(answer(WORTH, 'Yes'));
    await pass(100);
    expect(screen.getByText('Saved on this phone. We send it when you are online.')).toBeTruthy();
    shut();
    online = true;
    await open();
    await pass(6_000);
    expect(sent).toEqual([{ worth: 'yes' }]);
    expect(answer(WORTH, 'Yes').checked).toBe(true);
  });

  it('show what was answered on another device', async () => {
    server = { worth: 'no' };
    await pass(10_000);
    expect(answer(WORTH, 'No').checked).toBe(true);
  });

  it('are not shown as saved where the server does not take them', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ error: { code: 'not-now' } }, { status: 409 }));
    fireEvent.click(answer(WORTH, 'Yes'));
    await pass(1_000);
    expect(answer(WORTH, 'Yes').checked).toBe(false);
    expect(screen.queryByText(/^Saved\. Thank you/u)).toBeNull();
  });
});
