import type { MemberId } from '../kernel/ids.ts';
import { between, days, type Instant } from '../kernel/time.ts';
import type { IntroRequest } from './community.ts';
import type { Past } from './past.ts';

/** Weeks of waiting beyond which nobody waits longer (M13). */
export const MOST_WEEKS = 52;
/** Weeks of waiting that one piece of bad luck counts for (M14). */
export const WEEKS_FOR_LUCK = 4;
/** Pieces of bad luck that count. */
export const MOST_LUCK = 3;
/** Turns below those of everybody else, for who kept silent (M15). */
const SILENT_TURNS = 2;

/** When somebody's turn comes: of two, the one with the higher turn goes first. */
export interface Turn {
  readonly turn: number;
  readonly waitedDays: number;
  /** Pieces of bad luck in a row. */
  readonly badLuck: number;
  /** Introductions in a row that they let go without a word. */
  readonly silences: number;
}

/** By the request that waits longest (M12 to M15). */
export function turnOf(asker: MemberId, requests: readonly IntroRequest[], past: Past, now: Instant): Turn {
  const since = Math.min(...requests.map(({ askedAt }) => askedAt)) as Instant;
  const waitedDays = Math.max(0, Math.floor(between(since, now) / days(1)));
  const badLuck = past.badLuck(asker).count;
  const silences = past.silentAsker(asker).count;
  const waited = Math.min(MOST_WEEKS, Math.floor(waitedDays / 7)) + WEEKS_FOR_LUCK * Math.min(MOST_LUCK, badLuck);
  const turn = silences > 0 ? Math.max(1, SILENT_TURNS + 1 - silences) : SILENT_TURNS + 1 + waited;
  return { turn, waitedDays, badLuck, silences };
}
