// biome-ignore-all lint/style/noNonNullAssertion: indexes into typed arrays stay inside them, as in shared/src/rotation
import { type Random, seededRandom } from '@lapwing/shared/kernel/random';
import type { Problem } from '@lapwing/shared/rotation/search/problem';
import { type Sizes, seatEvenly } from './even-start.ts';
import { Moves } from './moves.ts';
import { Change, Seating } from './seating.ts';
import type { Worth } from './worth.ts';

export interface AnnealOptions {
  readonly seed: number;
  readonly milliseconds: number;
  /** Milliseconds on any clock that only goes forward. */
  readonly now: () => number;
  readonly worth: Worth;
}

/** Moves between two looks at the clock. */
const BLOCK = 256;
/** Temperatures in parts of what a swap usually changes; found by trying sizes from 24 to 2,000 people. */
const HOT = 0.5;
const COLD = 0.01;
/** A repeat costs this many times the temperature, and at least this many usual changes: soft first, firm in the end. */
const FIRMNESS = { timesHeat: 5, timesUsual: 32 };
/** From this part of the time on the best seating is remembered. */
const REMEMBER_FROM = 0.5;
const FRACTION = 1 << 30;

/**
 * Plain simulated annealing over swaps in a round: geometric cooling by the clock, firm rules, waits and repeats as
 * penalties above quality. Idle and uneven tables never arise, since all moves keep an even start even.
 * @returns places [round * students + student] (`problem.tables` for sitting out, −1 for not there), and moves tried
 */
export function anneal(problem: Problem, options: AnnealOptions): { place: Int32Array; iterations: number } {
  const random = seededRandom(options.seed);
  const began = options.now();
  const seating = new Seating(problem);
  const sizes = seatEvenly(seating, random);
  const run = new Annealing(seating, sizes, options.worth, random);
  if (!run.canMove) return { place: seating.place, iterations: 0 };
  for (let part = 0; part < 1; part = (options.now() - began) / options.milliseconds) {
    run.cool(part);
    for (let step = 0; step < BLOCK; step++) run.step();
    if (part > REMEMBER_FROM) run.remember();
  }
  run.remember();
  return { place: run.best, iterations: run.iterations };
}

class Annealing {
  iterations = 0;
  best: Int32Array;
  private bestCost = Number.POSITIVE_INFINITY;
  private readonly moves: Moves;
  private readonly change = new Change();
  private readonly usual: number;
  private readonly uneven: boolean;
  private readonly grouped: boolean;
  private heat = 0;
  private firm = 0;

  constructor(
    private readonly seating: Seating,
    sizes: readonly Sizes[],
    private readonly worth: Worth,
    private readonly random: Random,
  ) {
    this.moves = new Moves(seating, sizes, random);
    this.grouped = this.moves.groups.some((groups) => groups.length > 0);
    this.best = seating.place.slice();
    this.usual = this.canMove ? this.usualChange() : 0;
    this.uneven = sizes.some(({ low, high }) => low.some((size, table) => size !== high[table]));
  }

  get canMove(): boolean {
    return this.moves.rounds.length > 0;
  }

  /** What a swap changes in the middle, in points of quality. */
  private usualChange(): number {
    let sum = 0;
    let count = 0;
    for (let sample = 0; sample < 2_000; sample++) {
      if (!this.moves.draw()) continue;
      this.weigh();
      const points = Math.abs(this.pointsOf(this.change));
      sum += points;
      if (points > 0) count += 1;
    }
    return count === 0 ? 1 : sum / count;
  }

  cool(part: number): void {
    this.heat = this.usual * HOT * (COLD / HOT) ** part;
    const soft = FIRMNESS.timesHeat * this.heat;
    this.firm = Math.max(soft, FIRMNESS.timesUsual * this.usual * part ** 2);
  }

  private pointsOf(change: Change): number {
    return change.want * this.worth.want + change.pairs * this.worth.pair + change.tags * this.worth.tag;
  }

  private costOf(change: Change): number {
    return (4 * change.broken + change.waits + change.repeats) * this.firm - this.pointsOf(change);
  }

  private accepts(cost: number): boolean {
    if (cost <= 0) return true;
    // the random number is at least half a step, so that its logarithm is finite
    return cost < -this.heat * Math.log((this.random.below(FRACTION) + 0.5) / FRACTION);
  }

  private weigh(): void {
    const { round, one, other, to } = this.moves.drawn;
    this.change.clear();
    if (other === -1) this.seating.weighStep(round, one, to, this.change);
    else this.seating.weighSwap(round, one, other, this.change);
  }

  /** Tries one move. */
  step(): void {
    this.iterations += 1;
    const kind = this.random.below(16);
    if (kind === 0 && this.grouped) {
      this.stepGroup();
      return;
    }
    if (!(kind === 1 && this.uneven ? this.moves.drawStep() : this.moves.draw())) return;
    this.weigh();
    if (!this.accepts(this.costOf(this.change))) return;
    const { round, one, other, to } = this.moves.drawn;
    if (other === -1) this.seating.move(round, one, to);
    else this.seating.swap(round, one, other);
  }

  /** A whole group changes places with single students: done, looked at, and undone if it was not good. */
  private stepGroup(): void {
    const { seating, random } = this;
    const { students } = seating.problem;
    const round = this.moves.rounds[random.below(this.moves.rounds.length)]!;
    const groups = this.moves.groups[round]!;
    if (groups.length === 0) return;
    const group = groups[random.below(groups.length)]!;
    const from = seating.place[round * students + group[0]!]!;
    const to = random.below(seating.bench + 1);
    const partners = to === from ? null : this.moves.drawPartners(round, to, group.length);
    if (partners === null) return;
    const before = this.costOf(seating.total);
    const exchange = (): void => {
      group.forEach((student, index) => {
        seating.swap(round, student, partners[index]!);
      });
    };
    exchange();
    if (!this.accepts(this.costOf(seating.total) - before)) exchange();
  }

  /** Keeps the seating if it is the best so far: first by rules, then waits, repeats, quality (100 at most). */
  remember(): void {
    const { broken, waits, repeats } = this.seating.total;
    const cost = broken * 1e12 + waits * 1e8 + repeats * 1e3 - this.pointsOf(this.seating.total);
    if (cost >= this.bestCost) return;
    this.bestCost = cost;
    this.best.set(this.seating.place);
  }
}
