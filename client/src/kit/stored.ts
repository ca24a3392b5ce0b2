/** What a page keeps on its device; null where it keeps nothing, may not, or does not understand what it finds. */
export function readStored<Value>(key: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}

/** Keeps it as well as the device allows: a page works without, until it is closed. */
export function writeStored(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // private windows and full devices
  }
}
