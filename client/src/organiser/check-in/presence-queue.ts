import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { PresenceAnswer } from '@lapwing/shared/protocol/api';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ApiAnswer } from '../../kit/api.ts';
import type { KeptWord, KeptWords, WalkIn } from './kept-words.ts';

export const RETRY_AFTER_MS = 3_000;
/** Answers after which nobody knows, or which another try may better: a desk that was signed out signs in again. */
const NOT_KNOWN: ReadonlySet<string> = new Set([
  ...['no-answer', 'storage-failed', 'server-fault', 'too-many-requests', 'not-signed-in'],
]);

export interface PresencePorts {
  /** @param at when it was said, where that was not just now */
  send(who: AttendeeId, here: boolean, at: Instant | null): Promise<ApiAnswer<PresenceAnswer>>;
  /** Adds a walk-in under this id; again changes nothing. */
  add(who: AttendeeId, walkIn: WalkIn): Promise<ApiAnswer<Attendee>>;
  later(ms: number, run: () => void): void;
  /** Server time, null while it is not known. */
  now(): Instant | null;
  readonly kept: KeptWords;
  /** The server has heard a word, also one from before a reload. */
  heard(answer: PresenceAnswer): void;
}

type Told = (answer: ApiAnswer<PresenceAnswer> | null) => void;

/** Check-ins that the server has not answered yet: shown at once, kept through a reload, sent again until it does. */
export interface PresenceQueue {
  /** What this page says about people while the server has not confirmed it. */
  readonly pending: ReadonlySignal<ReadonlyMap<AttendeeId, boolean>>;
  /**
   * Says that somebody is here, or is not after all. Calls `told` with the server's answer; before that with null when
   * it stays silent and the queue keeps trying. A newer word about the same person replaces this one.
   */
  say(who: AttendeeId, here: boolean, told: Told): void;
  /** The same about somebody new. */
  sayNew(who: AttendeeId, walkIn: WalkIn, told: Told): void;
}

/** Opens the queue, with what waits from before. */
export function createPresenceQueue(ports: PresencePorts): PresenceQueue {
  const waiting = ports.kept.all();
  const pending = signal<ReadonlyMap<AttendeeId, boolean>>(new Map(waiting.map(({ who, here }) => [who, here])));
  const latest = new Map<AttendeeId, KeptWord>();

  /** A walk-in is added first; then the word is said. */
  async function deliver(word: KeptWord, first: boolean): Promise<ApiAnswer<PresenceAnswer>> {
    if (word.add) {
      const added = await ports.add(word.who, word.add);
      if (!added.ok) return added;
    }
    return ports.send(word.who, word.here, first ? null : word.at);
  }

  async function attempt(word: KeptWord, told: Told, first: boolean): Promise<void> {
    const isLatest = (): boolean => latest.get(word.who) === word;
    if (!isLatest()) return;
    const answer = await deliver(word, first);
    if (!isLatest()) return;
    if (!answer.ok && NOT_KNOWN.has(answer.refusal.code)) {
      told(null);
      ports.later(RETRY_AFTER_MS, () => void attempt(word, told, false));
      return;
    }
    latest.delete(word.who);
    ports.kept.drop(word.who);
    if (answer.ok) ports.heard(answer.value);
    told(answer);
    pending.value = new Map([...pending.value].filter(([other]) => other !== word.who));
  }

  function begin(word: KeptWord, told: Told): void {
    latest.set(word.who, word);
    ports.kept.keep(word);
    pending.value = new Map(pending.value).set(word.who, word.here);
    void attempt(word, told, true);
  }

  for (const word of waiting) {
    latest.set(word.who, word);
    void attempt(word, () => undefined, false);
  }
  return {
    pending,
    say(who, here, told) {
      // a walk-in whom the server does not know yet stays one
      begin({ who, here, at: ports.now(), add: latest.get(who)?.add ?? null }, told);
    },
    sayNew: (who, walkIn, told) => begin({ who, here: true, at: ports.now(), add: walkIn }, told),
  };
}
