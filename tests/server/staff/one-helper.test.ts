import type { AuditView } from '@lapwing/shared/protocol/audit-api';
import type { HelpersView } from '@lapwing/shared/protocol/staff-api';
import { describe, expect, it } from 'vitest';
import { freshKey, makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

async function hall() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const helpers = async () => (await ada.get(`${evening.url}/helpers`)).json<HelpersView>();
  await ada.put(`${evening.url}/helpers`, { open: true });
  const joins = async (firstName: string, code?: string | null): Promise<Caller> => {
    const caller = t.stranger();
    const payload = { code: code ?? (await helpers()).code, firstName };
    const answer = await caller.send({ method: 'POST', url: '/api/helpers/session', payload });
    expect(answer.statusCode, answer.body).toBe(200);
    return caller;
  };
  const idOf = async (firstName: string): Promise<string> =>
    (await helpers()).helpers.find(({ name }) => name.startsWith(firstName))?.id ?? '';
  const actsOf = async () => (await ada.get(`${evening.url}/audit`)).json<AuditView>().lines;
  return { t, ada, evening, helpers, joins, idOf, actsOf };
}

describe('one helper of tonight', () => {
  it('is sent away alone: session and open page end, the others go on, and the audit says who it was', async () => {
    const { t, ada, evening, helpers, joins, idOf, actsOf } = await hall();
    const [bo, cy] = [await joins('Bo'), await joins('Cy')];
    const [boPage, cyPage] = [await t.socket(`${evening.url}/socket`, bo), await t.socket(`${evening.url}/socket`, cy)];
    const { name } = (await helpers()).helpers[0] ?? { name: '' };
    const gone = await ada.delete(`${evening.url}/helpers/${await idOf('Bo')}`);
    expect(gone.json<HelpersView>().helpers.map((one) => one.name)).toEqual([expect.stringMatching(/^Cy /u)]);
    expect((await boPage.closed).code).toBe(4401);
    await cyPage.settled();
    expect([bo, cy].length).toBe(2);
    expect((await bo.get(`${evening.url}/people`)).statusCode).toBe(401);
    expect((await cy.get(`${evening.url}/people`)).statusCode).toBe(200);
    const [line] = await actsOf();
    expect(line).toMatchObject({ act: 'helper-removed', by: 'Ada', person: null, other: name.split(' ').at(-1) });
  });

  it('may join again by the same code, and by a new one only with it; who helps goes on', async () => {
    const { t, ada, evening, helpers, joins, idOf, actsOf } = await hall();
    await joins('Bo');
    const cy = await joins('Cy');
    const { code } = await helpers();
    await ada.delete(`${evening.url}/helpers/${await idOf('Bo')}`);
    await joins('Bo', code);
    await ada.delete(`${evening.url}/helpers/${await idOf('Bo')}`);
    const anew = (await ada.post(`${evening.url}/helpers/code`)).json<HelpersView>();
    expect(anew.code).not.toBe(code);
    expect(anew.helpers).toHaveLength(1);
    const payload = { code, firstName: 'Bo' };
    const old = await t.stranger().send({ method: 'POST', url: '/api/helpers/session', payload });
    expect(old.statusCode).toBe(422);
    await joins('Di', anew.code);
    expect((await cy.get(`${evening.url}/people`)).statusCode).toBe(200);
    expect((await actsOf()).map(({ act }) => act)).toContain('helpers-code');
  });

  it('of another event, of nobody, or by a helper: nothing happens; no new code while the door is closed', async () => {
    const { t, ada, evening, helpers, joins, idOf } = await hall();
    const bo = await joins('Bo');
    const other = await makeEvening(t);
    const id = await idOf('Bo');
    expect((await ada.delete(`${other.url}/helpers/${id}`)).statusCode).toBe(404);
    expect((await ada.delete(`${evening.url}/helpers/${'0'.repeat(64)}`)).statusCode).toBe(404);
    expect((await bo.delete(`${evening.url}/helpers/${id}`)).statusCode).toBe(403);
    expect((await bo.post(`${evening.url}/helpers/code`)).statusCode).toBe(403);
    expect((await ada.post(`${other.url}/helpers/code`)).statusCode).toBe(409);
    expect((await helpers()).helpers).toHaveLength(1);
  });

  it('does not learn from their page that somebody reported something, called the desk or helps too', async () => {
    const { t, ada, evening, joins } = await hall();
    const [student] = evening.students;
    if (!student) throw new Error('a student is needed');
    const phone = await evening.phone(student);
    const page = await t.socket(`${evening.url}/socket`, await joins('Bo'));
    const console = await t.socket(`${evening.url}/socket`, ada);
    await page.settled();
    t.clock.advance(2_000);
    await page.settled();
    page.forget();
    const before = console.last('staff').changes;
    await phone.put(`/me/${student.id}/reports/${freshKey()}`, { kind: 'wrong', text: 'He shouts', about: null });
    await phone.put(`/me/${student.id}/calls/leaving`, { calling: true, minutes: 0 });
    await joins('Cy');
    await console.until('staff', ({ changes }) => changes >= before + 3);
    await page.settled();
    expect(page.all('staff')).toEqual([]);
    await ada.put(`${evening.url}/people/${student.id}/presence`, { here: true });
    expect((await page.until('staff')).changes, 'what is for the door comes').toBeGreaterThan(0);
  });
});
