import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ACCESS } from '@lapwing/shared/protocol/access';
import { expect, it } from 'vitest';
import { openFakeSlack, SLACK_TOKEN } from '../../../support/fake-slack.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const text = readFileSync(`${ROOT}/server/slack-manifest.yaml`, 'utf8');
const readme = readFileSync(`${ROOT}/README.md`, 'utf8');
const OURS = `${ROOT}/server/src/outbox/slack`;

/** What each method wants of a bot, as api.slack.com/methods says. */
const WANTS: Readonly<Record<string, readonly string[]>> = {
  'users.lookupByEmail': ['users:read.email'],
  // the second for the address in the answer
  'users.info': ['users:read', 'users:read.email'],
  'conversations.open': ['im:write', 'mpim:write'],
  'chat.postMessage': ['chat:write'],
  'conversations.history': ['mpim:history'],
  'views.publish': [],
};

/** Methods that our code calls; all calls are in the room of Slack. */
const called = [
  ...new Set(
    readdirSync(OURS).flatMap((file) =>
      [...readFileSync(`${OURS}/${file}`, 'utf8').matchAll(/client(?:\(\)\))?\.(\w+)\.(\w+)\(/gu)].map(
        ([, family, method]) => `${family}.${method}`,
      ),
    ),
  ),
].sort();

const [, listed = ''] = /bot:\n((?: {6}.*\n)+)/u.exec(text) ?? [];
const scopes = [...listed.matchAll(/^ {6}- (\S+)$/gmu)].map(([, scope]) => scope).sort();

it('the manifest of our Slack app asks for the scopes of the methods we call, no more, and README names each', () => {
  expect(called).toEqual(Object.keys(WANTS).sort());
  const wanted = new Set([...called.flatMap((method) => WANTS[method] ?? []), 'commands']);
  expect(scopes).toEqual([...wanted].sort());
  const [, chapter = ''] = /## Introductions in Slack\n([\s\S]+?)\n## /u.exec(readme) ?? [];
  const named = [...chapter.matchAll(/`([a-z]+(?::[a-z.]+)|commands)`/gu)].map(([, scope]) => scope);
  expect([...new Set(named)].sort()).toEqual(scopes);
});

it('every method that we call is one of the Slack that tests have', async () => {
  const slack = await openFakeSlack();
  const answers = await Promise.all(
    called.map(async (method) => {
      const headers = { authorization: `Bearer ${SLACK_TOKEN}` };
      return (await fetch(new URL(method, slack.api), { method: 'POST', headers })).text();
    }),
  );
  await slack.close();
  expect(answers.filter((answer) => answer.includes('unknown_method'))).toEqual([]);
});

it('the manifest of our Slack app names the command, the event and the tab that we answer', () => {
  expect(text).toMatch(/- command: \/introduce\n/u);
  expect(text).toMatch(/bot_events:\n {6}- app_home_opened\n {2}interactivity/u);
  expect(text).toContain('home_tab_enabled: true');
  const routes = readFileSync(`${ROOT}/server/src/routes/slack.ts`, 'utf8');
  expect([...routes.matchAll(/event\?\.type === '(\w+)'/gu)].map(([, type]) => type)).toEqual(['app_home_opened']);
});

it('the manifest of our Slack app leads Slack to the doors that are Slack’s', () => {
  const paths = [...text.matchAll(/url: https:\/\/night\.example\.org(\S+)/gu)].map(([, path]) => `POST ${path}`);
  const doors = Object.keys(ACCESS).filter((route) => ACCESS[route]?.door === 'slack');
  expect(paths.sort()).toEqual(doors.sort());
});
