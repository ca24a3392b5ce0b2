import { useEffect, useState } from 'preact/hooks';
import { writeStored } from '../kit/stored.ts';

/** What is being typed, kept in this tab until it was sent: a reload loses nothing. */
export interface Kept<Value> {
  readonly value: Value;
  change(part: Partial<Value> | ((before: Value) => Partial<Value>)): void;
  /** It was sent: nothing stays on the device. */
  forget(): void;
}

/**
 * Forms ask what somebody needs and whom they sit with: on a computer that many use nothing of it may wait for the next
 * one. So it goes with the tab, and from the page too after this long without a letter.
 */
const STAYS_MS = 60 * 60_000;

/** @param start what the form begins with; fields that are younger than what is kept come from it */
export function useKept<Value extends object>(key: string, start: Value): Kept<Value> {
  const [value, setValue] = useState<Value>(() => ({ ...start, ...read<Value>(key) }));
  // until now it stayed on the device for good
  useEffect(() => void writeStored(key, null), [key]);
  useEffect(() => {
    const forgotten = setTimeout(() => {
      write(key, null);
      setValue(start);
    }, STAYS_MS);
    return () => clearTimeout(forgotten);
  }, [key, value]);
  return {
    value,
    change(part) {
      setValue((before) => {
        const next = { ...before, ...(typeof part === 'function' ? part(before) : part) };
        write(key, next);
        return next;
      });
    },
    forget: () => write(key, null),
  };
}

const nameOf = (key: string): string => `lapwing-form:${key}`;

function read<Value>(key: string): Value | null {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null') as Value | null;
  } catch {
    // a browser that keeps nothing: then a reload begins anew
    return null;
  }
}

function write(key: string, value: object | null): void {
  try {
    if (value === null) sessionStorage.removeItem(nameOf(key));
    else sessionStorage.setItem(nameOf(key), JSON.stringify(value));
  } catch {
    // as above
  }
}
