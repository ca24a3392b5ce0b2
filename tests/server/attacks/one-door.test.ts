import type { HelpersView } from '@lapwing/shared/protocol/staff-api';
import { expect, it } from 'vitest';
import { allowPlainHttp } from '../../../server/src/staff/plain-http.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

async function door() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 1, tables: 1, published: false });
  allowPlainHttp(t.services, true);
  const { code } = (await ada.put(`${evening.url}/helpers`, { open: true })).json<HelpersView>();
  const joins = async (typed: string | null, remoteAddress: string, by = t.stranger()) =>
    (
      await by.send({
        ...{ method: 'POST', url: '/api/helpers/session', payload: { code: typed, firstName: 'Bo' }, remoteAddress },
      })
    ).statusCode;
  const newCode = async () => (await ada.post(`${evening.url}/helpers/code`)).json<HelpersView>();
  return { t, ada, evening, code, joins, newCode };
}

it('one address fills no door: thirty of it join in ten minutes, and who is in may join anew', async () => {
  const { t, code, joins } = await door();
  const mine = t.stranger();
  expect(await joins(code, '10.0.0.1', mine)).toBe(200);
  for (let n = 1; n < 30; n++) expect(await joins(code, '10.0.0.1')).toBe(200);
  expect(await joins(code, '10.0.0.1')).toBe(429);
  expect(await joins(code, '10.0.0.1', mine)).toBe(200);
  expect(await joins(code, '10.0.0.2')).toBe(200);
  t.clock.advance(10 * 60_000);
  expect(await joins(code, '10.0.0.1')).toBe(200);
});

it('a new code lets real helpers in, however many joined by the last one, and nobody who helps is sent away', async () => {
  const { t, ada, evening, code, joins, newCode } = await door();
  const real = t.stranger();
  await joins(code, '10.0.1.1', real);
  for (let n = 1; n < 200; n++) expect(await joins(code, `10.0.${n % 8}.9`)).toBe(200);
  expect(await joins(code, '10.0.9.9')).toBe(429);
  t.clock.advance(1_000);
  const { code: next, helpers } = await newCode();
  t.clock.advance(1_000);
  expect(helpers).toHaveLength(200);
  expect(await joins(next, '10.0.9.9')).toBe(200);
  expect(await joins(next, '10.0.1.9'), 'also behind an address that was full').toBe(200);
  expect((await real.get(`${evening.url}/people`)).statusCode).toBe(200);
  expect((await ada.get(`${evening.url}/helpers`)).json<HelpersView>().helpers).toHaveLength(202);
});
