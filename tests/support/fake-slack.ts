import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the fake does at a call in place of answering as Slack would. */
export type Mishap =
  /** ok: false, with Slack's word for it; `needed` goes with missing_scope. */
  | { readonly error: string; readonly needed?: string }
  /** 429 with Retry-After in seconds; null: without it. */
  | { readonly limited: number | null }
  | { readonly status: number }
  /** Something that is not Slack's. */
  | { readonly page: string }
  /** Does not answer. `done`: after it has done what was asked. */
  | { readonly hang: true; readonly done?: true }
  /** Breaks the line. */
  | { readonly die: true; readonly done?: true }
  /** Takes so long, and then answers as it should. */
  | { readonly slow: number };

export interface FakePerson {
  readonly id: string;
  readonly email: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_email_confirmed?: boolean;
  readonly locale?: string;
}

export interface FakeMessage {
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly { readonly block_id: string; readonly text: { readonly text: string } }[];
  readonly metadata?: { readonly event_type: string; readonly event_payload: { readonly key: string } };
}

export interface FakeSlack {
  readonly api: URL;
  readonly people: FakePerson[];
  /** By the id of the conversation, the oldest first. */
  readonly conversations: ReadonlyMap<string, FakeMessage[]>;
  /** Every message that was posted by us, in order. */
  readonly posted: readonly {
    readonly channel: string;
    readonly message: FakeMessage;
    readonly form: URLSearchParams;
  }[];
  /** Home tabs as they were published last, by user. */
  readonly homes: ReadonlyMap<string, string>;
  /** Methods that were called, in order. */
  readonly calls: readonly string[];
  /** What happens at the next calls of a method, one for each; null: as it should. After these all is as it should be. */
  told(method: string, ...mishaps: readonly (Mishap | null)[]): void;
  /** What happens at every call of a method from now on. */
  always(method: string, mishap: Mishap | null): void;
  /** Told of each call before it is done; `drop`: it never arrived. Null: nobody is told. */
  watch(told: ((method: string) => 'answer' | 'drop') | null): void;
  close(): Promise<void>;
}

export const SLACK_TOKEN = 'xoxb-111111111111-abcdefABCDEF';
export const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';

interface Answered {
  readonly ok: boolean;
  readonly [more: string]: unknown;
}

/** Slack's HTTP API as far as we use it, on this machine. It is closed by whoever opened it. */
export async function openFakeSlack(onPort = 0): Promise<FakeSlack> {
  const people: FakePerson[] = [];
  const conversations = new Map<string, FakeMessage[]>();
  const members = new Map<string, string>();
  const posted: FakeSlack['posted'][number][] = [];
  const homes = new Map<string, string>();
  const calls: string[] = [];
  const next = new Map<string, (Mishap | null)[]>();
  const lasting = new Map<string, Mishap>();
  let count = 0;
  let watching: ((method: string) => 'answer' | 'drop') | null = null;

  const METHODS: Readonly<Record<string, (form: URLSearchParams) => Answered>> = {
    'users.lookupByEmail': (form) => {
      const user = people.find(({ email }) => email === form.get('email'));
      return user ? { ok: true, user } : no('users_not_found');
    },
    'users.info': (form) => {
      const user = people.find(({ id }) => id === form.get('user'));
      return user ? { ok: true, user: { ...user, profile: { email: user.email } } } : no('user_not_found');
    },
    'conversations.open': (form) => {
      const users = (form.get('users') ?? '').split(',').sort().join();
      const known = members.get(users) ?? `G${members.size + 1}`;
      members.set(users, known);
      if (!conversations.has(known)) conversations.set(known, []);
      return { ok: true, channel: { id: known } };
    },
    'chat.postMessage': (form) => {
      const channel = form.get('channel') ?? '';
      const messages = conversations.get(channel);
      if (!messages) return no('channel_not_found');
      count += 1;
      const [blocks, metadata] = [form.get('blocks'), form.get('metadata')].map((text) => JSON.parse(text ?? 'null'));
      const message = { ts: `${1_700_000_000 + count}.000100`, text: form.get('text') ?? '', blocks, metadata };
      messages.push(message);
      posted.push({ channel, message, form });
      return { ok: true, channel, ts: message.ts, message };
    },
    'conversations.history': (form) => {
      const messages = conversations.get(form.get('channel') ?? '');
      if (!messages) return no('channel_not_found');
      const from = Number(form.get('cursor') ?? 0);
      const to = from + Number(form.get('limit'));
      const page = [...messages].reverse().slice(from, to);
      const withoutMarks = page.map(({ metadata, ...message }) => message);
      return {
        ok: true,
        messages: form.get('include_all_metadata') === 'true' ? page : withoutMarks,
        has_more: to < messages.length,
        response_metadata: { next_cursor: to < messages.length ? String(to) : '' },
      };
    },
    'views.publish': (form) => {
      homes.set(form.get('user_id') ?? '', form.get('view') ?? '');
      return { ok: true };
    },
  };

  function answer(method: string, form: URLSearchParams, token: string | undefined): Answered {
    if (token !== `Bearer ${SLACK_TOKEN}`) return no('invalid_auth');
    return METHODS[method]?.(form) ?? no('unknown_method');
  }

  async function serve(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const method = request.url?.replace('/api/', '') ?? '';
    const form = new URLSearchParams(Buffer.concat(parts).toString());
    calls.push(method);
    if (watching?.(method) === 'drop') return void request.socket.destroy();
    const mishap = next.get(method)?.shift() ?? lasting.get(method) ?? null;
    const say = (status: number, body: string, headers: Record<string, string> = {}): void =>
      void reply.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body);
    const done = (): Answered => answer(method, form, request.headers.authorization);
    if (mishap === null) return say(200, JSON.stringify(done()));
    if ('slow' in mishap) return void setTimeout(() => say(200, JSON.stringify(done())), mishap.slow);
    if ('error' in mishap) return say(200, JSON.stringify(no(mishap.error, mishap.needed)));
    if ('status' in mishap) return say(mishap.status, 'Oops', { 'content-type': 'text/html' });
    if ('page' in mishap) return say(200, mishap.page, { 'content-type': 'text/html' });
    if ('limited' in mishap) {
      const after: Record<string, string> = mishap.limited === null ? {} : { 'retry-after': String(mishap.limited) };
      return say(429, JSON.stringify(no('ratelimited')), after);
    }
    if (mishap.done) done();
    if ('die' in mishap) request.socket.destroy();
  }

  const server = createServer((request, reply) => void serve(request, reply).catch(() => request.socket.destroy()));
  await new Promise<void>((listening) => server.listen(onPort, '127.0.0.1', listening));
  return {
    api: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`),
    ...{ people, conversations, posted, homes, calls },
    told: (method, ...mishaps) => void next.set(method, [...(next.get(method) ?? []), ...mishaps]),
    watch(told) {
      watching = told;
    },
    always(method, mishap) {
      if (mishap === null) lasting.delete(method);
      else lasting.set(method, mishap);
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const no = (error: string, needed?: string): Answered => ({
  ok: false,
  error,
  ...(needed === undefined ? {} : { needed, provided: 'chat:write,commands' }),
  response_metadata: { messages: [] },
});
