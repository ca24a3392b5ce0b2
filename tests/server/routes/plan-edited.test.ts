import type { Reseat } from '@lapwing/shared/event/reseat';
import { tableIn } from '@lapwing/shared/event/reseat';
import { attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import type { ErrorAnswer, PlanSummary, PlanView } from '@lapwing/shared/protocol/api';
import { describe, expect, it } from 'vitest';
import { findPlan } from '../../../server/src/db/repositories/plans.ts';
import { makeEvening, type Size } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

async function desk(size: Size = {}) {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 6, tables: 3, seats: 3, settings: { rounds: 2 }, ...size });
  const plan = (await ada.get(`${evening.url}/plan`)).json<PlanView>();
  const edit = (...changes: readonly Reseat[]) => ada.post(`${evening.url}/plan/${plan.version}/edited`, { changes });
  return { t, ada, evening, plan, edit };
}

const broken = (answer: { json<T>(): T }): unknown[] => {
  const { code, details } = answer.json<ErrorAnswer>().error;
  return [code, details?.rules];
};

/** Two students of different tables who can change places in the last round without meeting a mentor twice. */
function swapOf({ schedule }: PlanView): [Reseat, Reseat] {
  const [first, last] = schedule.rounds;
  if (!first || !last) throw new Error('two rounds are needed');
  const seats = Object.entries(last).flatMap(([table, { students }]) => students.map((person) => ({ table, person })));
  for (const one of seats) {
    for (const other of seats) {
      const before = (person: typeof one.person) => tableIn(schedule, 1, person);
      if (one.table === other.table || before(one.person) === other.table || before(other.person) === one.table)
        continue;
      return [
        { round: 2, person: one.person, table: tableId(other.table) },
        { round: 2, person: other.person, table: tableId(one.table) },
      ];
    }
  }
  throw new Error('no such two');
}

describe('R26 a plan changed by hand', () => {
  it('is a new draft that names where it came from; the plan it came from stays', async () => {
    const { t, ada, evening, plan, edit } = await desk();
    const [one, other] = swapOf(plan);
    const edited = (await edit(one, other)).json<PlanView>();
    expect(edited).toMatchObject({ version: 2, status: 'draft', origin: 'edited', editedFrom: 1, outdated: false });
    expect([tableIn(edited.schedule, 2, one.person), tableIn(edited.schedule, 2, other.person)]).toEqual([
      one.table,
      other.table,
    ]);
    expect((await ada.get(`${evening.url}/plan`)).json()).toEqual(edited);
    expect((await ada.get(`${evening.url}/plan/1`)).json()).toEqual(plan);
    expect(findPlan(t.db, evening.id, 2)).toMatchObject({ editedFrom: 1, seed: plan.seed, aim: 'balanced' });
    expect((await ada.post(`${evening.url}/plan/2/publish`)).json()).toMatchObject({ version: 2, status: 'published' });
  });

  it('is refused when a table has too few seats, somebody is unknown or a mentor comes twice', async () => {
    const { ada, evening, plan, edit } = await desk();
    const [{ person, table }] = swapOf(plan);
    const all = Object.entries(plan.schedule.rounds[1] ?? {});
    const crowd = all
      .filter(([id]) => id !== table)
      .flatMap(([, { students }]) => students.map((student) => ({ round: 2, person: student, table })));
    expect(broken(await edit(...crowd))).toEqual(['plan-broken', expect.arrayContaining(['too-few-seats'])]);
    expect(broken(await edit({ round: 2, person: attendeeId('nobody'), table }))).toEqual([
      'plan-broken',
      ['unknown-person'],
    ]);
    expect(broken(await edit({ round: 2, person, table: tableId('nowhere') }))).toEqual([
      'plan-broken',
      ['unknown-table'],
    ]);
    expect(broken(await edit({ round: 9, person, table }))).toEqual(['plan-broken', ['wrong-rounds']]);
    const again = { round: 2, person, table: tableIn(plan.schedule, 1, person) };
    expect(broken(await edit(again))).toEqual(['plan-broken', ['same-mentor-twice']]);
    expect((await ada.get(`${evening.url}/plan`)).json()).toEqual(plan);
  });

  it('is refused when people changed meanwhile, and once the evening has started', async () => {
    const { ada, evening, plan, edit } = await desk();
    const [one, other] = swapOf(plan);
    await ada.post(`${evening.url}/people`, { details: { role: 'student', name: 'Late' } });
    expect((await edit(one, other)).json<ErrorAnswer>().error.code).toBe('plan-outdated');
    await evening.start(ada);
    expect((await edit(one, other)).json<ErrorAnswer>().error.code).toBe('already-started');
  });
});

describe('the kept plans', () => {
  it('are listed newest first with their reports and without their seats, and one can be had whole', async () => {
    const { ada, evening, plan } = await desk();
    await ada.post(`${evening.url}/plan`, { basis: 'expected', aim: 'wishes' });
    const kept = (await ada.get(`${evening.url}/plans`)).json<PlanSummary[]>();
    expect(kept.map(({ version, status, aim }) => [version, status, aim])).toEqual([
      [2, 'draft', 'wishes'],
      [1, 'published', 'balanced'],
    ]);
    const { schedule: _, room: __, ...summary } = plan;
    expect(kept[1]).toEqual(summary);
    expect((await ada.get(`${evening.url}/plan/99`)).statusCode).toBe(404);
  });

  it('leave out those that were made to show what Start would do', async () => {
    const { ada, evening } = await desk();
    evening.checkIn(...evening.students.slice(0, 4));
    await ada.post(`${evening.url}/start-offer`, { basis: 'here' });
    const kept = (await ada.get(`${evening.url}/plans`)).json<PlanSummary[]>();
    expect(kept.map(({ version }) => version)).toEqual([1]);
  });
});
