import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { FetchFunction } from '@slack/web-api';
import { publicLookup } from './public-address.ts';

/** How long the other side may take. */
export interface SlackPatience {
  /** From the first byte to the last of one call, in milliseconds. */
  readonly callMs: number;
}

export const SLACK_PATIENCE: SlackPatience = { callMs: 5_000 };

/** Bytes of an answer: more is nothing we asked for. */
const MOST_BYTES = 64 * 1024;

/** What went wrong on the way. */
export class TransportError extends Error {
  /** Whether Slack may have got the request. */
  readonly handedOver: boolean;
  readonly code: string | undefined;

  constructor(cause: Error, handedOver: boolean) {
    super(cause.message, { cause });
    this.handedOver = handedOver;
    this.code = (cause as NodeJS.ErrnoException).code;
  }
}

export interface SlackTransport {
  /** In place of the platform's own: it goes to one host alone, follows nothing, and reads no more than it must. */
  readonly fetch: FetchFunction;
  /** Hangs up, whatever goes on. */
  cut(): void;
}

/** The way to Slack's host, or to the one that stands for it in tests. */
export function slackTransport(api: URL, { callMs }: SlackPatience): SlackTransport {
  const open = new Set<ClientRequest>();
  const outside = api.protocol === 'https:';
  let isCut = false;
  return {
    async fetch(address, init = {}) {
      const url = new URL(address);
      if (isCut || url.origin !== api.origin) throw new TransportError(new Error('This goes nowhere.'), false);
      const options = { method: init.method ?? 'POST', headers: init.headers ?? {} };
      const asked = outside
        ? httpsRequest(url, { ...options, agent: false, lookup: publicLookup, minVersion: 'TLSv1.2' })
        : httpRequest(url, { ...options, agent: false });
      open.add(asked);
      try {
        return responseOf(url, await answered(asked, String(init.body ?? ''), callMs));
      } finally {
        open.delete(asked);
        asked.destroy();
      }
    },
    cut() {
      isCut = true;
      for (const asked of open) asked.destroy(new Error('The server was stopped.'));
    },
  };
}

interface Answer {
  readonly head: IncomingMessage;
  readonly text: string;
}

/** @throws TransportError */
function answered(asked: ClientRequest, body: string, callMs: number): Promise<Answer> {
  let handedOver = false;
  return new Promise((done, refuse) => {
    const failed = (error: Error): void => {
      clearTimeout(late);
      refuse(new TransportError(error, handedOver));
    };
    const late = setTimeout(() => {
      failed(Object.assign(new Error('No answer in time.'), { code: 'ETIMEDOUT' }));
      asked.destroy();
    }, callMs);
    asked.on('socket', (socket) => {
      // from here on a byte may have got there
      socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => {
        handedOver = true;
      });
    });
    asked.on('error', failed);
    asked.on('response', (head) => {
      read(head).then((text) => {
        clearTimeout(late);
        done({ head, text });
      }, failed);
    });
    asked.end(body);
  });
}

async function read(head: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of head as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error('The answer is too long.');
    parts.push(part);
  }
  if (!head.complete) throw new Error('The answer broke off.');
  return Buffer.concat(parts).toString();
}

/** A pause that is not told in whole seconds is this long. */
const USUAL_PAUSE = '30';

function responseOf(url: URL, { head, text }: Answer): Awaited<ReturnType<FetchFunction>> {
  const status = head.statusCode ?? 0;
  const headers = new Map(Object.entries(head.headers).map(([name, value]) => [name, String(value)]));
  if (status === 429 && !/^\d+$/u.test(headers.get('retry-after') ?? '')) headers.set('retry-after', USUAL_PAUSE);
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText: head.statusMessage ?? '',
    url: url.href,
    headers: { get: (name) => headers.get(name.toLowerCase()) ?? null, entries: () => headers.entries() },
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
    json: async () => JSON.parse(text) as unknown,
    text: async () => text,
  };
}
