import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WITHOUT } from '../controls.ts';
import { audit, wrongScreens } from '../machinery/audit.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { type Night, openNight } from '../machinery/night.ts';
import { type Control, type Finding, type Trial, told } from '../trial.ts';
import { personOf } from './press-script.ts';

const VOLUME_BYTES = 4 * 1024 * 1024;
const PHONES = 20;
const MOST_PRESSES = 3_000;

/** Moves the night onto a small volume of its own. */
async function ontoSmallVolume(night: Night): Promise<string> {
  const volume = join(night.folder, 'volume');
  await night.server.stop();
  mkdirSync(volume);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${VOLUME_BYTES}`, 'tmpfs', volume]);
  const dataDir = join(volume, 'data');
  cpSync(night.dataDir, dataDir, { recursive: true });
  night.server.settings = { ...night.server.settings, dataDir };
  await night.server.start();
  await night.look();
  return dataDir;
}

function fill(dataDir: string): string {
  const ballast = join(dataDir, '..', 'ballast');
  const { bsize, bavail } = statfsSync(dataDir);
  writeFileSync(ballast, Buffer.alloc(bsize * bavail));
  return ballast;
}

const otherOf = (night: Night) =>
  ({ kind: night.ada.room?.moment.phase.kind === 'paused' ? 'resume' : 'pause' }) as const;

async function fullDisk(dist?: string): Promise<Finding> {
  const night = await openNight(dist === undefined ? {} : { dist });
  const crowd = night.crowd(PHONES);
  const faults: string[] = [];
  const dataDir = await ontoSmallVolume(night);
  try {
    await crowd.enter();
    const ballast = fill(dataDir);
    // What the log has room for still goes through.
    let presses = 0;
    for (; presses < MOST_PRESSES; presses++) if ((await night.ada.press(otherOf(night))).outcome !== 'done') break;
    const stuck = await night.ada.press(otherOf(night));
    if (stuck.code !== 'storage-failed') faults.push(`on a full disk a press was ${stuck.outcome} ${stuck.code}`);
    const person = personOf(night.links[0] ?? '');
    const checkIn = await night.ada.event('PUT', `/people/${person}/presence`, { here: false });
    const code = (checkIn?.body as { error?: { code: string } } | undefined)?.error?.code;
    if (code !== 'storage-failed') faults.push(`a check-in was answered ${checkIn?.status} ${code}`);
    // Reads, phones and their clocks go on.
    await crowd.answered();
    if ((await night.ada.event('GET', '/people'))?.status !== 200) faults.push('reading failed on a full disk');
    rmSync(ballast);
    const from = performance.now();
    await night.look();
    const first = await night.ada.press(otherOf(night));
    const seconds = (performance.now() - from) / 1_000;
    if (first.outcome !== 'done') faults.push(`with room again a press was ${first.outcome} ${first.code}`);
    for (const organiser of night.organisers) await organiser.settle();
    await crowd.untilShown(await night.look());
    const found = audit(dataDir, night.eventId, night.record);
    const wrong = wrongScreens(crowd.phones, found.rows, new Set());
    faults.push(...told('lost', found.lost), ...told('doubled', found.doubled), ...told('damages', found.damage));
    faults.push(...told('wrong screens', wrong));
    const figures = {
      pressesUntilFull: presses,
      secondsFromRoomToDone: Number(seconds.toFixed(2)),
      lost: found.lost.length,
      doubled: found.doubled.length,
      wrongScreens: wrong.length,
    };
    return { figures, faults };
  } finally {
    crowd.close();
    await night.server.kill9();
    execFileSync('umount', [join(night.folder, 'volume')]);
    await night.close();
  }
}

export const diskFull: Trial = {
  id: 'T4',
  title:
    'the disk is full, and then it is not: reads and phones go on, presses are "not known", nothing is started again',
  short: false,
  needs: ['root'],
  run: () => fullDisk(),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.commitErrors]);
    return { what: 'a failed commit is taken for a good one', found: await fullDisk(dist) };
  },
};
