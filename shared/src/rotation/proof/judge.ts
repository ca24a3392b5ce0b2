import type { Instance, InstanceSchedule } from '../instance.ts';
import { type Score, score } from '../score.ts';
import { type Bound, type Bounds, type Proof, proofOf, type Reached, SHARES } from './bounds.ts';
import { type LeastServed, leastServed, type Served, servedOf } from './least.ts';
import { numbersOf } from './numbers.ts';

/** A figure of a plan beside the limit that no plan passes. */
export interface Measure extends Bound {
  /** What the plan has; `value` of a `Bound` is called `bound` here. */
  readonly value: number;
  readonly bound: number;
}

export type Metric = 'idle' | 'spread' | 'repeats' | 'balance' | 'want' | 'distinctPairs' | 'variety';

/** What a plan is worth, and what no plan can beat. */
export interface Judgement {
  readonly measures: Readonly<Record<Metric, Measure>>;
  /** Which firm aims the plan reaches as far as any plan can. */
  readonly firm: Readonly<Record<'idle' | 'spread' | 'repeats' | 'balance', boolean>>;
  /** 0–100, one decimal; as a plan that breaks a firm aim is still worth something, see `firm` for those. */
  readonly quality: number;
  /** What no plan that is as good in the firm aims can beat; one decimal, rounded up. */
  readonly best: number;
  /** The quality as the benchmark counts it: 0 when a firm aim is missed; not rounded. */
  readonly gated: number;
  readonly served: readonly Served[];
  readonly least: readonly LeastServed[];
}

/**
 * Judges a schedule that keeps the hard rules (`verify` comes first), of any origin.
 * @returns each figure with its limit, the quality and the best possible one, and who got how much of their wishes
 */
export function judge(instance: Instance, schedule: InstanceSchedule): Judgement {
  const numbers = numbersOf(instance);
  const figures = score(instance, schedule);
  const strict = proofOf(numbers, {});
  const firm = firmAims(figures, strict);
  const kept = firm.idle && firm.spread && firm.repeats && firm.balance;
  // a plan beyond a limit is measured against all plans that are no better there
  const { bounds, places } = kept ? strict : proofOf(numbers, beyond(figures));
  const { exact, ...rated } = rate(figures, limitsIn(bounds), bounds.quality.value);
  const served = servedOf(instance, numbers, schedule);
  return {
    measures: measuresOf(figures, strict.bounds, bounds),
    firm,
    ...rated,
    gated: kept ? exact : 0,
    served,
    least: leastServed(instance, numbers, places, schedule, served),
  };
}

/** What is counted in the quality, of a plan and at most. */
export type Parts<Value> = Readonly<Record<'want' | 'distinctPairs' | 'variety', Value>>;

/**
 * Wishes, mixing and variety as one number beside the best possible one, each 0–100 with one decimal, the best rounded
 * up; `exact` is the number before rounding. Equal numbers mean that nothing better exists, but for rounding.
 */
export function rate(
  figures: Parts<number>,
  limits: Parts<number>,
  most: number,
): { quality: number; best: number; exact: number } {
  const exact = qualityOf(figures, limits);
  const limit = Math.max(most, exact);
  const best = roundedUp(limit);
  return { quality: exact >= limit - 1e-6 ? best : Math.round(exact * 10) / 10, best, exact };
}

export const limitsIn = ({ want, distinctPairs, variety }: Bounds): Parts<number> => ({
  want: want.value,
  distinctPairs: distinctPairs.value,
  variety: variety.value,
});

/** To one decimal, never downwards: nothing beats it. What is above by less than counting errors stays. */
const roundedUp = (value: number): number => Math.ceil(value * 10 - 1e-5) / 10;

const beyond = ({ idle, spread, repeats, balance }: Score): Reached => ({ idle, spread, repeats, balance });

function firmAims(figures: Score, { bounds, inTurn }: Proof): Judgement['firm'] {
  return {
    idle: figures.idle <= bounds.idle.value,
    // with people who come late or leave early nobody knows how fair sitting out can be
    spread: figures.spread <= bounds.spread.value || (bounds.idle.value > 0 && !inTurn),
    repeats: figures.repeats <= bounds.repeats.value,
    balance: figures.balance <= bounds.balance.value,
  };
}

function measuresOf(figures: Score, firm: Bounds, wishes: Bounds): Judgement['measures'] {
  const measure = (metric: Metric, { [metric]: { value: bound, exact } }: Bounds): Measure => ({
    value: figures[metric],
    bound,
    exact,
  });
  return {
    idle: measure('idle', firm),
    spread: measure('spread', firm),
    repeats: measure('repeats', firm),
    balance: measure('balance', firm),
    want: measure('want', wishes),
    distinctPairs: measure('distinctPairs', wishes),
    variety: measure('variety', wishes),
  };
}

function qualityOf(figures: Parts<number>, limits: Parts<number>): number {
  let reached = 0;
  let shares = 0;
  for (const metric of ['want', 'distinctPairs', 'variety'] as const) {
    const limit = limits[metric];
    if (limit <= 0) continue;
    reached += SHARES[metric] * Math.min(1, figures[metric] / limit);
    shares += SHARES[metric];
  }
  return shares === 0 ? 100 : (100 * reached) / shares;
}
