import type { PersonalCard, RoomFrame } from '@lapwing/shared/protocol/messages';
import { type Signal, signal } from '@preact/signals';
import { request } from '../kit/api.ts';
import type { LiveModel } from '../kit/live-model.ts';
import { pageTime } from '../kit/server-clock.ts';

/** What the server sends to a phone that opens: POST …/session and GET …/opening. */
export interface PhoneOpening {
  readonly card: PersonalCard;
  readonly room: RoomFrame;
}

const EVERY_MS = 15_000;

export interface Polling {
  /** Page time of the last answer over plain HTTP; null before the first. */
  readonly heardAt: Signal<number | null>;
  stop(): void;
}

/** Where sockets do not get through: asks every 15 s over HTTP for as long as the live connection is not up. */
export function pollWhileDeaf(model: LiveModel, path: string): Polling {
  const heardAt = signal<number | null>(null);
  let timer: ReturnType<typeof setTimeout>;
  const ask = async (): Promise<void> => {
    if (model.status.peek() !== 'live' && document.visibilityState !== 'hidden') {
      const answer = await request<PhoneOpening>('GET', path);
      if (answer.ok) {
        heardAt.value = pageTime();
        model.take(answer.value.card);
        model.take(answer.value.room);
      } else if (answer.refusal.code === 'not-found') {
        model.connection.refuse();
        return;
      }
    }
    timer = setTimeout(ask, EVERY_MS);
  };
  timer = setTimeout(ask, EVERY_MS);
  return { heardAt, stop: () => clearTimeout(timer) };
}
