import { describe, expect, it } from 'vitest';
import { testApp } from '../../support/test-app.ts';
import { makeEvening } from '../../support/evening-builder.ts';

describe('x', () => {
  it('works', async () => {
    const t = await testApp();
    const o = await t.organiser();
    const e = await makeEvening(t);
    expect((await o.get(e.url)).statusCode).toBe(200);
    const s = await t.socket(`${e.url}/socket`, o);
    await s.settled();
    expect(s.messages.map(m => m.t)).toEqual([]);
  });
});
