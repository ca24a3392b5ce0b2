// @vitest-environment happy-dom
import { instant } from '@lapwing/shared/kernel/time';
import type { Phase } from '@lapwing/shared/live/state';
import { PROTOCOL_VERSION, type RoomFrame } from '@lapwing/shared/protocol/messages';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { momentWith, studentCard, withRound } from '../../../client/src/gallery/fixtures.ts';
import { createLiveModel, type LiveModel } from '../../../client/src/kit/live-model.ts';
import { createOwn, type Own } from '../../../client/src/phone/own.ts';
import { FakeSocket } from '../fake-socket.ts';

const AHEAD = 2_000_000;
const talking: Phase = { kind: 'talking', round: 1, startsAt: instant(AHEAD), endsAt: instant(AHEAD + 600_000) };
const moving: Phase = { ...talking, kind: 'moving', round: 2 } as Phase;
const room = (v: number, phase: Phase = talking): RoomFrame => ({
  ...{ t: 'room', protocol: PROTOCOL_VERSION, epoch: 'one', v },
  moment: momentWith(phase, 1),
});
const elsewhere = studentCard({ rounds: withRound(2, { table: 7 }), planVersion: 4 });

let model: LiveModel;
let own: Own;
let sent: { path: string; body: unknown }[];
let online: boolean;

function open(): void {
  model = createLiveModel('/me/k3v9/live', 15_000, { room: room(1), card: studentCard() });
  own = createOwn(model, '/me/k3v9');
}
function shut(): void {
  own.stop();
  model.close();
}
const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

beforeEach(() => {
  FakeSocket.install();
  sent = [];
  online = true;
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    if (!online) throw new TypeError('failed');
    sent.push({ path, body: JSON.parse(body) });
    return new Response(null, { status: 204 });
  });
  open();
});
afterEach(() => {
  shut();
  localStorage.clear();
  FakeSocket.remove();
});

describe('seats that a person knows', () => {
  it('tells a change until it is noted, also over a reload', () => {
    expect(own.news.value).toBeNull();
    model.take(elsewhere);
    expect(own.news.value).toMatchObject({ kind: 'changed', change: { round: 2, before: 12, after: 7 } });
    shut();
    open();
    model.take(elsewhere);
    expect(own.news.value?.kind).toBe('changed');
    own.acts.noteNews();
    expect(own.news.value).toBeNull();
    shut();
    open();
    expect(own.news.value).toMatchObject({ change: { before: 7, after: 12 } });
  });

  it('takes the strip away when the change is taken back', () => {
    model.take(elsewhere);
    model.take(studentCard());
    expect(own.news.value).toBeNull();
  });

  it('remembers over a reload that the seat was lost', () => {
    model.take(studentCard({ rounds: [] }));
    expect(own.news.value).toEqual({ kind: 'gone' });
    shut();
    open();
    model.take(studentCard({ rounds: [] }));
    expect(own.news.value).toEqual({ kind: 'gone' });
    model.take(studentCard());
    expect(own.news.value).toEqual({ kind: 'saved', table: 5 });
  });
});

describe('words for the desk', () => {
  it('are shown at once, sent, and then what the card says', async () => {
    own.acts.tellDesk('late', true, 10);
    expect(own.told.value).toEqual({ calls: ['late'], waiting: ['late'] });
    await pass(0);
    expect(sent).toEqual([{ path: '/me/k3v9/calls/late', body: { calling: true, minutes: 10 } }]);
    expect(own.told.value).toEqual({ calls: ['late'], waiting: [] });
    model.take(studentCard({ calls: ['late'] }));
    expect(own.told.value.calls).toEqual(['late']);
    model.take(studentCard());
    expect(own.told.value.calls).toEqual([]);
  });

  it('wait while offline, over a reload, and only the newest word about a thing is sent', async () => {
    online = false;
    own.acts.tellDesk('leaving', true);
    own.acts.tellDesk('lost', true);
    await pass(1_000);
    own.acts.tellDesk('lost', false);
    shut();
    open();
    expect(own.told.value).toEqual({ calls: ['leaving'], waiting: ['leaving', 'lost'] });
    expect(own.leaving.value).toBe(true);
    online = true;
    await pass(6_000);
    expect(sent).toEqual([
      { path: '/me/k3v9/calls/leaving', body: { calling: true, minutes: 0 } },
      { path: '/me/k3v9/calls/lost', body: { calling: false, minutes: 0 } },
    ]);
    expect(own.told.value.waiting).toEqual([]);
  });

  it('keep what is not sent when a card comes for another reason', async () => {
    online = false;
    own.acts.tellDesk('late', true, 5);
    model.take(elsewhere);
    await pass(0);
    expect(own.told.value.calls).toEqual(['late']);
  });

  it('are forgotten when the server does not want them', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ error: { code: 'not-now' } }, { status: 409 }));
    own.acts.tellDesk('late', true, 5);
    await pass(0);
    expect(own.told.value).toEqual({ calls: [], waiting: [] });
  });
});

describe('all here', () => {
  it('is said for the move that runs', async () => {
    model.take(room(2, moving));
    own.acts.sayAllHere(2);
    expect(own.allHere.value).toBe(2);
    await pass(0);
    expect(sent).toEqual([{ path: '/me/k3v9/all-here', body: { round: 2 } }]);
  });

  it('is not said any more when that move is over', async () => {
    online = false;
    model.take(room(2, moving));
    own.acts.sayAllHere(2);
    await pass(0);
    model.take(room(3, { ...talking, round: 2 } as Phase));
    online = true;
    await pass(6_000);
    expect(sent).toEqual([]);
  });

  it('keeps a private report until it is heard, sends it once, and tells when it is not taken', async () => {
    online = false;
    const fate = own.acts.report({ kind: 'wrong', text: 'Help', about: null });
    await pass(0);
    expect(fate.value).toBe('waiting');
    shut();
    open();
    online = true;
    await pass(6_000);
    expect(sent.map(({ body }) => body)).toEqual([{ kind: 'wrong', text: 'Help', about: null }]);
    expect(sent[0]?.path).toMatch(/^\/me\/k3v9\/reports\/[\w-]{24}$/u);
    expect(JSON.stringify(Object.values(localStorage))).not.toContain('Help');
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ error: { code: 'not-found' } }), { status: 404 }));
    const late = own.acts.report({ kind: 'wrong', text: 'Again', about: null });
    await pass(0);
    expect(late.value).toBe('refused');
  });
});
