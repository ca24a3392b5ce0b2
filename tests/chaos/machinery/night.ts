import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RoomFrame } from '@lapwing/shared/protocol/messages';
import { freePort } from '../../support/real-server.ts';
import { Organiser } from './organiser.ts';
import { Crowd, type PhoneRules } from './phones.ts';
import { Record } from './record.ts';
import { DIST, Server } from './server.ts';

const NAMES = ['Ada', 'Bo', 'Cleo', 'Dee'];

export interface NightSize {
  readonly students?: number;
  readonly tables?: number;
  readonly rounds?: number;
  readonly organisers?: number;
  /** Folder of the built server; a changed copy in controls. */
  readonly dist?: string;
  /** Ends at the doors: nobody has pressed *Start*. */
  readonly doors?: boolean;
  /** What the server's environment holds besides. */
  readonly env?: { readonly [name: string]: string };
}

/** One evening on a real file, served by the real server; organisers are signed in and round 1 talks. */
export interface Night {
  readonly folder: string;
  readonly dataDir: string;
  readonly port: number;
  readonly server: Server;
  readonly eventId: string;
  /** Personal links, students first. */
  readonly links: readonly string[];
  readonly record: Record;
  readonly organisers: readonly Organiser[];
  /** The first of the organisers. */
  readonly ada: Organiser;
  crowd(phones: number, rules?: Partial<PhoneRules>, port?: number): Crowd;
  /** The phones of these very links. */
  crowdOf(links: readonly string[], port?: number): Crowd;
  /** The newest state, as an organiser is told it. @throws when nobody answers */
  look(): Promise<RoomFrame>;
  /** A backup by the product's own command line, while the server runs. */
  backUp(): Promise<string>;
  /** Ends everything and removes the folder. */
  close(): Promise<void>;
}

/** An evening at its doors with everybody signed in, made once and copied for each trial. */
interface Template {
  readonly folder: string;
  readonly eventId: string;
  readonly links: readonly string[];
  readonly cookies: readonly string[];
}

const templates = new Map<string, Promise<Template>>();

/** Removes what nights were copied from. */
export async function forgetTemplates(): Promise<void> {
  for (const made of templates.values()) rmSync((await made).folder, { recursive: true, force: true });
  templates.clear();
}

/** Made with the product's own command line; the first organiser invites the others. */
async function makeTemplate(students: number, tables: number, rounds: number): Promise<Template> {
  const folder = mkdtempSync(join(tmpdir(), 'lapwing-chaos-'));
  const dataDir = join(folder, 'data');
  const linksFile = join(folder, 'links.json');
  const wanted = ['--students', students, '--tables', tables, '--rounds', rounds].map(String);
  const made = await promisify(execFile)(
    process.execPath,
    [join(DIST, 'cli.js'), 'demo', ...wanted, '--links', linksFile],
    { env: { ...process.env, DATA_DIR: dataDir, TZ: 'UTC' } },
  );
  const { event: eventId } = JSON.parse(made.stdout) as { event: string };
  const links = JSON.parse(readFileSync(linksFile, 'utf8')) as string[];
  const server = new Server({ dataDir, port: await freePort() });
  await server.start();
  const all = NAMES.map((name) => new Organiser(name, server.settings.port, eventId, new Record()));
  for (const one of all)
    await one.join(one === all[0] ? (server.ready?.console ?? '') : ((await all[0]?.invite(one)) ?? ''));
  const cookies = all.map(({ cookie }) => cookie);
  for (const one of all) one.close();
  await server.stop();
  return { folder, eventId, links, cookies };
}

/** Copies the evening, starts the server on it, and lets organisers look. */
export async function openNight(size: NightSize = {}): Promise<Night> {
  const { students = 48, tables = 8, rounds = 20, organisers = 3, dist = DIST, doors = false, env = {} } = size;
  const name = `${students} ${tables} ${rounds}`;
  const making = templates.get(name) ?? makeTemplate(students, tables, rounds);
  templates.set(name, making);
  const template = await making;
  const { eventId, links } = template;
  const folder = mkdtempSync(join(tmpdir(), 'lapwing-chaos-'));
  const dataDir = join(folder, 'data');
  cpSync(join(template.folder, 'data'), dataDir, { recursive: true });
  const port = await freePort();
  const server = new Server({ dist, dataDir, port, env });
  const record = new Record();
  const signedIn = template.cookies.slice(0, organisers).map((cookie, n) => {
    const organiser = new Organiser(NAMES[n] ?? '', port, eventId, record);
    organiser.cookie = cookie;
    return organiser;
  });
  const [ada] = signedIn;
  if (!ada) throw new Error('An evening needs an organiser.');
  await server.start();
  const night: Night = {
    ...{ folder, dataDir, port, server, eventId, links, record, organisers: signedIn, ada },
    crowd: (phones, rules = {}, through = port) => new Crowd(links.slice(0, phones), through, rules),
    crowdOf: (some, through = port) => new Crowd(some, through),
    async look() {
      const room = await ada.look();
      if (!room) throw new Error(`The server does not answer: ${server.said}`);
      return room;
    },
    async backUp() {
      const env = { ...process.env, DATA_DIR: dataDir, TZ: 'UTC' };
      const { stdout } = await promisify(execFile)(process.execPath, [join(DIST, 'cli.js'), 'backup'], { env });
      return (JSON.parse(stdout) as { backup: string }).backup;
    },
    async close() {
      for (const organiser of signedIn) organiser.close();
      await server.kill9();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await night.look();
  if (!doors) await startRoundOne(night);
  for (const organiser of signedIn) await organiser.look();
  return night;
}

/** Presses *Start* and takes the lead away, so that presses are not refused because a start is announced. */
async function startRoundOne({ ada }: Night): Promise<void> {
  const offer = await ada.event('POST', '/start-offer', { basis: 'here' });
  const planVersion = (offer?.body as { planVersion?: number } | undefined)?.planVersion ?? 0;
  for (const command of [{ kind: 'start', planVersion }, { kind: 'pause' }, { kind: 'resume' }] as const) {
    const pressed = await ada.press(command);
    if (pressed.outcome !== 'done') throw new Error(`${command.kind} was ${pressed.outcome} ${pressed.code}`);
  }
}
