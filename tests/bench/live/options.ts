import { parseArgs } from 'node:util';

export const PARTS = ['wire', 'storm', 'clock', 'flip', 'replan', 'attack', 'sign-in-times'] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly phones: number;
  readonly json: boolean;
  readonly seed: number;
  readonly parts: readonly Part[];
}

export const USAGE = `npm run -s bench:live -- [--phones N] [--json] [--seed S] [--only ${PARTS.join('|')}]`;
/** The phones of one server live in one process, and a process has 20,000 descriptors. */
const MOST_PHONES = 19_000;

/** @throws with a sentence that says what is wrong */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      phones: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [...PARTS] },
    },
  });
  const phones = Number(values.phones);
  const seed = Number(values.seed);
  if (!Number.isInteger(phones) || phones < 25 || phones > MOST_PHONES)
    throw new Error(`--phones has to be a whole number from 25 to ${MOST_PHONES}`);
  if (!Number.isInteger(seed)) throw new Error('--seed has to be a whole number');
  const parts = PARTS.filter((part) => values.only.includes(part));
  if (parts.length === 0) throw new Error(`--only takes one of ${PARTS.join(', ')}`);
  return { phones, json: values.json, seed, parts };
}
