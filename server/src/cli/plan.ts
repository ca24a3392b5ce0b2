import { parseInstanceText } from '@lapwing/shared/rotation/instance';
import { solve, suggestedIterations } from '@lapwing/shared/rotation/solve';
import { systemClock } from '../system-clock.ts';
import { type CliOptions, type CommandEnd, wholeNumber } from './arguments.ts';
import { readFile } from './read-file.ts';

const LARGEST_SEED = 2_147_483_647;
const MOST_SECONDS = 3_600;
/** The budget when time alone is the limit. */
const UNTIL_TIME_IS_UP = 2_000_000_000;

/** `plan INSTANCE.json [--seed N] [--seconds S]`: a schedule; with seconds the search goes on until they are over. */
export function planCommand(files: readonly string[], options: CliOptions): CommandEnd {
  const [path, ...others] = files;
  if (path === undefined || others.length > 0) return { exit: 2, line: 'plan needs one INSTANCE.json.' };
  const seed = options.seed === '0' ? 0 : wholeNumber(options.seed, 'seed', LARGEST_SEED, 1);
  if (typeof seed === 'string') return { exit: 2, line: seed };
  const seconds = wholeNumber(options.seconds, 'seconds', MOST_SECONDS, 0);
  if (typeof seconds === 'string') return { exit: 2, line: seconds };
  const bytes = readFile(path);
  if (!bytes.ok) return { exit: 2, line: bytes.refusal };
  const instance = parseInstanceText(new TextDecoder().decode(bytes.value));
  if (!instance.ok) return { exit: 2, line: `${path}: ${instance.refusal.kind}: ${instance.refusal.message}` };
  const clock = systemClock();
  const stopAt = clock.now() + seconds * 1_000;
  const budget =
    seconds > 0
      ? { iterations: UNTIL_TIME_IS_UP, shouldStop: () => clock.now() >= stopAt }
      : { iterations: suggestedIterations(instance.value.students.length, instance.value.rounds) };
  const solved = solve(instance.value, { seed, ...budget });
  if (!solved.ok) return { exit: 3, line: `${path}: ${solved.refusal.kind}: ${solved.refusal.message}` };
  return { exit: 0, json: solved.value.schedule };
}
