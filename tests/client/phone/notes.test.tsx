// @vitest-environment happy-dom
import { instant } from '@lapwing/shared/kernel/time';
import type { Phase } from '@lapwing/shared/live/state';
import type { Note } from '@lapwing/shared/notes/note';
import { PROTOCOL_VERSION, type RoomFrame } from '@lapwing/shared/protocol/messages';
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { momentWith, studentCard } from '../../../client/src/gallery/fixtures.ts';
import { createLiveModel, type LiveModel } from '../../../client/src/kit/live-model.ts';
import { type Polling, pollWhileDeaf } from '../../../client/src/kit/poll.ts';
import { createOwn, type Own } from '../../../client/src/phone/own.ts';
import { PhoneApp } from '../../../client/src/phone/PhoneApp.tsx';
import { FakeSocket } from '../fake-socket.ts';

const AHEAD = 2_000_000;
const ME = '/me/k3v9xq';
const GRACE = 'GraceLindqvist';
const talking = (round: number): Phase => ({
  ...{ kind: 'talking', round },
  ...{ startsAt: instant(AHEAD), endsAt: instant(AHEAD + 600_000) },
});
const room = (v: number, round = 1): RoomFrame => ({
  ...{ t: 'room', protocol: PROTOCOL_VERSION, epoch: 'one', v },
  moment: { ...momentWith(talking(round), round), begun: Array.from({ length: round }, () => instant(AHEAD)) },
});

let model: LiveModel;
let polling: Polling;
let own: Own;
let page: ReturnType<typeof render>;
let online: boolean;
let sent: { about: string; note: Note }[];
let server: Record<string, Note>;
let answer: ((note: Note) => Response) | null;

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
const field = (): HTMLTextAreaElement => page.container.querySelector('textarea') as HTMLTextAreaElement;
const type = (text: string): unknown => fireEvent.input(field(), { target: { value: text } });

beforeEach(() => {
  FakeSocket.install();
  online = true;
  sent = [];
  server = {};
  answer = null;
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body: string }) => {
    if (!online) throw new TypeError('failed');
    const about = path.split('/notes/')[1];
    if (about === undefined) {
      const notes = Object.entries(server).map(([whom, note]) => ({ about: whom, note }));
      return Response.json(path.endsWith('/notes') ? { notes } : { error: { code: 'no-answer' } });
    }
    expect(method).toBe('PUT');
    const note = JSON.parse(body) as Note;
    sent.push({ about, note });
    return answer ? answer(note) : Response.json(note);
  });
  open();
});
afterEach(() => {
  shut();
  localStorage.clear();
  FakeSocket.remove();
});

describe('a note in the hand', () => {
  it('N4 is on the phone with the first pause, says so once, and goes out a moment later', async () => {
    await comesBack();
    type('Asked about Lagos');
    await pass(700);
    expect(localStorage.getItem(`notes ${ME}`)).toContain('Asked about Lagos');
    expect(page.container.textContent).toContain('Saved on this phone');
    expect(sent).toEqual([]);
    await pass(3_000);
    expect(sent.map(({ about, note }) => [about, note.text])).toEqual([[GRACE, 'Asked about Lagos']]);
    shut();
    open();
    expect(field().value).toBe('Asked about Lagos');
    type('Asked about Lagos and Leeds');
    await pass(700);
    expect(page.container.textContent).not.toContain('Saved on this phone');
  });

  it('N4 waits offline over a closed tab, is counted, and goes in order: of one note only the newest', async () => {
    await pass(10_000);
    online = false;
    type('first');
    await pass(700);
    model.take(room(2, 2));
    await pass(0);
    type('second');
    await pass(700);
    type('second, longer');
    await pass(10_500);
    expect(page.container.textContent).toContain('2 notes saved on this phone. They send when you are back online.');
    shut();
    open();
    await pass(11_000);
    expect(page.container.textContent).toContain('2 notes saved on this phone.');
    sent = [];
    await comesBack();
    expect(sent.map(({ about, note }) => [about, note.text])).toEqual([
      [GRACE, 'first'],
      ['SamuelOkafor', 'second, longer'],
    ]);
    expect(page.container.textContent).not.toContain('saved on this phone');
  });

  it('N4 is not lost when the round ends or the page goes while somebody types', async () => {
    type('half a sent');
    model.take(room(2, 2));
    await pass(0);
    expect(localStorage.getItem(`notes ${ME}`)).toContain('half a sent');
    type('and the next');
    window.dispatchEvent(new Event('pagehide'));
    expect(localStorage.getItem(`notes ${ME}`)).toContain('and the next');
  });

  it('says when the server does not take it, and when this browser keeps nothing', async () => {
    await comesBack();
    answer = () => Response.json({ error: { code: 'storage-failed' } }, { status: 503 });
    type('x');
    await pass(4_000);
    expect(page.container.textContent).toContain('We could not save that. We will try again.');
    answer = null;
    await pass(6_000);
    expect(page.container.textContent).not.toContain('We could not save that.');
    const full = (): never => {
      throw new DOMException('full');
    };
    const kept = localStorage;
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: full });
    online = false;
    type('y');
    await pass(11_000);
    expect(page.container.textContent).toContain('This browser keeps nothing. Leave this page open');
    vi.stubGlobal('localStorage', kept);
  });
});

describe('a note on two devices', () => {
  const onTablet: Note = { text: 'from the tablet', at: instant(AHEAD + 999_000), seen: { tablet: 1 }, beside: [] };

  it('N5 is fetched when the page opens, and what the server lacks is sent', async () => {
    server = { [GRACE]: onTablet };
    await comesBack();
    await pass(9_000);
    expect(field().value).toBe('from the tablet');
    type('and from the phone');
    await pass(4_000);
    expect(sent.at(-1)?.note).toMatchObject({ text: 'and from the phone', seen: { tablet: 1 } });
    server = {};
    shut();
    sent = [];
    open();
    await comesBack();
    await pass(9_000);
    expect(sent.map(({ note }) => note.text)).toEqual(['and from the phone']);
  });

  it('N6 shows what was written elsewhere, until it is put in or left out', async () => {
    await comesBack();
    type('from the phone');
    answer = (note) =>
      Response.json({ ...onTablet, seen: { ...note.seen, tablet: 1 }, beside: [note.text] } satisfies Note);
    await pass(4_000);
    answer = null;
    expect(field().value).toBe('from the tablet');
    expect(page.container.querySelector('blockquote')?.textContent).toBe('from the phone');
    fireEvent.click(screen.getByRole('button', { name: 'Add it to the note' }));
    expect(field().value).toBe('from the tablet\nfrom the phone');
    expect(page.container.querySelector('blockquote')).toBeNull();
    await pass(4_000);
    expect(sent.at(-1)?.note).toMatchObject({ text: 'from the tablet\nfrom the phone', beside: [] });
  });

  it('N6 what comes while somebody types does not take the words out of the field', async () => {
    server = { [GRACE]: onTablet };
    await comesBack();
    for (let second = 0; second < 18; second++) {
      type(`typing ${second}`);
      await pass(500);
    }
    expect(field().value).toBe('typing 17');
    await pass(700);
    expect([field().value, page.container.querySelector('blockquote')?.textContent].sort()).toEqual([
      'from the tablet',
      'typing 17',
    ]);
  });

  it('N3 a note about somebody who is gone goes from the phone too', async () => {
    localStorage.setItem(`notes ${ME}`, JSON.stringify({ Nobody: onTablet, [GRACE]: onTablet }));
    shut();
    open();
    server = { [GRACE]: onTablet };
    await comesBack();
    await pass(9_000);
    expect(localStorage.getItem(`notes ${ME}`)).not.toContain('Nobody');
    expect(localStorage.getItem(`notes ${ME}`)).toContain(GRACE);
  });
});
