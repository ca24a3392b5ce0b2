import type { ServerMessage } from '@lapwing/shared/protocol/messages';
import { type Signal, signal } from '@preact/signals';
import { request } from './api.ts';
import type { ConnectionStatus } from './connection.ts';
import type { LiveModel } from './live-model.ts';
import { pageTime } from './server-clock.ts';

export interface Polling {
  /** Page time of the last answer over plain HTTP; null before the first. */
  readonly heardAt: Signal<number | null>;
  stop(): void;
}

type Messages = Readonly<Record<string, ServerMessage | null>>;
/** Messages by whatever name, and server time when the answer left. */
type Opening = Messages | { readonly at?: number };

/** How often to ask. */
export type PollEvery = 15_000 | 5_000;
/** An answer that is older than so many turns does not count any more. */
const TURNS_THAT_COUNT = 2.3;

/**
 * Where sockets do not get through: asks over HTTP for as long as the live connection is not up.
 * @param path answers with an object of messages, e.g. {card, room}
 */
export function pollWhileDeaf(model: LiveModel, path: string, every: PollEvery): Polling {
  const heardAt = signal<number | null>(null);
  let timer: ReturnType<typeof setTimeout>;
  const ask = async (): Promise<void> => {
    clearTimeout(timer);
    if (model.status.peek() === 'refused') return;
    if (model.status.peek() !== 'live' && document.visibilityState !== 'hidden') {
      const askedAt = pageTime();
      const answer = await request<Opening>('GET', path);
      if (answer.ok) {
        heardAt.value = pageTime();
        const { at, ...messages } = answer.value;
        for (const message of Object.values(messages as Messages)) if (message?.t) model.take(message);
        // one exchange over HTTP is a wide bound, but an honest one: better than the device's own wall clock
        if (typeof at === 'number') {
          model.connection.clock.sample({ t0: askedAt, t1: at, t2: at, t3: heardAt.value });
        }
      } else if (answer.refusal.code === 'not-found') {
        model.connection.refuse(answer.refusal.details?.why);
        return;
      }
    }
    timer = setTimeout(ask, every);
  };
  timer = setTimeout(ask, every);
  return { heardAt, stop: () => clearTimeout(timer) };
}

/** The status to show: a page that is answered over HTTP is as good as live. */
export function statusWith(status: ConnectionStatus, polledAt: number | null, every: PollEvery): ConnectionStatus {
  const polled = polledAt !== null && pageTime() - polledAt < TURNS_THAT_COUNT * every;
  return status !== 'refused' && polled ? 'live' : status;
}
