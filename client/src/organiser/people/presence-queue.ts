import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PresenceAnswer } from '@lapwing/shared/protocol/api';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ApiAnswer } from '../../kit/api.ts';

export const RETRY_AFTER_MS = 3_000;

export interface PresencePorts {
  send(who: AttendeeId, here: boolean): Promise<ApiAnswer<PresenceAnswer>>;
  later(ms: number, run: () => void): void;
}

/** Check-ins that the server has not answered yet: shown at once, sent again until it does. */
export interface PresenceQueue {
  /** What this page says about people while the server has not confirmed it. */
  readonly pending: ReadonlySignal<ReadonlyMap<AttendeeId, boolean>>;
  /**
   * Says that somebody is here, or is not after all. Calls `told` with the server's answer; before that with null when
   * it stays silent and the queue keeps trying. A newer word about the same person replaces this one.
   */
  say(who: AttendeeId, here: boolean, told: (answer: ApiAnswer<PresenceAnswer> | null) => void): void;
}

export function createPresenceQueue({ send, later }: PresencePorts): PresenceQueue {
  const pending = signal<ReadonlyMap<AttendeeId, boolean>>(new Map());
  const latest = new Map<AttendeeId, symbol>();

  const attempt = async (
    who: AttendeeId,
    here: boolean,
    turn: symbol,
    told: (answer: ApiAnswer<PresenceAnswer> | null) => void,
  ): Promise<void> => {
    if (latest.get(who) !== turn) return;
    const answer = await send(who, here);
    if (latest.get(who) !== turn) return;
    if (!answer.ok && answer.refusal.code === 'no-answer') {
      told(null);
      later(RETRY_AFTER_MS, () => void attempt(who, here, turn, told));
      return;
    }
    latest.delete(who);
    told(answer);
    pending.value = new Map([...pending.value].filter(([other]) => other !== who));
  };

  return {
    pending,
    say(who, here, told) {
      const turn = Symbol();
      latest.set(who, turn);
      pending.value = new Map(pending.value).set(who, here);
      void attempt(who, here, turn, told);
    },
  };
}
