import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ACCESS } from '@lapwing/shared/protocol/access';
import { expect, it } from 'vitest';

const text = readFileSync(resolve(import.meta.dirname, '../../../../server/slack-manifest.yaml'), 'utf8');
const readme = readFileSync(resolve(import.meta.dirname, '../../../../README.md'), 'utf8');

it('the manifest of our Slack app asks for the scopes we use, no more, and README names each', () => {
  const [, scopes = ''] = /bot:\n((?: {6}.*\n)+)/u.exec(text) ?? [];
  const found = [...scopes.matchAll(/^ {6}- (\S+)$/gmu)].map(([, scope]) => scope);
  expect(found).toEqual([
    ...['users:read', 'users:read.email', 'im:write', 'mpim:write', 'chat:write', 'mpim:history', 'commands'],
  ]);
  expect(found.filter((scope) => !readme.includes(`\`${scope}\``))).toEqual([]);
});

it('the manifest of our Slack app leads Slack to the doors that are Slack’s', () => {
  const paths = [...text.matchAll(/url: https:\/\/night\.example\.org(\S+)/gu)].map(([, path]) => `POST ${path}`);
  const doors = Object.keys(ACCESS).filter((route) => ACCESS[route]?.door === 'slack');
  expect(paths.sort()).toEqual(doors.sort());
});
