/** The offset a page draws with: `offset` is server time minus page time in ms, as used at page time `at`. */
export interface Steered {
  readonly at: number;
  readonly offset: number;
}

/** Corrections smaller than this are spread over time, larger ones are taken at once. */
export const STEP_FROM_MS = 250;
/** Share of the elapsed time by which a correction may move the shown clock: below what people notice. */
const SLEW_RATE = 0.05;

/**
 * Moves the offset that is drawn with towards the one that is known to be better, slowly enough that a running number
 * neither jumps nor turns.
 * @param before what was drawn with last; null takes `target` as it is (first drawing, and while `opening()`)
 * @param now page time in ms, not before `before.at`
 * @param target the clock's present estimate in ms
 */
export function steer(before: Steered | null, now: number, target: number): Steered {
  if (before === null) return { at: now, offset: target };
  const gap = target - before.offset;
  if (Math.abs(gap) >= STEP_FROM_MS) return { at: now, offset: target };
  const reach = SLEW_RATE * Math.max(0, now - before.at);
  const step = Math.max(-reach, Math.min(reach, gap));
  return { at: Math.max(now, before.at), offset: before.offset + step };
}
