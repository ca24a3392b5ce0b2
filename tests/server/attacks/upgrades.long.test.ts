import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { rawLine } from '../../support/raw-line.ts';
import { testApp } from '../../support/test-app.ts';
import { ORIGIN } from '../../support/test-caller.ts';

const MARK = 'MarkOfAPerson';

const upgrade = (path: string, more: readonly string[] = []): string =>
  [
    `GET ${path} HTTP/1.1`,
    'host: localhost:3000',
    'connection: Upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
    `origin: ${ORIGIN}`,
    ...more,
    '',
    '',
  ].join('\r\n');

describe('an upgrade where there is no socket', () => {
  it.each([
    '/healthz',
    '/',
    '/gallery',
    '/nothing/here',
    '/%zz',
    '/api/console/door',
    '/e/ABCD/event',
    '/assets/x.js',
    '/me/someone',
    '/me/someone/live/more',
  ])('at %s is refused, and neither held open nor written down', async (path) => {
    const t = await testApp();
    const before = t.log.length;
    const line = await rawLine(t.app, upgrade(`${path}?secret=${MARK}`));
    let cut = false;
    line.socket.once('close', () => {
      cut = true;
    });
    expect(await line.heard(5_000)).toMatch(/^HTTP\/1.1 404 /u);
    expect(cut).toBe(true);
    const open = await new Promise<number>((told) => t.app.server.getConnections((_error, count) => told(count)));
    expect(open).toBe(0);
    expect(
      t.log
        .slice(before)
        .map(({ text }) => text)
        .filter((text) => text.includes(MARK) || text.includes(path === '/' ? MARK : path)),
    ).toEqual([]);
  });

  it('holds no line either where a socket is, whatever the doorkeeper finds wrong', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const fields = Array.from({ length: 120 }, (_, n) => `x-${n}: 1`);
    const paths = [`/me/${evening.students[0]?.id}/live`, `${evening.displayUrl()}/live`, `${evening.url}/socket`];
    const lines = await Promise.all(paths.map((path) => rawLine(t.app, upgrade(`${path}?x=${MARK}`, fields))));
    let cut = 0;
    for (const line of lines)
      line.socket.once('close', () => {
        cut += 1;
      });
    const heard = await Promise.all(lines.map((line) => line.heard(12_000)));
    for (const text of heard) expect(text).toMatch(/^HTTP\/1.1 4\d\d /u);
    expect(cut).toBe(paths.length);
    expect(t.log.map(({ text }) => text).join('\n')).not.toContain(MARK);
  });
});
