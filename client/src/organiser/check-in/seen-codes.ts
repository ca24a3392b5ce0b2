/** A code that stays before the camera is one code: it counts again when it was out of sight for this long. */
export const SAME_FOR_MS = 5_000;

/** Tells a code that comes into sight from one that is still there. */
export function createSeenCodes(now: () => number): (text: string) => boolean {
  const seen = new Map<string, number>();
  return (text) => {
    const at = now();
    for (const [other, last] of seen) if (at - last > SAME_FOR_MS) seen.delete(other);
    const isNew = !seen.has(text);
    seen.set(text, at);
    return isNew;
  };
}
