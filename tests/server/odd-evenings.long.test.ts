import type { PlanView } from '@lapwing/shared/protocol/api';
import { describe, expect, it } from 'vitest';
import { makeEvening, type Size } from '../support/evening-builder.ts';
import { testApp } from '../support/test-app.ts';

const MINUTE = 60_000;

describe('evenings of odd sizes run to their end', () => {
  it.each<[string, Size]>([
    ['one student, one mentor, one table, one round', { students: 1, tables: 1, settings: { rounds: 1 } }],
    ['one student among five mentors', { students: 1, tables: 5 }],
    ['more rounds than tables', { students: 4, tables: 2, settings: { rounds: 20, roundMinutes: 1 } }],
    ['more students than seats', { students: 9, tables: 2, seats: 3 }],
    ['tables without mentors', { students: 6, tables: 4, mentors: 2 }],
    ['mentors without tables', { students: 6, tables: 2, mentors: 5 }],
    [
      'mentors who move, more of them than tables',
      { tables: 2, mentors: 5, seats: 9, settings: { whoMoves: 'mentors' } },
    ],
  ])('%s', async (_what, size) => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t, { ...size, published: false });
    const started = await evening.start(ada);
    expect(started.statusCode, started.body).toBe(200);
    t.clock.advance(5 * 60 * MINUTE);
    expect(evening.moment().phase.kind).toBe('finished');
    expect(evening.moment().begun).toHaveLength(evening.moment().timings.rounds);
    for (const person of [...evening.students, ...evening.mentors].slice(0, 8)) {
      const opening = await (await evening.phone(person)).get(`/me/${person.id}/opening`);
      expect(opening.statusCode).toBe(200);
    }
  });

  it('with 400 tables, and each is in the plan once', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t, { students: 200, mentors: 200, tables: 400, published: false });
    expect(evening.tables()).toHaveLength(400);
    const plan = await ada.post(`${evening.url}/plan`, { basis: 'expected' });
    expect(plan.statusCode, plan.body.slice(0, 300)).toBe(200);
    const [first] = plan.json<PlanView>().schedule.rounds;
    const seated = Object.values(first ?? {}).flatMap((seats) => seats.students);
    expect([seated.length, new Set(seated).size]).toEqual([200, 200]);
  });
});

describe('names that are more than letters', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    'חנה כהן',
    '"; DROP TABLE attendees; --',
    '=1+1',
    '👩🏽‍🚀 Ⅷ',
    "O'Neil & Søn",
  ])('%s comes back as it went in, and is no markup on the phone page', async (name) => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t, { students: 1, tables: 1, published: false });
    const [student] = evening.students;
    const [mentor] = evening.mentors;
    if (!student || !mentor) throw new Error('people are needed');
    for (const { id } of [student, mentor]) await ada.put(`${evening.url}/people/${id}`, { details: { name } });
    await evening.start(ada);
    const phone = await evening.phone(student);
    const card = { card: { name, rounds: [{ meets: [{ name }] }, {}, {}] } };
    expect((await phone.get(`/me/${student.id}/opening`)).json()).toMatchObject(card);
    const page = (await phone.get(`/me/${student.id}`)).body;
    expect(page).not.toContain('<img');
    const data = /id="opening">(.*?)<\/script>/u.exec(page)?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject(card);
  });
});
