import { WITHOUT } from '../controls.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { openNight } from '../machinery/night.ts';
import { withShim } from '../machinery/with-shim.ts';
import type { Control, Finding, Tools, Trial } from '../trial.ts';

const HOUR_MS = 3_600_000;
const JUMPS_MS = [HOUR_MS, -2 * HOUR_MS, 400, -400, 6 * HOUR_MS, 0];
const MOST_MS = 100;
const PHONES = 20;

/** The server's wall clock jumps and drifts; its time, and with it every countdown, must not. */
async function jumps(tools: Tools, dist?: string): Promise<Finding> {
  const night = await openNight(dist === undefined ? {} : { dist });
  const faults: string[] = [];
  const shim = await withShim(night, tools);
  const crowd = night.crowd(PHONES);
  try {
    await crowd.enter();
    await crowd.answered();
    const before = (await night.look()).moment.phase;
    for (const jump of JUMPS_MS) {
      shim.set('wallShiftMs', jump);
      await crowd.answered();
      const { phase } = (await night.look()).moment;
      if (JSON.stringify(phase) !== JSON.stringify(before)) faults.push(`a jump of ${jump} ms changed the countdown`);
      // A press on a machine with a wrong clock: what is left is what it was.
      await night.ada.press({ kind: 'addMinutes', minutes: 1 });
      await night.ada.press({ kind: 'undo' });
    }
    shim.set('driftSinceMs', Date.now());
    shim.set('wallDriftPpm', 500);
    await crowd.answered();
    if (crowd.clockOffBy > MOST_MS) faults.push(`the server's time moved by ${Math.round(crowd.clockOffBy)} ms`);
    const moved = Math.round(crowd.clockOffBy);
    // The clock is wrong when it starts again: an hour before the last thing that was saved. The night must still serve.
    await night.server.kill9();
    shim.set('wallDriftPpm', 0);
    shim.set('wallShiftMs', -HOUR_MS);
    await night.server.start();
    const room = await night.look();
    for (const kind of ['pause', 'resume'] as const) {
      const { outcome, code } = await night.ada.press({ kind });
      if (outcome !== 'done') faults.push(`with the clock an hour back ${kind} was ${outcome} ${code}`);
    }
    await crowd.until('the new run of the server', ({ shown, live }) => live && shown?.epoch === room.epoch);
    return { figures: { jumps: JUMPS_MS.length, maxJumpMs: moved }, faults };
  } finally {
    crowd.close();
    await night.close();
    shim.close();
  }
}

/** With such a clock sessions may end as well, and nobody is answered. */
const asFault = (error: Error): Finding => ({ figures: {}, faults: [error.message] });

export const wallClock: Trial = {
  id: 'T7',
  title: 'the wall clock jumps by hours, by 400 ms, drifts, and is wrong at a restart',
  short: false,
  needs: ['shim'],
  run: (tools) => jumps(tools),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.monotonicTime]);
    return { what: 'server time is read off the wall clock', found: await jumps(tools, dist).catch(asFault) };
  },
};
