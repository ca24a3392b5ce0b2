import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WITHOUT } from '../controls.ts';
import { audit } from '../machinery/audit.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { type Night, openNight } from '../machinery/night.ts';
import { type Control, type Finding, type Trial, told } from '../trial.ts';

const PRESSES = 40;
const PHONES = 20;
/** Added to a press when the planner hangs: far above noise, far below what waiting for it would be. */
const MOST_ADDED_MS = 500;

const HANG = 'for (;;) {}';
const DIE = "throw new Error('the worker dies');";

async function medianPress(night: Night): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < PRESSES; n++) {
    const from = performance.now();
    const pressed = await night.ada.press({ kind: n % 2 === 0 ? 'pause' : 'resume' });
    if (pressed.outcome !== 'done') return Number.POSITIVE_INFINITY;
    took.push(performance.now() - from);
  }
  return took.sort((one, other) => one - other)[Math.floor(PRESSES / 2)] ?? 0;
}

/** Nothing outside is asked during the night but the planner's worker: it hangs for ever, or dies at once. */
async function outsideHangs(worker: string, dist: string): Promise<Finding> {
  writeFileSync(join(dist, 'planner.worker.js'), worker);
  const night = await openNight({ dist });
  const crowd = night.crowd(PHONES);
  const faults: string[] = [];
  try {
    await crowd.enter();
    const alone = await medianPress(night);
    const planning = night.ada.call('POST', `/api/events/${night.eventId}/plan`, { basis: 'here' }, 60_000);
    const beside = await medianPress(night);
    if (!(beside - alone < MOST_ADDED_MS))
      faults.push(`a press took ${Math.round(beside)} ms beside it, ${Math.round(alone)} alone`);
    await crowd.untilShown(await night.look());
    if (worker === DIE && ((await planning)?.status ?? 0) < 400) faults.push('a dead worker was answered with a plan');
    const { lost, doubled } = audit(night.dataDir, night.eventId, night.record);
    faults.push(...told('lost', lost), ...told('doubled', doubled));
    // Also a server whose worker hangs ends when it is told to.
    const { code } = await night.server.stop();
    if (code !== 0) faults.push(`it ended with ${code}`);
    return { figures: { msAddedToPress: Math.max(0, Math.round(beside - alone)), lost: lost.length }, faults };
  } finally {
    crowd.close();
    await night.close();
  }
}

export const outside: Trial = {
  id: 'T28',
  title: 'what the night does not need hangs or dies (no mail is sent yet: the planner’s worker stands for it)',
  short: false,
  async run(tools) {
    const harmless = { what: 'nothing', find: /const LISTEN_BACKLOG|var LISTEN_BACKLOG/u, put: 'var LISTEN_BACKLOG' };
    const hung = await outsideHangs(
      HANG,
      changedServer(tools.folder, [{ ...harmless, what: 'a worker that answers' }]),
    );
    const dead = await outsideHangs(DIE, changedServer(tools.folder, [{ ...harmless, what: 'a worker that lives' }]));
    return {
      figures: { ...hung.figures, deadWorkerMsAdded: dead.figures.msAddedToPress ?? 0 },
      faults: [...hung.faults, ...dead.faults],
    };
  },
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.freeThread]);
    const night = await openNight({ dist });
    try {
      const median = await medianPress(night);
      const faults = median > MOST_ADDED_MS ? [`a press took ${Math.round(median)} ms`] : [];
      return { what: 'presses wait as if a search went on in their thread', found: { figures: {}, faults } };
    } finally {
      await night.close();
    }
  },
};
