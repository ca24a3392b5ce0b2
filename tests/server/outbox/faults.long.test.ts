import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { minutes } from '@lapwing/shared/kernel/time';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openMailServer } from '../../support/mail-server.ts';
import {
  delivered,
  LITTLE_PATIENCE,
  later,
  mailerTo,
  mailServer,
  queued,
  states,
  stored,
} from '../../support/outbox.ts';
import { freePort } from '../../support/real-server.ts';
import { testApp } from '../../support/test-app.ts';

const impatient = (port: number) => mailerTo(port, {}, LITTLE_PATIENCE);

/** Something that listens like a mail server and is none. */
async function listener(onSocket: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    onSocket(socket);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Speaks SMTP by heart up to a word of the client, and then does what it is told. */
const script =
  (until: RegExp, then: (socket: Socket) => void, seen: string[] = []) =>
  (socket: Socket): void => {
    socket.write('220 here\r\n');
    let text = '';
    socket.setEncoding('latin1').on('data', (part: string) => {
      seen.push(part);
      text += part;
      if (until.test(text)) return then(socket);
      if (/^DATA\r\n$/mu.test(part)) socket.write('354 go on\r\n');
      else for (const _ of part.matchAll(/^(EHLO|HELO|MAIL|RCPT|RSET)/gmu)) socket.write('250 fine\r\n');
    });
  };

describe('a mail server in trouble', () => {
  it('is not there: nothing is lost, one mail at a time asks again, and all go when it is back', async () => {
    const port = await freePort();
    const t = await testApp({ mailer: mailerTo(port) });
    for (let n = 0; n < 8; n++) queued(t, { subject: `Mail ${n}` });
    await delivered(t);
    const tried = stored(t).filter(({ attempts }) => attempts > 0);
    expect(tried.length, 'no more than the lines that were out').toBeLessThanOrEqual(3);
    expect(states(t)).toBe(Array(8).fill('queued').join(' '));
    expect(tried[0]?.lastError).toBe('The mail server refuses the connection.');
    expect(t.services.outbox.trouble()).toMatchObject({ reason: tried[0]?.lastError });
    await later(t, minutes(1));
    expect(stored(t).filter(({ attempts }) => attempts > 0).length).toBeLessThanOrEqual(4);
    const server = await openMailServer({ port });
    onTestFinished(server.close);
    await later(t, minutes(3));
    expect(states(t)).toBe(Array(8).fill('sent').join(' '));
    expect(server.mails.map(({ subject }) => subject).sort()).toEqual(stored(t).map(({ subject }) => subject));
    expect(t.services.outbox.trouble()).toBeNull();
  });

  it('the organiser need not wait for the rest to be over', async () => {
    const port = await freePort();
    const t = await testApp({ mailer: mailerTo(port) });
    for (let n = 0; n < 5; n++) queued(t);
    await delivered(t);
    const server = await openMailServer({ port });
    onTestFinished(server.close);
    t.services.outbox.insist();
    await delivered(t);
    expect(states(t).match(/sent/gu)?.length).toBeGreaterThanOrEqual(2);
  });

  it('never says a word: the mail waits', async () => {
    const t = await testApp({ mailer: impatient(await listener(() => {})) });
    queued(t);
    await delivered(t);
    expect(stored(t)[0]).toMatchObject({ state: 'queued', lastError: 'The mail server does not answer.' });
  });

  it('falls silent before it has the mail: the mail waits', async () => {
    const t = await testApp({ mailer: impatient(await listener(script(/^RCPT/mu, () => {}))) });
    queued(t);
    await delivered(t);
    expect(stored(t)[0]).toMatchObject({ state: 'queued', lastError: 'The mail server does not answer.' });
  });

  it.each([
    ['falls silent', () => {}],
    ['hangs up', (socket: Socket) => socket.destroy()],
  ])('%s after it has the mail: it may have gone out, so nobody sends it again', async (_what, then) => {
    const seen: string[] = [];
    const t = await testApp({ mailer: impatient(await listener(script(/\r\n\.\r\n$/u, then, seen))) });
    queued(t);
    await delivered(t);
    await later(t, minutes(10_000));
    expect(stored(t)[0]).toMatchObject({ state: 'unsure', attempts: 1 });
    expect(seen.join('').match(/^Subject: Hello/gmu)?.length).toBe(1);
  });

  it('hangs up after each mail: the next goes over a new connection, at once', async () => {
    const seen: string[] = [];
    const bye = (socket: Socket): void => void socket.end('250 taken\r\n');
    const t = await testApp({ mailer: mailerTo(await listener(script(/\r\n\.\r\n$/u, bye, seen))) });
    for (let n = 0; n < 6; n++) queued(t);
    await delivered(t);
    expect(states(t)).toBe(Array(6).fill('sent').join(' '));
    expect(stored(t).map(({ attempts }) => attempts)).toEqual(Array(6).fill(1));
    expect(seen.join('').match(/^Subject: Hello/gmu)?.length).toBe(6);
  });
});

describe('the end of the server', () => {
  it('polite: what is on its way is waited for a moment, and comes back known', async () => {
    const held: (() => void)[] = [];
    const server = await mailServer({ toMail: () => new Promise((done) => held.push(done)) });
    const t = await testApp({ mailer: mailerTo(server.port) });
    for (let n = 0; n < 5; n++) queued(t);
    t.clock.advance(0);
    while (held.length < 3) await new Promise((soon) => setTimeout(soon, 2));
    const closed = t.close();
    for (const let_ of held) let_();
    await closed;
    const again = await testApp({ clock: t.clock, dataDir: t.dataDir, mailer: mailerTo(server.port) });
    expect(states(again)).toBe('sent sent sent queued queued');
  });

  it('in the middle of a greeting: what nobody was given goes out the next time', async () => {
    const silent = await testApp({ mailer: impatient(await listener(() => {})) });
    queued(silent);
    silent.clock.advance(0);
    expect(states(silent)).toBe('sending');
    await silent.close();
    const server = await mailServer();
    const again = await testApp({ clock: silent.clock, dataDir: silent.dataDir, mailer: mailerTo(server.port) });
    expect(states(again)).toBe('queued');
    await later(again, minutes(2));
    expect(states(again)).toBe('sent');
  });

  it('without a word: what was being handed over is in doubt, and stays where it is', async () => {
    const t = await testApp();
    queued(t);
    t.db.$client.exec("UPDATE mails SET state = 'sending', attempts = 1");
    await t.close();
    const server = await mailServer();
    const again = await testApp({ clock: t.clock, dataDir: t.dataDir, mailer: mailerTo(server.port) });
    await later(again, minutes(10_000));
    expect(states(again)).toBe('unsure');
    expect(server.mails).toEqual([]);
  });
});

describe('a disk in trouble', () => {
  it('that does not take "sending" sends nothing; one that does not take the outcome is asked until it does', async () => {
    const server = await mailServer();
    const t = await testApp({ mailer: mailerTo(server.port), mayLogErrors: true });
    queued(t);
    const full = (when: string): void =>
      void t.db.$client.exec(
        `CREATE TRIGGER full BEFORE UPDATE ON mails WHEN NEW.state = '${when}' BEGIN SELECT RAISE(ABORT, 'full'); END`,
      );
    full('sending');
    await delivered(t);
    expect(states(t)).toBe('queued');
    expect(server.connections()).toBe(0);
    t.db.$client.exec('DROP TRIGGER full');
    full('sent');
    t.clock.advance(1_000);
    while (server.mails.length === 0) await new Promise((soon) => setTimeout(soon, 2));
    expect(states(t)).toBe('sending');
    t.db.$client.exec('DROP TRIGGER full');
    while (states(t) === 'sending') {
      t.clock.advance(1_000);
      await new Promise((soon) => setTimeout(soon, 2));
    }
    expect(states(t)).toBe('sent');
    expect(server.mails.length).toBe(1);
  });
});
