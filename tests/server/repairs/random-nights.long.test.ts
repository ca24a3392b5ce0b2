import { describe, expect, it } from 'vitest';
import { runRepairJob } from '../../../server/src/solver/job.ts';
import { inlinePlanner, testApp } from '../../support/test-app.ts';
import { churnOf } from './churn.ts';
import { play } from './play.ts';

/** More of them, or other ones: `EVENINGS=300 FIRST_SEED=1000`. */
const EVENINGS = Number(process.env.EVENINGS ?? 8);
const FIRST_SEED = Number(process.env.FIRST_SEED ?? 1);
const WITH_PHONES = 3;
/** As many moves as in earnest: these evenings are small. */
const MOVES = 20_000;

const planner = {
  ...inlinePlanner,
  repair: async (job: Parameters<typeof inlinePlanner.repair>[0]) =>
    runRepairJob({ ...job, iterations: MOVES }, () => 0),
};

describe('random nights', () => {
  it(`keep every law of a mended plan, its price and its cards, seeds ${FIRST_SEED} to ${FIRST_SEED + EVENINGS - 1}`, async () => {
    const t = await testApp({ planner });
    const ada = await t.organiser();
    const tally = new Map<string, number>();
    const churn = { moves: 0, least: 0 };
    const onMended = (mended: Parameters<typeof churnOf>[0]): void => {
      if (mended.night.whoMoves !== 'students') return;
      const { moves, least } = churnOf(mended);
      churn.moves += moves;
      churn.least += least;
    };
    for (let seed = FIRST_SEED; seed < FIRST_SEED + EVENINGS; seed++)
      expect(await play(t, ada, seed, { tally, onMended, withPhones: seed < FIRST_SEED + WITH_PHONES })).toEqual([]);
    // an evening in which nothing could be mended proves nothing
    const mended = [...tally].reduce((sum, [what, times]) => (what.endsWith(' 200') ? sum + times : sum), 0);
    expect(mended).toBeGreaterThan(EVENINGS * 3);
    // nobody is moved for little: repeated meetings, and people moved by hand, are what goes beyond the bound
    expect(churn.least).toBeGreaterThan(EVENINGS);
    expect(churn.moves).toBeLessThan(churn.least * 1.3 + EVENINGS);
    if (process.env.TELL) process.stdout.write(`${JSON.stringify({ ...churn, mended })}\n`);
  }, 600_000);
});
