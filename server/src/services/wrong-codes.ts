import { after, type Instant, minutes } from '@lapwing/shared/kernel/time';
import type { Clock } from '../system-clock.ts';

const MOST_WRONG = 5;
const WITHIN = minutes(1);

/** Counts wrong codes by whoever types them, so that nobody tries codes out. */
export interface WrongCodes {
  tooMany(by: string): boolean;
  note(by: string): void;
}

/** Kept in memory: a restart forgives. */
export function createWrongCodes(clock: Clock): WrongCodes {
  const wrong = new Map<string, readonly Instant[]>();
  const recent = (by: string): readonly Instant[] =>
    (wrong.get(by) ?? []).filter((at) => clock.now() < after(at, WITHIN));
  return {
    tooMany: (by) => recent(by).length >= MOST_WRONG,
    note(by) {
      for (const other of wrong.keys()) if (recent(other).length === 0) wrong.delete(other);
      wrong.set(by, [...recent(by), clock.now()]);
    },
  };
}
