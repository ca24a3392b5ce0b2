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
  /** The newest word for a path replaces an older one. */
  post(letter: Letter): void;
  stop(): void;
}

export interface OutboxSettings {
  /** Where the letters survive a closed tab. */
  readonly key: string;
  readonly status: ReadonlySignal<ConnectionStatus>;
  /** Too late to be said: dropped without a word. */
  isStale?(letter: Letter): boolean;
  /** The server does not want it. */
  onRefused?(letter: Letter): void;
}

const AGAIN_AFTER_MS = 5_000;
/** Answers after which nobody knows, or which another try may better. */
const NOT_KNOWN: ReadonlySet<string> = new Set(['no-answer', 'storage-failed', 'server-fault', 'too-many-requests']);

/** Opens the outbox of this page, with what waits from before. Every letter can be sent again without harm. */
export function createOutbox({ key, status, isStale, onRefused }: OutboxSettings): Outbox {
  const waiting: Signal<readonly Letter[]> = signal(readStored<Letter[]>(key) ?? []);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  let stopped = false;

  const keep = (letters: readonly Letter[]): void => {
    waiting.value = letters;
    writeStored(key, letters);
  };
  const drop = (letter: Letter): void => keep(waiting.peek().filter((one) => one !== letter));

  /** True when it is done with, one way or the other. */
  const deliver = async (letter: Letter): Promise<boolean> => {
    if (isStale?.(letter)) return true;
    const answer = await request('PUT', letter.path, letter.body);
    if (answer.ok) return true;
    const { code } = answer.refusal;
    if (NOT_KNOWN.has(code)) return false;
    onRefused?.(letter);
    return true;
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
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
    post(letter) {
      keep([...waiting.peek().filter((one) => one.path !== letter.path), letter]);
      void flush();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      stopWatching();
    },
  };
}
