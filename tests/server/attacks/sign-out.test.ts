import type { Attendee } from '@lapwing/shared/event/roster';
import { describe, expect, it } from 'vitest';
import { makeEvening, opened } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

async function shared() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const [ann, bob] = evening.students as [Attendee, Attendee];
  const url = `/me/${ann.id}`;
  const [computer, phone] = [await evening.phone(ann), await evening.phone(ann)];
  const { code } = (await ada.get(evening.url)).json<{ code: string }>();
  return { t, ada, evening, ann, bob, url, computer, phone, code };
}

describe('a page on a computer that others use', () => {
  it('is signed out: the cookie opens nothing, also a copy of it; other devices and the link go on', async () => {
    const { t, ada, evening, ann, url, computer, phone, code } = await shared();
    const copy = t.stranger();
    for (const [name, value] of computer.cookies) copy.cookies.set(name, value);
    const [socket, others] = [await t.socket(`${url}/live`, computer), await t.socket(`${url}/live`, phone)];
    const answer = await computer.send({ method: 'DELETE', url: `${url}/session` });
    expect([answer.statusCode, answer.json()]).toEqual([200, { publicPage: `/e/${code}` }]);
    const cleared = answer.cookies.map(({ name, path, value }) => [name, path, value]);
    expect(cleared).toEqual([
      [`lapwing_${ann.id}`, url, ''],
      ['lapwing_form', '/e/', ''],
    ]);
    expect((await socket.closed).code).toBe(4401);
    for (const caller of [computer, copy])
      for (const path of ['opening', 'details', 'data.json', 'notes'])
        expect((await caller.get(`${url}/${path}`)).statusCode, path).toBe(404);
    expect((await phone.get(`${url}/opening`)).statusCode).toBe(200);
    expect(others.socket.readyState).toBe(others.socket.OPEN);
    const link = (await ada.get(`${evening.url}/people/${ann.id}/link`)).json<{ url: string }>().url;
    await opened(computer, link);
    expect((await computer.get(`${url}/opening`)).statusCode).toBe(200);
  });

  it('is signed out by itself alone: not by a stranger, not by somebody else', async () => {
    const { t, evening, bob, url, computer } = await shared();
    for (const caller of [t.stranger(), await evening.phone(bob)])
      expect((await caller.send({ method: 'DELETE', url: `${url}/session` })).statusCode).toBe(404);
    expect((await computer.get(`${url}/opening`)).statusCode).toBe(200);
  });
});
