import { join } from 'node:path';
import { WITHOUT } from '../controls.ts';
import { audit, wrongScreens } from '../machinery/audit.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { ERRNO, Faults } from '../machinery/fault-shim.ts';
import { type Night, openNight } from '../machinery/night.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';
import { anyPress, personOf } from './press-script.ts';

const ERRNOS = [ERRNO.EIO, ERRNO.ENOSPC, ERRNO.EROFS];
/** Once, three times, for ever. */
const COUNTS = [1, 3, 0];
const PRESSES = 4;
const PHONES = 10;

/** One fault: the nth write or flush from now fails, while organisers press. Then the disk is well again. */
async function faultOnce(night: Night, shim: Faults, n: number, tools: Tools, faults: string[]): Promise<boolean> {
  const { random } = tools;
  const errno = ERRNOS[n % ERRNOS.length] ?? ERRNO.EIO;
  shim.failAt(1 + (n % 24), errno, COUNTS[Math.floor(n / 3) % COUNTS.length] ?? 1);
  for (let step = 0; step < PRESSES; step++) {
    const organiser = night.organisers[step % night.organisers.length];
    await organiser?.press(anyPress(random));
    if (step === 1) await night.ada.checkIn(personOf(night.links[random.below(8)] ?? ''), random.below(2) === 0);
  }
  const hit = shim.get('failed') > 0;
  // Sometimes the process dies before it can look again at what it wrote.
  const dies = random.below(8) === 0;
  if (dies) await night.server.kill9();
  shim.clear();
  if (!dies && !night.server.running) faults.push(`fault ${n}: the server ended: ${night.server.said.slice(-300)}`);
  if (dies || !night.server.running) {
    const refused = await night.server.start().then(
      () => null,
      (error: unknown) => (error as Error).message,
    );
    if (refused !== null) {
      faults.push(`fault ${n}: the server does not start again: ${refused.split('\n')[0]}`);
      return hit;
    }
  }
  for (const organiser of night.organisers) await organiser.settle();
  return hit;
}

async function ioFaults(tools: Tools, count: number, dist?: string, giveUpAtFirst = false): Promise<Finding> {
  const night = await openNight(dist === undefined ? {} : { dist });
  const faults: string[] = [];
  const crowd = night.crowd(PHONES);
  await night.server.stop();
  const shim = new Faults(tools.shim ?? '', join(night.folder, 'faults'), night.dataDir, null);
  night.server.settings = { ...night.server.settings, env: shim.env };
  let hits = 0;
  let runs = 0;
  try {
    await night.server.start();
    await crowd.enter();
    for (; runs < count && night.server.running && !(giveUpAtFirst && faults.length > 0); runs++) {
      if (await faultOnce(night, shim, runs, tools, faults)) hits += 1;
      if (giveUpAtFirst) faults.push(...told('lost', audit(night.dataDir, night.eventId, night.record).lost));
      // Phones count on whatever the disk does, and are told the truth once it can be told.
      else if (night.server.running) await crowd.untilShown(await night.look());
    }
    if (night.server.running) await crowd.answered();
    const found = audit(night.dataDir, night.eventId, night.record);
    const wrong = giveUpAtFirst ? [] : wrongScreens(crowd.phones, found.rows, new Set());
    const strange = night.record.presses.filter(
      ({ outcome, code }) => outcome === 'unknown' && code === 'server-fault',
    );
    faults.push(
      ...told('said done and are not', found.lost),
      ...told('doubled', found.doubled),
      ...told('said refused and are done', found.falseRefused),
      ...told('check-ins lost', found.lostCheckIns),
      ...told('damages', found.damage),
      ...told('wrong screens', wrong),
      ...told(
        'answered as a fault of ours',
        strange.map(({ key }) => key),
      ),
      ...told(
        'still unknown',
        night.record.unknown.map(({ key }) => key),
      ),
    );
    const figures = {
      runs,
      faultsHit: hits,
      presses: night.record.presses.length,
      falseDone: found.lost.length,
      falseRefused: found.falseRefused.length,
      lost: found.lost.length,
      doubled: found.doubled.length,
      unknownResolved: night.record.unknownResolved,
      wrongScreens: wrong.length,
    };
    return { figures, faults };
  } finally {
    crowd.close();
    await night.close();
    shim.close();
  }
}

export const ioFault: Trial = {
  id: 'T3',
  title: 'the nth write or flush fails: a broken disk, a full one, a read-only one; once, thrice, for ever',
  short: true,
  needs: ['shim'],
  run: (tools) => ioFaults(tools, tools.short ? 40 : Math.max(40, tools.kills)),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.commitErrors]);
    return { what: 'a failed commit is taken for a good one', found: await ioFaults(tools, 40, dist, true) };
  },
};
