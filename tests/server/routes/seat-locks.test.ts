import { tableIn } from '@lapwing/shared/event/reseat';
import { locksNotKept, type SeatLock } from '@lapwing/shared/event/seat-lock';
import { attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import type { ErrorAnswer, PlanView } from '@lapwing/shared/protocol/api';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

async function desk() {
  const t = await testApp();
  const ada = await t.organiser();
  const size = { students: 12, tables: 4, seats: 4, settings: { rounds: 4 } };
  const evening = await makeEvening(t, size);
  const make = async (): Promise<PlanView> =>
    (await ada.post(`${evening.url}/plan`, { basis: 'expected' })).json<PlanView>();
  const put = (lock: readonly SeatLock[], unlock: readonly Pick<SeatLock, 'round' | 'person'>[] = []) =>
    ada.put(`${evening.url}/seat-locks`, { lock, unlock });
  const locks = async (): Promise<SeatLock[]> => (await ada.get(`${evening.url}/seat-locks`)).json<SeatLock[]>();
  return { t, ada, evening, make, put, locks };
}

/** Everybody's seat in a round (from 1). */
const seatsIn = ({ schedule }: PlanView, round: number): SeatLock[] =>
  Object.entries(schedule.rounds[round - 1] ?? {}).flatMap(([table, { students }]) =>
    students.map((person) => ({ round, person, table: tableId(table) })),
  );

describe('R108 locked seats', () => {
  it('stay in every plan that is made from there on, and make no plan outdated', async () => {
    const { ada, evening, make, put, locks } = await desk();
    const first = await make();
    const locked = seatsIn(first, 3);
    expect((await put(locked)).json()).toEqual(await locks());
    expect(await locks()).toHaveLength(12);
    expect((await ada.get(`${evening.url}/plan`)).json()).toEqual(first);
    const second = await make();
    expect(second.version).toBe(first.version + 1);
    expect(second.schedule).not.toEqual(first.schedule);
    expect(locksNotKept(second.schedule, locked)).toEqual([]);
  });

  it('are locked once however often it is said, and unlocked one by one', async () => {
    const { make, put, locks } = await desk();
    const [one, other] = seatsIn(await make(), 2);
    if (!one || !other) throw new Error('two seats are needed');
    await put([one]);
    await put([one, other]);
    expect(await locks()).toHaveLength(2);
    await put([], [{ round: 2, person: one.person }]);
    await put([], [{ round: 2, person: one.person }]);
    expect(await locks()).toEqual([other]);
  });

  it('go along with whoever is moved by hand', async () => {
    const { ada, evening, make, put, locks } = await desk();
    const plan = await make();
    const [one] = seatsIn(plan, 1);
    if (!one) throw new Error('a seat is needed');
    await put([one]);
    const sittingOut = [{ round: 1, person: one.person, table: null }];
    expect((await ada.post(`${evening.url}/plan/${plan.version}/edited`, { changes: sittingOut })).statusCode).toBe(
      200,
    );
    expect(await locks()).toEqual([]);
  });

  it('keep nobody from a plan: when the table loses its mentor the plan is made, and the lock is not kept', async () => {
    const { ada, evening, make, put } = await desk();
    const [one] = seatsIn(await make(), 1);
    if (!one) throw new Error('a seat is needed');
    await put([one]);
    const detail = (await ada.get(evening.url)).json<{ tables: { id: string; mentors: string[] }[] }>();
    const mentor = detail.tables.find(({ id }) => id === one.table)?.mentors[0];
    await ada.put(`${evening.url}/people/${mentor}/standing`, { standing: 'cancelled' });
    const plan = await make();
    expect(tableIn(plan.schedule, 1, one.person)).not.toBe(one.table);
    expect(locksNotKept(plan.schedule, [one])).toEqual([one]);
  });

  it('are of people and tables of this event, and end with the person', async () => {
    const { t, ada, evening, make, put, locks } = await desk();
    const [one, other] = seatsIn(await make(), 1);
    if (!one || !other) throw new Error('two seats are needed');
    const foreign = await makeEvening(t, { students: 6, tables: 2, seats: 4, settings: { rounds: 2 } });
    for (const wrong of [
      { ...one, person: attendeeId('nobody') },
      { ...one, table: tableId('nowhere') },
    ])
      expect((await put([other, wrong])).statusCode).toBe(404);
    expect((await ada.put(`${foreign.url}/seat-locks`, { lock: [one], unlock: [] })).statusCode).toBe(404);
    expect(await locks()).toEqual([]);
    await put([one, other]);
    expect((await ada.delete(`${evening.url}/people/${one.person}`)).statusCode).toBeLessThan(300);
    expect(await locks()).toEqual([other]);
  });

  it('stay as they are once the night runs: from then on a plan is mended, not made again', async () => {
    const { ada, evening, make, put } = await desk();
    const [one] = seatsIn(await make(), 1);
    if (!one) throw new Error('a seat is needed');
    await evening.start(ada);
    const refused = await put([one]);
    expect([refused.statusCode, refused.json<ErrorAnswer>().error.code]).toEqual([409, 'already-started']);
  });
});
