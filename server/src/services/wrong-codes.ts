import { after, type Duration, type Instant, minutes } from '@lapwing/shared/kernel/time';
import type { Clock } from '../system-clock.ts';

/** So many wrong codes within that time; from then on none is looked at. */
export interface Patience {
  readonly most: number;
  readonly within: Duration;
}
const OF_ONE: Patience = { most: 5, within: minutes(1) };
/**
 * Wrong helpers' codes of everybody together. Of 24^6 codes a whole night of them finds one in a hundred thousand nights,
 * from however many machines; and nobody mistypes that often at one door.
 */
export const OF_ALL_HELPERS: Patience = { most: 120, within: minutes(60) };

/** Counts wrong codes by whoever types them, so that nobody tries codes out. */
export interface WrongCodes {
  tooMany(by: string): boolean;
  note(by: string): void;
}

/** Kept in memory: a restart forgives. */
export function createWrongCodes(clock: Clock, { most, within }: Patience = OF_ONE): WrongCodes {
  const wrong = new Map<string, readonly Instant[]>();
  const recent = (by: string): readonly Instant[] =>
    (wrong.get(by) ?? []).filter((at) => clock.now() < after(at, within));
  return {
    tooMany: (by) => recent(by).length >= most,
    note(by) {
      for (const other of wrong.keys()) if (recent(other).length === 0) wrong.delete(other);
      wrong.set(by, [...recent(by), clock.now()]);
    },
  };
}
