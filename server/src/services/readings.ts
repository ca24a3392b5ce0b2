import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { ImportReading } from '@lapwing/shared/protocol/import-api';
import { newWatch, type Watch } from '../reader/reader.ts';
import type { Services } from './services.ts';

/** The files that are being read now, so that they can be watched and stopped. */
export interface Readings {
  /** Runs `read` under a name of the asker's own; it can be watched and stopped by that name until it is over. */
  during<Value>(eventId: EventId, name: string | undefined, read: (watch: Watch) => Promise<Value>): Promise<Value>;
  /** Undefined for a reading that is over or never was. */
  progress(eventId: EventId, name: string): ImportReading | undefined;
  /** Ends a reading, if it goes on. */
  stop(eventId: EventId, name: string): void;
}

export function createReadings(): Readings {
  const running = new Map<string, { readonly stop: AbortController; readonly watch: Watch }>();
  const keyOf = (eventId: EventId, name: string): string => `${eventId} ${name}`;
  return {
    async during(eventId, name, read) {
      const stop = new AbortController();
      const watch = newWatch(stop.signal);
      if (name === undefined) return read(watch);
      const key = keyOf(eventId, name);
      running.set(key, { stop, watch });
      try {
        return await read(watch);
      } finally {
        if (running.get(key)?.watch === watch) running.delete(key);
      }
    },
    progress(eventId, name) {
      const progress = running.get(keyOf(eventId, name))?.watch.progress;
      return progress && { rows: Atomics.load(progress, 0), of: Atomics.load(progress, 1) };
    },
    stop: (eventId, name) => running.get(keyOf(eventId, name))?.stop.abort(),
  };
}

/** How far a reading is; nothing when it is over. */
export function watchReading(
  { evenings, readings }: Services,
  eventId: EventId,
  name: string,
): Result<ImportReading | undefined, Refusal> {
  return evenings.get(eventId) ? ok(readings.progress(eventId, name)) : refused(refusal('not-found'));
}

/** Stops a reading; whoever waits for it is told that it was stopped. */
export function stopReading({ evenings, readings }: Services, eventId: EventId, name: string): Result<void, Refusal> {
  if (!evenings.get(eventId)) return refused(refusal('not-found'));
  readings.stop(eventId, name);
  return ok(undefined);
}
