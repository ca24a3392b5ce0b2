// @vitest-environment happy-dom
import { instant } from '@lapwing/shared/kernel/time';
import type { Phase } from '@lapwing/shared/live/state';
import {
  CLOSE,
  type DisplayState,
  PLAIN_LOOK,
  PROTOCOL_VERSION,
  type RoomFrame,
} from '@lapwing/shared/protocol/messages';
import { type Signal, signal } from '@preact/signals';
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DisplayApp } from '../../../client/src/display/DisplayApp.tsx';
import type { Device } from '../../../client/src/display/device.ts';
import { hall, momentWith, said as saying } from '../../../client/src/gallery/fixtures.ts';
import type { Cue } from '../../../client/src/kit/cues.ts';
import { createLiveModel, type LiveModel } from '../../../client/src/kit/live-model.ts';
import { type Polling, pollWhileDeaf } from '../../../client/src/kit/poll.ts';
import { dataOf } from '../data-of.ts';
import { FakeSocket } from '../fake-socket.ts';
import { spokenOf } from '../live-regions.ts';

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
let said: string[];
let told: DisplayState[];
let device: Device;
let voices: Signal<boolean>;
beforeEach(() => {
  FakeSocket.install();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
  rung = [];
  said = [];
  told = [];
  voices = signal(false);
  const isOn = signal(false);
  const unlock = async (): Promise<void> => {
    isOn.value = true;
  };
  device = {
    bell: { isOn, unlock, wake: () => undefined, ring: (cue) => rung.push(cue) },
    voice: { has: voices, say: (words) => said.push(words) },
    tell: (state) => told.push(state),
    setUp: async () => true,
  };
  localStorage.clear();
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

/** As `pass`, with all that is drawn meanwhile. */
async function watch(time: number): Promise<void> {
  for (let gone = 0; gone < time; gone += 5_000) await pass(5_000);
}

async function live(): Promise<Element> {
  const { container } = render(<DisplayApp {...{ model, polling, device }} />);
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
    const announcement = saying('Coffee is ready.', instant(AHEAD), { until: instant(AHEAD + 5_000) });
    FakeSocket.last.says({ ...room, v: 2, moment: { ...room.moment, announcement } });
    await pass(1_000);
    expect(container.textContent).toContain('Coffee is ready.');
    await pass(5_000);
    expect(container.textContent).not.toContain('Coffee is ready.');
  });

  it('stays up by asking over HTTP where sockets do not get through', async () => {
    const opening = { room, hall: hall({ startsAt: START }), facts: null, display: null };
    vi.stubGlobal('fetch', async () => Response.json(opening));
    const { container } = render(<DisplayApp {...{ model, polling, device }} />);
    await pass(5_100);
    model.connection.clock.guess();
    await pass(1_100);
    expect(dataOf(container.querySelector('.display') as Element)).toMatchObject({ version: '1', status: 'live' });
  });

  it('says aloud what happens only where it is to, and rings all the same', async () => {
    await live();
    await pass(9 * 60_000);
    expect([rung, said]).toEqual([['minute'], []]);
    FakeSocket.last.says({ ...PLAIN_LOOK, t: 'display', name: 'Left wall', speaks: true, flashedAt: null });
    await pass(60_000);
    expect(said).toEqual([
      expect.stringMatching(/^Move now\. Your next table is on your phone\..* 2 minutes left\.$/u),
    ]);
    expect(rung).toEqual(['minute', 'move']);
  });

  it('lets a screen reader say the same, unless it has a voice of its own', async () => {
    const spoken = spokenOf(await live());
    await watch(10 * 60_000);
    expect(spoken).toEqual([
      'polite: Half time. 5 minutes left.',
      'polite: 1 minute left.',
      'assertive: Move now. Your next table is on your phone. No phone? Ask at the desk. 2 minutes left.',
    ]);
    FakeSocket.last.says({ ...PLAIN_LOOK, t: 'display', name: 'Left wall', speaks: true, flashedAt: null });
    await watch(7 * 60_000);
    expect(spoken, 'it says them itself').toHaveLength(3);
    expect(said.at(-1)).toBe('Half time. 5 minutes left.');
  });

  it('goes on when a sound cannot be made', async () => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue();
    device.bell.ring = () => {
      throw new Error('no loudspeaker');
    };
    const container = await live();
    await pass(10 * 60_000);
    expect(dataOn(container)).toMatchObject({ phase: 'moving', leftMs: '120000' });
    expect(warned).toHaveBeenCalled();
    warned.mockRestore();
  });

  it('tells what only it knows: when it hears who it is, and when that changes', async () => {
    await live();
    expect(told).toEqual([]);
    const own = { ...PLAIN_LOOK, t: 'display', name: 'Left wall', flashedAt: null } as const;
    FakeSocket.last.says(own);
    await pass(100);
    expect(told).toEqual([{ sound: false, voice: false, board: null }]);
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Sound is off. Click to turn it on' }));
      voices.value = true;
    });
    expect(told.at(-1)).toEqual({ sound: true, voice: true, board: null });
    const lines = Array.from({ length: 200 }, (_, index) => ({ name: `Guest ${index}`, tables: [1] }));
    FakeSocket.last.says({ t: 'names', people: 200, lines });
    FakeSocket.last.says({ ...own, layout: 'names' });
    await pass(100);
    expect(told.at(-1)).toEqual({ sound: true, voice: true, board: 'too-many' });
    FakeSocket.last.says({ t: 'names', people: 2, lines: lines.slice(0, 2) });
    await pass(100);
    expect(told.at(-1)?.board).toBe('fits');
    const before = told.length;
    await pass(5_000);
    expect(told).toHaveLength(before);
    FakeSocket.last.says({ ...own, layout: 'names' });
    await pass(100);
    expect(told, 'a server that started anew knows nothing').toHaveLength(before + 1);
  });

  describe('its setup', () => {
    const doors = { ...room, moment: momentWith({ kind: 'doors' }, 0) };
    const title = 'Set up this display';

    it('comes by itself where a display is opened first, before doors, and goes when the evening starts', async () => {
      const container = await live();
      expect(screen.queryByRole('dialog')).toBeNull();
      FakeSocket.last.says({ ...doors, v: 2 });
      await pass(100);
      expect(screen.getByRole('dialog', { name: title })).toBeTruthy();
      expect(container.querySelector<HTMLElement>('.wall')?.inert).toBe(true);
      FakeSocket.last.says({ ...room, v: 3 });
      await pass(100);
      expect(screen.queryByRole('dialog')).toBeNull();
      expect(container.querySelector<HTMLElement>('.wall')?.inert).toBe(false);
    });

    it('goes for good when it was done, or when nobody touched it for two minutes; and is asked for', async () => {
      await live();
      FakeSocket.last.says({ ...doors, v: 2 });
      await pass(119_000);
      await act(async () => void fireEvent.pointerMove(window));
      await pass(119_000);
      expect(screen.getByRole('dialog', { name: title })).toBeTruthy();
      await pass(2_000);
      expect(screen.queryByRole('dialog')).toBeNull();
      await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Set up' })));
      expect(screen.getByRole('dialog', { name: title })).toBeTruthy();
      await act(async () => void fireEvent.keyDown(window, { key: 'Escape' }));
      expect(screen.queryByRole('dialog')).toBeNull();
      FakeSocket.last.says({ ...room, v: 3 });
      await pass(100);
      FakeSocket.last.says({ ...doors, v: 4 });
      await pass(100);
      expect(screen.queryByRole('dialog'), 'it was here before').toBeNull();
    });

    it('that somebody asked for in the evening stays while they use it', async () => {
      await live();
      await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Set up' })));
      await pass(60_000);
      expect(screen.getByRole('dialog', { name: title })).toBeTruthy();
    });
  });
});
