import { Agent } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../../support/real-server.ts';
import type { Restartable } from './contestants.ts';
import { post } from './link-door.ts';
import { openHall } from './phones.ts';
import { machineNow } from './statistics.ts';
import type { Decision } from './watched-process.ts';
import { startWatched } from './watched-process.ts';

/** Fastify as its documentation shows it, sending the product's own texts. */
export async function startPlain(
  texts: { readonly room: string; readonly card: string },
  phones: number,
): Promise<Restartable> {
  const port = await freePort();
  const words = [JSON.stringify({ port, ...texts })];
  const start = () =>
    startWatched(join(import.meta.dirname, 'plain-server.ts'), words, { NODE_ENV: 'production' }, ['--import', 'tsx']);
  let running = await start();
  const agent = new Agent({ keepAlive: true });
  const hall = openHall();
  await hall.anonymous(port, phones);
  return {
    name: 'plain',
    hall,
    snapshot: true,
    async change() {
      const pressedAt = machineNow();
      const { text, status } = await post({ agent, port, path: '/next', cookie: '' }, {});
      if (status !== 200) throw new Error(`The plain server answered ${status}.`);
      return { pressedAt, ...(JSON.parse(text) as Decision) };
    },
    settle: async () => {},
    usage: () => running.usage(),
    kill9: () => running.kill9(),
    async startAgain() {
      running = await start();
      return running.listening;
    },
    async stop() {
      agent.destroy();
      hall.leave();
      await running.kill9();
    },
  };
}
