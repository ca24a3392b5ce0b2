import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { request } from './api.ts';
import type { ConnectionStatus } from './connection.ts';
import { readStored, writeStored } from './stored.ts';

/** Something that is to be so, said to the server by PUT until it has heard it. */
export interface Letter {
  readonly path: string;
  readonly body: unknown;
}

export interface Outbox {
  /** Not heard by the server yet, in the order in which it was said. */
  readonly waiting: ReadonlySignal<readonly Letter[]>;
  /** The last try failed, though the server answers other things. */
  readonly failing: ReadonlySignal<boolean>;
  /** The newest word for a path replaces an older one. @param waitMs how long it may wait for a newer one */
  post(letter: Letter, waitMs?: number): void;
  /** Sends now what waits. */
  flush(): void;
  stop(): void;
}

export interface OutboxSettings {
  /** Where the letters survive a closed tab. */
  readonly key: string;
  readonly status: ReadonlySignal<ConnectionStatus>;
  /** Too late to be said: dropped without a word. */
  isStale?(letter: Letter): boolean;
  /** The server heard it, and answered this. */
  onHeard?(letter: Letter, answer: unknown): void;
  /** The server does not want it. */
  onRefused?(letter: Letter): void;
}

const AGAIN_AFTER_MS = 5_000;
/** Answers after which nobody knows, or which another try may better. */
const NOT_KNOWN: ReadonlySet<string> = new Set(['no-answer', 'storage-failed', 'server-fault', 'too-many-requests']);

/** Opens the outbox of this page, with what waits from before. Every letter can be sent again without harm. */
export function createOutbox({ key, status, isStale, onHeard, onRefused }: OutboxSettings): Outbox {
  const waiting: Signal<readonly Letter[]> = signal(readStored<Letter[]>(key) ?? []);
  const failing = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stored = true;
  let sending = false;
  let stopped = false;

  /** Another tab of the same page may have changed what is stored since. */
  const keep = (change: (letters: readonly Letter[]) => readonly Letter[]): void => {
    const letters = change(stored ? (readStored<Letter[]>(key) ?? []) : waiting.peek());
    stored = writeStored(key, letters);
    waiting.value = letters;
  };
  const drop = (letter: Letter): void => {
    const done = JSON.stringify(letter);
    keep((letters) => letters.filter((one) => JSON.stringify(one) !== done));
  };

  /** True when it is done with, one way or the other. */
  const deliver = async (letter: Letter): Promise<boolean> => {
    if (isStale?.(letter)) return true;
    const answer = await request('PUT', letter.path, letter.body);
    const unknown = !answer.ok && NOT_KNOWN.has(answer.refusal.code);
    failing.value = unknown;
    if (unknown) return false;
    if (answer.ok) {
      onHeard?.(letter, answer.value);
      return true;
    }
    onRefused?.(letter);
    return true;
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (sending || stopped) return;
    sending = true;
    for (let next = waiting.peek()[0]; next && !stopped; next = waiting.peek()[0]) {
      if (!(await deliver(next))) break;
      drop(next);
    }
    sending = false;
    if (waiting.peek().length > 0 && !stopped) timer = setTimeout(flush, AGAIN_AFTER_MS);
  };

  const stopWatching = effect(() => {
    if (status.value === 'live') void flush();
  });
  void flush();

  return {
    waiting,
    failing,
    post(letter, waitMs = 0) {
      keep((letters) => [...letters.filter((one) => one.path !== letter.path), letter]);
      if (waitMs === 0) void flush();
      else if (!sending && timer === undefined) timer = setTimeout(flush, waitMs);
    },
    flush: () => void flush(),
    stop() {
      stopped = true;
      clearTimeout(timer);
      stopWatching();
    },
  };
}
