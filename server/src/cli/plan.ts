import { parseInstance } from '@lapwing/shared/rotation/instance';
import { parseInstance2 } from '@lapwing/shared/rotation/instance-2/instance-2';
import { solveAny } from '@lapwing/shared/rotation/instance-2/solve-2';
import { readJson } from '@lapwing/shared/rotation/instance-fields';
import { judge } from '@lapwing/shared/rotation/proof/judge';
import { solve } from '@lapwing/shared/rotation/solve';
import { systemClock } from '../system-clock.ts';
import type { CliOptions, CommandEnd } from './arguments.ts';
import { type HowMade, planReportText, secondReportText } from './plan-report.ts';
import { readFile } from './read-file.ts';
import { searchOptions, type Wanted, wantedBy } from './search-options.ts';

/**
 * `plan INSTANCE.json [--seconds S | --iterations K [--stop-after M]] [--seed N] [--aim A] [--format 1|2] [--report]`: a schedule
 * of that format; with `--report` also how good it is, as notes.
 */
export function planCommand(files: readonly string[], options: CliOptions): CommandEnd {
  const [path, ...others] = files;
  if (path === undefined || others.length > 0) return { exit: 2, line: 'plan needs one INSTANCE.json.' };
  const wanted = wantedBy(options);
  if (typeof wanted === 'string') return { exit: 2, line: wanted };
  const bytes = readFile(path);
  if (!bytes.ok) return { exit: 2, line: bytes.refusal };
  const input = readJson(new TextDecoder().decode(bytes.value));
  if (!input.ok) return { exit: 2, line: `${path}: ${input.refusal.kind}: ${input.refusal.message}` };
  const { format = '1', report = false } = options;
  if (format !== '1' && format !== '2') return { exit: 2, line: `--format is "${format}"; use 1 or 2.` };
  return format === '2' ? planSecond(path, input.value, wanted, report) : planFirst(path, input.value, wanted, report);
}

function planFirst(path: string, input: unknown, wanted: Wanted, report: boolean): CommandEnd {
  const instance = parseInstance(input);
  if (!instance.ok) return { exit: 2, line: `${path}: ${instance.refusal.kind}: ${instance.refusal.message}` };
  const { students, rounds } = instance.value;
  const clock = systemClock();
  const begin = clock.now();
  const solved = solve(
    instance.value,
    searchOptions(wanted, students.length, rounds, () => clock.now()),
  );
  if (!solved.ok) return { exit: 3, line: `${path}: ${solved.refusal.kind}: ${solved.refusal.message}` };
  const { schedule, iterations, stoppedAfter } = solved.value;
  if (!report) return { exit: 0, json: schedule };
  const { seed, aim } = wanted;
  const made: HowMade = { seed, aim, iterations, stoppedAfter, milliseconds: clock.now() - begin };
  return { exit: 0, json: schedule, notes: planReportText(instance.value, judge(instance.value, schedule), made) };
}

/** No limits are proved for the second format: its notes are the figures alone. */
function planSecond(path: string, input: unknown, wanted: Wanted, report: boolean): CommandEnd {
  const instance = parseInstance2(input);
  if (!instance.ok) return { exit: 2, line: `${path}: ${instance.refusal.kind}: ${instance.refusal.message}` };
  const { students, rounds } = instance.value;
  const clock = systemClock();
  const begin = clock.now();
  const solved = solveAny(
    instance.value,
    searchOptions(wanted, students.length, rounds, () => clock.now()),
  );
  if (!solved.ok) return { exit: 3, line: `${path}: ${solved.refusal.kind}: ${solved.refusal.message}` };
  if (!report) return { exit: 0, json: solved.value.schedule };
  const { schedule, iterations, stoppedAfter, brokenPromises } = solved.value;
  const { seed, aim } = wanted;
  const made: HowMade = { seed, aim, iterations, stoppedAfter, milliseconds: clock.now() - begin };
  return { exit: 0, json: schedule, notes: secondReportText(instance.value, schedule, brokenPromises, made) };
}
