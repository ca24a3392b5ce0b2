import { join } from 'node:path';
import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import { ACCESS } from '@lapwing/shared/protocol/access';
import type { EventDetail, People } from '@lapwing/shared/protocol/api';
import type { ImportPreview } from '@lapwing/shared/protocol/import-api';
import type { OutboxView } from '@lapwing/shared/protocol/outbox-api';
import type { RegistrationAnswer } from '@lapwing/shared/protocol/registration-api';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { mentorSaying, studentSaying } from '../../support/answers.ts';
import { freshKey, partsOfLink, SETTINGS } from '../../support/evening-builder.ts';
import { type Browser, browserOf, type LoudServer, loudServer } from '../../support/loud-server.ts';
import { type MailServer, No, openMailServer } from '../../support/mail-server.ts';
import { closeAll } from '../../support/test-app.ts';

/** Stands in every field that somebody can fill in. */
const MARK = 'QzMarkZq';
const ADDRESS = `${MARK}@example.org`;
const WORDS = /qzmarkzq/iu;

let post: MailServer;
let server: LoudServer;
let ada: Browser;
let stranger: Browser;
let phone: Browser;
let event: EventDetail;
let me: string;
const answers: { route: string; status: number; text: string }[] = [];

const key = (): string => freshKey().padEnd(24, '0');

/** Asks, and keeps what was answered. */
async function ask(
  who: Browser,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string }> {
  const answer = await who.ask(method, path, body);
  answers.push({ route: `${method} ${path}`, ...answer });
  return answer;
}

/** They said something of each other before: from then on they may change it. */
function keepPick(about: string): void {
  const other = new Database(join(server.dataDir, 'lapwing.db'));
  other
    .prepare("INSERT INTO picks (event_id, attendee_id, about, star, line, at) VALUES (?, ?, ?, 1, '', 1)")
    .run(event.id, me, about);
  other.close();
}

const parsed = <Value>({ text }: { text: string }): Value => JSON.parse(text) as Value;

afterAll(async () => {
  await server?.stop();
  await post?.close();
  await closeAll();
});
beforeAll(async () => {
  // a mail server that repeats the address in what it says, as they do
  post = await openMailServer({ toRecipient: (address) => new No(550, `5.1.1 no such user ${address} ${MARK}`) });
  server = await loudServer({ SMTP_URL: `smtp://127.0.0.1:${post.port}`, MAIL_FROM: 'events@night.example.org' });
  [ada, stranger, phone] = [browserOf(server), browserOf(server), browserOf(server)];
  const account = { name: MARK, email: ADDRESS, password: 'purple kettle walks home' };
  await ask(ada, 'POST', '/api/console/join', { secret: server.secret, ...account });
}, 60_000);

describe('what people type', () => {
  it('goes through every form, file and press', async () => {
    expect((await ask(ada, 'PUT', '/api/console/me', { firstName: MARK })).status).toBe(200);
    event = parsed(await ask(ada, 'POST', '/api/events', { name: MARK, timeZone: 'Europe/London' }));
    const base = `/api/events/${event.id}`;
    const startsAt = Date.now() + 86_400_000;
    const done = async (method: string, path: string, body: unknown, status = 200) => {
      const answer = await ask(ada, method, path, body);
      expect(answer.status, `${method} ${path} ${answer.text.slice(0, 200)}`).toBe(status);
      return answer;
    };
    await done('PUT', `${base}/settings`, { ...SETTINGS, startsAt, name: MARK, place: MARK });
    const contact = { contactName: MARK, contactEmail: ADDRESS, trustedName: MARK, trustedReach: MARK };
    await done('PUT', `${base}/invitation`, {
      invitation: { ...CLOSED_INVITATION, open: true, about: MARK, ...contact },
    });
    const all = { run: true, publicCard: true, introductions: true, keep: true };
    const shared = { email: ADDRESS, access: MARK, company: MARK, consents: all, photo: 'no' as const };
    const student = studentSaying(`${MARK} One`, { ...shared, course: MARK, yearOfStudy: MARK, question: MARK });
    const card = Object.fromEntries(Object.keys(EMPTY_CARD).map((field) => [field, field === 'roles' ? [] : MARK]));
    const mentor = mentorSaying(`${MARK} Two`, { ...shared, card: { ...EMPTY_CARD, ...card, industry: '' } });
    const form = { key: key(), answers: mentor };
    for (const [method, path, body] of [
      ['POST', 'students', { key: key(), answers: student }],
      ['POST', 'mentors', form],
      ['PUT', 'mentors', form],
      ['POST', 'waiting', { who: MARK }],
    ] as const) {
      const answer = await ask(stranger, method, `/e/${event.code}/${path}`, body);
      expect(answer.status, `${path} ${answer.text}`).toBeLessThan(300);
      if (path !== 'waiting' && answer.text !== '') expect(parsed<RegistrationAnswer>(answer).mailed).toBe(true);
    }
    const people = parsed<People>(await done('GET', `${base}/people`, undefined));
    me = people.find(({ role }) => role === 'student')?.id ?? '';
    const texts = { name: `${MARK} Three`, email: ADDRESS, course: MARK, question: MARK, access: MARK, diet: MARK };
    await done('POST', `${base}/people`, {
      details: { role: 'student', ...texts, availability: MARK, industries: [MARK] },
    });
    await done('PUT', `${base}/people/${me}`, { details: { diet: MARK, availability: MARK } });
    const rows = `Timestamp,Full name,Email address,Anything else?\n1,${MARK} Four,${MARK}4@example.org,${MARK}\n1,,${MARK},x\n`;
    const file = (): FormData => {
      const data = new FormData();
      data.set('file', new Blob([rows]), `${MARK}.csv`);
      return data;
    };
    const { digest } = parsed<ImportPreview>(await done('POST', `${base}/imports/preview?as=students`, file()));
    await done('POST', `${base}/imports?as=students&digest=${digest}`, file());
    const link = parsed<{ url: string }>(await done('GET', `${base}/people/${me}/link`, undefined));
    const { secret } = partsOfLink(link.url);
    expect((await ask(phone, 'POST', `/me/${me}/session`, { secret })).status).toBe(200);
    const said = { answers: { ...student, question: `${MARK}?`, wishes: [] } };
    expect((await ask(phone, 'PUT', `/me/${me}/details`, said)).status).toBe(200);
    const report = { kind: 'wrong', text: MARK, about: null };
    expect((await ask(phone, 'PUT', `/me/${me}/reports/${key()}`, report)).status).toBe(204);
    const mentorId = people.find(({ role }) => role === 'mentor')?.id ?? '';
    const note = { text: MARK, at: Date.now(), seen: { [MARK]: 1 }, beside: [MARK] };
    expect((await ask(phone, 'PUT', `/me/${me}/notes/${mentorId}`, note)).status).toBe(200);
    const pick = { star: true, wish: 'introduce', line: MARK, to: null, at: Date.now() };
    // they have not met: what was typed is read and refused
    expect((await ask(phone, 'PUT', `/me/${me}/picks/${mentorId}`, pick)).status).toBe(409);
    keepPick(mentorId);
    expect((await ask(phone, 'PUT', `/me/${me}/picks/${mentorId}`, pick)).status).toBe(200);
    await ask(phone, 'GET', `/me/${me}/picks`);
    await ask(phone, 'PUT', `/me/${me}/introductions`, { consent: true });
    await done('GET', `${base}/introductions`, undefined);
    await ask(phone, 'PUT', `/me/${me}/calls/late`, { calling: true, minutes: 9 });
    await ask(phone, 'PUT', `/me/${me}/here`, { code: MARK });
    await done('PUT', `${base}/people/${me}/presence`, { here: true });
    await ask(ada, 'POST', `${base}/scans`, { code: MARK });
    const command = { kind: 'message', text: MARK, whole: false };
    await ask(ada, 'POST', `${base}/live`, { key: freshKey(), expectedVersion: 0, command });
    await ask(ada, 'GET', `${base}/outbox?find=${MARK}`);
    await done('POST', `${base}/outbox/links`, undefined);
    const heard = async (): Promise<boolean> =>
      parsed<OutboxView>(await ask(ada, 'GET', `${base}/outbox`)).mails.some(({ state }) => state === 'refused');
    await expect.poll(heard, { timeout: 10_000 }).toBe(true);
  }, 60_000);

  it('also where it is refused: every route, with words where they do not belong', async () => {
    const routes = Object.keys(ACCESS).filter(
      // what ends the very sessions that ask
      (route) =>
        !/^DELETE \/api\/(console\/session|staff\/sessions)$|\/renew$|^DELETE \/me\/:attendeeId\/session$/u.test(route),
    );
    const own = (path: string): string => path.replace(':eventId', event.id).replace(':code', event.code);
    for (const route of routes) {
      const [method = '', pattern = ''] = route.split(' ');
      const others = own(pattern).replaceAll(/:\w+|\*/gu, MARK);
      const mine = own(pattern)
        .replace(':attendeeId', me)
        .replaceAll(/:\w+|\*/gu, MARK);
      const bodies =
        method === 'GET' ? [undefined] : [{ [MARK]: MARK }, `{"${MARK}`, JSON.stringify([MARK]), 'x'.repeat(300_000)];
      const sweep =
        route === 'DELETE /me/:attendeeId' || pattern.endsWith('/people/:attendeeId') ? [others] : [others, mine];
      for (const who of [ada, phone, stranger])
        for (const path of new Set(sweep))
          for (const body of method === 'DELETE' ? [undefined] : bodies)
            await ask(who, method, `${path}?token=${MARK}`, body);
    }
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/me/${me}/live`, {
      headers: { origin: server.origin, cookie: [...phone.cookies].map((pair) => pair.join('=')).join('; ') },
    });
    await new Promise((open) => socket.once('open', open));
    for (const text of [MARK, `{"t":"${MARK}"}`, MARK.repeat(5_000)]) socket.send(text);
    await new Promise((closed) => socket.once('close', closed));
    expect(answers.filter(({ status }) => status >= 400).length).toBeGreaterThan(routes.length);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  }, 120_000);

  it('also where the machine fails in the middle of it', async () => {
    const other = new Database(join(server.dataDir, 'lapwing.db'));
    for (const [name, act] of [
      ['a', 'INSERT'],
      ['b', 'UPDATE'],
    ])
      other.exec(
        `CREATE TRIGGER fails_${name} BEFORE ${act} ON attendees BEGIN SELECT RAISE(ABORT, 'disk fails'); END`,
      );
    const details = { role: 'student', name: MARK, email: ADDRESS, question: MARK };
    const added = await ask(ada, 'POST', `/api/events/${event.id}/people`, { details });
    const changed = await ask(ada, 'PUT', `/api/events/${event.id}/people/${me}`, {
      details: { question: `${MARK}!` },
    });
    const answer = { key: key(), answers: studentSaying(`${MARK} Five`, { email: `${MARK}5@example.org` }) };
    const registered = await ask(stranger, 'POST', `/e/${event.code}/students`, answer);
    expect([added.status, changed.status, registered.status]).toEqual([500, 500, 500]);
    other.exec('DROP TRIGGER fails_a; DROP TRIGGER fails_b');
    other.close();
  });

  it('is in no line that the server prints, at any level, and in no answer that is an error', async () => {
    const refusals = answers.filter(({ status }) => status >= 400);
    expect(refusals.filter(({ text }) => WORDS.test(text)).map(({ route, text }) => `${route} ${text}`)).toEqual([]);
    await server.stop();
    const lines = server.printed().split('\n');
    expect(server.printed(), 'the faults are told (so this test can fail)').toContain('disk fails');
    expect(lines.filter((line) => WORDS.test(line))).toEqual([]);
    const secrets = [ada, phone].flatMap(({ cookies }) => [...cookies.values()]);
    expect(secrets.length).toBeGreaterThan(1);
    expect(secrets.filter((secret) => server.printed().includes(secret))).toEqual([]);
  });
});
