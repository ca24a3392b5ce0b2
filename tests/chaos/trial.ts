import type { Random } from '@lapwing/shared/kernel/random';
import { seededRandom } from '@lapwing/shared/kernel/random';

/** What a trial is given. */
export interface Tools {
  readonly seed: number;
  readonly random: Random;
  /** How many kills, cuts, rounds: what T1 is asked for; others take their share of it. */
  readonly kills: number;
  /** A folder that goes when the run is over. */
  readonly folder: string;
  /** The fault shim, or null where it cannot be had. */
  readonly shim: string | null;
  /** As root: small and read-only volumes can be mounted. */
  readonly root: boolean;
  readonly short: boolean;
  say(line: string): void;
}

export type Figures = Readonly<Record<string, number | string | boolean>>;

/** What a trial found. `faults` is empty when everything held. */
export interface Finding {
  readonly figures: Figures;
  readonly faults: readonly string[];
}

/** The same trial with one protection out: it has to find faults, or it could not have found any before. */
export interface Control {
  readonly what: string;
  readonly found: Finding;
}

export interface Trial {
  readonly id: string;
  readonly title: string;
  /** Belongs to the short form inside `npm test`. */
  readonly short: boolean;
  /** What it cannot do without. */
  readonly needs?: readonly ('shim' | 'root' | 'chromium')[];
  run(tools: Tools): Promise<Finding>;
  control(tools: Tools): Promise<Control>;
}

export const toolsFor = (id: string, all: Omit<Tools, 'random'>): Tools => {
  // Each trial draws from a source of its own, so that one alone repeats what it did among all.
  const own = all.seed * 1_009 + Number(id.slice(1));
  return { ...all, random: seededRandom(own) };
};

/** "3 lost: a, b, c" for the list of faults; nothing for none. */
export const told = (what: string, found: readonly string[]): string[] =>
  found.length === 0 ? [] : [`${found.length} ${what}: ${[...new Set(found)].slice(0, 4).join('; ')}`];
