import type { Attendee } from '@lapwing/shared/event/roster';
import type { HelpersView } from '@lapwing/shared/protocol/staff-api';
import { expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

async function hall(students = 1) {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students, tables: 1, published: false });
  const { code } = (await ada.put(`${evening.url}/helpers`, { open: true })).json<HelpersView>();
  const helper = async (firstName: string): Promise<Caller & { readonly id: string }> => {
    const caller = t.stranger();
    await caller.post('/api/helpers/session', { code, firstName });
    const { helpers } = (await ada.get(`${evening.url}/helpers`)).json<HelpersView>();
    return { ...caller, id: helpers.find(({ name }) => name.startsWith(firstName))?.id ?? '' };
  };
  const adds = async (by: Caller, id?: string) =>
    (await by.post(`${evening.url}/walk-ins`, { name: 'Wanda Walkin', ...(id === undefined ? {} : { id }) }))
      .statusCode;
  const [one] = evening.students;
  const says = async (by: Caller, here: boolean) =>
    (await by.put(`${evening.url}/people/${one?.id}/presence`, { here })).statusCode;
  return { t, ada, evening, helper, adds, says };
}

it('two helpers let two hundred walk-ins in within half an hour, each checked in and out again', async () => {
  const { t, evening, helper, adds, says, ada } = await hall();
  const desks = [await helper('Bo'), await helper('Cy')];
  for (let n = 0; n < 100; n++) {
    t.clock.advance(17_000);
    for (const desk of desks) {
      expect(await adds(desk, t.services.secrets.newId())).toBe(200);
      if (n % 10 === 0) expect(await says(desk, n % 20 === 0)).toBe(200);
    }
  }
  expect((await ada.get(`${evening.url}/people`)).json<Attendee[]>().length).toBeGreaterThan(200);
});

it('one helper adds 120 people in an hour: others and organisers go on, and what was added may be said again', async () => {
  const { t, ada, helper, adds } = await hall();
  const [bo, cy] = [await helper('Bo'), await helper('Cy')];
  const first = t.services.secrets.newId();
  expect(await adds(bo, first)).toBe(200);
  for (let n = 1; n < 120; n++) expect(await adds(bo)).toBe(200);
  expect(await adds(bo)).toBe(429);
  expect(await adds(bo, first), 'a desk that did not hear the answer').toBe(200);
  expect(await adds(cy)).toBe(200);
  expect(await adds(ada)).toBe(200);
  t.clock.advance(60 * 60_000);
  expect(await adds(bo)).toBe(200);
});

it('joining again and again adds six hundred people at most; organisers go on, and who is sent away leaves the rest', async () => {
  const { ada, evening, t, helper, adds } = await hall();
  const bo = await helper('Bo');
  const eve = await helper('Eve');
  for (let n = 0; n < 600; n++) t.services.helpersWords.note(evening.id, n < 120 ? eve.id : `eve ${n}`, 'walk-in');
  expect(await adds(bo)).toBe(429);
  expect(await adds(ada)).toBe(200);
  await ada.delete(`${evening.url}/helpers/${eve.id}`);
  expect(await adds(bo)).toBe(200);
  for (let n = 0; n < 119; n++) t.services.helpersWords.note(evening.id, 'eve again', 'walk-in');
  expect(await adds(bo)).toBe(429);
  await ada.post(`${evening.url}/helpers/code`);
  expect(await adds(bo), 'a new code begins anew').toBe(200);
});

it('words about who is here: a desk without a network hands in a whole hall at once, and nobody writes without end', async () => {
  const { t, ada, evening, helper, says } = await hall(40);
  const bo = await helper('Bo');
  const at = Math.floor(t.clock.now());
  t.clock.advance(600_000);
  const handedIn = await Promise.all(
    evening.students.map(({ id }, n) =>
      bo.put(`${evening.url}/people/${id}/presence`, { here: true, at: at + n * 1_000 }),
    ),
  );
  expect(handedIn.map(({ statusCode }) => statusCode)).toEqual(evening.students.map(() => 200));
  for (let n = 0; n < 2_960; n++) t.services.helpersWords.note(evening.id, bo.id, 'presence');
  expect(await says(bo, false)).toBe(429);
  expect(await says(await helper('Cy'), false)).toBe(200);
  for (let n = 0; n < 17_000; n++) t.services.helpersWords.note(evening.id, `eve ${n % 9}`, 'presence');
  expect(await says(await helper('Di'), false)).toBe(429);
  expect(await says(ada, true)).toBe(200);
  t.clock.advance(60 * 60_000);
  expect(await says(bo, false)).toBe(200);
});
