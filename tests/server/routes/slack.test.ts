import { memberId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import { ACCESS } from '@lapwing/shared/protocol/access';
import { describe, expect, it, onTestFinished } from 'vitest';
import { insertMember } from '../../../server/src/db/repositories/members.ts';
import { slackLine } from '../../../server/src/outbox/slack/slack-line.ts';
import { slackSignature } from '../../../server/src/plugins/slack-signature.ts';
import { type FakeSlack, openFakeSlack, SIGNING_SECRET } from '../../support/fake-slack.ts';
import { accountAt, LITTLE_SLACK_PATIENCE } from '../../support/slack.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const SLACK_ROUTES = Object.keys(ACCESS).filter((route) => ACCESS[route]?.door === 'slack');

async function withSlack(): Promise<{ slack: FakeSlack; t: TestApp }> {
  const slack = await openFakeSlack();
  onTestFinished(slack.close);
  slack.people.push(
    { id: 'UANN', email: 'ann@example.org' },
    { id: 'UMEI', email: 'mei@staff.example.org', locale: 'de-DE' },
  );
  const line = slackLine(accountAt(slack), LITTLE_SLACK_PATIENCE);
  const t = await testApp({ publicUrl: 'https://night.example.org', slack: { line, signingSecret: SIGNING_SECRET } });
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

describe('/introduce', () => {
  it('tells who is on file where requests are kept, to them alone', async () => {
    const { t } = await withSlack();
    insertMember(t.db, {
      ...{ id: memberId('m'), emailKey: 'ann@example.org', nameKey: 'ann' },
      ...{ createdAt: instant(1), lastSeenAt: instant(1) },
    });
    const answer = await introduce(t, 'UANN');
    expect(answer.json()).toEqual({
      response_type: 'ephemeral',
      text: 'Your organiser’s Lapwing keeps requests at https://night.example.org',
    });
  });

  it('tells somebody whom nobody knows so, in their language', async () => {
    const { t } = await withSlack();
    expect((await introduce(t, 'UANN')).json<{ text: string }>().text).toMatch(/^Nobody here has the address/u);
    expect((await introduce(t, 'UMEI')).json<{ text: string }>().text).toMatch(/^Hier hat niemand die Adresse/u);
  });

  it('answers in time, whatever Slack does meanwhile, and says that it failed', async () => {
    const { t, slack } = await withSlack();
    slack.told('users.info', { hang: true }, { error: 'missing_scope', needed: 'users:read' }, { die: true });
    for (let n = 0; n < 3; n++)
      expect((await introduce(t, 'UANN')).json<{ text: string }>().text).toMatch(
        /did not tell us who you are just now/u,
      );
    expect((await introduce(t, 'UNOBODY')).json<{ text: string }>().text).toMatch(/just now/u);
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

  it('show a matchmaker the queue with a way to the console, and others how to ask', async () => {
    const { t, slack } = await withSlack();
    await t.organiser('Mei');
    expect((await event(t, opened('UMEI'))).statusCode).toBe(200);
    const home = await shown(slack, 'UMEI');
    expect(home).toContain('"url":"https://night.example.org/"');
    expect(home).toContain('*0* Vorstellungen sind unterwegs. *0* brauchen eine Hand.');
    await event(t, opened('UANN'));
    const others = await shown(slack, 'UANN');
    expect(others).toContain('/introduce');
    expect(others).not.toContain('night.example.org');
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
