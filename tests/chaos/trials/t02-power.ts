import { join } from 'node:path';
import { WITHOUT } from '../controls.ts';
import { audit, wrongScreens } from '../machinery/audit.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { Faults } from '../machinery/fault-shim.ts';
import { type Night, openNight } from '../machinery/night.ts';
import { powerCut, shadowOf } from '../machinery/power-cut.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';
import { personOf, work } from './press-script.ts';

/** Of what was not flushed, none, some or all has arrived when the power goes. */
const SHARES = [0, 50, 100];
const MOST_PRESSES = 12;
const PHONES = 10;

/** Organisers press a while, the power goes, and the server starts on what the disk holds. */
async function cutOnce(night: Night, shadow: string, { random }: Tools, share: number): Promise<number> {
  const people = Math.floor(night.links.length / night.organisers.length);
  await Promise.all(
    night.organisers.map((organiser, n) => {
      const own = night.links.slice(n * people, (n + 1) * people).map(personOf);
      return work(organiser, random, own, () => false, 1 + random.below(MOST_PRESSES));
    }),
  );
  // In the middle of the next press of everybody.
  const pressing = night.organisers.map((organiser) => organiser.press({ kind: 'undo' }));
  if (random.below(2) === 0) await pressing[0];
  await night.server.kill9();
  await Promise.all(pressing);
  powerCut(night.dataDir, shadow, share, random);
  return night.server.start();
}

async function cuts(tools: Tools, count: number, dist?: string, giveUpAtFirst = false): Promise<Finding> {
  const night = await openNight(dist === undefined ? {} : { dist });
  const shadow = join(night.folder, 'shadow');
  const faults: string[] = [];
  const crowd = night.crowd(PHONES);
  let slowest = 0;
  let cut = 0;
  await night.server.stop();
  shadowOf(night.dataDir, shadow);
  const shim = new Faults(tools.shim ?? '', join(night.folder, 'faults'), night.dataDir, shadow);
  night.server.settings = { ...night.server.settings, env: shim.env };
  try {
    await night.server.start();
    await crowd.enter();
    for (; cut < count && faults.length === 0; cut++) {
      slowest = Math.max(slowest, await cutOnce(night, shadow, tools, SHARES[cut % SHARES.length] ?? 0));
      const found = audit(night.dataDir, night.eventId, night.record);
      faults.push(...told('lost', found.lost), ...told('check-ins lost', found.lostCheckIns));
      if (giveUpAtFirst) continue;
      for (const organiser of night.organisers) await organiser.settle();
      await crowd.untilShown(await night.look());
    }
    const found = audit(night.dataDir, night.eventId, night.record);
    const wrong = giveUpAtFirst ? [] : wrongScreens(crowd.phones, found.rows, new Set());
    faults.push(
      ...told('doubled', found.doubled),
      ...told('refused, yet done', found.falseRefused),
      ...told('damages', found.damage),
      ...told('wrong screens', wrong),
    );
    const figures = {
      powerCuts: cut,
      done: night.record.done.length,
      lost: found.lost.length,
      doubled: found.doubled.length,
      unknownResolved: night.record.unknownResolved,
      wrongScreens: wrong.length,
      maxSecondsToServing: Number(slowest.toFixed(2)),
    };
    return { figures, faults };
  } finally {
    crowd.close();
    await night.close();
    shim.close();
  }
}

export const power: Trial = {
  id: 'T2',
  title: 'the power goes: the server starts on what the disk had flushed, and on any part of the rest',
  short: true,
  needs: ['shim'],
  run: (tools) => cuts(tools, tools.short ? 20 : Math.max(20, Math.round(tools.kills * 0.3))),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.fullSync, WITHOUT.fullSyncCheck]);
    return { what: 'synchronous=NORMAL', found: await cuts(tools, 20, dist, true) };
  },
};
