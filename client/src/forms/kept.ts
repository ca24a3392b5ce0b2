import { useState } from 'preact/hooks';
import { readStored, writeStored } from '../kit/stored.ts';

/** What is being typed, kept on this device until it was sent: a reload or a closed tab loses nothing. */
export interface Kept<Value> {
  readonly value: Value;
  change(part: Partial<Value>): void;
  /** It was sent: nothing stays on the device. */
  forget(): void;
}

/** @param start what the form begins with; fields that are younger than what is kept come from it */
export function useKept<Value extends object>(key: string, start: Value): Kept<Value> {
  const [value, setValue] = useState<Value>(() => ({ ...start, ...readStored<Value>(key) }));
  return {
    value,
    change(part) {
      setValue((before) => {
        const next = { ...before, ...part };
        writeStored(key, next);
        return next;
      });
    },
    forget: () => writeStored(key, null),
  };
}
