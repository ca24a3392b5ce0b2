import { parseArgs } from 'node:util';

/**
 * What a command ends with: JSON for stdout (with `notes`, lines for stderr, where somebody asked for them), or one
 * line for stderr. Exit codes: 0 ok, 2 bad input, 3 infeasible.
 */
export type CommandEnd =
  | { readonly exit: 0; readonly json: unknown; readonly notes?: string }
  | { readonly exit: 2 | 3; readonly line: string };

const OPTIONS = {
  seed: { type: 'string' },
  seconds: { type: 'string' },
  iterations: { type: 'string' },
  'stop-after': { type: 'string' },
  aim: { type: 'string' },
  report: { type: 'boolean' },
  keep: { type: 'string' },
  format: { type: 'string' },
  as: { type: 'string' },
  map: { type: 'string', multiple: true },
  event: { type: 'string' },
  apply: { type: 'boolean' },
  'walk-ins': { type: 'boolean' },
  students: { type: 'string' },
  tables: { type: 'string' },
  rounds: { type: 'string' },
  links: { type: 'string' },
  to: { type: 'string' },
  recipient: { type: 'string', multiple: true },
  identity: { type: 'string' },
  'passphrase-file': { type: 'string' },
  help: { type: 'boolean' },
} as const;

export type CliOptions = ReturnType<typeof readArguments>['values'];

/** @throws TypeError with one sentence when an option is unknown or lacks its value */
export function readArguments(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

/** The whole number in 1 … `max` that an option holds; `fallback` where it is not given; a sentence when it is wrong. */
export function wholeNumber(text: string | undefined, name: string, max: number, fallback: number): number | string {
  if (text === undefined) return fallback;
  const value = Number(text);
  return /^\d+$/u.test(text) && value >= 1 && value <= max
    ? value
    : `--${name} is "${text}"; use a whole number from 1 to ${max}.`;
}
