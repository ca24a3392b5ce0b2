import { rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { resolve } from 'node:path';
import { freePort } from '../../support/real-server.ts';
import type { Restartable } from './contestants.ts';
import { type MadeEvening, makeEvening } from './evening.ts';
import { type LightSocket, openLight } from './light-socket.ts';
import { enterThroughLinks, type Posted, post } from './link-door.ts';
import { openHall } from './phones.ts';
import { machineNow, pause } from './statistics.ts';
import { startWatched, type WatchedProcess } from './watched-process.ts';

const MAIN = resolve(import.meta.dirname, '..', '..', '..', 'server', 'dist', 'main.js');

export interface Product extends Restartable {
  readonly port: number;
  readonly evening: MadeEvening;
  /** What a phone that connects is sent now. */
  texts(): Promise<{ readonly room: string; readonly card: string }>;
  press(command: object): Promise<void>;
  /** The organiser posts something. */
  ask(path: string, body: object): Promise<Posted>;
  /** Of the room, as the last answer said. */
  version(): number;
  /** Lets everybody’s phone in through their link. */
  enterAll(): Promise<void>;
}

/** The built server on an evening of its own, with an organiser signed in and round 1 talking. */
export async function startProduct(students: number): Promise<Product> {
  const evening = await makeEvening(students);
  const port = await freePort();
  const env = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: evening.dataDir,
    LOG_LEVEL: 'error',
    DEMO: '0',
    NODE_ENV: 'production',
    WATCH_COMMITS: '1',
  };
  let running = await startWatched(MAIN, [], env);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const organiser = await signIn(agent, port, running);
  const hall = openHall();
  const first = evening.students[0];
  if (!first) throw new Error('An evening without people.');
  let version = 0;
  let moved = false;

  async function press(command: object): Promise<void> {
    const path = `/api/events/${evening.eventId}/live`;
    const key = `bench-${machineNow()}`.replace('.', '-');
    const answer = await post({ agent, port, path, cookie: organiser }, { key, expectedVersion: version, command });
    const { room } = JSON.parse(answer.text) as { room?: { v: number } };
    version = room?.v ?? version;
    if (answer.status !== 200) throw new Error(`A press was refused: ${answer.text}`);
  }
  const texts = async (): Promise<{ room: string; card: string }> => snapshotOf(port, evening);
  version = (JSON.parse((await texts()).room) as { v: number }).v;
  await press({ kind: 'start', planVersion: evening.planVersion });
  // the announced start has to be over, or Next is refused
  await pause(3_000);
  running.decisions();
  return {
    name: 'product',
    port,
    evening,
    hall,
    snapshot: true,
    texts,
    press,
    ask: (path, body) => post({ agent, port, path, cookie: organiser }, body),
    version: () => version,
    enterAll: () => hall.enter(port, evening.students),
    async change() {
      const pressedAt = machineNow();
      await press({ kind: 'next' });
      moved = true;
      await pause(50);
      const decision = running.decisions().at(-1);
      if (!decision || decision.decidedAt < pressedAt) throw new Error('The commit was not seen.');
      return { pressedAt, ...decision };
    },
    // back to the talk, so that every measured press is the same one
    async settle() {
      if (moved) await press({ kind: 'undo' });
      moved = false;
    },
    usage: () => running.usage(),
    kill9: () => running.kill9(),
    async startAgain() {
      running = await startWatched(MAIN, [], env);
      return running.listening;
    },
    async stop() {
      agent.destroy();
      hall.leave();
      await running.kill9();
      rmSync(evening.dataDir, { recursive: true, force: true });
    },
  };
}

/** The address for the first account is the last thing the server prints; its secret becomes the organiser’s cookie. */
async function signIn(agent: Agent, port: number, running: WatchedProcess): Promise<string> {
  for (let tries = 0; tries < 100 && !running.output().includes('{"ready":true'); tries++) await pause(20);
  const line =
    running
      .output()
      .split('\n')
      .find((text) => text.startsWith('{"ready":true')) ?? '{}';
  const secret = new URL((JSON.parse(line) as { console: string }).console).hash.slice(1);
  const who = { name: 'Ada', email: 'ada@example.org', password: 'purple kettle walks home' };
  return (await post({ agent, port, path: '/api/console/join', cookie: '' }, { secret, ...who })).cookie;
}

/** The first two texts that somebody’s phone hears. */
async function snapshotOf(port: number, evening: MadeEvening): Promise<{ room: string; card: string }> {
  const [door] = await enterThroughLinks(port, evening.students.slice(0, 1));
  if (!door) throw new Error('Nobody could enter.');
  return new Promise((done, failed) => {
    const heard = { room: '', card: '' };
    const late = setTimeout(() => failed(new Error('No snapshot came.')), 5_000);
    const socket: LightSocket = openLight(door, {
      opened() {},
      heard(frame) {
        const text = frame.toString();
        if (text.startsWith('{"t":"room"')) heard.room = text;
        if (text.startsWith('{"t":"card"')) heard.card = text;
        if (heard.room === '' || heard.card === '') return;
        clearTimeout(late);
        done(heard);
        socket.close();
      },
      closed() {},
    });
  });
}
