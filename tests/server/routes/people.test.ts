import type { Attendee } from '@lapwing/shared/event/roster';
import type { EventDetail, PlanView, PresenceAnswer } from '@lapwing/shared/protocol/api';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

describe('people', () => {
  it('are added with what is known, changed field by field, and listed by name', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t, { students: 0, mentors: 0, published: false });
    const people = `${evening.url}/people`;
    const zoe = (await ada.post(people, { details: { role: 'student', name: 'Zoe' } })).json<Attendee>();
    expect(zoe).toMatchObject({ name: 'Zoe', email: '', standing: 'active', industries: [], checkedInAt: null });
    const abe = (await ada.post(people, { details: { role: 'mentor', name: 'Abe', diet: 'nuts' } })).json<Attendee>();
    const changed = await ada.put(`${people}/${zoe.id}`, { details: { course: 'Law' } });
    expect(changed.json()).toEqual({ ...zoe, course: 'Law' });
    expect((await ada.get(people)).json()).toEqual([abe, { ...zoe, course: 'Law' }]);
  });

  it('are refused without a name, with unknown fields, and where they are not', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const [evening, other] = [await makeEvening(t), await makeEvening(t)];
    const bad = [
      { role: 'student' },
      { role: 'student', name: '  ' },
      { role: 'cook', name: 'A' },
      { role: 'student', name: 'A', linkGeneration: 7 },
    ];
    for (const details of bad)
      expect((await ada.post(`${evening.url}/people`, { details })).statusCode, JSON.stringify(details)).toBe(400);
    const theirs = other.students[0]?.id;
    expect((await ada.put(`${evening.url}/people/${theirs}`, { details: { name: 'X' } })).statusCode).toBe(404);
    expect((await ada.put(`${evening.url}/people/${theirs}/presence`, { here: true })).statusCode).toBe(404);
    expect((await ada.get(`${evening.url}/people/${theirs}/link`)).statusCode).toBe(404);
    expect(
      (await ada.put(`${evening.url}/people/${evening.students[0]?.id}`, { details: { id: 'x' } })).statusCode,
    ).toBe(400);
  });

  it('who are no mentors any more leave the table they were host of', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const [host] = evening.mentors;
    await ada.put(`${evening.url}/people/${host?.id}`, { details: { role: 'student' } });
    expect(evening.tables().map((table) => table.mentors.length)).toEqual([0, 1, 1]);
    const { tables } = (await ada.get(evening.url)).json<EventDetail>();
    expect((await ada.put(`${evening.url}/floor`, { tables })).statusCode, 'the floor can be saved as it is').toBe(200);
    expect((await ada.post(`${evening.url}/plan`, { basis: 'expected' })).statusCode).toBe(200);
  });
});

describe('check-in', () => {
  it('is idempotent, keeps the first time, tells the first table, and raises no version', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const plan = (await ada.get(`${evening.url}/plan`)).json<PlanView>();
    const [ann] = evening.students;
    if (!ann) throw new Error('a student is needed');
    const url = `${evening.url}/people/${ann.id}/presence`;
    const version = evening.version();
    const first = (await ada.put(url, { here: true })).json<PresenceAnswer>();
    expect(first.attendee.checkedInAt).toBe(Math.floor(t.clock.now()));
    const tableId = Object.entries(plan.schedule.rounds[0] ?? {}).find(([, seats]) =>
      seats.students.includes(ann.id),
    )?.[0];
    expect(first.firstTable?.number).toBe(evening.tables().find((table) => table.id === tableId)?.number);
    t.clock.advance(60_000);
    expect((await ada.put(url, { here: true })).json()).toEqual(first);
    expect(evening.version()).toBe(version);
    const out = (await ada.put(url, { here: false })).json<PresenceAnswer>();
    expect(out.attendee.checkedInAt).toBeNull();
    expect((await ada.put(url, { here: 'yes' })).statusCode).toBe(400);
  });

  it('while the evening runs tells the table of the round that runs', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    evening.checkIn(...evening.students, ...evening.mentors);
    await evening.start(ada);
    t.clock.advance(13 * 60_000);
    expect(evening.moment().phase).toMatchObject({ kind: 'talking', round: 2 });
    const plan = (await ada.get(`${evening.url}/plan/${evening.moment().planVersion}`)).json<PlanView>();
    for (const { id } of evening.students) {
      const tableIn = (round: number) =>
        Object.entries(plan.schedule.rounds[round - 1] ?? {}).find(([, { students }]) => students.includes(id))?.[0];
      const now = tableIn(2) ?? tableIn(3);
      const said = (await ada.put(`${evening.url}/people/${id}/presence`, { here: true })).json<PresenceAnswer>();
      expect(said.firstTable?.number).toBe(evening.tables().find((table) => table.id === now)?.number);
    }
  });

  it('knows no table before a plan is published', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t, { published: false });
    const answer = await ada.put(`${evening.url}/people/${evening.students[0]?.id}/presence`, { here: true });
    expect(answer.json<PresenceAnswer>().firstTable).toBeNull();
  });

  it('is not taken back by undo', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    await evening.start(ada);
    const [ann] = evening.students;
    if (ann) evening.checkIn(ann);
    await evening.press(ada, { kind: 'undo' });
    const people = (await ada.get(`${evening.url}/people`)).json<Attendee[]>();
    expect(people.find(({ id }) => id === ann?.id)?.checkedInAt).not.toBeNull();
  });
});
