import { parseArgs } from 'node:util';

export interface Options {
  readonly kills: number;
  /** Ids of trials; empty: all. */
  readonly only: readonly string[];
  readonly seed: number;
  readonly json: boolean;
  readonly short: boolean;
}

export const USAGE = 'npm run -s chaos -- [--kills 200] [--only T3,T12] [--seed S] [--short] [--json]';
const SHORT_KILLS = 30;
const LARGEST_SEED = 2_147_483_647;

/**
 * What was asked for on the command line.
 * @param anySeed the seed where none is named
 * @throws with a sentence that says what is wrong
 */
export function readOptions(args: readonly string[], anySeed: number): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string' },
      only: { type: 'string', default: '' },
      seed: { type: 'string' },
      json: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
    },
  });
  const kills = Number(values.kills ?? (values.short ? SHORT_KILLS : 200));
  if (!Number.isInteger(kills) || kills < 1 || kills > 100_000) throw new Error('--kills is a whole number from 1.');
  const seed = Number(values.seed ?? anySeed);
  if (!Number.isInteger(seed) || seed < 0 || seed > LARGEST_SEED) throw new Error('--seed is a whole number from 0.');
  const only = values.only.split(',').filter((id) => id !== '');
  return { kills, only, seed, json: values.json, short: values.short };
}
