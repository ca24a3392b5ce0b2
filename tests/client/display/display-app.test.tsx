// @vitest-environment happy-dom
import { instant } from '@lapwing/shared/kernel/time';
import type { Phase } from '@lapwing/shared/live/state';
import { CLOSE, PLAIN_LOOK, PROTOCOL_VERSION, type RoomFrame } from '@lapwing/shared/protocol/messages';
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bell } from '../../../client/src/display/bell.ts';
import type { Cue } from '../../../client/src/display/cues.ts';
import { DisplayApp } from '../../../client/src/display/DisplayApp.tsx';
import { hall, momentWith, said } from '../../../client/src/gallery/fixtures.ts';
import { createLiveModel, type LiveModel } from '../../../client/src/kit/live-model.ts';
import { type Polling, pollWhileDeaf } from '../../../client/src/kit/poll.ts';
import { dataOf } from '../data-of.ts';
import { FakeSocket } from '../fake-socket.ts';

const AHEAD = 2_000_000;
const START = instant(AHEAD);
const talking: Phase = { kind: 'talking', round: 1, startsAt: START, endsAt: instant(AHEAD + 600_000) };
const room: RoomFrame = {
  ...{ t: 'room', protocol: PROTOCOL_VERSION, epoch: 'one', v: 1 },
  moment: { ...momentWith(talking, 1), begun: [START] },
};

let model: LiveModel;
let polling: Polling;
let rung: Cue[];
let bell: Bell;
beforeEach(() => {
  FakeSocket.install();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
  rung = [];
  let on = false;
  bell = {
    get isOn() {
      return on;
    },
    unlock: async () => {
      on = true;
    },
    ring: (cue) => rung.push(cue),
  };
  model = createLiveModel('/display/d1/live', 5_000);
  polling = pollWhileDeaf(model, '/display/d1/opening', 5_000);
});
afterEach(() => {
  polling.stop();
  model.close();
  FakeSocket.remove();
});

async function pass(time: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(time);
  });
}

async function live(): Promise<Element> {
  const { container } = render(<DisplayApp model={model} polling={polling} bell={bell} />);
  expect(container.textContent).toContain('Getting ready.');
  FakeSocket.last.opens();
  FakeSocket.last.says(room);
  FakeSocket.last.says(hall({ startsAt: START }));
  FakeSocket.last.answers(AHEAD);
  await pass(150);
  return container;
}

const dataOn = (container: Element) => dataOf(container.querySelector('.display') as Element);

describe('display over its connection', () => {
  it('gets ready, then shows the room', async () => {
    const container = await live();
    expect(dataOn(container)).toMatchObject({ phase: 'talking', round: '1', status: 'live', version: '1' });
    expect(document.title).toBe('Display, Careers Night');
  });

  it('rings one minute before the end and for the move, also without the server', async () => {
    const container = await live();
    FakeSocket.last.ends(1006);
    await pass(9 * 60_000);
    expect(rung).toEqual(['minute']);
    await pass(60_000);
    expect(rung).toEqual(['minute', 'move']);
    expect(dataOn(container)).toMatchObject({ phase: 'moving', status: 'offline', ground: 'move' });
    await pass(2 * 60_000);
    expect(rung).toEqual(['minute', 'move', 'begin']);
  });

  it('turns the sound on with a click, and hides its controls after 3 s', async () => {
    const container = await live();
    const controls = container.querySelector('.controls') as Element;
    expect(dataOf(controls).shown).toBe('yes');
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Sound is off. Click to turn it on' }));
    });
    expect(screen.getByRole('button', { name: 'Sound is on. Click to test it' })).toBeTruthy();
    expect(rung).toEqual(['minute']);
    await pass(3_100);
    expect(dataOf(controls).shown).toBe('no');
    await act(async () => {
      fireEvent.pointerMove(window);
    });
    expect(dataOf(controls).shown).toBe('yes');
  });

  it('says so when the link is gone', async () => {
    const container = await live();
    FakeSocket.last.ends(CLOSE.notAllowed);
    await pass(100);
    expect(container.textContent).toContain('This link does not open a display.');
  });

  it('asks people back to their tables for ten seconds when a move is taken back', async () => {
    const container = await live();
    const now = AHEAD + 300;
    const moving = { kind: 'moving', round: 2, startsAt: instant(now), endsAt: instant(now + 120_000) } as Phase;
    FakeSocket.last.says({ ...room, v: 2, moment: { ...room.moment, phase: moving } });
    await pass(1_000);
    expect(dataOf(container.querySelector('.display') as Element).ground).toBe('move');
    FakeSocket.last.says({ ...room, v: 3 });
    await pass(1_000);
    expect(container.textContent).toContain('Back to your tables, please');
    await pass(10_000);
    expect(container.textContent).not.toContain('Back to your tables, please');
  });

  it('shows who it is when the console asks, and keeps the layout it was given', async () => {
    const container = await live();
    const own = { ...PLAIN_LOOK, t: 'display', name: 'Left wall', layout: 'clock' } as const;
    FakeSocket.last.says({ ...own, flashedAt: instant(AHEAD + 200) });
    await pass(1_000);
    expect(container.textContent).toContain('Left wall');
    await pass(5_000);
    expect(container.textContent).not.toContain('Left wall');
    expect(dataOf(container.querySelector('.display') as Element).layout).toBe('clock');
  });

  it('takes a message away by itself when its time is over', async () => {
    const container = await live();
    const announcement = said('Coffee is ready.', instant(AHEAD), { until: instant(AHEAD + 5_000) });
    FakeSocket.last.says({ ...room, v: 2, moment: { ...room.moment, announcement } });
    await pass(1_000);
    expect(container.textContent).toContain('Coffee is ready.');
    await pass(5_000);
    expect(container.textContent).not.toContain('Coffee is ready.');
  });

  it('stays up by asking over HTTP where sockets do not get through', async () => {
    const opening = { room, hall: hall({ startsAt: START }), facts: null, display: null };
    vi.stubGlobal('fetch', async () => Response.json(opening));
    const { container } = render(<DisplayApp model={model} polling={polling} bell={bell} />);
    await pass(5_100);
    model.connection.clock.guess();
    await pass(1_100);
    expect(dataOf(container.querySelector('.display') as Element)).toMatchObject({ version: '1', status: 'live' });
  });
});
