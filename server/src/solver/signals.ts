import type { SearchProgress } from '@lapwing/shared/rotation/solve';

const TRIED = 0;
const OF = 1;
const PRICE = 2;

/**
 * What the server and the thread of a search tell each other while it runs, in memory that both see: the search is one
 * long step that reads no messages, and writing three numbers costs it nothing however often it does. Stop is asked for
 * on one side, progress is written on the other.
 */
export interface Signals {
  /** A flag: other than 0 when the search is to stop. */
  readonly stop: Int32Array<SharedArrayBuffer>;
  /** Tried, of, price. */
  readonly progress: Float64Array<SharedArrayBuffer>;
}

export const newSignals = (): Signals => ({
  stop: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  progress: new Float64Array(new SharedArrayBuffer(3 * Float64Array.BYTES_PER_ELEMENT)),
});

export const askToStop = ({ stop }: Signals): void => void Atomics.store(stop, 0, 1);
export const stopAsked = ({ stop }: Signals): boolean => Atomics.load(stop, 0) !== 0;

export function writeProgress({ progress }: Signals, { tried, of, price }: SearchProgress): void {
  progress[TRIED] = tried;
  progress[OF] = of;
  progress[PRICE] = price;
}

/** All 0 until the search has something to tell. A figure may be a moment newer than the one beside it. */
export const readProgress = ({ progress }: Signals): SearchProgress => ({
  tried: progress[TRIED] ?? 0,
  of: progress[OF] ?? 0,
  price: progress[PRICE] ?? 0,
});
