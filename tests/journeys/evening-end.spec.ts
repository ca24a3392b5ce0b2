/**
 * The end of an evening with twelve students and four mentors: what they said at the tables, what both confirm, a refusal, and
 * the introductions of it, by mail and in Slack: one mailbox is gone, one asks to come again, Slack asks to go slower, and the
 * server dies in the middle.
 */
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { OutboxView } from '@lapwing/shared/protocol/outbox-api';
import { type APIRequestContext, expect, type Page, request, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { type FakeSlack, openFakeSlack, SIGNING_SECRET, SLACK_TOKEN } from '../support/fake-slack.ts';
import { asking } from '../support/hall-to-print.ts';
import { screensForEach } from '../support/journey.ts';
import { type MailServer, No, openMailServer } from '../support/mail-server.ts';
import { type RealServer, realServer } from '../support/real-server.ts';
import { nightAt, type RunningNight } from '../support/running-night.ts';
import { expectAccessible, expectPhase } from '../support/screens.ts';

const MENTORS = 4;
const STUDENTS = 12;
/** Introductions by mail that are taken before the server dies, the last of them without an answer. */
const BEFORE_THE_KILL = 5;
/** Mails that the server hands over at once. */
const LINES = 3;

interface Guest {
  readonly id: AttendeeId;
  readonly name: string;
  readonly first: string;
  readonly email: string;
}
interface Table {
  readonly mentor: Guest;
  readonly students: readonly Guest[];
}

let post: MailServer;
let slack: FakeSlack;
let server: RealServer;
const screens = screensForEach();

/** From the introductions on: whose mailbox is gone, and who is asked to come again once. */
const trouble = { gone: '', busy: '', dies: (): Promise<void> => Promise.resolve() };
let busyOnes = 0;

test.beforeAll(async () => {
  post = await openMailServer({
    toRecipient(address) {
      if (address === trouble.gone) return new No(550, '5.1.1 No such mailbox');
      if (address !== trouble.busy || busyOnes > 0) return null;
      busyOnes += 1;
      return new No(451, '4.7.1 Come again later');
    },
    afterMail: () => trouble.dies(),
  });
  slack = await openFakeSlack();
  server = await realServer({
    SMTP_URL: `smtp://127.0.0.1:${post.port}`,
    MAIL_FROM: 'events@night.example.org',
    SLACK_BOT_TOKEN: SLACK_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL_FOR_TESTS: slack.api.href,
  });
});
test.afterAll(async () => {
  await server.remove();
  await Promise.all([post.close(), slack.close()]);
});

const addressOf = (mail: MailServer['mails'][number]): string => [mail.to].flat()[0]?.text ?? '';
const lineOf = ({ first }: Guest): string => `What would ${first} read first?`;
const lineIn = (text: string | undefined): string => /What would \S+ read first\?/u.exec(text ?? '')?.[0] ?? '';
/** The introductions that reached a mailbox. */
const introductions = () => post.mails.filter(({ text }) => lineIn(text) !== '');
const introduce = (page: Page, name: string) => page.getByRole('button', { name: `Introduce us: ${name}` });

/** Everybody at their tables of the first round, with the plan published. */
async function hallOf(desk: Page): Promise<{ night: RunningNight; event: string; tables: Table[] }> {
  const ask = asking(desk, server.origin);
  const { id, settings } = await ask<{ id: string; settings: object }>('post', '', {
    ...{ name: 'Careers Night', timeZone: 'Europe/London' },
  });
  await ask('put', `/${id}/settings`, { ...settings, place: 'King’s Hall', rounds: 3, breakAfterRound: 0 });
  const guests = new Map<string, Guest>();
  const add = async (role: 'student' | 'mentor', nth: number): Promise<string> => {
    const [first, email] = [`${role === 'mentor' ? 'Mira' : 'Sol'}${nth}`, `${role}${nth}@people.example.org`];
    const details = { role, name: `${first} Quill`, email };
    const person = await ask<{ id: AttendeeId }>('post', `/${id}/people`, { details });
    guests.set(person.id, { id: person.id, name: details.name, first, email });
    return person.id;
  };
  const mentors: string[] = [];
  for (let nth = 1; nth <= MENTORS; nth++) mentors.push(await add('mentor', nth));
  for (let nth = 1; nth <= STUDENTS; nth++) await add('student', nth);
  await ask('put', `/${id}/floor`, {
    tables: mentors.map((mentor, nth) => ({
      ...{ number: nth + 1, name: '', seats: STUDENTS / MENTORS, mentors: [mentor] },
      ...{ stepFree: true, quiet: false, column: nth, row: 0 },
    })),
  });
  const { version } = await ask<{ version: number }>('post', `/${id}/plan`, { basis: 'expected', seed: 1 });
  await ask('post', `/${id}/plan/${version}/publish`, {});
  for (const one of guests.keys()) await ask('put', `/${id}/people/${one}/presence`, { here: true });
  const night = await nightAt(desk, `${server.origin}/api/events/${id}`);
  const guest = (one: string): Guest => guests.get(one) as Guest;
  const { schedule } = await night.plan();
  const tables = Object.values(schedule.rounds[0] ?? {}).map(({ mentors: [mentor = ''], students }) => ({
    mentor: guest(mentor),
    students: students.map(guest),
  }));
  return { night, event: id, tables };
}

/** The link in the one mail that somebody has had. */
async function linkOf({ email }: Guest): Promise<string> {
  const own = () => post.mails.filter((mail) => addressOf(mail) === email);
  await expect.poll(() => own().length, { timeout: 60_000 }).toBe(1);
  return /http\S+\/me\/\S+/u.exec(own()[0]?.text ?? '')?.[0] ?? '';
}

/** A phone without a screen: it says what a phone says, by the same routes. */
interface Voice {
  readonly agree: (perMonth?: number) => Promise<void>;
  readonly wish: (about: Guest, wish?: 'introduce' | 'not-now') => Promise<void>;
}
async function voiceOf(guest: Guest, line: string): Promise<Voice> {
  const phone: APIRequestContext = await request.newContext();
  const { pathname, hash, origin } = new URL(await linkOf(guest));
  expect((await phone.post(`${origin}${pathname}/session`, { data: { secret: hash.slice(1) } })).ok()).toBe(true);
  const put = async (path: string, data: object): Promise<void> => {
    const answer = await phone.put(`${origin}/me/${guest.id}/${path}`, { data });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  };
  return {
    agree: (perMonth) => put('introductions', { consent: true, ...(perMonth === undefined ? {} : { perMonth }) }),
    wish: (about, wish = 'introduce') =>
      put(`picks/${about.id}`, { star: false, wish, line, to: null, at: Date.now() }),
  };
}

test('twelve and four: what both want reaches each side once, whatever breaks on the way', async () => {
  test.setTimeout(420_000);
  const desk = await screens.open('console', server.ready.console);
  await enterConsole(desk);
  const { night, event, tables } = await hallOf(desk);
  const [first, inSlack, third, fourth] = tables;
  if (!first || !inSlack || !third || !fourth) throw new Error('there are four tables');
  const [refused, ann] = first.students as [Guest, Guest, Guest];
  const [both, both2, onlyMentor] = inSlack.students as [Guest, Guest, Guest];
  const [ben] = third.students as [Guest, Guest, Guest];
  for (const { email } of [inSlack.mentor, both, both2]) slack.people.push({ id: `U${email.split('@')[0]}`, email });
  /** Whom each side wants, less the refusal. */
  const pairs = tables.flatMap(({ mentor, students }) => students.map((student) => ({ student, mentor })));
  const agreed = pairs.filter(({ student }) => student !== refused);

  const voices = new Map<Guest, Voice>();
  const pages = new Map<Guest, Page>();
  await test.step('everybody opens the link of their own mail: five on a phone in a browser', async () => {
    expect((await desk.request.post(`${night.api}/outbox/links`)).ok()).toBe(true);
    await night.start();
    const onScreen = [refused, ann, ben, first.mentor, third.mentor];
    for (const { mentor, students } of tables)
      for (const one of [mentor, ...students]) {
        if (onScreen.includes(one)) pages.set(one, await screens.open('phone', await linkOf(one)));
        else voices.set(one, await voiceOf(one, students.includes(one) ? lineOf(one) : ''));
      }
    for (const page of pages.values()) await expectPhase(page, 'talking', 1);
  });

  await test.step('at the tables each says whom they want to meet again; nobody sees it', async () => {
    for (const { student, mentor } of pairs) {
      await voices.get(student)?.agree();
      await voices.get(student)?.wish(mentor);
      await voices.get(mentor)?.agree(MENTORS);
      if (student !== both2) await voices.get(mentor)?.wish(student);
    }
    for (const [student, mentor] of [
      [refused, first.mentor],
      [ann, first.mentor],
      [ben, third.mentor],
    ] as const) {
      const page = pages.get(student) as Page;
      await introduce(page, mentor.name).click();
      await page.getByRole('button', { name: 'Yes, it may' }).click();
      await page.getByLabel(`Why ${mentor.first}? One line helps.`).fill(lineOf(student));
      await expect
        .poll(async () => (await page.request.get(`${server.origin}/me/${student.id}/picks`)).text())
        .toContain(lineOf(student));
    }
    for (const { mentor, students } of [first, third]) {
      const page = pages.get(mentor) as Page;
      for (const student of students) {
        if (student === refused) continue;
        await introduce(page, student.first).click();
        const agrees = page.getByRole('button', { name: 'Yes, it may' });
        if (student === students.find((one) => one !== refused)) await agrees.click();
        await expect(agrees).toHaveCount(0);
      }
      const terms = { data: { perMonth: MENTORS } };
      expect((await page.request.put(`${server.origin}/me/${mentor.id}/introductions`, terms)).ok()).toBe(true);
    }
    expect(introductions()).toEqual([]);
  });

  await test.step('the organiser wants to read before anything goes, and the evening ends', async () => {
    await desk.goto(`${server.origin}/#/events/${event}/after`);
    await desk.getByLabel('Keep as drafts, for me to read and send').check();
    await night.press({ kind: 'finish' });
  });

  await test.step('after the last bell both sides confirm; one mentor says not now, and another answers a request', async () => {
    for (const [student, mentor] of [
      [ann, first.mentor],
      [ben, third.mentor],
    ] as const) {
      const page = pages.get(student) as Page;
      await expect(page.getByRole('heading', { name: `You and ${mentor.first} both want it` })).toBeVisible({
        timeout: 20_000,
      });
      await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    }
    for (const { mentor } of [first, third]) {
      const page = pages.get(mentor) as Page;
      await page.getByRole('button', { name: 'Confirm all' }).click({ timeout: 20_000 });
      await expect(page.getByRole('button', { name: 'Confirm all' })).toBeHidden();
      await expectAccessible(page, 'what a mentor confirms');
    }
    const answer = (pages.get(first.mentor) as Page).getByRole('group', { name: `Your answer to ${refused.first}` });
    await answer.getByRole('button', { name: 'Not now' }).click();
    // said again after the bell is confirmed; who has not answered yet does
    for (const { student, mentor } of agreed) {
      await voices.get(student)?.wish(mentor);
      await voices.get(mentor)?.wish(student);
    }
    const refusedPage = pages.get(refused) as Page;
    await expect(refusedPage.getByText(`${first.mentor.first} has not answered yet.`)).toBeVisible({ timeout: 20_000 });
  });

  const draftOf = (student: Guest, mentor: Guest) => desk.getByLabel(`${student.name} – ${mentor.name}`);
  await test.step('a minute later the drafts lie on the console; one is changed, all go with one press', async () => {
    await expect(desk.getByRole('button', { name: `Send ${agreed.length} introductions` })).toBeVisible({
      timeout: 120_000,
    });
    await expect(draftOf(refused, first.mentor)).toHaveCount(0);
    const draft = draftOf(ann, first.mentor);
    await draft.fill(`${await draft.inputValue()}\n\nWe hope to hear how it went.`);
    await desk.getByRole('button', { name: `Save these words ${ann.name} – ${first.mentor.name}` }).click();
    await expect(draft).toHaveValue(/hear how it went/u);
    await expectAccessible(desk, 'eleven drafts');
    expect([introductions(), slack.posted]).toEqual([[], []]);
  });

  const byMail = agreed.filter(({ student }) => student !== both && student !== both2);
  const gone = fourth.students[0] as Guest;
  const busy = fourth.students[1] as Guest;
  const inDoubt = await test.step('the server dies with a mail on its way that has arrived', async () => {
    [trouble.gone, trouble.busy] = [gone.email, busy.email];
    slack.told('chat.postMessage', { limited: 1 });
    const dead = new Promise<string>((done) => {
      trouble.dies = async () => {
        const taken = introductions();
        if (taken.length < BEFORE_THE_KILL) return;
        trouble.dies = () => Promise.resolve();
        await server.kill9();
        done(addressOf(taken[BEFORE_THE_KILL - 1] as MailServer['mails'][number]));
      };
    });
    return screens.whileServerIsGone(async () => {
      await desk.getByRole('button', { name: `Send ${agreed.length} introductions` }).click();
      await desk.getByRole('button', { name: `Yes, send ${agreed.length}` }).click();
      const address = await dead;
      expect(introductions().length, 'in the middle').toBeLessThan(2 * byMail.length);
      await server.start();
      return address;
    });
  });

  const wanted = byMail
    .flatMap(({ student, mentor }) => [
      `${lineOf(student)} to ${student.email} from ${mentor.email}`,
      `${lineOf(student)} to ${mentor.email} from ${student.email}`,
    ])
    .sort();
  const came = () =>
    introductions()
      .map((mail) => `${lineIn(mail.text)} to ${addressOf(mail)} from ${mail.replyTo?.value[0]?.address}`)
      .sort();
  const outbox = async (state = ''): Promise<OutboxView> =>
    (await (await desk.request.get(`${night.api}/outbox${state}`)).json()) as OutboxView;
  await test.step('started again it goes on: none comes twice, and each that did not come is named', async () => {
    const onTheWay = async (): Promise<number> => {
      const { counts, slack: inSlackNow } = await outbox();
      const ours = inSlackNow?.counts ?? { queued: 0, sending: 0 };
      return counts.queued + counts.sending + ours.queued + ours.sending;
    };
    // the one who was asked to come again is tried a minute later
    await expect.poll(onTheWay, { timeout: 150_000 }).toBe(0);
    expect(busyOnes, 'it was refused once').toBe(1);
    expect(introductions().filter((mail) => addressOf(mail) === busy.email)).toHaveLength(1);
    expect(new Set(came()).size, 'doubled').toBe(came().length);
    const { mails } = await outbox('?state=unsure');
    expect(mails.map(({ to }) => to)).toContain(inDoubt);
    expect(mails.length, 'no more than were on their way at once').toBeLessThanOrEqual(LINES);
    const named = [...mails.map(({ to }) => to), gone.email];
    expect(wanted.filter((one) => !came().includes(one) && !named.some((to) => one.includes(` to ${to} `)))).toEqual(
      [],
    );
    const own = introductions().find((mail) => addressOf(mail) === ann.email || lineIn(mail.text) === lineOf(ann));
    expect(own?.text).toContain('We hope to hear how it went.');
    expect(own?.text).toContain('Careers Night');
  });

  await test.step('in Slack each of two pairs has one conversation with one message in it', async () => {
    await expect.poll(() => slack.posted.length, { timeout: 60_000 }).toBe(2);
    const said = slack.posted.map(({ message }) => JSON.stringify(message));
    for (const student of [both, both2]) expect(said.filter((text) => text.includes(lineOf(student)))).toHaveLength(1);
    expect(new Set(slack.posted.map(({ channel }) => channel)).size).toBe(2);
    expect(slack.calls.filter((method) => method === 'chat.postMessage').length, 'one was asked to wait').toBe(3);
    // one of the two is not there: it is for both a mail
    expect(said.filter((text) => text.includes(lineOf(onlyMentor)))).toEqual([]);
  });

  await test.step('the console names what bounced, why, and what nobody can tell; the one is sent anew, the other settled', async () => {
    await desk.reload();
    const row = (student: Guest) => desk.getByRole('listitem').filter({ hasText: student.name });
    await expect(row(gone)).toContainText('Did not arrive');
    await expect(row(gone)).toContainText('550 5.1.1 No such mailbox');
    await expect(row(both)).toContainText('Sent in Slack at');
    await expectAccessible(desk, 'introductions of which one bounced');
    await desk.getByRole('link', { name: 'To the mails' }).first().click();
    const dialog = desk.getByRole('dialog');
    type Act = 'Mark as sent' | 'Send now';
    const settle = async (filter: RegExp, left: number, act: (to: string, line: string) => Act) => {
      await desk.getByRole('button', { name: filter }).click();
      const shown = desk.getByRole('button', { name: /^Open the mail/u });
      await expect(shown).toHaveCount(left);
      await shown.first().click();
      await expect(dialog.getByLabel('Text')).toHaveValue(/read first/u);
      // of the mail that is open: the list behind it may just have changed
      const to = await dialog.getByLabel('To', { exact: true }).inputValue();
      const line = lineIn(await dialog.getByLabel('Text').inputValue());
      await dialog.getByRole('button', { name: act(to, line) }).click();
      await dialog.getByRole('button', { name: 'Close' }).click();
    };
    const { mails } = await outbox('?state=unsure');
    await desk.getByRole('button', { name: /^Not sure/u }).click();
    await expect(desk.getByRole('row').filter({ hasText: 'It may have arrived. Nobody knows.' })).toHaveCount(
      mails.length,
    );
    for (let left = mails.length; left > 0; left--) {
      // as an organiser does who asks whom it was for
      await settle(/^Not sure/u, left, (to, line) =>
        introductions().some((mail) => addressOf(mail) === to && lineIn(mail.text) === line)
          ? 'Mark as sent'
          : 'Send now',
      );
      await expect.poll(async () => (await outbox()).counts.unsure).toBe(left - 1);
    }
    trouble.gone = '';
    await settle(/^Refused/u, 1, (to) => {
      expect(to).toBe(gone.email);
      return 'Send now';
    });
    await expect.poll(came, { timeout: 30_000 }).toEqual(wanted);
  });

  await test.step('who was refused reads nothing of it before the morning', async () => {
    const page = pages.get(refused) as Page;
    await page.reload();
    await expect(page.getByText(`${first.mentor.first} has not answered yet.`)).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('Not this time.')).toBeHidden();
    const anns = pages.get(ann) as Page;
    await anns.reload();
    await expect(anns.getByText('Sent: look in your mail.').first()).toBeVisible({ timeout: 30_000 });
  });
  screens.expectNoErrors();
});
