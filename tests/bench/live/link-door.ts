import { Agent, request } from 'node:http';
import type { Door } from './light-socket.ts';

/** A person with a personal link. */
export interface LinkHolder {
  readonly id: string;
  readonly secret: string;
}

const AT_ONCE = 16;

/** Opens each personal link as a page does: the secret by POST for a cookie, which later goes with the upgrade. */
export async function enterThroughLinks(port: number, people: readonly LinkHolder[]): Promise<Door[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const doors: Door[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let mine = next++; mine < people.length; mine = next++) {
      const { id, secret } = people[mine] as LinkHolder;
      const cookie = await exchange(agent, port, id, secret);
      doors[mine] = { port, path: `/me/${id}/live`, cookie, origin: `http://127.0.0.1:${port}` };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
  return doors;
}

async function exchange(agent: Agent, port: number, id: string, secret: string): Promise<string> {
  const answer = await post({ agent, port, path: `/me/${id}/session`, cookie: '' }, { secret });
  const cookie = answer.cookie;
  if (answer.status !== 200 || cookie === '') throw new Error(`A link was refused with ${answer.status}.`);
  return cookie;
}

export interface Posted {
  readonly status: number;
  readonly text: string;
  /** What came as Set-Cookie, without its attributes; '' for none. */
  readonly cookie: string;
}

/** One POST of JSON to loopback. */
export function post(
  to: { readonly agent: Agent; readonly port: number; readonly path: string; readonly cookie: string },
  body: object,
): Promise<Posted> {
  const text = JSON.stringify(body);
  return new Promise((done, failed) => {
    const asked = request(
      {
        agent: to.agent,
        host: '127.0.0.1',
        port: to.port,
        path: to.path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          ...(to.cookie === '' ? {} : { cookie: to.cookie }),
        },
      },
      (answer) => {
        let heard = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          heard += part;
        });
        answer.on('end', () => {
          const [set = ''] = answer.headers['set-cookie'] ?? [];
          done({ status: answer.statusCode ?? 0, text: heard, cookie: set.split(';')[0] ?? '' });
        });
      },
    );
    asked.on('error', failed);
    asked.end(text);
  });
}
