/** What a page keeps on its device; null where it keeps nothing, may not, or does not understand what it finds. */
export function readStored<Value>(key: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}

/** Keeps it as well as the device allows: a page works without, until it is closed. @returns whether it is kept */
export function writeStored(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    // private windows and full devices
    return false;
  }
}

/** Lets go of what is kept under this name. */
export function dropStored(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // a device that keeps nothing has nothing to let go of
  }
}

/** The names of all that is kept on this device. */
export function storedNames(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/** Lets go of everything on this device that speaks of somebody: by the address of their page, or by their e-mail. */
export function forgetStored(...words: readonly string[]): void {
  const speaks = (text: string): boolean =>
    words.some((word) => word !== '' && text.toLowerCase().includes(word.toLowerCase()));
  try {
    for (const key of Object.keys(localStorage))
      if (speaks(key) || speaks(localStorage.getItem(key) ?? '')) localStorage.removeItem(key);
  } catch {
    // a device that keeps nothing has nothing to let go of
  }
}
