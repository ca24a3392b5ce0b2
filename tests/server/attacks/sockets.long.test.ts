import { describe, expect, it } from 'vitest';
import { makeEvening, partsOfLink } from '../../support/evening-builder.ts';
import { MARKS, markedHall } from '../../support/marked-hall.ts';
import { rawLine } from '../../support/raw-line.ts';
import { testApp } from '../../support/test-app.ts';
import { type Caller, ORIGIN } from '../../support/test-caller.ts';

async function room() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const [ann, bob] = evening.students;
  if (!ann || !bob) throw new Error('two students are needed');
  return { t, ada, evening, ann, bob, anns: await evening.phone(ann), bobs: await evening.phone(bob) };
}

const upgrade = (path: string, caller: Caller): string =>
  [
    `GET ${path} HTTP/1.1`,
    'host: localhost:3000',
    'connection: Upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
    `origin: ${ORIGIN}`,
    `cookie: ${caller.cookieHeader()}`,
    '',
    '',
  ].join('\r\n');

describe('S1 who may open a socket', () => {
  it.each([
    `${ORIGIN}/`,
    ORIGIN.toUpperCase(),
    `${ORIGIN}, http://evil.example`,
    `http://evil.example, ${ORIGIN}`,
    'http://localhost:3000@evil.example',
    'http://evil.example#http://localhost:3000',
    'https://localhost:3000',
    'http://localhost.:3000',
    'http://127.1:3000',
    'file://',
  ])('no page of %s', async (origin) => {
    const { t, ada, evening, ann, anns } = await room();
    await expect(t.socket(`/me/${ann.id}/live`, anns, { origin })).rejects.toThrow('403');
    await expect(t.socket(`${evening.url}/socket`, ada, { origin })).rejects.toThrow('403');
  });
});

describe('S2 what opens a socket', () => {
  it('is never in its address', async () => {
    const { t, ada, evening, ann, anns } = await room();
    const { url } = (await ada.get(`${evening.url}/people/${ann.id}/link`)).json<{ url: string }>();
    const { secret } = partsOfLink(url);
    const [token = ''] = anns.cookies.values();
    for (const query of [`secret=${secret}`, `token=${token}`, `lapwing_${ann.id}=${token}`])
      await expect(t.socket(`/me/${ann.id}/live?${query}`, null), query).rejects.toThrow('404');
    await expect(t.socket(`/me/${ann.id}/live`, null, { authorization: `Bearer ${token}` })).rejects.toThrow('404');
    await expect(t.socket(`/me/${ann.id}/live`, null, { 'sec-websocket-protocol': token })).rejects.toThrow('404');
  });
});

describe('S4 how many', () => {
  it.each(['phone', 'display', 'console'] as const)('pages one %s may have open: the oldest goes', async (kind) => {
    const { t, ada, evening, ann, anns } = await room();
    const [path, caller] = {
      phone: [`/me/${ann.id}/live`, anns] as const,
      display: [`${evening.displayUrl()}/live`, await evening.display()] as const,
      console: [`${evening.url}/socket`, ada] as const,
    }[kind];
    const first = await t.socket(path, caller);
    const others = [];
    for (let n = 0; n < 30; n++) others.push(await t.socket(path, caller));
    expect((await first.closed).code).toBe(1008);
    const open = others.filter(({ socket }) => socket.readyState === socket.OPEN);
    expect(open.length).toBeLessThanOrEqual(20);
    await others.at(-1)?.settled();
  });
});

describe('S5 nothing is unpacked', () => {
  it('whatever a page offers', async () => {
    const { t, ann, anns } = await room();
    const socket = await t.socket(`/me/${ann.id}/live`, anns, {
      'sec-websocket-extensions': 'permessage-deflate; client_max_window_bits',
    });
    expect(socket.socket.extensions).toBe('');
    await socket.settled();
  });
});

describe('S6 whose time is up', () => {
  it('a console that was left open hears nothing after 12 idle hours', async () => {
    const { t, ada, evening } = await room();
    const console = await t.socket(`${evening.url}/socket`, ada);
    const since = t.clock.now();
    t.clock.jumpTo(since + 12 * 3_600_000 - 3_000);
    await console.settled();
    t.clock.advance(2_000);
    await console.settled();
    t.clock.advance(3_000);
    expect((await console.closed).code).toBe(4401);
  });
});

describe('S7 what a page hears', () => {
  it('in the frames that all get, nobody; on a display, no more than the first name', async () => {
    const t = await testApp();
    const hall = await markedHall(t);
    const [student] = hall.evening.students;
    if (!student) throw new Error('a student is needed');
    const phone = await t.socket(`/me/${student.id}/live`, await hall.evening.phone(student));
    const display = await t.socket(`${hall.evening.displayUrl()}/live`, await hall.evening.display());
    await Promise.all([phone.settled(), display.settled()]);
    const rooms = JSON.stringify([...phone.all('room'), ...display.all('room')]);
    for (const [field, mark] of Object.entries(MARKS)) expect(rooms, field).not.toContain(mark);
    const shown = display.texts.join();
    for (const [field, mark] of Object.entries(MARKS)) if (field !== 'name') expect(shown, field).not.toContain(mark);
    expect(shown).not.toContain('Family');
  });
});

describe('S8 bytes that are no WebSocket', () => {
  const masked = (first: number, length: number): Buffer => Buffer.from([first, 0x80 | length, 0, 0, 0, 0]);
  it.each([
    ['not masked', Buffer.from([0x81, 1, 0x41])],
    ['with a reserved bit', Buffer.concat([masked(0xc1, 1), Buffer.from('A')])],
    ['with an unknown opcode', masked(0x83, 0)],
    ['going on with what never began', masked(0x80, 0)],
    ['a ping in pieces', masked(0x09, 0)],
    ['a goodbye of one byte', Buffer.concat([masked(0x88, 1), Buffer.from('A')])],
    ['text that is no UTF-8', Buffer.concat([masked(0x81, 2), Buffer.from([0xff, 0xfe])])],
    [
      'a length of nine exabytes',
      Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
    ],
    ['a length of a gigabyte', Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0])],
  ])('%s: the line is cut, and nobody else notices', async (_what, frame) => {
    const { t, ada, evening, ann, bob, anns, bobs } = await room();
    const other = await t.socket(`/me/${bob.id}/live`, bobs);
    const line = await rawLine(t.app, upgrade(`/me/${ann.id}/live`, anns));
    await new Promise((come) => line.socket.once('data', come));
    let cut = false;
    line.socket.once('close', () => {
      cut = true;
    });
    line.socket.write(frame);
    await line.heard(3_000);
    expect(cut).toBe(true);
    await evening.start(ada);
    await other.until('room', ({ v }) => v === evening.version());
    const back = await t.socket(`/me/${ann.id}/live`, anns);
    await back.settled();
  });

  it.each([
    ['another version', { 'sec-websocket-version': '7' }],
    ['a key of another length', { 'sec-websocket-key': 'AAAA' }],
  ])('an upgrade with %s is refused', async (_what, headers) => {
    const { t, ann, anns } = await room();
    let text = upgrade(`/me/${ann.id}/live`, anns);
    for (const [name, value] of Object.entries(headers))
      text = text.replace(new RegExp(`${name}: .*`, 'u'), `${name}: ${value}`);
    expect(await (await rawLine(t.app, text)).heard()).toMatch(/^HTTP\/1\.1 4\d\d/u);
  });
});
