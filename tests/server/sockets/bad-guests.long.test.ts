import { SILENT_AFTER_MS } from '@lapwing/shared/protocol/messages';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import type { TestSocket } from '../../support/test-socket.ts';

async function room() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const [bad, good] = evening.students;
  if (!bad || !good) throw new Error('two students are needed');
  const phone = async (person: typeof bad): Promise<TestSocket> =>
    t.socket(`/me/${person.id}/live`, await evening.phone(person));
  return { t, ada, evening, bad, good, phone };
}

describe('what a page sends', () => {
  it('may be nonsense: it is ignored, and not echoed', async () => {
    const { bad, phone } = await room();
    const guest = await phone(bad);
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const nonsense = ['', 'null', '{', '[]', '"c"', '{"t":"c"}', '{"t":"c","a":"1"}', '{"t":"c","a":1e999}'];
    const unknown = ['{"t":"next"}', '{"t":"c","a":1,"x":2}', '{"__proto__":{"t":"c"}}', deep];
    for (const text of [...nonsense, ...unknown]) guest.socket.send(text);
    guest.socket.send(Buffer.from('{"t":"c","a":1}'), { binary: true });
    await guest.settled();
    expect(guest.all('c'), 'only the question of the test was answered').toHaveLength(1);
  });

  it.each([
    ['20 KB at once', 1009, (guest: TestSocket) => guest.socket.send('x'.repeat(20_000))],
    [
      '200 messages at once',
      1008,
      (guest: TestSocket) => {
        for (let sent = 0; sent < 200; sent++) guest.socket.send(`{"t":"c","a":${sent}}`);
      },
    ],
    [
      '200 pings at once',
      1008,
      (guest: TestSocket) => {
        for (let sent = 0; sent < 200; sent++) guest.socket.ping();
      },
    ],
  ])('%s ends its own socket, and hurts nobody else', async (_what, code, misbehave) => {
    const { ada, evening, bad, good, phone } = await room();
    const [guest, other] = [await phone(bad), await phone(good)];
    misbehave(guest);
    expect((await guest.closed).code).toBe(code);
    await evening.start(ada);
    await other.until('room', ({ v }) => v === evening.version());
    const back = await phone(bad);
    await back.until('room', ({ v }) => v === evening.version());
  });

  it('is cut without a goodbye when a flood does not end', async () => {
    const { bad, phone } = await room();
    const guest = await phone(bad);
    for (let sent = 0; sent < 3_000; sent++) guest.socket.send('x');
    expect([1006, 1008]).toContain((await guest.closed).code);
  });

  it('may be 20 messages a second all evening', async () => {
    const { t, bad, phone } = await room();
    const guest = await phone(bad);
    for (let sent = 0; sent < 400; sent++) {
      t.clock.advance(50);
      guest.socket.send(`{"t":"c","a":${sent}}`);
      await guest.until('c', ({ a }) => a === sent);
    }
    expect(guest.socket.readyState).toBe(guest.socket.OPEN);
  });
});

describe('a page that says nothing', () => {
  it('is not counted after 30 seconds and cut after 45; one that speaks stays', async () => {
    const { t, ada, evening, bad, good, phone } = await room();
    const console = await t.socket(`${evening.url}/socket`, ada);
    const [silent, other] = [await phone(bad), await phone(good)];
    await console.until('staff', ({ phones }) => phones === 2);
    let over = false;
    void silent.closed.then(() => {
      over = true;
    });
    for (let passed = 0; passed < SILENT_AFTER_MS; passed += 5_000) {
      t.clock.advance(5_000);
      await Promise.all([console.settled(), other.settled()]);
      expect(over, `after ${passed + 5_000} ms`).toBe(false);
    }
    t.clock.advance(5_000);
    await silent.closed;
    await console.until('staff', ({ phones }) => phones === 1);
    await other.settled();
  });
});

describe('a page that does not read', () => {
  it('is cut when too much waits for it; others go on', async () => {
    const { t, evening, bad, good, phone } = await room();
    const [deaf, other] = [await phone(bad), await phone(good)];
    deaf.socket.pause();
    const text = JSON.stringify({ t: 'hall', padding: 'x'.repeat(16_000) });
    for (let sent = 0; sent < 100 && t.services.hub.count(evening.id, 'phone', t.clock.now()) === 2; sent++) {
      for (let more = 0; more < 10; more++) t.services.hub.publish(evening.id, text);
      await other.settled();
    }
    expect(t.services.hub.count(evening.id, 'phone', t.clock.now())).toBe(1);
    deaf.socket.resume();
    expect((await deaf.closed).code).toBe(1006);
    await other.settled();
  });
});

describe('whose reason to listen is gone', () => {
  it('is told 4401: the event was deleted', async () => {
    const { t, ada, evening, bad, phone } = await room();
    const sockets = [
      await t.socket(`${evening.url}/socket`, ada),
      await t.socket(`${evening.displayUrl()}/live`, await evening.display()),
      await phone(bad),
    ];
    const elsewhere = await makeEvening(t);
    const other = await t.socket(`${elsewhere.url}/socket`, ada);
    await ada.delete(evening.url);
    for (const socket of sockets) expect((await socket.closed).code).toBe(4401);
    await other.settled();
  });

  it('is told 4401: the organiser signed out, on all pages of this sign-in and no other', async () => {
    const { t, ada, evening } = await room();
    const bo = await t.organiser('Bo');
    const [one, two, bos] = [
      await t.socket(`${evening.url}/socket`, ada),
      await t.socket(`${evening.url}/socket`, ada),
      await t.socket(`${evening.url}/socket`, bo),
    ];
    await ada.delete('/api/console/session');
    expect([(await one.closed).code, (await two.closed).code]).toEqual([4401, 4401]);
    await bos.settled();
  });

  it('is told 4401: the import that brought this person was undone', async () => {
    const { t, ada, evening, good, phone } = await room();
    const file = Buffer.from('Timestamp,Full name,Email address\n1,Zoe Quill,zoe@example.org\n');
    const { digest } = (await ada.upload(`${evening.url}/imports/preview?as=students`, file)).json<{
      digest: string;
    }>();
    const applied = await ada.upload(`${evening.url}/imports?as=students&digest=${digest}`, file);
    const people = (await ada.get(`${evening.url}/people`)).json<(typeof good)[]>();
    const zoe = people.find(({ name }) => name === 'Zoe Quill');
    if (!zoe) throw new Error('the import brought nobody');
    const [hers, other] = [await phone(zoe), await phone(good)];
    await ada.post(`${evening.url}/imports/${applied.json<{ importId: string }>().importId}/undo`);
    expect((await hers.closed).code).toBe(4401);
    await other.settled();
    const gone = await t.stranger().get(`/me/${zoe.id}/opening`);
    expect(gone.statusCode).toBe(404);
  });

  it('is told 4401: the console’s event does not exist', async () => {
    const { t, ada } = await room();
    const socket = await t.socket('/api/events/nowhere/socket', ada);
    expect((await socket.closed).code).toBe(4401);
  });
});
