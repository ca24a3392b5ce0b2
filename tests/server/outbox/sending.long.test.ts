import { instant, minutes } from '@lapwing/shared/kernel/time';
import type { AddressObject } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { WAITS } from '../../../server/src/outbox/waits.ts';
import { attendeeLink } from '../../../server/src/services/link-service.ts';
import { linkByMail, makeEvening } from '../../support/evening-builder.ts';
import { No } from '../../support/mail-server.ts';
import { delivered, later, mailerTo, mailServer, queued, states, stored } from '../../support/outbox.ts';
import { testApp } from '../../support/test-app.ts';

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'PRODID:-//Lapwing//EN',
  'VERSION:2.0',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:evening',
  'DESCRIPTION:Your page: {link} and some more words that make this line a lo',
  ' ng one',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

const addressOf = (to: AddressObject | AddressObject[] | undefined): (string | undefined)[] =>
  [to].flat().flatMap((each) => each?.value.map(({ address }) => address) ?? []);

describe('mail on its way', () => {
  it('arrives as it was written, with the link put in', async () => {
    const server = await mailServer();
    const t = await testApp({ mailer: mailerTo(server.port) });
    const evening = await makeEvening(t, { settings: { name: 'Soirée “Été”, 夜' } });
    const [ann] = evening.students;
    if (!ann) throw new Error('a student is needed');
    const body = `Grüße, Zoë.\n.\nA line with a dot before it, and your page:\n{link}\n${'word '.repeat(60)}\n`;
    const subject =
      'Schön, dass Sie kommen: Soirée “Été”, 夜 – bis bald in King’s Hall, und bringen Sie gute Laune mit';
    queued(t, { eventId: evening.id, attendeeId: ann.id, to: 'zoë@exämple.org', subject, body, calendar: CALENDAR });
    queued(t, { eventId: evening.id, attendeeId: ann.id, to: ann.email, subject, body, calendar: CALENDAR });
    await delivered(t);
    expect(states(t)).toBe('sent sent');
    const mail = server.mails.find(({ to }) => addressOf(to).includes(ann.email));
    if (!mail) throw new Error('no mail came');
    const link = linkByMail(t, evening.id, ann.id);
    expect(mail.subject).toBe(subject);
    expect(mail.text?.trimEnd()).toBe(body.replace('{link}', link).trimEnd());
    expect(mail.from?.value).toEqual([{ name: 'Soirée “Été”, 夜', address: 'events@night.example.org' }]);
    expect(addressOf(mail.to)).toEqual([ann.email]);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.messageId).toBe(`<${stored(t)[1]?.id}@night.example.org>`);
    expect(mail.date?.getTime()).toBe(Math.floor(t.clock.now() / 1_000) * 1_000);
    const [calendar] = mail.attachments.filter(({ contentType }) => contentType === 'text/calendar');
    const [file] = mail.attachments.filter(({ filename }) => filename === 'invitation.ics');
    const lines = file?.content.toString().split('\r\n') ?? [];
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    const whole = lines.join('\r\n').replaceAll('\r\n ', '');
    const shown = attendeeLink(t.services, evening.id, ann.id);
    expect(link, 'P1 a calendar is shared: its entry shows no mailbox').not.toBe(shown.ok && shown.value);
    expect(whole).toContain(
      `DESCRIPTION:Your page: ${shown.ok && shown.value} and some more words that make this line a long one\r\n`,
    );
    expect(calendar?.headers.get('content-type')).toMatchObject({ params: { method: 'REQUEST' } });
    expect(calendar?.content.toString()).toBe(file?.content.toString());
    expect(stored(t)[1]?.body).toBe(body);
  });

  it('waits as a draft where there is no mail server, also if there was one', async () => {
    const server = await mailServer();
    const t = await testApp();
    queued(t);
    await delivered(t);
    expect(states(t)).toBe('draft');
    await t.close();
    const again = await testApp({ clock: t.clock, dataDir: t.dataDir, mailer: mailerTo(server.port) });
    queued(again);
    again.clock.advance(0);
    await again.close();
    const third = await testApp({ clock: t.clock, dataDir: t.dataDir });
    expect(states(third)).toMatch(/^draft (draft|sent)$/u);
    expect(server.mails.length).toBeLessThanOrEqual(1);
  });

  it('is queued once for one key, and never for nobody', async () => {
    const server = await mailServer();
    const t = await testApp({ mailer: mailerTo(server.port) });
    queued(t, { key: 'links:ann:1' });
    queued(t, { key: 'links:ann:1', subject: 'Another' });
    queued(t, { to: '' });
    await delivered(t);
    queued(t, { key: 'links:ann:1' });
    await delivered(t);
    expect(server.mails.map(({ subject }) => subject)).toEqual(['Hello']);
  });

  it.each([
    ['two addresses', { to: 'a@example.org, b@example.org' }],
    ['a line break in the address', { to: 'a@example.org\r\nBcc: b@example.org' }],
    ['a name before the address', { to: 'Ann <a@example.org>' }],
    ['a line break in the subject', { subject: 'Hello\r\nBcc: b@example.org' }],
    ['a NUL in the subject', { subject: 'Hello\0' }],
  ])('never leaves with %s, and the outbox says why', async (_what, wrong) => {
    const server = await mailServer();
    const t = await testApp({ mailer: mailerTo(server.port) });
    queued(t, wrong);
    queued(t);
    await delivered(t);
    expect(states(t)).toBe('refused sent');
    expect(stored(t)[0]?.lastError).toMatch(/^(This is not one e-mail address|The subject holds)/u);
    expect(server.asked).toEqual(['ann@example.org']);
    const letter = {
      id: 'x',
      fromName: 'x',
      from: 'a@b.org',
      replyTo: '',
      body: '',
      calendar: '',
      date: t.clock.now(),
    };
    const past = await mailerTo(server.port).send({ ...letter, to: 'a@b.org', subject: 'x', ...wrong });
    expect(past.kind).toBe('refused');
    expect(server.mails.length).toBe(1);
  });
});

it('what would end a header is refused where it comes in, by the name of its field', async () => {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const { settings } = (await ada.get(evening.url)).json<{ settings: object }>();
  for (const end of ['\r\nBcc: b@example.org', '\n', '\0', '\u2028']) {
    const person = { role: 'student', name: 'Ann', email: `a@example.org${end}` };
    const asked = [
      await ada.post(`${evening.url}/people`, { details: person }),
      await ada.put(`${evening.url}/settings`, { ...settings, name: `Night${end}` }),
      await ada.post('/api/events', { name: `Night${end}` }),
    ];
    expect(asked.map((answer) => [answer.statusCode, answer.json<{ error: object }>().error])).toEqual([
      [400, { code: 'bad-request', details: { field: 'details.email' } }],
      [400, { code: 'bad-request', details: { field: 'name' } }],
      [400, { code: 'bad-request', details: { field: 'name' } }],
    ]);
  }
});

describe('a mail server that says no', () => {
  it('for now (a greylist): the mail waits, and goes out later', async () => {
    const server = await mailServer({
      toRecipient: (_, time) => (time < 3 ? new No(450, '4.2.0 Greylisted, come back') : null),
    });
    const t = await testApp({ mailer: mailerTo(server.port) });
    queued(t);
    await delivered(t);
    for (const wait of WAITS.slice(0, 2)) {
      expect(stored(t)[0]).toMatchObject({ state: 'queued', lastError: expect.stringContaining('Greylisted') });
      await later(t, wait * 0.79);
      expect(server.mails.length, 'not before its time').toBe(0);
      await later(t, wait * 0.42);
    }
    expect(stored(t)[0]).toMatchObject({ state: 'sent', attempts: 3, lastError: '', nextAttemptAt: null });
    expect(server.mails.length).toBe(1);
  });

  it('for good: the mail is not tried again, and the reason is kept', async () => {
    const server = await mailServer({
      toRecipient: (address) => (address.startsWith('gone') ? new No(550, '5.1.1 No such mailbox') : null),
    });
    const t = await testApp({ mailer: mailerTo(server.port) });
    queued(t, { to: 'gone@example.org' });
    queued(t);
    await delivered(t);
    await later(t, minutes(10_000));
    expect(states(t)).toBe('refused sent');
    expect(stored(t)[0]?.lastError).toContain('No such mailbox');
    expect(server.asked).toEqual(['gone@example.org', 'ann@example.org']);
  });

  it('to the whole mail: 5xx is for good, 4xx for now', async () => {
    const server = await mailServer({
      toMail({ subject }) {
        if (subject === 'Too much') throw new No(552, 'Too much');
        if (subject === 'Busy') throw new No(451, 'Busy');
      },
    });
    const t = await testApp({ mailer: mailerTo(server.port) });
    for (const subject of ['Too much', 'Busy', 'Fine']) queued(t, { subject });
    await delivered(t);
    expect(states(t)).toBe('refused queued sent');
    expect(stored(t).map(({ lastError }) => lastError)).toEqual(['552 Too much', '451 Busy', '']);
  });

  it('again and again: after the last wait it is given up, with the reason', async () => {
    const server = await mailServer({ toRecipient: () => new No(450, 'Never') });
    const t = await testApp({ mailer: mailerTo(server.port) });
    queued(t);
    await delivered(t);
    for (const wait of WAITS) {
      expect(states(t)).toBe('queued');
      await later(t, wait * 1.21);
    }
    expect(stored(t)[0]).toMatchObject({ state: 'refused', attempts: WAITS.length + 1, lastError: '450 Never' });
  });

  it('to our password: no mail is refused for it, all wait', async () => {
    const user = { name: 'night', password: 'right' };
    const server = await mailServer({ user });
    const wrong = mailerTo(server.port, { user: 'night', password: 'wrong' });
    const t = await testApp({ mailer: wrong });
    queued(t);
    await delivered(t);
    expect(stored(t)[0]).toMatchObject({ state: 'queued', lastError: expect.stringContaining('SMTP_URL') });
    await t.close();
    const right = mailerTo(server.port, { user: 'night', password: 'right' });
    const again = await testApp({ clock: t.clock, dataDir: t.dataDir, mailer: right });
    await later(again, (WAITS[0] as number) * 1.21);
    expect(states(again)).toBe('sent');
  });
});

describe('waits', () => {
  it('differ from mail to mail by up to a fifth', async () => {
    const server = await mailServer({ toRecipient: () => new No(450, 'Later') });
    const t = await testApp({ mailer: mailerTo(server.port) });
    for (let n = 0; n < 20; n++) queued(t);
    await delivered(t);
    const now = Math.floor(t.clock.now());
    const times = stored(t).map(({ nextAttemptAt }) => (nextAttemptAt ?? 0) - now);
    expect(new Set(times).size).toBeGreaterThan(15);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(minutes(0.8) - 1);
    expect(Math.max(...times)).toBeLessThanOrEqual(minutes(1.2));
  });
});

describe('letters that are handed over at once', () => {
  it('take three lines to the mail server, whoever hands them over, and none is lost', async () => {
    const server = await mailServer();
    const mailer = mailerTo(server.port);
    const letter = (n: number) => ({
      ...{ id: `letter${n}`, fromName: 'Lapwing', from: mailer.from, to: `a${n}@example.org`, replyTo: '' },
      ...{ subject: 'Hello', body: 'Hello.\n', calendar: '', date: instant(0) },
    });
    const fates = await Promise.all(Array.from({ length: 30 }, (_, n) => mailer.send(letter(n))));
    expect(new Set(fates.map(({ kind }) => kind))).toEqual(new Set(['sent']));
    expect(server.mails).toHaveLength(30);
    expect(server.connections()).toBeLessThanOrEqual(3);
    mailer.close();
    expect((await mailer.send(letter(31))).kind).toBe('later');
  });
});
