import { cpSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDataFolder } from '../../../server/src/db/data-folder.ts';
import { systemClock } from '../../../server/src/system-clock.ts';
import { freePort } from '../../support/real-server.ts';
import { WITHOUT } from '../controls.ts';
import { changedServer } from '../machinery/changed-server.ts';
import { type Night, openNight } from '../machinery/night.ts';
import { flip } from '../machinery/power-cut.ts';
import { ROOT, Server } from '../machinery/server.ts';
import { type Control, type Finding, type Tools, type Trial, told } from '../trial.ts';
import { anyPress } from './press-script.ts';

const FLIPPED_BYTES = 64;
const PAGE = 4_096;

/** A data folder as it lay there at one moment. */
interface Still {
  readonly folder: string;
  readonly atRest: boolean;
}

interface Case {
  readonly what: string;
  /** Damages a copy; false where there is nothing of the kind to damage. */
  damage(folder: string): boolean;
}

const db = (folder: string): string => join(folder, 'lapwing.db');
const wal = (folder: string): string => join(folder, 'lapwing.db-wal');
const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);
const FLIP_FILE = '64 bytes of the file';

function cases({ random }: Tools, flips: number, otherLog: string): Case[] {
  const flipIn = (path: string): void =>
    flip(path, random.below(Math.max(1, sizeOf(path) - FLIPPED_BYTES)), FLIPPED_BYTES);
  const onFile = (what: string, change: (file: string) => void): Case => ({
    what,
    damage(folder) {
      change(db(folder));
      return true;
    },
  });
  const onLog = (what: string, change: (file: string) => void): Case => ({
    what,
    damage(folder) {
      if (!existsSync(wal(folder))) return false;
      change(wal(folder));
      return true;
    },
  });
  return [
    onFile('the file cut by a page', (file) => truncateSync(file, sizeOf(file) - PAGE)),
    onFile('the file cut in half', (file) => truncateSync(file, Math.floor(sizeOf(file) / 2))),
    onFile('an empty file', (file) => truncateSync(file, 0)),
    onFile('no file', (file) => rmSync(file)),
    onLog('an emptied log', (file) => writeFileSync(file, '')),
    onLog('no log', (file) => rmSync(file)),
    onFile('the log of another copy', (file) => cpSync(otherLog, `${file}-wal`)),
    ...Array.from({ length: flips }, () => onFile(FLIP_FILE, flipIn)),
    ...Array.from({ length: Math.ceil(flips / 4) }, () => onLog('64 bytes of the log', flipIn)),
  ];
}

/** What lies on disk after the process was killed with commands in the log, after a clean end, and the log of an hour before. */
async function stills(night: Night, tools: Tools): Promise<{ crashed: Still; rested: Still; otherLog: string }> {
  const otherLog = join(night.folder, 'other.wal');
  await night.server.stop();
  await night.server.start();
  await night.look();
  for (let n = 0; n < 10; n++) await night.ada.press(anyPress(tools.random));
  cpSync(wal(night.dataDir), otherLog);
  for (let n = 0; n < 30; n++) await night.ada.press(anyPress(tools.random));
  // The seal is written once a second: it has to have seen the log as it is.
  const seal = join(night.dataDir, 'lapwing.seal');
  const before = readFileSync(seal, 'utf8');
  for (let n = 0; n < 200 && readFileSync(seal, 'utf8') === before; n++)
    await new Promise((done) => setTimeout(done, 50));
  await night.server.kill9();
  const crashed = { folder: join(night.folder, 'crashed'), atRest: false };
  cpSync(night.dataDir, crashed.folder, { recursive: true });
  await night.server.start();
  await night.server.stop();
  const rested = { folder: join(night.folder, 'rested'), atRest: true };
  cpSync(night.dataDir, rested.folder, { recursive: true });
  return { crashed, rested, otherLog };
}

/** How the built server ends on the folder; null when it serves it. */
async function byServer(night: Night, dataDir: string, dist?: string): Promise<string | null> {
  const settings = { ...night.server.settings, dataDir, port: await freePort(), ...(dist ? { dist } : {}) };
  const refused = await new Server(settings).startRefused();
  if (refused === null) return null;
  return refused.code === 2 ? refused.said : `it ended with ${refused.code}: ${refused.said}`;
}

/** The same look at the folder in this process: hundreds of damages need no hundreds of servers. */
async function byItself(dataDir: string): Promise<string | null> {
  try {
    await (await openDataFolder(dataDir, join(ROOT, 'migrations'), systemClock())).close();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** The damaged copy has to be refused with a clear sentence that names the backup, and nothing may be touched. */
async function tried(night: Night, still: Still, one: Case, served: (dataDir: string) => Promise<string | null>) {
  const copy = join(night.folder, 'damaged');
  rmSync(copy, { recursive: true, force: true });
  cpSync(still.folder, copy, { recursive: true });
  if (!one.damage(copy)) return 'nothing';
  const bytes = existsSync(db(copy)) ? readFileSync(db(copy)) : null;
  const said = await served(copy);
  if (said === null) return 'served';
  if (!/not as Lapwing left it/u.test(said)) return `unclear: ${said}`;
  if (!/cli -- restore \S+backups\S+\.db/u.test(said)) return `offered no backup: ${said}`;
  const same = bytes === null ? !existsSync(db(copy)) : existsSync(db(copy)) && readFileSync(db(copy)).equals(bytes);
  return same ? 'refused' : 'the damaged file was changed';
}

async function damages(tools: Tools, flips: number, dist?: string): Promise<Finding> {
  const night = await openNight({ organisers: 1 });
  try {
    await night.backUp();
    const { crashed, rested, otherLog } = await stills(night, tools);
    const faults: string[] = [];
    const count = { rested: 0, restedFound: 0, crashed: 0, crashedFound: 0 };
    for (const still of [rested, crashed]) {
      const name = still.atRest ? 'rested' : 'crashed';
      for (const [n, one] of cases(tools, flips, otherLog).entries()) {
        const real = dist !== undefined || n < 10 || n % 20 === 0;
        const outcome = await tried(night, still, one, real ? (copy) => byServer(night, copy, dist) : byItself);
        if (outcome === 'nothing') continue;
        count[name] += 1;
        if (outcome === 'refused') count[`${name}Found`] += 1;
        else if (outcome !== 'served') faults.push(`${one.what}: ${outcome}`);
        else faults.push(`${one.what} was served (${name})`);
      }
    }
    const figures = {
      damagedAtRest: count.rested,
      foundAtRest: count.restedFound,
      damagedAfterCrash: count.crashed,
      foundAfterCrash: count.crashedFound,
      wrongServed: faults.length,
    };
    return { figures, faults: told('damages', faults) };
  } finally {
    await night.close();
  }
}

export const damage: Trial = {
  id: 'T6',
  title: 'flipped bytes, cut files, emptied logs, the log of another copy: nothing damaged is served unseen',
  short: false,
  run: (tools) => damages(tools, Math.max(10, Math.min(200, tools.kills))),
  async control(tools): Promise<Control> {
    const dist = changedServer(tools.folder, [WITHOUT.seal]);
    return { what: 'SQLite’s own check alone, without the seal', found: await damages(tools, 4, dist) };
  },
};
