import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import { ORIGIN } from '../../support/test-caller.ts';

describe('a server that stops', () => {
  it('says so to every page and is gone within 3 seconds, also when a phone vanished without a word', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const [ann, bob] = evening.students;
    if (!ann || !bob) throw new Error('two students are needed');
    const [annsPhone, bobsPhone] = [await evening.phone(ann), await evening.phone(bob)];
    const alive = await t.socket(`/me/${ann.id}/live`, annsPhone);
    const { port } = t.app.server.address() as AddressInfo;
    await alive.until('card');

    // A socket of plain bytes: after the upgrade it never answers anything, a close frame least of all.
    const vanished = connect(port, '127.0.0.1');
    const upgraded = new Promise((resolve) => vanished.once('data', resolve));
    const request = [
      `GET /me/${bob.id}/live HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Origin: ${ORIGIN}`,
      `Cookie: ${bobsPhone.cookieHeader()}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ];
    vanished.write(`${request.join('\r\n')}\r\n\r\n`);
    expect(String(await upgraded)).toContain('101 Switching Protocols');
    const idle = connect(port, '127.0.0.1');
    await new Promise((resolve) => idle.once('connect', resolve));
    vanished.on('error', () => {});
    idle.on('error', () => {});

    const from = performance.now();
    await t.close();
    expect(performance.now() - from).toBeLessThan(3_000);
    expect((await alive.closed).code).toBe(1012);
    idle.destroy();
    vanished.destroy();
  });

  it('is healthy before, and leaves no timer behind', async () => {
    const t = await testApp();
    expect((await t.stranger().get('/readyz')).json()).toEqual({ status: 'ready' });
    expect((await t.stranger().get('/healthz')).json()).toEqual({ status: 'ok' });
    await t.close();
    expect(t.clock.nextAlarm, 'no timer is left').toBeNull();
  });
});
