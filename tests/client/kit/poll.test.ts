// @vitest-environment happy-dom
import { PROTOCOL_VERSION, type RoomFrame } from '@lapwing/shared/protocol/messages';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hall, momentWith, talk } from '../../../client/src/gallery/fixtures.ts';
import { createLiveModel, type LiveModel } from '../../../client/src/kit/live-model.ts';
import { type Polling, pollWhileDeaf, statusWith } from '../../../client/src/kit/poll.ts';
import { pageTime } from '../../../client/src/kit/server-clock.ts';
import { FakeSocket } from '../fake-socket.ts';

const room: RoomFrame = {
  ...{ t: 'room', protocol: PROTOCOL_VERSION, epoch: 'one', v: 4 },
  moment: momentWith(talk(3), 3),
};
const display = { t: 'display', name: 'Left wall', layout: 'map', flashedAt: null } as const;
/** An hour and a bit away from this machine's own clock. */
const SERVER_TIME = Date.now() + 4_000_000;
let model: LiveModel;
let polling: Polling;
let asked: number;

beforeEach(() => {
  FakeSocket.install();
  asked = 0;
  vi.stubGlobal('fetch', async () => {
    asked++;
    return Response.json({ at: SERVER_TIME, room, hall: hall(), facts: null, display, later: { t: 'unheard-of' } });
  });
  model = createLiveModel('/display/d1/live', 5_000);
  polling = pollWhileDeaf(model, '/display/d1/opening', 5_000);
});
afterEach(() => {
  polling.stop();
  model.close();
  FakeSocket.remove();
});
const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

describe('asking over HTTP', () => {
  it('takes every message of the answer while sockets do not get through', async () => {
    await pass(5_100);
    expect(model.room.value?.v).toBe(4);
    expect(model.hall.value?.code).toBe('XR7C');
    expect(model.display.value?.name).toBe('Left wall');
    expect(polling.heardAt.value).not.toBeNull();
    expect(Math.abs((model.connection.clock.now() ?? 0) - SERVER_TIME)).toBeLessThan(1_000);
    await pass(5_000);
    expect(asked).toBe(2);
  });

  it('is silent while the socket is up, and stops when the page may not listen', async () => {
    FakeSocket.last.opens();
    FakeSocket.last.answers();
    await pass(7_000);
    expect(asked).toBe(0);
    model.connection.refuse();
    await pass(20_000);
    expect(asked).toBe(0);
  });

  it('counts as being live for a little more than two turns', async () => {
    expect(statusWith('offline', null, 5_000)).toBe('offline');
    const heard = pageTime();
    await pass(11_000);
    expect(statusWith('offline', heard, 5_000)).toBe('live');
    await pass(1_000);
    expect(statusWith('offline', heard, 5_000)).toBe('offline');
    expect(statusWith('refused', pageTime(), 5_000)).toBe('refused');
  });
});
