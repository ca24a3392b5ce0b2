import type { Attendee } from '@lapwing/shared/event/roster';
import type { HelpersView } from '@lapwing/shared/protocol/staff-api';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { rawLine } from '../../support/raw-line.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import { type Caller, ORIGIN } from '../../support/test-caller.ts';

interface Held {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly type?: string;
}

/** Sends the head of a request, and its body only when told to. */
async function holdBack(t: TestApp, caller: Caller, { method, path, body, type = 'application/json' }: Held) {
  const head = [
    `${method} ${path} HTTP/1.1`,
    'host: localhost:3000',
    `origin: ${ORIGIN}`,
    `cookie: ${caller.cookieHeader()}`,
    `content-type: ${type}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body.slice(0, 1),
  ].join('\r\n');
  const came = new Promise<void>((done) => t.app.server.once('request', () => done()));
  const line = await rawLine(t.app, head);
  await came;
  return async (): Promise<number> => {
    line.socket.write(body.slice(1));
    return Number(/^HTTP\/1.1 (\d+)/u.exec(await line.heard(5_000))?.[1]);
  };
}

async function room() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const [ann] = evening.students as [Attendee];
  return { t, ada, evening, ann };
}

describe('a body that is held back', () => {
  it('does nothing for a phone whose link was renewed meanwhile', async () => {
    const { t, ada, evening, ann } = await room();
    const phone = await evening.phone(ann);
    const body = JSON.stringify({ coming: false });
    const send = await holdBack(t, phone, { method: 'PUT', path: `/me/${ann.id}/coming`, body });
    await ada.post(`${evening.url}/people/${ann.id}/link/renew`);
    expect(await send()).toBe(404);
    expect(t.services.evenings.get(evening.id)?.people.get(ann.id)?.standing).toBe('active');
  });

  it('erases nobody', async () => {
    const { t, ada, evening, ann } = await room();
    const send = await holdBack(t, await evening.phone(ann), { method: 'DELETE', path: `/me/${ann.id}`, body: '{}' });
    await ada.post(`${evening.url}/people/${ann.id}/link/renew`);
    expect(await send()).toBe(404);
    expect(t.services.evenings.get(evening.id)?.people.has(ann.id)).toBe(true);
  });

  it('does nothing for a helper whose door was closed, nor for an organiser who signed out', async () => {
    const { t, ada, evening, ann } = await room();
    const { code } = (await ada.put(`${evening.url}/helpers`, { open: true })).json<HelpersView>();
    const bo = t.stranger();
    await bo.post('/api/helpers/session', { code, firstName: 'Bo' });
    const body = JSON.stringify({ here: true });
    const path = `${evening.url}/people/${ann.id}/presence`;
    const helpers = await holdBack(t, bo, { method: 'PUT', path, body });
    await ada.put(`${evening.url}/helpers`, { open: false });
    const organisers = await holdBack(t, ada, { method: 'PUT', path, body });
    await ada.delete('/api/console/session');
    expect([await helpers(), await organisers()]).toEqual([401, 401]);
    expect(t.services.evenings.get(evening.id)?.people.get(ann.id)?.checkedInAt).toBeNull();
  });

  it('imports no file of an organiser who signed out', async () => {
    const { t, ada, evening } = await room();
    const mark = 'form-of-a-test';
    const file = 'Full name,Email address\r\nMal Ory,mal@example.org\r\n';
    const body = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${file}\r\n--${mark}--\r\n`;
    const path = `${evening.url}/imports/preview?as=students`;
    const send = await holdBack(t, ada, {
      ...{ method: 'POST', path, body },
      type: `multipart/form-data; boundary=${mark}`,
    });
    await ada.delete('/api/console/session');
    expect(await send()).toBe(401);
  });
});
