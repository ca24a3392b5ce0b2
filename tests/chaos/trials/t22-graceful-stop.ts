import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../support/real-server.ts';
import { WITHOUT } from '../controls.ts';
import { audit, wrongScreens } from '../machinery/audit.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { type Night, openNight } from '../machinery/night.ts';
import { Server } from '../machinery/server.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';
import { personOf, work } from './press-script.ts';

const PHONES = 40;
const RESTARTING = 1012;
const LONGEST_START_MS = 600;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** SIGTERM while organisers press and phones are being told. */
async function stopOnce(night: Night, { random }: Tools, faults: string[]): Promise<number> {
  let over = false;
  const share = Math.floor(night.links.length / night.organisers.length);
  const working = night.organisers.map((organiser, n) =>
    work(organiser, random, night.links.slice(n * share, (n + 1) * share).map(personOf), () => over),
  );
  await pause(random.below(150));
  const stopping = night.server.stop();
  over = true;
  const { seconds, code } = await stopping;
  await Promise.all(working);
  if (code !== 0) faults.push(`it ended with ${code}: ${night.server.said.slice(-300)}`);
  return seconds;
}

/** What a second server on the folder says; it must refuse and leave the first alone. */
async function secondServer(night: Night, dist?: string): Promise<string[]> {
  const second = new Server({ ...night.server.settings, port: await freePort(), ...(dist ? { dist } : {}) });
  const refused = await second.startRefused();
  if (refused === null) return ['a second server started on the same folder'];
  const clear = /Another Lapwing is running on .+Stop it first/u.test(refused.said);
  return [
    ...(clear && refused.code === 2 ? [] : [`a second server ended with ${refused.code}: ${refused.said}`]),
    ...((await night.ada.look()) === null ? ['the first server no longer answers'] : []),
  ];
}

/** SIGTERM at a random instant of a start that also has to bring an older file up to date. */
async function stopInMigration(night: Night, { random }: Tools): Promise<readonly string[]> {
  const old = join(night.folder, 'old');
  cpSync(night.dataDir, old, { recursive: true });
  const server = new Server({ ...night.server.settings, dataDir: old, port: await freePort() });
  server.startUnwatched();
  await pause(random.below(LONGEST_START_MS));
  server.signal('SIGTERM');
  await server.ended();
  try {
    await server.start();
    await server.kill9();
    const { damage } = audit(old, night.eventId, night.record);
    return damage;
  } catch (error) {
    return [(error as Error).message];
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

async function stops(tools: Tools, count: number): Promise<Finding> {
  const night = await openNight();
  const crowd = night.crowd(PHONES);
  const faults: string[] = [];
  let slowest = 0;
  try {
    await crowd.enter();
    for (let n = 0; n < count; n++) {
      slowest = Math.max(slowest, await stopOnce(night, tools, faults));
      faults.push(...told('after a stop in a start', await stopInMigration(night, tools)));
      await night.server.start();
      for (const organiser of night.organisers) await organiser.settle();
      await crowd.untilShown(await night.look());
      if (n % 4 === 0) faults.push(...(await secondServer(night)));
    }
    // A lock that outlives a killed server would be worse than none.
    await night.server.kill9();
    await night.server.start();
    await crowd.untilShown(await night.look());
    const found = audit(night.dataDir, night.eventId, night.record);
    const wrong = wrongScreens(crowd.phones, found.rows, new Set());
    const told1012 = crowd.phones.filter(({ closeCodes }) => closeCodes.includes(RESTARTING)).length;
    if (told1012 < crowd.phones.length) faults.push(`only ${told1012} of ${PHONES} phones were told of a restart`);
    faults.push(
      ...told('lost', found.lost),
      ...told('doubled', found.doubled),
      ...told('refused, yet done', found.falseRefused),
      ...told('damages', found.damage),
      ...told('wrong screens', wrong),
    );
    const figures = {
      stops: count,
      slowestStopSeconds: Number(slowest.toFixed(2)),
      lost: found.lost.length,
      doubled: found.doubled.length,
      wrongScreens: wrong.length,
      unknownResolved: night.record.unknownResolved,
    };
    return { figures, faults };
  } finally {
    crowd.close();
    await night.close();
  }
}

export const gracefulStop: Trial = {
  id: 'T22',
  title: 'SIGTERM in the middle of commands, broadcasts and starts; a second server on the same folder',
  short: true,
  run: (tools) => stops(tools, tools.short ? 4 : 20),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.folderLock]);
    const night = await openNight({ organisers: 1 });
    try {
      return { what: 'the folder is not locked', found: { figures: {}, faults: await secondServer(night, dist) } };
    } finally {
      await night.close();
    }
  },
};
