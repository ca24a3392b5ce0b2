import type { ErrorAnswer, PlanSummary, RepairOffer, StartOffer } from '@lapwing/shared/protocol/api';
import type { Staff } from '@lapwing/shared/protocol/messages';
import type { Response } from 'light-my-request';
import { describe, expect, it } from 'vitest';
import { listDisplays } from '../../../server/src/db/repositories/displays.ts';
import type { Planner } from '../../../server/src/solver/planner.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { inlinePlanner, testApp } from '../../support/test-app.ts';

/** A planner that takes a moment, and counts how many searches go on at the same time. */
function countingPlanner(): { readonly planner: Planner; most(): number } {
  let now = 0;
  let most = 0;
  async function counted<Answer>(search: () => Promise<Answer>): Promise<Answer> {
    now += 1;
    most = Math.max(most, now);
    await new Promise((later) => setTimeout(later, 5));
    now -= 1;
    return search();
  }
  const planner: Planner = {
    ...inlinePlanner,
    run: (job, signals) => counted(() => inlinePlanner.run(job, signals)),
    repair: (job) => counted(() => inlinePlanner.repair(job)),
  };
  return { planner, most: () => most };
}

const times = <Value>(count: number, make: (n: number) => Value): Value[] =>
  Array.from({ length: count }, (_, n) => make(n));
const statuses = (answers: readonly Response[]): Set<number> => new Set(answers.map(({ statusCode }) => statusCode));

describe('a flood', () => {
  it('of repairs: one search at a time, the same question is asked once, and too many are refused', async () => {
    const counting = countingPlanner();
    const t = await testApp({ planner: counting.planner });
    const ada = await t.organiser();
    const evening = await makeEvening(t, { students: 24, tables: 12, seats: 6, settings: { rounds: 5 } });
    await evening.start(ada);
    t.clock.advance(3_000);
    const ask = (n: number): Promise<Response> =>
      ada.post(`${evening.url}/repairs`, { change: { kind: 'tableClosed', table: evening.tables()[n % 12]?.id } });
    const answers = await Promise.all(times(60, ask));
    expect(counting.most()).toBe(1);
    expect(statuses(answers)).toEqual(new Set([200, 429]));
    const refused = answers.find(({ statusCode }) => statusCode === 429);
    expect(refused?.json<ErrorAnswer>().error.code).toBe('too-many-requests');
    const offered = answers.flatMap((one) => (one.statusCode === 200 ? one.json<RepairOffer[]>() : []));
    expect(new Set(offered.map(({ planVersion }) => planVersion)).size).toBeLessThan(20);
    expect((await ask(0)).statusCode, 'the line is short again').toBe(200);
  });

  it('of looks at Start makes one plan', async () => {
    const counting = countingPlanner();
    const t = await testApp({ planner: counting.planner });
    const ada = await t.organiser();
    const evening = await makeEvening(t, { published: false });
    const answers = await Promise.all(times(30, () => ada.post(`${evening.url}/start-offer`, { basis: 'expected' })));
    expect(statuses(answers)).toEqual(new Set([200]));
    expect(new Set(answers.map((one) => one.json<StartOffer>().planVersion)).size).toBe(1);
    expect(counting.most()).toBe(1);
  });

  it('of looks at Start pushes no plan out that somebody asked for', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t, { published: false });
    await ada.post(`${evening.url}/plan`, { basis: 'expected', seed: 7 });
    for (let n = 0; n < 25; n++) {
      evening.checkIn(...evening.mentors);
      await ada.post(`${evening.url}/people`, { details: { role: 'student', name: `Walk In ${n}` } });
      if (n < 5) await ada.post(`${evening.url}/start-offer`, { basis: 'expected' });
      else
        await ada.put(`${evening.url}/floor`, { tables: evening.tables().map((one) => ({ ...one, seats: 10 + n })) });
      await ada.post(`${evening.url}/start-offer`, { basis: 'expected' });
    }
    const kept = (await ada.get(`${evening.url}/plans`)).json<PlanSummary[]>();
    expect(kept.map(({ seed }) => seed)).toEqual([7]);
  });

  it('of words from one phone is cut, and other phones are heard', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const [ann, ben] = evening.students;
    if (!ann || !ben) throw new Error('two students are needed');
    const [phone, other] = [await evening.phone(ann), await evening.phone(ben)];
    const said: Response[] = [];
    for (let minutes = 0; minutes < 150; minutes++)
      said.push(await phone.put(`/me/${ann.id}/calls/late`, { calling: true, minutes }));
    expect(said.filter(({ statusCode }) => statusCode === 204)).toHaveLength(120);
    expect(statuses(said)).toEqual(new Set([204, 429]));
    expect((await other.put(`/me/${ben.id}/calls/late`, { calling: true })).statusCode).toBe(204);
    const stranger = await other.put(`/me/${ann.id}/calls/late`, { calling: true });
    expect(stranger.statusCode, 'nobody uses up what is another person’s').toBe(404);
  });
});

describe('a display', () => {
  it('that opens its link again is the same one', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const page = await evening.display();
    await t.socket(`${evening.displayUrl()}/live`, page);
    const secret = evening.displaySecret();
    expect((await page.post(`${evening.displayUrl()}/session`, { secret })).statusCode).toBe(204);
    await t.socket(`${evening.displayUrl()}/live`, page);
    expect(listDisplays(t.db, evening.id)).toHaveLength(1);
    expect((await page.post(`${evening.displayUrl()}/session`, { secret: 'wrong' })).statusCode).toBe(404);
  });

  it('that is forgotten while it listens comes back under a new name', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const console = await t.socket(`${evening.url}/socket`, ada);
    const display = await evening.display();
    const page = await t.socket(`${evening.displayUrl()}/live`, display);
    t.clock.advance(1_000);
    await console.until('staff', ({ displays }) => displays.length === 1);
    const id = (console.last('staff') as Staff).displays[0]?.id;
    await ada.put(`${evening.url}/displays/${id}`, { name: 'Left wall', layout: 'map' });
    expect((await ada.delete(`${evening.url}/displays/${id}`)).statusCode).toBe(204);
    expect((await page.closed).code, 'told to connect again').toBe(1012);
    const again = await t.socket(`${evening.displayUrl()}/live`, display);
    expect((await again.until('display')).name).toBe('Display 1');
  });
});
