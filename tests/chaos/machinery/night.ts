import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
  /** The newest state, as an organiser is told it. @throws when nobody answers */
  look(): Promise<RoomFrame>;
  /** Ends everything and removes the folder. */
  close(): Promise<void>;
}

/** Makes the evening with the product's own command line, starts the server and signs organisers in, one each start. */
export async function openNight(size: NightSize = {}): Promise<Night> {
  const { students = 48, tables = 8, rounds = 20, organisers = 3, dist = DIST, doors = false } = size;
  const folder = mkdtempSync(join(tmpdir(), 'lapwing-chaos-'));
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir, { mode: 0o700 });
  const linksFile = join(folder, 'links.json');
  const wanted = ['--students', students, '--tables', tables, '--rounds', rounds].map(String);
  const made = await promisify(execFile)(
    process.execPath,
    [join(dist, 'cli.js'), 'demo', ...wanted, '--links', linksFile],
    { env: { ...process.env, DATA_DIR: dataDir, TZ: 'UTC' } },
  );
  const { event: eventId } = JSON.parse(made.stdout) as { event: string };
  const links = JSON.parse(readFileSync(linksFile, 'utf8')) as string[];
  const port = await freePort();
  const server = new Server({ dist, dataDir, port });
  const record = new Record();
  const signedIn: Organiser[] = [];
  for (const name of NAMES.slice(0, organisers)) {
    if (signedIn.length > 0) await server.stop();
    await server.start();
    const organiser = new Organiser(name, port, eventId, record);
    await organiser.signIn(server.ready?.console ?? '');
    signedIn.push(organiser);
  }
  const [ada] = signedIn;
  if (!ada) throw new Error('An evening needs an organiser.');
  const night: Night = {
    ...{ folder, dataDir, port, server, eventId, links, record, organisers: signedIn, ada },
    crowd: (phones, rules = {}, through = port) => new Crowd(links.slice(0, phones), through, rules),
    async look() {
      const room = await ada.look();
      if (!room) throw new Error(`The server does not answer: ${server.said}`);
      return room;
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
