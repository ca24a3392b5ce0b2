import { WITHOUT } from '../controls.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { openNight } from '../machinery/night.ts';
import { type ProductPhone, productPhones, untilAll } from '../machinery/product-phones.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';

const PHONES = 20;
const STALLS = 12;
const LONGEST_MS = 600;
/** What is drawn follows a better estimate slowly, so that no number jumps: nobody sees so little. */
const DRAWN_BEHIND_MS = 25;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Server time and this machine's own are the same here; a phone's estimate has to lie within the bound it claims. */
function dishonest({ id, model }: ProductPhone): string[] {
  // This process may itself be interrupted between two readings.
  const before = Date.now();
  const now = model.connection.clock.now();
  const after = Date.now();
  const bound = model.connection.clock.bound();
  if (now === null || bound === null) return [];
  const off = Math.max(before - now, now - after, 0);
  return off <= bound + DRAWN_BEHIND_MS ? [] : [`${id} is off by ${off.toFixed(1)} ms and claims ${bound.toFixed(1)}`];
}

async function stalls(tools: Tools, count: number, dist?: string): Promise<Finding> {
  const night = await openNight(dist === undefined ? {} : { dist });
  const phones = await productPhones(night.links.slice(0, PHONES), night.port, night.port);
  const faults: string[] = [];
  let slowest = 0;
  let checks = 0;
  try {
    await untilAll(phones, 'a first state', ({ shown }) => shown.length > 0);
    const { phase } = (await night.look()).moment;
    for (let n = 0; n < count; n++) {
      // The whole process stands still: an import of thousands of rows, a busy machine, another programme.
      night.server.signal('SIGSTOP');
      await pause(50 + tools.random.below(LONGEST_MS));
      night.server.signal('SIGCONT');
      const from = performance.now();
      await night.ada.press({ kind: 'addMinutes', minutes: 1 });
      const { version } = await night.ada.press({ kind: 'undo' });
      slowest = Math.max(slowest, performance.now() - from);
      await untilAll(phones, `version ${version}`, ({ model }) => (model.room.value?.v ?? 0) >= version);
      faults.push(...phones.flatMap(dishonest));
      checks += phones.length;
    }
    const after = (await night.look()).moment.phase;
    if (JSON.stringify(after) !== JSON.stringify(phase)) faults.push('a stall moved the countdown');
    return {
      figures: { stalls: count, boundsChecked: checks, slowestPressMs: Math.round(slowest) },
      faults: told('lies', faults),
    };
  } finally {
    for (const { model } of phones) model.close();
    await night.close();
  }
}

export const loopStall: Trial = {
  id: 'T23',
  title:
    'the server stands still for up to 0.65 s again and again: countdowns stay, and phones claim no more than they know',
  short: false,
  run: (tools) => stalls(tools, STALLS),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.trueStamps]);
    return { what: 'the server’s stamps are 0.7 s wrong', found: await stalls(tools, 3, dist) };
  },
};
