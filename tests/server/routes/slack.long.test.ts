import { REQUEST_LENGTH } from '@lapwing/shared/community/profile';
import { instant } from '@lapwing/shared/kernel/time';
import { ACCESS } from '@lapwing/shared/protocol/access';
import { describe, expect, it, onTestFinished } from 'vitest';
import { changeProfile } from '../../../server/src/db/repositories/community-profiles.ts';
import { changeRequest, listOpenRequests, listRequestsOf } from '../../../server/src/db/repositories/intro-requests.ts';
import { findMember } from '../../../server/src/db/repositories/members.ts';
import { slackLine } from '../../../server/src/outbox/slack/slack-line.ts';
import { slackSignature } from '../../../server/src/plugins/slack-signature.ts';
import { member, request } from '../../support/community-builder.ts';
import { freshKey } from '../../support/evening-builder.ts';
import { type FakeSlack, openFakeSlack, SIGNING_SECRET } from '../../support/fake-slack.ts';
import { accountAt, LITTLE_SLACK_PATIENCE } from '../../support/slack.ts';
import { type TestApp, type TestAppOptions, testApp } from '../../support/test-app.ts';

const SLACK_ROUTES = Object.keys(ACCESS).filter((route) => ACCESS[route]?.door === 'slack');

async function withSlack(more: TestAppOptions = {}): Promise<{ slack: FakeSlack; t: TestApp }> {
  const slack = await openFakeSlack();
  onTestFinished(slack.close);
  slack.people.push(
    { id: 'UANN', email: 'Ann@Example.org' },
    { id: 'UMEI', email: 'mei@staff.example.org', locale: 'de-DE' },
  );
  const line = slackLine(accountAt(slack), LITTLE_SLACK_PATIENCE);
  const t = await testApp({
    ...{ publicUrl: 'https://night.example.org', slack: { line, signingSecret: SIGNING_SECRET } },
    ...more,
  });
  return { slack, t };
}

/** As Slack would ask. */
function asked(t: TestApp, path: string, body: string, more: { secret?: string; at?: number; type?: string } = {}) {
  const timestamp = String(Math.floor((more.at ?? t.clock.wall()) / 1_000));
  return t.app.inject({
    method: 'POST',
    url: path,
    payload: body,
    headers: {
      'content-type': more.type ?? 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': slackSignature(more.secret ?? SIGNING_SECRET, timestamp, Buffer.from(body)),
    },
  });
}

let turn = 0;
function introduce(t: TestApp, user: string, text = 'somebody who builds bridges') {
  turn += 1;
  const command = { command: '/introduce', user_id: user, text, trigger_id: String(turn) };
  return asked(t, '/slack/commands', String(new URLSearchParams(command)));
}

describe('what Slack asks us', () => {
  it('is nowhere without Slack', async () => {
    const t = await testApp();
    expect(SLACK_ROUTES).toHaveLength(3);
    for (const route of SLACK_ROUTES)
      expect((await asked(t, route.slice('POST '.length), 'a=1')).statusCode, route).toBe(404);
  });

  it.each(SLACK_ROUTES)('%s is refused to whoever is not Slack, before a word of it is read', async (route) => {
    const { t, slack } = await withSlack();
    const path = route.slice('POST '.length);
    const ada = await t.organiser();
    const refused = [
      await t.app.inject({ method: 'POST', url: path, payload: {} }),
      await ada.post(path, { type: 'url_verification', challenge: 'x' }),
      await asked(t, path, 'user_id=UANN', { secret: 'f'.repeat(32) }),
      await asked(t, path, 'user_id=UANN', { at: t.clock.wall() - 301_000 }),
      await asked(t, path, '{"not json', { secret: 'f'.repeat(32), type: 'application/json' }),
    ];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 401, 401]);
    expect((await asked(t, path, 'ssl_check=1')).statusCode).toBe(200);
    expect((await asked(t, path, 'ssl_check=1')).statusCode, 'the same again').toBe(401);
    expect((await asked(t, path, 'x'.repeat(70_000))).statusCode).toBe(413);
    expect((await asked(t, path, 'x', { type: 'text/xml' })).statusCode).toBe(415);
    expect(slack.calls).toEqual([]);
  });

  it('is not taken with cookies: they change nothing', async () => {
    const { t } = await withSlack();
    const ada = await t.organiser();
    expect((await ada.get('/slack/commands')).statusCode).toBe(404);
  });
});

/** What the one who asked reads. */
const said = async (t: TestApp, user: string, text?: string): Promise<string> => {
  const answer = (await introduce(t, user, text)).json<{ response_type: string; text: string }>();
  expect(answer.response_type).toBe('ephemeral');
  return answer.text;
};

const PAGE = 'https://night.example.org/community';

describe('/introduce', () => {
  const ann = (t: TestApp, more: Parameters<typeof member>[3] = {}) =>
    member(t, 'Ann Lee', { email: 'ann@example.org' }, more);

  it('C7 keeps what a member asks for, for anybody a few steps ahead, and says so to them alone', async () => {
    const { t, slack } = await withSlack();
    const id = ann(t);
    const ben = member(t, 'Ben Ray', { email: 'ben@example.org' });
    t.clock.advance(2 * 3_600_000);
    expect(await said(t, 'UANN', '  How do R&amp;D teams &lt;really&gt;  decide? ')).toBe(
      'Your request is kept. You hear from us by mail as soon as somebody is found.',
    );
    expect(listOpenRequests(t.db)).toEqual([
      expect.objectContaining({
        ...{ memberId: id, industries: [], roles: [], stepsAhead: null, languages: [], state: 'open' },
        line: 'How do R&D teams <really> decide?',
        askedAt: Math.floor(t.clock.now()),
      }),
    ]);
    expect(findMember(t.db, id)?.lastSeenAt, 'asking is a sign of life (C6)').toBe(Math.floor(t.clock.now()));
    expect(findMember(t.db, ben)?.lastSeenAt).toBeLessThan(t.clock.now());
    expect(slack.calls).toEqual(['users.info']);
  });

  it('C7 keeps one request, however often Slack brings it; once it is over the same words are a new one', async () => {
    const { t } = await withSlack();
    const id = ann(t);
    const answers = [];
    for (const text of ['How did you begin?', ' How  did you begin? ', 'How did you begin?']) {
      answers.push(await said(t, 'UANN', text));
      t.clock.advance(20_000);
    }
    t.clock.leap(86_400_000);
    answers.push(await said(t, 'UANN', 'How did you begin?'));
    expect(new Set(answers).size).toBe(1);
    const [first, ...others] = listRequestsOf(t.db, id);
    expect(others).toEqual([]);
    if (first) changeRequest(t.db, first.id, { state: 'withdrawn' });
    await said(t, 'UANN', 'How did you begin?');
    expect(listRequestsOf(t.db, id).map(({ state }) => state)).toEqual(['withdrawn', 'open']);
  });

  it('C7 has three open at most, those of the page counted, and says where one is taken back', async () => {
    const { t } = await withSlack();
    const id = ann(t);
    request(t, id);
    await said(t, 'UANN', 'one');
    await said(t, 'UANN', 'two');
    expect(await said(t, 'UANN', 'three')).toBe(
      `You have 3 open requests, and more at a time are not possible. Take one back on your page, then ask again: ${PAGE}`,
    );
    expect(await said(t, 'UANN', 'two'), 'which is kept already').toMatch(/^Your request is kept/u);
    expect(listRequestsOf(t.db, id)).toHaveLength(3);
  });

  it('C7 keeps sixty in 30 days, with those taken back', async () => {
    const { t } = await withSlack();
    const id = ann(t);
    for (let n = 0; n < 60; n++) changeRequest(t.db, request(t, id), { state: 'withdrawn' });
    expect(await said(t, 'UANN')).toMatch(/so often in the last 30 days/u);
    const longAgo = instant(Math.floor(t.clock.now()) - 31 * 86_400_000);
    for (const { id: old } of listRequestsOf(t.db, id)) changeRequest(t.db, old, { askedAt: longAgo });
    expect(await said(t, 'UANN')).toMatch(/^Your request is kept/u);
  });

  it('C7 bounds the line as the form does, and tells who types none how to ask', async () => {
    const { t } = await withSlack();
    ann(t);
    expect(await said(t, 'UANN', 'x'.repeat(REQUEST_LENGTH + 1))).toBe(
      'That is too long. Say it in 200 characters at most.',
    );
    expect(await said(t, 'UANN', 'a\u0007b')).toMatch(/nobody can read/u);
    for (const text of ['', '   ', '\u00a0'])
      expect(await said(t, 'UANN', text)).toMatch(/^Type `\/introduce` and, in one line, .+\/community$/u);
    expect(listOpenRequests(t.db)).toEqual([]);
    await said(t, 'UANN', '&amp;'.repeat(REQUEST_LENGTH));
    expect(listOpenRequests(t.db)).toHaveLength(1);
  });

  it('C3 keeps nothing for whoever has not agreed that their address goes out, and says where they may', async () => {
    const { t } = await withSlack();
    ann(t, { introductionsConsentAt: null, language: 'de' });
    expect(await said(t, 'UANN')).toMatch(/^Du hast noch nicht zugestimmt, .+\/community$/u);
    expect(listOpenRequests(t.db)).toEqual([]);
  });

  it('C2 tells whose address is that of no member, of several, or confirmed by nobody, how to join, and no more', async () => {
    const { t, slack } = await withSlack();
    const nobody = await said(t, 'UANN');
    expect(nobody).toBe(
      `Your address in Slack does not tell us which member you are. Join, or have the link to your page sent to you: ${PAGE}`,
    );
    expect(await said(t, 'UANN', '')).toBe(nobody);
    expect(await said(t, 'UMEI'), 'in the language they have in Slack').toMatch(
      /^Deine Adresse in Slack sagt uns nicht/u,
    );
    const typed = ann(t, { confirmedAt: null });
    expect(await said(t, 'UANN')).toBe(nobody);
    member(t, 'Ann Lee the elder', { email: 'ann@example.org' });
    expect(await said(t, 'UANN'), 'one of the two has confirmed it').toMatch(/^Your request is kept/u);
    changeProfile(t.db, typed, { confirmedAt: instant(1) });
    expect(await said(t, 'UANN')).toBe(nobody);
    slack.people.push({ id: 'UEVE', email: 'ann@example.org', is_email_confirmed: false });
    expect(await said(t, 'UEVE')).toBe('Slack did not tell us your address. Ask your organiser to introduce you.');
    expect(listOpenRequests(t.db)).toHaveLength(1);
  });

  it('answers a member in the language that they chose here', async () => {
    const { t } = await withSlack();
    ann(t, { language: 'de' });
    expect(await said(t, 'UANN')).toBe(
      'Dein Wunsch ist notiert. Du hörst per Mail von uns, sobald jemand gefunden ist.',
    );
  });

  it('says that it failed where the request could not be written', async () => {
    const { t } = await withSlack({ mayLogErrors: true });
    ann(t);
    t.db.$client.exec("create trigger full before insert on intro_requests begin select raise(abort, 'full'); end");
    expect(await said(t, 'UANN')).toBe('Your request could not be kept just now. Try again in a minute.');
    t.db.$client.exec('drop trigger full');
    expect(await said(t, 'UANN')).toMatch(/^Your request is kept/u);
  });

  it('answers in time, whatever Slack does meanwhile, and says that it failed', async () => {
    const { t, slack } = await withSlack();
    slack.told('users.info', { hang: true }, { error: 'missing_scope', needed: 'users:read' }, { die: true });
    for (let n = 0; n < 3; n++)
      expect((await introduce(t, 'UANN')).json<{ text: string }>().text).toMatch(
        /did not tell us who you are just now/u,
      );
    expect((await introduce(t, 'UNOBODY')).json<{ text: string }>().text).toMatch(/just now/u);
    expect(listOpenRequests(t.db)).toEqual([]);
  });

  it('from nobody, or with an id that is none, is heard and not answered', async () => {
    const { t, slack } = await withSlack();
    for (const user of ['', 'U', '../x', 'uann']) expect((await introduce(t, user)).body).toBe('');
    expect(slack.calls).toEqual([]);
  });
});

describe('events', () => {
  const event = (t: TestApp, body: object) =>
    asked(t, '/slack/events', JSON.stringify(body), { type: 'application/json' });
  const opened = (user: unknown, tab = 'home') => ({
    type: 'event_callback',
    event: { type: 'app_home_opened', user, tab },
  });
  const shown = async (slack: FakeSlack, user: string): Promise<string> => {
    for (let n = 0; n < 500 && !slack.homes.has(user); n++) await new Promise((soon) => setTimeout(soon, 4));
    return slack.homes.get(user) ?? '';
  };

  it('answer Slack’s challenge', async () => {
    const { t } = await withSlack();
    expect((await event(t, { type: 'url_verification', challenge: 'c0ffee' })).json()).toEqual({ challenge: 'c0ffee' });
  });

  it('show a matchmaker how many proposals wait for a decision, with the way there', async () => {
    const { t, slack } = await withSlack();
    const mei = await t.organiser('Mei');
    expect((await event(t, opened('UMEI'))).statusCode).toBe(200);
    expect(await shown(slack, 'UMEI')).toContain('*0* Vorschläge warten auf eine Entscheidung.');
    request(t, member(t, 'Ann Lee', { email: 'ann@example.org' }));
    member(t, 'Ben Ray', { years: 12, perMonth: 2 });
    await mei.post('/api/community/runs', { key: freshKey() });
    slack.people.push({ id: 'UMEI2', email: 'mei@staff.example.org' });
    await event(t, opened('UMEI2'));
    const home = await shown(slack, 'UMEI2');
    expect(home).toContain('*1* proposal waits for a decision.');
    expect(home).toContain('*0* introductions are on the way. *0* need a hand.');
    expect(home).toContain('"url":"https://night.example.org/#/community"');
    for (const theirs of ['Ann', 'Ben', 'example.org"', 'begin?']) expect(home).not.toContain(theirs);
  });

  it('show a member their open requests and nobody else’s, in their language, with nothing in it that is a command', async () => {
    const { t, slack } = await withSlack();
    const id = member(t, 'Ann Lee', { email: 'ann@example.org' }, { language: 'de' });
    request(t, member(t, 'Ben Ray', { email: 'ben@example.org' }), { line: 'Something else' });
    const over = request(t, id, { line: 'Long ago' });
    changeRequest(t.db, over, { state: 'ended' });
    request(t, id, { line: '<!channel> & me?' }, instant(Math.floor(t.clock.now()) + 1));
    request(t, id, { line: '', roles: ['product'] }, instant(Math.floor(t.clock.now()) + 2));
    await event(t, opened('UANN'));
    const blocks = JSON.parse(await shown(slack, 'UANN')).blocks as { text?: { text: string } }[];
    expect(blocks.map(({ text }) => text?.text)).toEqual([
      '*Deine offenen Wünsche*',
      '• “&lt;!channel&gt; &amp; me?” (wartet)',
      '• “Produktmanagement” (wartet)',
      expect.stringContaining('/introduce'),
    ]);
  });

  it('tell a member without a request so, and everybody else how to join', async () => {
    const { t, slack } = await withSlack();
    await event(t, opened('UANN'));
    const others = await shown(slack, 'UANN');
    expect(others).toContain('Join, and then ask here');
    expect(others).toContain(`"url":"${PAGE}"`);
    expect(others).not.toContain('#/community');
    slack.people.push({ id: 'UANN2', email: 'ann@example.org' });
    member(t, 'Ann Lee', { email: 'ann@example.org' });
    await event(t, opened('UANN2'));
    expect(await shown(slack, 'UANN2')).toContain('You have no open request.');
  });

  it('that are of no use are heard, and nothing comes of them', async () => {
    const { t, slack } = await withSlack();
    for (const body of [opened('UANN', 'messages'), opened(7), opened('../x'), { type: 'event_callback' }, [], 'x', 7])
      expect((await event(t, body as object)).statusCode).toBe(200);
    slack.told('users.info', { error: 'invalid_auth' });
    await event(t, opened('UANN'));
    await new Promise((soon) => setTimeout(soon, 100));
    expect(slack.homes.size).toBe(0);
  });
});
