import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
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

describe('wrong secrets of somebody’s link', () => {
  it('keep nobody behind the same address out who has the right one', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const [ann] = evening.students;
    const wrong = (n: number) => t.stranger().post(`/me/${ann?.id}/session`, { secret: `${n}`.padStart(43, 'x') });
    for (let n = 0; n < 70; n++) expect((await wrong(n)).statusCode).toBe(404);
    if (ann) await evening.phone(ann);
    const same = await Promise.all(Array.from({ length: 70 }, () => wrong(1)));
    expect(new Set(same.map(({ statusCode }) => statusCode))).toEqual(new Set([404, 429]));
  });
});
