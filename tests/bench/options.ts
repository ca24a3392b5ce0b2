import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface Options {
  /** Search time of the planner and of annealing, each. */
  readonly milliseconds: number;
  /** Runs of each; the one of median quality is shown. */
  readonly seeds: number;
  /** Only instances whose name contains this. */
  readonly only: string;
  readonly json: boolean;
  readonly large: boolean;
}

export const USAGE = 'npm run -s bench:planner -- [--seconds S] [--seeds N] [--only NAME] [--json] [--large]';

/** @throws with a sentence that says what is wrong */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
    },
  });
  const seconds = Number(values.seconds);
  const seeds = Number(values.seeds);
  if (!(seconds > 0 && seconds <= 600)) throw new Error(`--seconds has to be more than 0 and at most 600`);
  if (!Number.isInteger(seeds) || seeds < 1 || seeds > 99) throw new Error(`--seeds has to be a whole number 1 to 99`);
  return { milliseconds: seconds * 1_000, seeds, only: values.only, json: values.json, large: values.large };
}
