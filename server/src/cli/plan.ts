import { type Instance, parseInstanceText } from '@lapwing/shared/rotation/instance';
import { judge } from '@lapwing/shared/rotation/proof/judge';
import { type Aim, solve, solveFor, suggestedIterations } from '@lapwing/shared/rotation/solve';
import { systemClock } from '../system-clock.ts';
import { type CliOptions, type CommandEnd, wholeNumber } from './arguments.ts';
import { type HowMade, planReportText } from './plan-report.ts';
import { readFile } from './read-file.ts';

const LARGEST_SEED = 2_147_483_647;
const MOST_SECONDS = 3_600;
const MOST_ITERATIONS = 1_000_000_000_000;
const AIMS: readonly Aim[] = ['wishes', 'balanced', 'mixing'];

/** How long to search: so many `seconds` (0: not given), or so many `iterations` (null: not given). */
interface Wanted {
  readonly seed: number;
  readonly aim: Aim;
  readonly seconds: number;
  readonly iterations: number | null;
  readonly stopAfter: number | undefined;
}

/**
 * `plan INSTANCE.json [--seconds S | --iterations K [--stop-after M]] [--seed N] [--aim A] [--report]`: a schedule; with
 * `--report` also how good it is, as notes.
 */
export function planCommand(files: readonly string[], options: CliOptions): CommandEnd {
  const [path, ...others] = files;
  if (path === undefined || others.length > 0) return { exit: 2, line: 'plan needs one INSTANCE.json.' };
  const wanted = wantedBy(options);
  if (typeof wanted === 'string') return { exit: 2, line: wanted };
  const bytes = readFile(path);
  if (!bytes.ok) return { exit: 2, line: bytes.refusal };
  const instance = parseInstanceText(new TextDecoder().decode(bytes.value));
  if (!instance.ok) return { exit: 2, line: `${path}: ${instance.refusal.kind}: ${instance.refusal.message}` };
  const clock = systemClock();
  const begin = clock.now();
  const solved = search(instance.value, wanted, () => clock.now());
  if (!solved.ok) return { exit: 3, line: `${path}: ${solved.refusal.kind}: ${solved.refusal.message}` };
  const { schedule, iterations, stoppedAfter } = solved.value;
  if (!options.report) return { exit: 0, json: schedule };
  const { seed, aim } = wanted;
  const made: HowMade = { seed, aim, iterations, stoppedAfter, milliseconds: clock.now() - begin };
  return { exit: 0, json: schedule, notes: planReportText(instance.value, judge(instance.value, schedule), made) };
}

function wantedBy(options: CliOptions): Wanted | string {
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

/** Searches for the time or the iterations that are wanted; without either, as long as suits the size. */
function search(instance: Instance, { seed, aim, seconds, iterations, stopAfter }: Wanted, now: () => number) {
  if (seconds > 0) return solveFor(instance, { seed, aim, milliseconds: seconds * 1_000, now });
  const budget = iterations ?? suggestedIterations(instance.students.length, instance.rounds);
  return solve(instance, { seed, aim, iterations: budget, stopAfter });
}
