import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { WITHOUT } from '../controls.ts';
import { audit } from '../machinery/audit.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { type Night, openNight } from '../machinery/night.ts';
import type { Phone } from '../machinery/phones.ts';
import { DIST } from '../machinery/server.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';
import { anyPress } from './press-script.ts';

const PHONES = 40;

/** The product's own command line on the night's folder; answers what it printed. @throws when it refuses */
export async function cli(night: Night, ...args: string[]): Promise<{ readonly [name: string]: string }> {
  const env = { ...process.env, DATA_DIR: night.dataDir, TZ: 'UTC' };
  const { stdout } = await promisify(execFile)(process.execPath, [join(DIST, 'cli.js'), ...args], { env });
  return JSON.parse(stdout) as { [name: string]: string };
}

async function refusedWhileRunning(night: Night, backup: string): Promise<string[]> {
  try {
    await cli(night, 'restore', backup);
    return ['a restore was let in while the server ran'];
  } catch (error) {
    return /Another Lapwing is running/u.test((error as Error).message) ? [] : [(error as Error).message];
  }
}

/** Backup during presses, more presses, restore while phones stay connected, and the way back. */
async function restores(tools: Tools, rounds: number, dist?: string): Promise<Finding> {
  const night = await openNight(dist === undefined ? {} : { dist });
  const crowd = night.crowd(PHONES);
  const faults: string[] = [];
  let fell = 0;
  try {
    await crowd.enter();
    for (let round = 0; round < rounds; round++) {
      let pressing = true;
      const working = (async () => {
        for (let n = 0; n < 2_000 && pressing; n++) await night.ada.press(anyPress(tools.random));
      })();
      const { backup = '' } = await cli(night, 'backup', join(night.folder, `copy-${round}.db`));
      pressing = false;
      await working;
      // The night goes on after the copy was made.
      for (let n = 0; n < 12; n++) await night.ada.press(anyPress(tools.random));
      const newest = await night.look();
      faults.push(...(await refusedWhileRunning(night, backup)));
      await night.server.stop();
      const { wayBack = '' } = await cli(night, 'restore', backup);
      await night.server.start();
      const restored = await night.look();
      if (restored.v < newest.v) fell += 1;
      if (restored.epoch === newest.epoch) faults.push('the epoch is the same after a restore');
      const shows = ({ shown, live }: Phone): boolean =>
        live && shown?.epoch === restored.epoch && shown.v === restored.v;
      await crowd.until(`version ${restored.v} after a restore`, shows, dist === undefined ? undefined : 5_000);
      faults.push(...told('damages after a restore', audit(night.dataDir, night.eventId, night.record).damage));
      await night.server.stop();
      await cli(night, 'restore', wayBack);
      await night.server.start();
      const back = await night.look();
      if (back.v < newest.v) faults.push(`the way back led to version ${back.v}, not ${newest.v}`);
      await crowd.untilShown(back);
    }
    const found = audit(night.dataDir, night.eventId, night.record);
    faults.push(...told('lost', found.lost), ...told('damages', found.damage));
    if (fell === 0) faults.push('no restore went back to a lower version: nothing was tried');
    return { figures: { restores: rounds, versionFell: fell, phones: PHONES, lost: found.lost.length }, faults };
  } finally {
    crowd.close();
    await night.close();
  }
}

export const restoring: Trial = {
  id: 'T18',
  title: 'a backup made during presses is restored while phones are connected, and taken back',
  short: false,
  run: (tools) => restores(tools, tools.short ? 1 : 4),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.newEpoch]);
    const found = await restores(tools, 1, dist).catch((error: Error) => ({ figures: {}, faults: [error.message] }));
    return { what: 'every start has the same epoch', found };
  },
};
