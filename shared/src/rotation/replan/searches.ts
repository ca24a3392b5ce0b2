import { NO_TIME } from '../search/begin.ts';
import type { SolveOptions, TimeLimit } from '../solve.ts';
import { KEEPING, type ProposalKind } from './proposal-kinds.ts';

/** Moves of a first try: no more than an instant, even for two hundred people. */
export const FIRST_TRY = NO_TIME;
/** A search of so many first tries is long enough to have one before it. */
const WORTH_A_TRY = 10;

/** One search of a re-plan: what it keeps, how long it takes, and whether a longer one of its kind follows. */
export interface ProposalSearch {
  readonly kind: ProposalKind;
  readonly options: SolveOptions;
  readonly isFirstTry: boolean;
}

/**
 * The searches of a re-plan in their order: one for each kind, and a short one of the first kind before all others where
 * somebody waits for any proposal at all. Moves are each search's own; time is shared, and what one leaves the next may use.
 */
export function* searchesFor(
  kinds: readonly ProposalKind[],
  options: Omit<SolveOptions, 'keeping'>,
  someoneWaits: boolean,
): Generator<ProposalSearch> {
  const { iterations } = options;
  const limit: TimeLimit | null = typeof iterations === 'number' ? null : iterations;
  const end = limit ? limit.now() + limit.milliseconds : 0;
  const [first] = kinds;
  const isLong = typeof iterations !== 'number' || iterations >= WORTH_A_TRY * FIRST_TRY;
  if (someoneWaits && isLong && first !== undefined) {
    const short = { ...options, iterations: FIRST_TRY, stopAfter: undefined, keeping: KEEPING[first] };
    yield { kind: first, options: short, isFirstTry: true };
  }
  for (const [index, kind] of kinds.entries()) {
    const share = limit
      ? { now: limit.now, milliseconds: Math.max(0, end - limit.now()) / (kinds.length - index) }
      : iterations;
    yield { kind, options: { ...options, iterations: share, keeping: KEEPING[kind] }, isFirstTry: false };
  }
}
