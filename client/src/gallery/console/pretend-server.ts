import type { Refusal } from '@lapwing/shared/kernel/refusal';
import { after, type Instant, milliseconds } from '@lapwing/shared/kernel/time';
import type { ServerMessage } from '@lapwing/shared/protocol/messages';
import { pageTime } from '../../kit/server-clock.ts';

/** What the pretended server answers; `null` for nothing (204). */
export type Reply = object | null | { readonly error: Refusal };

export interface Pretence {
  /** Server time at the moment the page asks first. */
  readonly now: Instant;
  /** By method and path, e.g. "GET /api/console/door". What is missing is answered with 409 not-now, and complained of. */
  readonly replies: Readonly<Record<string, Reply>>;
  /** What the socket says once it is open. */
  readonly frames: readonly ServerMessage[];
  /** The socket falls silent after its first words, as a network does that died. */
  readonly silent?: boolean;
}

/**
 * Puts a server that is made up in the place of the real one, for this page: `fetch` answers from a list, sockets say
 * what they are told and keep the pretended time.
 */
export function pretendServer({ now, replies, frames, silent }: Pretence): void {
  const since = pageTime();
  const serverTime = (): Instant => after(now, milliseconds(pageTime() - since));

  window.fetch = async (asked, init) => {
    const path = new URL(String(asked), location.href).pathname;
    const question = `${init?.method ?? 'GET'} ${path}`;
    const reply = replies[question];
    if (reply === undefined) console.error(`The pretended server has no answer to ${question}`);
    if (reply === null) return new Response(null, { status: 204 });
    const refused = reply === undefined || 'error' in reply;
    return Response.json(reply ?? { error: { code: 'not-now' } }, { status: refused ? 409 : 200 });
  };

  let said = false;
  class PretendedSocket extends EventTarget {
    static readonly OPEN = 1;
    readyState = 0;
    onopen: (() => void) | null = null;
    onmessage: ((event: { data: string }) => void) | null = null;
    onclose: ((event: { code: number }) => void) | null = null;
    constructor() {
      super();
      if (silent && said) return;
      setTimeout(() => {
        this.readyState = 1;
        this.onopen?.();
        for (const frame of frames) this.say(frame);
      });
    }

    send(text: string): void {
      const { a } = JSON.parse(text) as { a: number };
      if (silent && said) return;
      said = true;
      const at = serverTime();
      setTimeout(() => this.say({ t: 'c', a, b: at, s: at }));
    }

    close(): void {
      this.readyState = 3;
    }

    private say(message: ServerMessage): void {
      this.onmessage?.({ data: JSON.stringify(message) });
    }
  }
  window.WebSocket = PretendedSocket as unknown as typeof WebSocket;
}
