import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { PlanView } from '@lapwing/shared/protocol/api';
import { type EveningToPlan, planEvening } from '@lapwing/shared/rotation/evening';
import { expect, it } from 'vitest';
import { planInput } from '../../../server/src/services/plan-view.ts';
import { changePerson } from '../../../server/src/services/roster-service.ts';
import { type PlanJob, runPlanJob } from '../../../server/src/solver/job.ts';
import { workerPlanner } from '../../../server/src/solver/planner.ts';
import { askToStop, newSignals, readProgress } from '../../../server/src/solver/signals.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

const MENTORS = Array.from({ length: 6 }, (_, index) => `m${index}`);
/** More rounds than nobody meeting again allows, so a search has always something to do. */
const EVENING = {
  rounds: 6,
  whoMoves: 'students',
  tables: MENTORS.map((mentor, index) => ({
    ...{ id: `t${index}`, number: index + 1, name: '', seats: 5, mentors: [mentor], stepFree: true, column: 0, row: 0 },
  })),
  students: Array.from({ length: 26 }, (_, index) => ({ id: `s${index}`, industries: ['Law'], stepFree: false })),
  mentors: MENTORS.map((id, index) => ({ id, industry: index < 3 ? 'Law' : 'Tech' })),
} as unknown as EveningToPlan;
const JOB: PlanJob = { evening: EVENING, before: null, seed: 3, iterations: 2_000, doublings: 0, aim: 'balanced' };

const again = (evening: EveningToPlan, { seed, iterations, stoppedAfter, aim }: Omit<PlanView, 'schedule'>) => {
  const made = planEvening(evening, { seed, iterations, stopAfter: stoppedAfter ?? undefined, aim });
  return made.ok ? made.value.schedule : made.refusal;
};

it('searches again and again, each time twice as long, and tells how far it is of all that', () => {
  const signals = newSignals();
  const answer = runPlanJob({ ...JOB, doublings: 2 }, signals, () => 0);
  if (!answer.ok) throw new Error('no plan');
  expect([2_000, 4_000, 8_000]).toContain(answer.value.iterations);
  const { tried, of } = readProgress(signals);
  expect(of).toBe(14_000);
  expect(tried).toBeGreaterThan(12_000);
  expect(tried).toBeLessThan(14_000);
});

it('told to stop before it begins, gives the first seating', () => {
  const signals = newSignals();
  askToStop(signals);
  const answer = runPlanJob({ ...JOB, doublings: 4 }, signals, () => 0);
  expect(answer).toMatchObject({ ok: true, value: { iterations: 2_000, stoppedAfter: 0 } });
});

it('a thread that died of one repair does not take the next one with it', async () => {
  const planned = planEvening(EVENING, { seed: 1, iterations: 200 });
  if (!planned.ok) throw new Error('no plan');
  const failures: unknown[] = [];
  const planner = workerPlanner((error) => failures.push(error));
  const running = { schedule: planned.value.schedule, evening: EVENING, done: 1, freezeCurrent: true };
  const job = { running, kinds: ['fewest-moves'], seed: 1, iterations: 200 } as const;
  expect(await planner.repair({ ...job, running: null as never })).toMatchObject({ ok: false });
  expect(await planner.repair(job)).toMatchObject({ ok: true });
  expect(failures).toHaveLength(1);
});

it.each([
  ['a quick one', 'quick', 'balanced'],
  ['one that was stopped', 'thorough', 'mixing'],
] as const)('R17 what is stored with a plan makes it again: %s', async (_, effort, aim) => {
  const threads = workerPlanner((error) => expect.unreachable(String(error)));
  // by the time, as in earnest, but less of it: how much was searched is what is stored, and all of that is done again
  const quick: typeof threads.run = (job, signals) =>
    threads.run({ ...job, iterations: { milliseconds: 250 } }, signals);
  const t = await testApp({ planner: effort === 'quick' ? { ...threads, run: quick } : threads });
  const ada = await t.organiser();
  const size = { students: 30, tables: 6, seats: 6, settings: { rounds: 6 }, published: false };
  const evening = await makeEvening(t, size);
  // wishes against mixing, and too many rounds for nobody to meet again: another search finds another plan
  const fields = ['Law', 'Tech', 'Arts'];
  const industryOf = (index: number): string => fields[index % fields.length] ?? '';
  evening.students.forEach(({ id }, index) => {
    changePerson(t.services, evening.id, id, { industries: [industryOf(index)] }, 'Ada');
  });
  evening.mentors.forEach(({ id }, index) => {
    changePerson(t.services, evening.id, id, { card: { ...EMPTY_CARD, industry: industryOf(index) } }, 'Ada');
  });
  const asked = ada.post(`${evening.url}/plan`, { basis: 'expected', effort, aim });
  if (effort === 'thorough') {
    await new Promise((later) => setTimeout(later, 300));
    await ada.post(`${evening.url}/plan/stop`);
  }
  const plan = (await asked).json<PlanView>();
  const now = t.services.evenings.get(evening.id);
  if (!now) throw new Error('no such event');
  expect(again(planInput(t.services, now, 'expected'), plan)).toEqual(plan.schedule);
});
