import type { EventId } from '@lapwing/shared/kernel/ids';
import type { LinksToSend, MailLine, MailToRead, OutboxView } from '@lapwing/shared/protocol/outbox-api';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { attendees } from '../../../server/src/db/schema.ts';
import { makeEvening, opened, type TestEvening } from '../../support/evening-builder.ts';
import { No } from '../../support/mail-server.ts';
import { delivered, mailerTo, mailServer, states, stored } from '../../support/outbox.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const view = async (ada: Caller, { url }: TestEvening, query = ''): Promise<OutboxView> =>
  (await ada.get(`${url}/outbox${query}`)).json<OutboxView>();
const links = async (ada: Caller, { url }: TestEvening): Promise<LinksToSend> =>
  (await ada.get(`${url}/outbox/links`)).json<LinksToSend>();
const act = (ada: Caller, { url }: TestEvening, what: string, kind: string | null = null) =>
  ada.post(`${url}/outbox`, { act: what, kind });

async function hall(port: number | null, students: number): Promise<{ t: TestApp; ada: Caller; evening: TestEvening }> {
  const t = await testApp(port === null ? {} : { mailer: mailerTo(port) });
  const ada = await t.organiser();
  return { t, ada, evening: await makeEvening(t, { students, published: false, wishes: false }) };
}

const linkIn = (text: string | undefined): string => /https?:\/\/\S+/u.exec(text ?? '')?.[0] ?? '';

describe('everybody’s personal link', () => {
  it('is shown before it goes, goes once to each who is expected, and opens their page', async () => {
    const server = await mailServer();
    const { t, ada, evening } = await hall(server.port, 5);
    const [ann, ben] = evening.students;
    if (!ann || !ben) throw new Error('students are needed');
    await ada.put(`${evening.url}/people/${ann.id}`, { details: { email: '' } });
    await ada.put(`${evening.url}/people/${ben.id}/standing`, { standing: 'cancelled' });
    const before = await links(ada, evening);
    expect(before).toMatchObject({ people: 6, had: 0, withoutAddress: 1, reach: 'this-machine' });
    expect(before.example?.body).toContain(`${before.origin}/me/…`);
    expect(stored(t), 'nothing is written').toEqual([]);
    expect((await ada.post(`${evening.url}/outbox/links`)).json()).toEqual({ queued: 6 });
    await delivered(t);
    expect((await ada.post(`${evening.url}/outbox/links`)).json()).toEqual({ queued: 0 });
    await delivered(t);
    expect(server.mails.length).toBe(6);
    expect(new Set(server.asked).size).toBe(6);
    for (const mail of server.mails) await opened(t.stranger(), linkIn(mail.text));
    expect(await links(ada, evening)).toMatchObject({ people: 0, had: 6, example: null });
    expect((await view(ada, evening)).batches.links).toMatchObject({ sent: 6, queued: 0 });
    await ada.put(`${evening.url}/people/${ben.id}/standing`, { standing: 'active' });
    expect((await ada.post(`${evening.url}/outbox/links`)).json()).toEqual({ queued: 1 });
  });

  it('that could not be delivered is not had: it goes to another address, and to the same when the organiser says so', async () => {
    let full = true;
    const no = (to: string): boolean => to.startsWith('gone') || (full && to.startsWith('full'));
    const server = await mailServer({ toRecipient: (to) => (no(to) ? new No(550, 'No') : null) });
    const { t, ada, evening } = await hall(server.port, 2);
    const [ann, ben] = evening.students;
    const put = (id: string | undefined, email: string) =>
      ada.put(`${evening.url}/people/${id}`, { details: { email } });
    await put(ann?.id, 'gone@example.org');
    await put(ben?.id, 'full@example.org');
    const send = async (body?: object) => (await ada.post(`${evening.url}/outbox/links`, body)).json();
    expect(await send()).toEqual({ queued: 5 });
    await delivered(t);
    expect(await links(ada, evening)).toMatchObject({ people: 0, had: 3, refused: 2 });
    expect(await send(), 'nobody is written to again by itself').toEqual({ queued: 0 });
    await put(ann?.id, 'here@example.org');
    expect(await links(ada, evening)).toMatchObject({
      ...{ people: 1, had: 3, refused: 1 },
      example: { to: 'here@example.org' },
    });
    expect(await send({ again: false })).toEqual({ queued: 1 });
    await delivered(t);
    expect(server.asked.at(-1)).toBe('here@example.org');
    expect(await links(ada, evening)).toMatchObject({ people: 0, had: 4, refused: 1 });
    full = false;
    expect(await send({ again: true })).toEqual({ queued: 1 });
    expect(await send({ again: true }), 'pressed twice').toEqual({ queued: 0 });
    await delivered(t);
    expect(await links(ada, evening)).toMatchObject({ people: 0, had: 5, refused: 0 });
    expect(server.mails).toHaveLength(5);
    expect(stored(t)).toHaveLength(5);
    await opened(t.stranger(), linkIn(server.mails.at(-1)?.text));
  });

  it('keeps no secret in the database, and no address in the log', async () => {
    const server = await mailServer({ toRecipient: (to) => (to.startsWith('mentor') ? new No(550, to) : null) });
    const { t, ada, evening } = await hall(server.port, 3);
    await ada.post(`${evening.url}/outbox/links`);
    await delivered(t);
    const secrets = server.mails.map(({ text }) => linkIn(text).split('#')[1] ?? '');
    // what opens the page, and what shows the mailbox
    expect(secrets.every((secret) => /^[\w-]{43}\.[\w-]{22}$/u.test(secret))).toBe(true);
    const dump = JSON.stringify(stored(t));
    expect(secrets.flatMap((secret) => secret.split('.')).filter((secret) => dump.includes(secret))).toEqual([]);
    const log = t.log.map(({ text }) => text).join('\n');
    expect(log).not.toMatch(/@example\.org|\/me\//u);
    for (const secret of secrets) expect(log).not.toContain(secret);
  });

  it('300 of them with a Stop in the middle: what has gone has gone, the rest goes when it is resumed, nobody gets two', async () => {
    let open = (): void => {};
    const gate = new Promise<void>((done) => {
      open = done;
    });
    let taken = 0;
    const server = await mailServer({
      toMail: () => {
        taken += 1;
        return taken > 60 ? gate : undefined;
      },
    });
    const { t, ada, evening } = await hall(server.port, 297);
    expect((await ada.post(`${evening.url}/outbox/links`)).json()).toEqual({ queued: 300 });
    t.clock.advance(0);
    while (taken < 63) await new Promise((soon) => setTimeout(soon, 2));
    const midway = await view(ada, evening);
    expect(midway.counts).toMatchObject({ sent: 60, sending: 3, queued: 237 });
    expect((await act(ada, evening, 'stop', 'links')).json()).toEqual({ queued: 237 });
    expect(await links(ada, evening)).toMatchObject({ people: 0, had: 63, stopped: 237 });
    open();
    await delivered(t);
    expect((await view(ada, evening)).counts).toMatchObject({ sent: 63, stopped: 237, queued: 0 });
    expect(server.mails.length).toBe(63);
    expect((await act(ada, evening, 'resume', 'links')).json()).toEqual({ queued: 237 });
    await delivered(t);
    expect((await view(ada, evening)).counts).toMatchObject({ sent: 300, stopped: 0 });
    expect(new Set(server.asked).size).toBe(300);
    expect(server.mails.length).toBe(300);
    expect(server.connections(), 'connections are used again').toBeLessThan(15);
  }, 60_000);
});

describe('one mail in the outbox', () => {
  const idOf = async (ada: Caller, evening: TestEvening, n = 0): Promise<string> =>
    (await view(ada, evening)).mails[n]?.id ?? '';
  const does = async (ada: Caller, { url }: TestEvening, id: string, what: string) =>
    ada.post(`${url}/mails/${id}/${what}`);

  it('without a mail server is read with its link, and marked as sent by hand; that can be taken back', async () => {
    const { t, ada, evening } = await hall(null, 1);
    await ada.post(`${evening.url}/outbox/links`);
    expect(await view(ada, evening)).toMatchObject({ from: null, counts: { draft: 4 } });
    const id = await idOf(ada, evening);
    const mail = (await ada.get(`${evening.url}/mails/${id}`)).json<MailToRead>();
    await opened(t.stranger(), linkIn(mail.body));
    expect((await does(ada, evening, id, 'arrived')).json<MailLine>()).toMatchObject({ state: 'sent', sentAt: null });
    expect((await does(ada, evening, id, 'arrived')).json<MailLine>()).toMatchObject({ state: 'sent' });
    expect((await does(ada, evening, id, 'again')).json()).toEqual({ error: { code: 'mail-gone' } });
    expect((await does(ada, evening, id, 'open')).json<MailLine>()).toMatchObject({ state: 'draft' });
  });

  it('that was refused goes to the address that was put right', async () => {
    const server = await mailServer({ toRecipient: (to) => (to.startsWith('gone') ? new No(550, 'Gone') : null) });
    const { t, ada, evening } = await hall(server.port, 1);
    const [ann] = evening.students;
    if (!ann) throw new Error('a student is needed');
    await ada.put(`${evening.url}/people/${ann.id}`, { details: { email: 'gone@example.org' } });
    await ada.post(`${evening.url}/outbox/links`);
    await delivered(t);
    const [refused] = (await view(ada, evening, '?state=refused')).mails;
    expect(refused).toMatchObject({ to: 'gone@example.org', lastError: '550 Gone' });
    await ada.put(`${evening.url}/people/${ann.id}`, { details: { email: 'here@example.org' } });
    expect((await does(ada, evening, refused?.id ?? '', 'again')).json()).toMatchObject({ to: 'here@example.org' });
    await delivered(t);
    expect(states(t)).toBe('sent sent sent sent');
    expect(server.asked.at(-1)).toBe('here@example.org');
    expect((await does(ada, evening, refused?.id ?? '', 'stop')).json()).toEqual({ error: { code: 'mail-gone' } });
  });

  it('that is in doubt goes again only when the organiser says so', async () => {
    const server = await mailServer();
    const { t, ada, evening } = await hall(server.port, 1);
    await ada.post(`${evening.url}/outbox/links`);
    t.db.$client.exec("UPDATE mails SET state = 'unsure', attempts = 1");
    await delivered(t);
    expect(server.mails).toEqual([]);
    const first = await idOf(ada, evening);
    const second = await idOf(ada, evening, 1);
    await does(ada, evening, first, 'again');
    await does(ada, evening, second, 'arrived');
    await delivered(t);
    expect(server.mails.length).toBe(1);
    expect((await view(ada, evening)).counts).toMatchObject({ sent: 2, unsure: 2 });
    await does(ada, evening, second, 'open');
    expect((await view(ada, evening)).counts).toMatchObject({ sent: 1, unsure: 3 });
  });

  it('can be found by a part of its address', async () => {
    const { ada, evening } = await hall(null, 12);
    await ada.post(`${evening.url}/outbox/links`);
    const found = (await view(ada, evening, '?find=student1@')).mails.map(({ to }) => to);
    expect(found).toEqual(['student1@example.org']);
    expect((await view(ada, evening, '?find=%25')).mails).toEqual([]);
  });

  it('of an event that was deleted stays, and goes when the event is back', async () => {
    const server = await mailServer();
    const { t, ada, evening } = await hall(server.port, 1);
    await ada.post(`${evening.url}/outbox/links`);
    await ada.delete(evening.url);
    await delivered(t);
    expect(server.mails).toEqual([]);
    await ada.post(`${evening.url}/restore`);
    t.clock.advance(60_000);
    await delivered(t);
    expect(server.mails.length).toBe(4);
  });
});

describe('the reminder', () => {
  const DAY = 86_400_000;
  async function invited(port: number | null): Promise<{ t: TestApp; ada: Caller; evening: TestEvening }> {
    const made = await hall(port, 2);
    const { t, ada, evening } = made;
    const { settings } = (await ada.get(evening.url)).json<{ settings: { startsAt: number } }>();
    const startsAt = Math.floor(t.clock.now()) + 3 * DAY;
    await ada.put(`${evening.url}/settings`, { ...settings, startsAt });
    return made;
  }
  const invite = async (ada: Caller, { url }: TestEvening): Promise<void> => {
    const invitation = (await ada.get(`${url}/invitation`)).json<{ invitation: object }>();
    await ada.put(`${url}/invitation`, { invitation: { ...invitation.invitation, open: true } });
  };
  const reminders = (t: TestApp): number => stored(t).filter(({ kind }) => kind === 'reminder').length;
  const minute = async (t: TestApp): Promise<void> => {
    t.clock.advance(60_000);
    await delivered(t);
  };

  it('goes out by itself a day before, once, with the way to say that one cannot come', async () => {
    const server = await mailServer();
    const { t, ada, evening } = await invited(server.port);
    await invite(ada, evening);
    const { reminder } = await view(ada, evening);
    expect(reminder).toEqual({ at: Math.floor(t.clock.now()) + 2 * DAY, people: 5, on: true });
    t.clock.jumpTo((reminder?.at ?? 0) - 90_000);
    await minute(t);
    expect(reminders(t)).toBe(0);
    await minute(t);
    expect(reminders(t)).toBe(5);
    await minute(t);
    expect(server.mails.length).toBe(5);
    expect(server.mails[0]?.text).toContain('Tell us if you cannot come.');
    await opened(t.stranger(), linkIn(server.mails[0]?.text));
    expect((await view(await t.organiser(), evening)).reminder).toBeNull();
    t.db
      .update(attendees)
      .set({ standing: 'active' })
      .where(eq(attendees.eventId, evening.id as EventId))
      .run();
    await minute(t);
    expect(reminders(t)).toBe(5);
  });

  it('can be called off before, and stopped after it was queued', async () => {
    const server = await mailServer();
    const { t, ada, evening } = await invited(server.port);
    await invite(ada, evening);
    expect((await ada.put(`${evening.url}/outbox/reminder`, { on: false })).json()).toMatchObject({
      reminder: { on: false },
    });
    t.clock.jumpTo(t.clock.now() + 2 * DAY + 60_000);
    await minute(t);
    expect(reminders(t)).toBe(0);
    const bob = await t.organiser('Bob');
    await bob.put(`${evening.url}/outbox/reminder`, { on: true });
    t.clock.advance(60_000);
    await act(bob, evening, 'stop', 'reminder');
    await delivered(t);
    expect((await view(bob, evening)).batches.reminder?.stopped).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['nobody was invited', 0, false],
    ['it is too late', 2.9, true],
  ])('does not go where %s', async (_why, days, withInvitation) => {
    const server = await mailServer();
    const { t, ada, evening } = await invited(server.port);
    if (withInvitation) await invite(ada, evening);
    t.clock.jumpTo(t.clock.now() + (days || 2.1) * DAY);
    await minute(t);
    expect(reminders(t)).toBe(0);
    expect((await view(await t.organiser(), evening)).reminder).toBeNull();
  });

  it('does not go without a mail server', async () => {
    const { t, ada, evening } = await invited(null);
    await invite(ada, evening);
    t.clock.jumpTo(t.clock.now() + 2.1 * DAY);
    t.clock.advance(120_000);
    expect(reminders(t)).toBe(0);
  });

  it('spares who has only just registered', async () => {
    const server = await mailServer();
    const { t, ada, evening } = await invited(server.port);
    await invite(ada, evening);
    t.clock.jumpTo(t.clock.now() + 1.9 * DAY);
    const details = { role: 'student', name: 'Late Lara', email: 'late@example.org' };
    await ada.post(`${evening.url}/people`, { details });
    t.clock.jumpTo(t.clock.now() + 0.2 * DAY);
    await minute(t);
    expect(reminders(t)).toBe(5);
    expect(server.asked).not.toContain('late@example.org');
  });
});
