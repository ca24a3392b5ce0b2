import type { Attendee } from '@lapwing/shared/event/roster';
import type { LiveRefused, PlanView, StartOffer } from '@lapwing/shared/protocol/api';
import { describe, expect, it } from 'vitest';
import { makeEvening, type Size, type TestEvening } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

interface Desk {
  t: TestApp;
  ada: Caller;
  evening: TestEvening;
  offer(basis?: 'here' | 'expected'): Promise<StartOffer>;
  plan(): Promise<PlanView>;
}

async function desk(size: Size = {}): Promise<Desk> {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, size);
  return {
    t,
    ada,
    evening,
    offer: async (basis = 'here') => (await ada.post(`${evening.url}/start-offer`, { basis })).json(),
    plan: async () => (await ada.get(`${evening.url}/plan`)).json(),
  };
}

const code = (body: { json(): unknown }): string => (body.json() as LiveRefused).error.code;

describe('the plan', () => {
  it('is a draft until it is published, and outdated when people change', async () => {
    const { ada, evening, plan } = await desk({ published: false });
    expect((await ada.get(`${evening.url}/plan`)).statusCode).toBe(204);
    const draft = (await ada.post(`${evening.url}/plan`, { basis: 'expected', seed: 7 })).json<PlanView>();
    expect(draft).toMatchObject({ version: 1, status: 'draft', outdated: false, seed: 7, basis: 'expected' });
    expect(draft.schedule.rounds).toHaveLength(3);
    const published = (await ada.post(`${evening.url}/plan/1/publish`)).json<PlanView>();
    expect(published).toMatchObject({ version: 1, status: 'published' });
    expect(evening.moment().planVersion).toBe(1);
    await ada.post(`${evening.url}/people`, { details: { role: 'student', name: 'Late' } });
    expect(await plan()).toMatchObject({ version: 1, outdated: true });
    const second = (await ada.post(`${evening.url}/plan`, { basis: 'expected' })).json<PlanView>();
    expect(second).toMatchObject({ version: 2, status: 'draft', outdated: false });
    expect(evening.moment().planVersion).toBe(1);
  });

  it('published twice is one act', async () => {
    const { ada, evening } = await desk();
    const version = evening.version();
    await Promise.all([1, 2, 3].map(() => ada.post(`${evening.url}/plan/1/publish`)));
    expect(evening.version()).toBe(version);
    expect(code(await ada.post(`${evening.url}/plan/99/publish`))).toBe('plan-missing');
    expect((await ada.post(`${evening.url}/plan/0/publish`)).statusCode).toBe(400);
  });

  it('says what is missing', async () => {
    const cases: [Size, string][] = [
      [{ tables: 0, mentors: 2 }, 'no-tables'],
      [{ students: 0 }, 'no-students'],
      [{ mentors: 0 }, 'no-mentors'],
    ];
    for (const [size, wanted] of cases) {
      const { ada, evening } = await desk({ ...size, published: false });
      const answer = await ada.post(`${evening.url}/plan`, { basis: 'expected' });
      const offered = await ada.post(`${evening.url}/start-offer`, { basis: 'here' });
      expect([answer.statusCode, code(answer), code(offered)], wanted).toEqual([422, wanted, wanted]);
    }
  });

  it('lets people sit out by turns when there are fewer seats than students', async () => {
    const { ada, evening } = await desk({ students: 10, tables: 3, seats: 3, published: false });
    const { schedule } = (await ada.post(`${evening.url}/plan`, { basis: 'expected' })).json<PlanView>();
    for (const round of schedule.rounds)
      expect(Object.values(round).reduce((sum, seats) => sum + seats.students.length, 0)).toBe(9);
    expect(new Set(evening.students.map(({ id }) => id)).size).toBe(10);
    expect((await evening.start(ada)).statusCode).toBe(200);
  });

  it('is not published while the evening runs, and stays the one people follow', async () => {
    const { ada, evening, plan } = await desk();
    await evening.start(ada);
    const draft = (await ada.post(`${evening.url}/plan`, { basis: 'here' })).json<PlanView>();
    const refused = await ada.post(`${evening.url}/plan/${draft.version}/publish`);
    expect([refused.statusCode, code(refused)]).toEqual([409, 'event-running']);
    expect(await plan()).toMatchObject({ version: 1, status: 'published' });
  });
});

it('a plan in which few tables suit somebody is kept, also where a mentor has to be met twice', async () => {
  const t = await testApp();
  const evening = await makeEvening(t, { students: 6, tables: 2, seats: 3, published: false, settings: { rounds: 2 } });
  const ada = await t.organiser();
  const tables = evening.tables().map((table) => ({ ...table, stepFree: table.number === 1 }));
  await ada.put(`${evening.url}/floor`, { tables });
  const needs = { stepFree: true, quiet: false, staysAt: null };
  await ada.put(`${evening.url}/people/${evening.students[0]?.id}`, { details: { needs } });
  const plan = await ada.post(`${evening.url}/plan`, { basis: 'expected' });
  expect(plan.statusCode, plan.body).toBe(200);
});

describe('what Start offers', () => {
  it('is the published plan when it fits, also when nobody was checked in', async () => {
    const { offer, evening, ada } = await desk();
    expect(await offer()).toMatchObject({
      kind: 'published',
      planVersion: 1,
      students: 6,
      mentors: 3,
      moved: [],
      closed: [],
    });
    evening.checkIn(...evening.students, ...evening.mentors);
    expect(await offer()).toMatchObject({ kind: 'published', planVersion: 1 });
    expect((await evening.start(ada)).statusCode).toBe(200);
  });

  it('is a new plan when none was published, and the same one when asked again', async () => {
    const { offer, ada, evening } = await desk({ published: false });
    const first = await offer();
    expect(first).toMatchObject({ kind: 'new', planVersion: 1, students: 6, mentors: 3, tables: 3 });
    expect(await offer()).toEqual(first);
    // Nobody asked for a plan, so the plan page has no draft.
    expect((await ada.get(`${evening.url}/plan`)).statusCode).toBe(204);
  });

  it('is the published plan healed for who is here, naming who starts elsewhere', async () => {
    const { offer, evening, plan, ada } = await desk({ students: 12, seats: 6 });
    const before = (await plan()).schedule;
    const here = evening.students.slice(0, 9);
    evening.checkIn(...here, ...evening.mentors);
    const offered = await offer();
    expect(offered).toMatchObject({ kind: 'healed', planVersion: 2, basis: 'here', students: 9, mentors: 3 });
    expect((await plan()).version).toBe(1);
    expect((await evening.start(ada)).statusCode).toBe(200);
    const healed = (await plan()).schedule;
    const seat = (rounds: typeof before, id: string): string | undefined =>
      Object.entries(rounds.rounds[0] ?? {}).find(([, seats]) => seats.students.some((one) => one === id))?.[0];
    const moved = here.filter(({ id }) => seat(before, id) !== seat(healed, id)).map(({ id }) => id);
    expect(offered.moved.map(({ id }) => id).sort()).toEqual([...moved].sort());
    const numbers = new Map(evening.tables().map((table) => [table.id as string, table.number]));
    for (const { id, from, to } of offered.moved) {
      expect(from).toBe(numbers.get(seat(before, id) ?? ''));
      expect(to).toBe(numbers.get(seat(healed, id) ?? ''));
    }
  });

  it('closes the table whose mentor is not here', async () => {
    const { offer, evening } = await desk();
    evening.checkIn(...evening.students, ...evening.mentors.slice(1));
    expect(await offer()).toMatchObject({ kind: 'healed', mentors: 2, tables: 2, closed: [1] });
  });

  it('takes the role nobody of which was checked in as there', async () => {
    const { offer, evening } = await desk();
    evening.checkIn(...evening.students.slice(0, 4));
    expect(await offer()).toMatchObject({ students: 4, mentors: 3 });
  });

  it('counts students from the first one in, mentors from half of them on: the first closes no table', async () => {
    const { offer, evening } = await desk({ students: 8, tables: 4 });
    evening.checkIn(...evening.mentors.slice(0, 1));
    expect(await offer()).toMatchObject({ kind: 'published', students: 8, mentors: 4, tables: 4, closed: [] });
    evening.checkIn(...evening.students.slice(0, 3));
    expect(await offer()).toMatchObject({ students: 3, mentors: 4 });
    evening.checkIn(...evening.mentors.slice(1, 2));
    expect(await offer()).toMatchObject({ students: 3, mentors: 2, closed: [3, 4] });
  });

  it('is outdated when somebody checks in between, and Start says so with the newest room', async () => {
    const { offer, evening, ada } = await desk();
    evening.checkIn(...evening.students.slice(0, 4));
    const { planVersion } = await offer();
    const [, , , , late] = evening.students;
    if (late) evening.checkIn(late);
    const refused = await evening.press(ada, { kind: 'start', planVersion });
    expect([refused.statusCode, code(refused)]).toEqual([409, 'plan-outdated']);
    expect(refused.json<LiveRefused>().room).toMatchObject({ t: 'room', v: evening.version() });
    expect(evening.moment().phase.kind).toBe('doors');
    expect((await evening.start(ada)).statusCode).toBe(200);
  });

  it('does not hold a plan that does not exist, and not one of another event', async () => {
    const { t, evening, ada } = await desk({ published: false });
    const other = await makeEvening(t);
    expect(other.moment().planVersion).toBe(1);
    expect(code(await evening.press(ada, { kind: 'start', planVersion: 1 }))).toBe('plan-missing');
  });

  it('is refused after the start; a second Start, too', async () => {
    const { offer, evening, ada } = await desk();
    await evening.start(ada);
    expect(await offer()).toEqual({ error: { code: 'already-started' } });
    expect(code(await evening.press(ada, { kind: 'start', planVersion: 1 }))).toBe('already-started');
  });

  it('counts a walk-in who was added at the door', async () => {
    const { offer, evening, ada } = await desk();
    evening.checkIn(...evening.students, ...evening.mentors);
    const added = await ada.post(`${evening.url}/people`, { details: { role: 'student', name: 'Walk In' } });
    await ada.put(`${evening.url}/people/${added.json<Attendee>().id}/presence`, { here: true });
    expect(await offer()).toMatchObject({ kind: 'healed', students: 7 });
  });
});
