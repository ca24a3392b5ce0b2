import type { Instance } from '../instance.ts';
import { type Numbers, numbersOf } from './numbers.ts';
import { type PairLimits, pairLimits } from './pairs.ts';
import { type Places, placesOf } from './places.ts';
import { fewestRepeats } from './repeats.ts';
import { type RoundLimits, roundLimits } from './round-limits.ts';
import { mostTags } from './tags.ts';
import { type Visitors, visitorsOf } from './visitors.ts';
import { type MostVisits, mostWorth, type VisitRules, type Worth } from './visits.ts';

/** A limit that no plan passes; `exact` when there is a plan that reaches it, together with the firm aims. */
export interface Bound {
  readonly value: number;
  readonly exact: boolean;
}

/** How far from the firm aims a plan may be for which the bounds are meant; each at its own bound unless given. */
export interface Reached {
  readonly idle: number;
  readonly spread: number;
  readonly repeats: number;
  readonly balance: number;
}

/**
 * Provable limits of an instance; the names are those of `score`. The first four are smallest values, each for plans
 * that are at the limit of those before it (a plan that seats one person fewer may repeat one visit fewer); the others
 * largest values, for plans that reach the first four.
 */
export interface Bounds {
  readonly idle: Bound;
  readonly spread: Bound;
  readonly repeats: Bound;
  readonly balance: Bound;
  readonly want: Bound;
  readonly distinctPairs: Bound;
  readonly variety: Bound;
  /** How the limit of mixing comes about. */
  readonly mixing: PairLimits;
  /** Wishes, mixing and variety as one number, 0–100: wishes and fields are met on the same visits. */
  readonly quality: Bound;
}

/** Shares of wishes, mixing and variety in the quality of a plan; those that the instance does not have are left out. */
export const SHARES = { want: 50, distinctPairs: 30, variety: 20 } as const;

/** Students times tags up to which these have nodes in a flow; beyond, simpler limits have to do. */
const LARGEST_TAGGED = 4_000_000;
/** Whole units that the shares are counted in while wishes and variety share a flow. */
const UNITS = 1_000_000;

/**
 * The limits of an instance, from the instance alone.
 * @param instance free of contradictions (see `infeasibilities`)
 * @param reached where a plan is beyond a firm limit: then the limits hold for all plans that are no worse there
 */
export function boundsOf(instance: Instance, reached: Partial<Reached> = {}): Bounds {
  return proofOf(numbersOf(instance), reached).bounds;
}

export interface Proof {
  readonly bounds: Bounds;
  readonly places: Places;
  /** All who come are there in all rounds, so that they can sit out in turn. */
  readonly inTurn: boolean;
}

/** As `boundsOf`, with what the limits come from. */
export function proofOf(numbers: Numbers, reached: Partial<Reached>): Proof {
  const rounds = roundLimits(numbers);
  const alike = visitorsOf(numbers, false);
  const total = (count: (round: RoundLimits) => number): number => rounds.reduce((sum, round) => sum + count(round), 0);
  const idle = total(({ there, seated }) => there - seated);
  const balance = total(({ uneven }) => uneven);
  const { already, toCome } = fewestRepeats(numbers, alike, rounds);
  const repeats = already + toCome;
  const always = alwaysThere(numbers);
  const spread = always !== null && idle % always !== 0 ? 1 : 0;
  const more = {
    idle: Math.max(0, (reached.idle ?? 0) - idle),
    balance: Math.max(0, (reached.balance ?? 0) - balance),
    repeats: Math.max(0, (reached.repeats ?? 0) - repeats),
  };
  const onlyOnce = repeats + more.repeats === 0;
  const slack = total(({ over, uneven }) => (over ? 0 : uneven)) + more.balance;
  const fair = always !== null && idle > 0 && !numbers.anyDecided && (reached.spread ?? 0) <= spread;
  const mostRounds = fair ? numbers.rounds - Math.floor(idle / always) : null;
  const rules: VisitRules = {
    numbers,
    places: placesOf(numbers, rounds, slack),
    mostRounds: ({ free }) => Math.min(free, mostRounds ?? free),
    inTurn: fair && spread > 0,
    onlyOnce,
    repeats: toCome,
    allFilled: slack === 0 && more.idle === 0 && more.repeats === 0,
  };
  const mixing = pairLimits(numbers, rounds, {
    allSeated: more.idle === 0,
    moreUneven: more.balance,
    onlyOnce,
  });
  const { want, variety, both } = visitLimits(rules, alike);
  const free = isPlain(numbers);
  const filled = free && mostWorth(rules, alike, { wish: 0, tag: 0 }).exact;
  const upper = (limit: MostVisits): Bound => ({ value: limit.value, exact: limit.exact && filled });
  const bounds: Bounds = {
    idle: { value: idle, exact: numbers.groups.length === 0 && noneApart(numbers) },
    spread: { value: spread, exact: filled },
    repeats: { value: repeats, exact: filled },
    balance: { value: balance, exact: filled },
    want: upper(want),
    distinctPairs: { value: mixing.different, exact: false },
    variety: upper(variety),
    mixing,
    quality: { value: qualityLimit(want.value, mixing.different, variety.value, both), exact: false },
  };
  return { bounds, places: rules.places, inTurn: always !== null };
}

/** How many come, when all who come are there in all rounds; else null. */
function alwaysThere({ students, rounds, there }: Numbers): number | null {
  let come = 0;
  for (let student = 0; student < students; student++) {
    const own = there.subarray(student * rounds, (student + 1) * rounds).reduce((sum, flag) => sum + flag, 0);
    if (own > 0 && own < rounds) return null;
    if (own > 0) come += 1;
  }
  return come === 0 ? null : come;
}

const noneApart = ({ apart }: Numbers): boolean => apart.every(({ size }) => size === 0);

/** All rounds are alike and nothing ties people: who meets whom can be dealt into rounds however it is chosen. */
function isPlain(numbers: Numbers): boolean {
  const alike = (flags: Uint8Array): boolean =>
    flags.every((flag, index) => flag === flags[index - (index % numbers.rounds)]);
  return (
    !numbers.anyDecided &&
    numbers.groups.length === 0 &&
    noneApart(numbers) &&
    alike(numbers.there) &&
    alike(numbers.open)
  );
}

/** Most wishes and tags, each alone and together. */
export interface VisitLimits {
  readonly want: MostVisits;
  readonly variety: MostVisits;
  /** Most of the shares of wishes and variety together, 0–70; null where they do not compete or it is not known. */
  readonly both: number | null;
}

/** @param alike the students, whatever they wish for */
export function visitLimits(rules: VisitRules, alike: readonly Visitors[]): VisitLimits {
  const { numbers } = rules;
  const past = pastOf(numbers);
  const { scale } = numbers.evened;
  const byWishes = visitorsOf(numbers, true);
  const most = (visitors: readonly Visitors[], worth: Worth): MostVisits => {
    const { value, exact } = mostWorth(rules, visitors, worth);
    return { value: value + worth.wish * past.want + worth.tag * past.tags, exact };
  };
  const nothing: MostVisits = { value: 0, exact: true };
  const wished = numbers.wants.some(({ size }) => size > 0) ? most(byWishes, { wish: 1, tag: 0 }) : nothing;
  const want = { value: Math.floor(wished.value / scale), exact: wished.exact };
  const oneTag = numbers.tags.every(({ length }) => length <= 1);
  const manageable = (visitors: readonly Visitors[]): boolean => visitors.length * numbers.tagCount <= LARGEST_TAGGED;
  const byFlow = oneTag && manageable(alike);
  const byTags = (): MostVisits => (byFlow ? most(alike, { wish: 0, tag: 1 }) : mostTags(rules, alike));
  const variety = numbers.tagCount === 0 ? nothing : byTags();
  const compete = oneTag && manageable(byWishes) && want.value > 0 && variety.value > 0;
  if (!compete) return { want, variety, both: null };
  // rounded up, so that the sum stays a limit
  const wish = Math.ceil((SHARES.want * UNITS) / want.value);
  const tag = Math.ceil((SHARES.variety * UNITS) / variety.value) * scale;
  const both = most(byWishes, { wish, tag }).value / (UNITS * scale);
  return { want, variety, both: Math.min(SHARES.want + SHARES.variety, both) };
}

/** Wishes (in units of `Numbers.evened`) and tags that the decided seats have met. */
function pastOf(numbers: Numbers): { want: number; tags: number } {
  let want = 0;
  let tags = 0;
  if (!numbers.anyDecided) return { want, tags };
  for (let student = 0; student < numbers.students; student++) {
    const tables = new Set<number>();
    for (let round = 0; round < numbers.rounds; round++)
      tables.add(numbers.decided[round * numbers.students + student]!);
    const met = new Set<number>();
    for (const table of tables) {
      if (table < 0) continue;
      want += numbers.evened.wants[student]!.get(table) ?? 0;
      for (const tag of numbers.tags[table]!) met.add(tag);
    }
    tags += met.size;
  }
  return { want, tags };
}

/** The best quality, 0–100, by the limits of its parts. */
export function qualityLimit(want: number, pairs: number, variety: number, both: number | null): number {
  const share = (limit: number, part: number): number => (limit > 0 ? part : 0);
  const visits = share(want, SHARES.want) + share(variety, SHARES.variety);
  const mixing = share(pairs, SHARES.distinctPairs);
  return visits + mixing === 0 ? 100 : (100 * ((both ?? visits) + mixing)) / (visits + mixing);
}
