import { type Aim, type SolveOptions, suggestedIterations } from '@lapwing/shared/rotation/solve';
import { type CliOptions, wholeNumber } from './arguments.ts';

const LARGEST_SEED = 2_147_483_647;
const MOST_SECONDS = 3_600;
const MOST_ITERATIONS = 1_000_000_000_000;
const AIMS: readonly Aim[] = ['wishes', 'balanced', 'mixing'];

/** What the options ask of a search. How long: so many `seconds` (0: not given), or so many `iterations` (null: not given). */
export interface Wanted {
  readonly seed: number;
  readonly aim: Aim;
  readonly seconds: number;
  readonly iterations: number | null;
  readonly stopAfter: number | undefined;
}

/** What a command's options ask for, or one sentence about what is wrong with them. */
export function wantedBy(options: CliOptions): Wanted | string {
  const seed = fromZero(options.seed, 'seed', LARGEST_SEED, 1);
  if (typeof seed === 'string') return seed;
  const seconds = wholeNumber(options.seconds, 'seconds', MOST_SECONDS, 0);
  if (typeof seconds === 'string') return seconds;
  const iterations = fromZero(options.iterations, 'iterations', MOST_ITERATIONS, null);
  if (typeof iterations === 'string') return iterations;
  const stopAfter = fromZero(options['stop-after'], 'stop-after', MOST_ITERATIONS, undefined);
  if (typeof stopAfter === 'string') return stopAfter;
  if (seconds > 0 && iterations !== null) return 'Use --seconds or --iterations, not both.';
  if (stopAfter !== undefined && iterations === null) return '--stop-after needs --iterations.';
  const { aim: named } = options;
  const aim = named === undefined ? 'balanced' : AIMS.find((known) => known === named);
  if (aim === undefined) return `--aim is "${named}"; use ${AIMS.join(', ')}.`;
  return { seed, aim, seconds, iterations, stopAfter };
}

/** As `wholeNumber`, but 0 is a number too. */
function fromZero<Fallback>(text: string | undefined, name: string, max: number, fallback: Fallback) {
  if (text === undefined) return fallback;
  return text === '0' ? 0 : wholeNumber(text, name, max, 0);
}

/**
 * The options of a search: for the time or the iterations that are wanted; without either, as long as suits the size.
 * @param now a clock in milliseconds
 */
export function searchOptions(
  { seed, aim, seconds, iterations, stopAfter }: Wanted,
  students: number,
  rounds: number,
  now: () => number,
): SolveOptions {
  if (seconds > 0) return { seed, aim, iterations: { milliseconds: seconds * 1_000, now } };
  return { seed, aim, iterations: iterations ?? suggestedIterations(students, rounds), stopAfter };
}
