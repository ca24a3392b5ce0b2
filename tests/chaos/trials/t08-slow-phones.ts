import { readFileSync } from 'node:fs';
import { WITHOUT } from '../controls.ts';
import { audit, wrongScreens } from '../machinery/audit.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { openNight } from '../machinery/night.ts';
import { Relay } from '../machinery/relay.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';

const PHONES = 200;
const SLOW = 20;
const DEAF = 20;
const PRESSES = 400;
/** Cut after 45 s of silence, looked for every 5 s; the rest is for a busy machine. */
const CUT_WITHIN_MS = 75_000;

/** Resident memory of the server in MB; null where the system does not tell. */
function memoryOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
  } catch {
    return null;
  }
}

/** Some phones stop reading for the whole of the trial, some for good; the others must not notice. */
async function slowPhones(tools: Tools, presses: number, dist?: string): Promise<Finding> {
  const night = await openNight({ students: 192, tables: 24, ...(dist === undefined ? {} : { dist }) });
  const faults: string[] = [];
  const quick = night.crowd(PHONES - SLOW - DEAF);
  const all = night.links.slice(PHONES - SLOW - DEAF, PHONES);
  const slow = night.crowdOf(all.slice(0, SLOW));
  const relay = await Relay.open(night.port, tools.random);
  const deaf = night.crowdOf(all.slice(SLOW), relay.port);
  try {
    for (const crowd of [quick, slow, deaf]) await crowd.enter(night.port);
    for (const crowd of [quick, slow, deaf]) await crowd.answered();
    const before = memoryOf(night.server.pid);
    for (const phone of [...slow.phones, ...deaf.phones]) phone.pause();
    for (let n = 0; n < presses; n++) {
      await night.ada.press({ kind: n % 2 === 0 ? 'pause' : 'resume' });
      if (n % 40 === 0) await quick.untilShown(await night.look());
    }
    await quick.untilShown(await night.look());
    const grown = (memoryOf(night.server.pid) ?? 0) - (before ?? 0);
    for (const phone of slow.phones) phone.resume();
    await slow.untilShown(await night.look());
    // Whoever never reads again says nothing either: the server cuts it, and nobody else.
    const beating = setInterval(() => {
      for (const phone of [...quick.phones, ...slow.phones]) phone.ask();
    }, 5_000);
    const from = performance.now();
    const gone = await relay.untilCut(DEAF, CUT_WITHIN_MS);
    clearInterval(beating);
    const seconds = Math.round((performance.now() - from) / 1_000);
    if (!gone) faults.push(`phones that never read again were not cut in ${seconds} s`);
    await quick.answered();
    const { rows } = audit(night.dataDir, night.eventId, night.record);
    const wrong = wrongScreens([...quick.phones, ...slow.phones], rows, new Set());
    faults.push(...told('wrong screens', wrong));
    const figures = {
      phones: PHONES,
      slow: SLOW,
      neverRead: DEAF,
      presses,
      grownMb: Math.round(grown),
      secondsToCut: seconds,
    };
    return { figures: { ...figures, wrongScreens: wrong.length }, faults };
  } finally {
    for (const crowd of [quick, slow, deaf]) crowd.close();
    await relay.close();
    await night.close();
  }
}

export const slowPhonesTrial: Trial = {
  id: 'T8',
  title: 'phones stop reading for minutes or for good: the others notice nothing, the dead are cut',
  short: false,
  run: (tools) => slowPhones(tools, PRESSES),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.silenceCut]);
    return { what: 'silent sockets are never cut', found: await slowPhones(tools, 2, dist) };
  },
};
