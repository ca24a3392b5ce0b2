import type { AddressInfo } from 'node:net';
import type { ErrorAnswer, PlanSummary, PlanView } from '@lapwing/shared/protocol/api';
import type { Planning, Staff } from '@lapwing/shared/protocol/messages';
import { brokenRules } from '@lapwing/shared/rotation/broken-rules';
import { describe, expect, it } from 'vitest';
import { planInput } from '../../../server/src/services/plan-view.ts';
import { runPlanJob } from '../../../server/src/solver/job.ts';
import { type Planner, workerPlanner } from '../../../server/src/solver/planner.ts';
import { stopAsked, writeProgress } from '../../../server/src/solver/signals.ts';
import { makeEvening, type Size } from '../../support/evening-builder.ts';
import { inlinePlanner, type TestApp, testApp } from '../../support/test-app.ts';

/** A planner that waits until it is told to go on, or to stop. */
function slowPlanner() {
  let goOn = (): void => {};
  let runs = 0;
  const planner: Planner = {
    ...inlinePlanner,
    async run(job, signals) {
      runs += 1;
      writeProgress(signals, { tried: 420, of: 1_000, price: -77 });
      const gate = new Promise<void>((open) => {
        goOn = open;
      });
      while (!stopAsked(signals)) {
        const opened = await Promise.race([gate.then(() => true), new Promise((next) => setTimeout(next, 1))]);
        if (opened === true) break;
      }
      return runPlanJob({ ...job, iterations: 200 }, signals, () => 0);
    },
  };
  return { planner, goOn: () => goOn(), runs: () => runs };
}

/** No thread of its own and few moves: for what is not about the search. */
const swift: Planner = inlinePlanner;

/** A thread of its own takes its time to start on a busy machine. */
const WHEN_BUSY = { timeout: 15_000 };

/** Pairs have to meet again here, so there is always something left to search for. */
const BUSY: Size = { students: 64, tables: 10, seats: 7, settings: { rounds: 9 }, published: false };
const SMALL: Size = { students: 12, seats: 6, published: false };

async function desk(planner: Planner, size: Size = SMALL) {
  const t = await testApp({ planner });
  const ada = await t.organiser();
  return { t, ada, evening: await makeEvening(t, size) };
}

const heard = (texts: readonly string[]): (Planning | null)[] =>
  texts
    .map((text) => JSON.parse(text) as Staff)
    .filter(({ t }) => t === 'staff')
    .map(({ planning }) => planning);

const sound = (t: TestApp, id: Parameters<TestApp['services']['evenings']['get']>[0], plan: PlanView): unknown[] => {
  const evening = t.services.evenings.get(id);
  if (!evening) throw new Error('no such event');
  return brokenRules(plan.schedule, planInput(t.services, evening, plan.basis));
};

describe('a search for a plan', () => {
  it('tells the consoles how far it is, and raises neither the version nor the changes', async () => {
    const slow = slowPlanner();
    const { t, ada, evening } = await desk(slow.planner);
    const console = await t.socket(`${evening.url}/socket`, ada);
    await console.settled();
    const { changes } = console.last('staff');
    const version = evening.version();
    const asked = ada.post(`${evening.url}/plan`, { basis: 'expected', aim: 'mixing' });
    await console.until('staff', ({ planning }) => planning !== null);
    await expect.poll(() => slow.runs(), WHEN_BUSY).toBe(1);
    t.clock.advance(250);
    const told = { aim: 'mixing', done: 42, tried: 420, of: 1_000, gained: 77, stopping: false };
    await console.until('staff', ({ planning }) => planning?.done === 42);
    expect(console.last('staff')).toMatchObject({ planning: told, changes });
    slow.goOn();
    expect((await asked).json<PlanView>()).toMatchObject({ aim: 'mixing', origin: 'searched', stoppedAfter: null });
    await console.until('staff', ({ planning }) => planning === null);
    expect(evening.version()).toBe(version);
    expect(heard(console.texts).filter((planning) => planning !== null).length).toBeLessThan(6);
  });

  it('is joined by whoever asks meanwhile: one search, one draft', async () => {
    const slow = slowPlanner();
    const { ada, evening } = await desk(slow.planner);
    const asked = [1, 2, 3].map((seed) => ada.post(`${evening.url}/plan`, { basis: 'expected', seed }));
    await expect.poll(() => slow.runs(), WHEN_BUSY).toBe(1);
    slow.goOn();
    const plans = (await Promise.all(asked)).map((answer) => answer.json<PlanView>());
    expect(plans.map(({ version, seed }) => [version, seed])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(slow.runs()).toBe(1);
  });

  it('goes on when nobody waits for it, and its draft is there afterwards', async () => {
    const slow = slowPlanner();
    const { t, ada, evening } = await desk(slow.planner);
    const console = await t.socket(`${evening.url}/socket`, ada);
    const { port } = t.app.server.address() as AddressInfo;
    const leave = new AbortController();
    const left = fetch(`http://127.0.0.1:${port}${evening.url}/plan`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: ada.cookieHeader() },
      body: JSON.stringify({ basis: 'expected' }),
      signal: leave.signal,
    }).catch(() => 'left');
    await expect.poll(() => slow.runs(), WHEN_BUSY).toBe(1);
    leave.abort();
    expect(await left).toBe('left');
    // what it heard at the beginning says the same
    console.forget();
    slow.goOn();
    await console.until('staff', ({ planning, changes }) => planning === null && changes > 0);
    expect((await ada.get(`${evening.url}/plan`)).json()).toMatchObject({ version: 1, status: 'draft' });
  });

  it('a stopped one gives the best so far, sound and kept, and says after how many moves', async () => {
    const planner = workerPlanner((error) => expect.unreachable(String(error)));
    const { t, ada, evening } = await desk(planner, BUSY);
    const asked = ada.post(`${evening.url}/plan`, { basis: 'expected', effort: 'thorough', seed: 5 });
    await expect
      .poll(() => {
        t.clock.advance(250);
        return t.services.evenings.staff(evening.id).planning?.tried ?? 0;
      }, WHEN_BUSY)
      .toBeGreaterThan(0);
    expect((await ada.post(`${evening.url}/plan/stop`)).statusCode).toBe(204);
    expect(t.services.evenings.staff(evening.id).planning).toMatchObject({ stopping: true });
    const plan = (await asked).json<PlanView>();
    expect(plan.stoppedAfter).toBeGreaterThan(0);
    expect(plan.stoppedAfter).toBeLessThan(plan.iterations);
    expect(sound(t, evening.id, plan)).toEqual([]);
    expect((await ada.get(`${evening.url}/plan`)).json()).toEqual(plan);
    // nothing is searched any more
    expect((await ada.post(`${evening.url}/plan/stop`)).statusCode).toBe(204);
  });

  it('that dies is refused, and the last plan stays', async () => {
    let dead = false;
    const planner: Planner = {
      ...inlinePlanner,
      run: (job, signals) =>
        dead ? workerPlanner(() => {}).run({ ...job, evening: null as never }, signals) : swift.run(job, signals),
    };
    const { t, ada, evening } = await desk(planner);
    const first = (await ada.post(`${evening.url}/plan`, { basis: 'expected' })).json<PlanView>();
    dead = true;
    const refused = await ada.post(`${evening.url}/plan`, { basis: 'expected' });
    expect([refused.statusCode, refused.json<ErrorAnswer>().error.code]).toEqual([422, 'plan-impossible']);
    expect((await ada.get(`${evening.url}/plan`)).json()).toEqual(first);
    expect(t.services.evenings.staff(evening.id).planning).toBeNull();
  });

  it('ends with what it has when the server stops', async () => {
    const slow = slowPlanner();
    const { t, ada, evening } = await desk(slow.planner);
    const asked = ada.post(`${evening.url}/plan`, { basis: 'expected' });
    await expect.poll(() => slow.runs(), WHEN_BUSY).toBe(1);
    await t.close();
    expect((await asked).json()).toMatchObject({ version: 1 });
  });

  it('made again with other seeds are other plans', async () => {
    const { ada, evening } = await desk(swift);
    const again = async () => (await ada.post(`${evening.url}/plan`, { basis: 'expected' })).json<PlanView>();
    const [one, other] = [await again(), await again()];
    expect(one.seed).not.toBe(other.seed);
    const plans = (await ada.get(`${evening.url}/plans`)).json<PlanSummary[]>();
    expect(plans.map(({ version, seed }) => [version, seed])).toEqual([
      [2, other.seed],
      [1, one.seed],
    ]);
  });
});
