import { describe, expect, it } from 'vitest';
import { testApp } from '../../support/test-app.ts';

const EMAIL = 'ada@example.org';
const PASSWORD = 'purple kettle walks home';

async function withAda() {
  const t = await testApp();
  await t
    .stranger()
    .post('/api/console/join', { secret: t.setup.value, name: 'Ada', email: EMAIL, password: PASSWORD });
  const guess = async (text: string): Promise<number> =>
    (
      await t.stranger().send({
        ...{ method: 'POST', url: '/api/auth/sign-in/email', payload: Buffer.from(text) },
        headers: { 'content-type': 'application/json' },
      })
    ).statusCode;
  return { t, guess };
}

describe('guesses at a password', () => {
  it.each([
    ['a mark of the byte order before it', (text: string) => `\uFEFF${text}`],
    ['spaces before it', (text: string) => ` \n\t${text}`],
    ['the address said twice', (text: string) => text.replace('{', '{"email":"x@example.org",')],
    ['the address escaped', (text: string) => text.replace('ada@', '\\u0061da\\u0040')],
    ['the address in capitals', (text: string) => text.replace(EMAIL, EMAIL.toUpperCase())],
  ])('are counted with %s', async (_what, dressed) => {
    const { guess } = await withAda();
    const body = dressed(JSON.stringify({ email: EMAIL, password: 'wrong' }));
    const statuses: number[] = [];
    for (let tries = 0; tries < 8; tries++) statuses.push(await guess(body));
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const right = JSON.stringify({ email: EMAIL, password: PASSWORD });
    expect(await guess(right), 'and for the account they are about').toBe(429);
  });

  it('are counted when all come at once', async () => {
    const { guess } = await withAda();
    const body = JSON.stringify({ email: EMAIL, password: 'wrong' });
    const statuses = await Promise.all(Array.from({ length: 20 }, () => guess(body)));
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  });
});
