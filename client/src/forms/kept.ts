import { useEffect, useState } from 'preact/hooks';
import { writeStored } from '../kit/stored.ts';

/** What is being typed, kept in this tab until it was sent: a reload loses nothing. */
export interface Kept<Value> {
  readonly value: Value;
  change(part: Partial<Value>): void;
  /** It was sent: nothing stays on the device. */
  forget(): void;
}

/**
 * Forms ask what somebody needs and whom they sit with: on a computer that many use nothing of it may wait for the next
 * one. So it goes with the tab, and after this long without a letter.
 */
const STAYS_MS = 60 * 60_000;

interface Stored<Value> {
  readonly value: Value;
  readonly at: number;
}

/** @param start what the form begins with; fields that are younger than what is kept come from it */
export function useKept<Value extends object>(key: string, start: Value): Kept<Value> {
  const [value, setValue] = useState<Value>(() => ({ ...start, ...read<Value>(key) }));
  // until now it stayed on the device for good
  useEffect(() => void writeStored(key, null), [key]);
  return {
    value,
    change(part) {
      setValue((before) => {
        const next = { ...before, ...part };
        write(key, { value: next, at: Date.now() });
        return next;
      });
    },
    forget: () => write(key, null),
  };
}

const nameOf = (key: string): string => `lapwing-form:${key}`;

function read<Value>(key: string): Value | null {
  try {
    const stored = JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null') as Stored<Value> | null;
    if (stored && Date.now() - stored.at < STAYS_MS) return stored.value;
    sessionStorage.removeItem(nameOf(key));
  } catch {
    // a browser that keeps nothing: then a reload begins anew
  }
  return null;
}

function write(key: string, stored: Stored<object> | null): void {
  try {
    if (stored === null) sessionStorage.removeItem(nameOf(key));
    else sessionStorage.setItem(nameOf(key), JSON.stringify(stored));
  } catch {
    // as above
  }
}
