import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** What came back; null when the line broke or stayed silent: then nobody knows whether it happened. */
export type Answered = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: IncomingHttpHeaders;
} | null;

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly cookie?: string;
  /** Silence for this long counts as no answer. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 20_000;

/** Sends requests to one port of this machine over connections of its own; never throws. */
export class Caller {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 });
  private readonly port: number;

  constructor(port: number) {
    this.port = port;
  }

  ask({ method, path, body, cookie, patienceMs = PATIENCE_MS }: Call): Promise<Answered> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((done) => {
      const headers = {
        ...(cookie === undefined ? {} : { cookie }),
        ...(payload === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
      };
      const options = { host: '127.0.0.1', port: this.port, method, path, headers, agent: this.agent };
      const sent = request(options, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => done(parsed(answer.statusCode ?? 0, text, answer.headers)));
        answer.on('error', () => done(null));
        answer.on('aborted', () => done(null));
      });
      sent.on('error', () => done(null));
      sent.setTimeout(patienceMs, () => sent.destroy());
      sent.end(payload);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function parsed(status: number, text: string, headers: IncomingHttpHeaders): Answered {
  try {
    return { status, body: text === '' ? undefined : JSON.parse(text), headers };
  } catch {
    return { status, body: text, headers };
  }
}

/** "name=value" of every cookie that an answer sets. */
export const cookiesIn = (headers: IncomingHttpHeaders): string =>
  (headers['set-cookie'] ?? []).map((line) => line.split(';')[0] ?? '').join('; ');
