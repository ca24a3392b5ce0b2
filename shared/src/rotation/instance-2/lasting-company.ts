import type { Random } from '../../kernel/random.ts';
import { evenSizes } from '../even-sizes.ts';
import { findCircles } from './find-circles.ts';

/** People who share a table (or a group) all evening: what has to be known to choose who with whom. */
export interface CompanyTask {
  /** Per circle, i.e. table or group: the most people. */
  readonly seats: readonly number[];
  /** Who goes together; everybody who comes is in exactly one of these. */
  readonly blocks: readonly (readonly number[])[];
  /** Per person: the circle that is given, or −1. */
  readonly given: Int32Array;
  readonly mayJoin: (person: number, circle: number) => boolean;
  /** Rounds that this person would sit out in this circle. */
  readonly idle: (person: number, circle: number) => number;
  readonly apart: readonly (readonly number[])[];
  /** Per person: those they met at earlier events. */
  readonly met: readonly (readonly number[])[];
  /** Per person: hosts (those whom a circle meets one after another) they had better not meet. */
  readonly avoids: readonly (readonly number[])[];
  /** Per person: host to weight. */
  readonly wants: readonly ReadonlyMap<number, number>[];
  readonly hosts: number;
  /** How many of the hosts a circle meets. */
  readonly meets: number;
  /** Per circle the hosts that it is sure to meet. */
  readonly sure: readonly (readonly number[])[];
}

// each far above what the ones below it can add up to in one circle
const UNFIT = 2 ** 46;
const IDLE = 2 ** 36;
const UNEVEN = 2 ** 28;
/** A host whom a circle had better not meet, and two who met before, in wished points. */
const BARRED_HOST = 50;
const MET_BEFORE = 4;
/** Such a host who is sure to come. */
const SURELY_BARRED = 200;
/** Work, in steps of a few nanoseconds, that the search for better company may take. */
const MOST_WORK = 30_000_000;

/**
 * Chooses who shares a circle all evening: rules first, then few sit-outs, even sizes, few hosts barred, people with
 * like wishes together (as far as a circle meets fewer hosts than there are). Greedy first, then exchanges.
 * @returns per person a circle (−1 for those in no block); or, when no place is found for somebody, that person
 */
export function chooseCompany(
  task: CompanyTask,
  random: Random,
): { readonly circleOf: Int32Array; readonly stranded: number } {
  const circles = new Circles(task);
  const rank = (block: readonly number[]): number =>
    Math.max(...block.map((person) => (task.given[person]! >= 0 ? 1_000_000 : 0) + task.apart[person]!.length)) * 100 +
    block.length;
  const order = task.blocks.map((_, block) => block).sort((a, b) => rank(task.blocks[b]!) - rank(task.blocks[a]!));
  for (const block of order) circles.add(block, circles.bestFor(block));
  circles.improve(random);
  if (circles.stranded() >= 0) {
    const found = findCircles(task);
    if (found !== null) {
      circles.putAll(found);
      circles.improve(random);
    }
  }
  return { circleOf: circles.circleOf, stranded: circles.stranded() };
}

class Circles {
  readonly circleOf: Int32Array;
  private readonly blocksIn: number[][];
  private readonly sizes: Int32Array;
  private readonly homeOf: Int32Array;
  private readonly low: Int32Array;
  private readonly high: Int32Array;
  private readonly weights: Int32Array;
  private work = 0;

  constructor(private readonly task: CompanyTask) {
    this.circleOf = new Int32Array(task.given.length).fill(-1);
    this.blocksIn = task.seats.map(() => []);
    this.sizes = new Int32Array(task.seats.length);
    this.homeOf = new Int32Array(task.blocks.length).fill(-1);
    const people = task.blocks.reduce((sum, block) => sum + block.length, 0);
    const { low, high } = evenSizes(task.seats, people);
    this.low = low;
    this.high = high;
    this.weights = new Int32Array(task.hosts);
  }

  add(block: number, circle: number): void {
    const people = this.task.blocks[block]!;
    this.homeOf[block] = circle;
    this.blocksIn[circle]!.push(block);
    this.sizes[circle]! += people.length;
    for (const person of people) this.circleOf[person] = circle;
  }

  /** Every block in the circle that is said. */
  putAll(circleOf: Int32Array): void {
    for (const block of this.task.blocks.keys()) this.remove(block);
    for (const block of this.task.blocks.keys()) this.add(block, circleOf[block]!);
    this.work = 0;
  }

  private remove(block: number): void {
    const circle = this.homeOf[block]!;
    const list = this.blocksIn[circle]!;
    list.splice(list.indexOf(block), 1);
    this.sizes[circle]! -= this.task.blocks[block]!.length;
    for (const person of this.task.blocks[block]!) this.circleOf[person] = -1;
  }

  /** The emptiest circle, measured by its even size, among those where the block breaks fewest rules. */
  bestFor(block: number): number {
    let best = 0;
    let bestPrice = Number.POSITIVE_INFINITY;
    const size = this.task.blocks[block]!.length;
    for (let circle = 0; circle < this.task.seats.length; circle++) {
      const after = this.sizes[circle]! + size;
      let price = this.unfit(block, circle) * UNFIT + this.idleOf(block, circle) * IDLE;
      if (after > this.task.seats[circle]!) price += UNFIT * (after - this.task.seats[circle]!);
      price += Math.max(0, after - this.high[circle]!) * UNEVEN + (after - this.low[circle]! + 100_000) * 16;
      price += this.metIn(block, circle);
      if (price >= bestPrice) continue;
      best = circle;
      bestPrice = price;
    }
    return best;
  }

  /** Rules that the block breaks in this circle. */
  private unfit(block: number, circle: number): number {
    const { blocks, given, mayJoin, apart } = this.task;
    let broken = 0;
    for (const person of blocks[block]!) {
      if ((given[person]! >= 0 && given[person] !== circle) || !mayJoin(person, circle)) broken += 1;
      for (const other of apart[person]!) if (this.circleOf[other] === circle) broken += 1;
    }
    return broken;
  }

  private idleOf(block: number, circle: number): number {
    return this.task.blocks[block]!.reduce((sum, person) => sum + this.task.idle(person, circle), 0);
  }

  private metIn(block: number, circle: number): number {
    let met = 0;
    for (const person of this.task.blocks[block]!) {
      for (const other of this.task.met[person]!) if (this.circleOf[other] === circle) met += MET_BEFORE;
    }
    return met;
  }

  /** Price of a circle as it is; less is better. */
  private price(circle: number): number {
    const { blocks, seats, meets, hosts, wants, avoids } = this.task;
    const size = this.sizes[circle]!;
    const uneven = Math.max(0, this.low[circle]! - size) + Math.max(0, size - this.high[circle]!);
    let price = uneven * UNEVEN + Math.max(0, size - seats[circle]!) * UNFIT;
    let met = 0;
    const barred = new Set<number>();
    const { weights } = this;
    const choosy = meets < hosts;
    if (choosy) weights.fill(0);
    for (const block of this.blocksIn[circle]!) {
      price += this.unfit(block, circle) * UNFIT + this.idleOf(block, circle) * IDLE;
      met += this.metIn(block, circle);
      for (const person of blocks[block]!) {
        for (const host of avoids[person]!) {
          barred.add(host);
          if (this.task.sure[circle]?.includes(host)) met += SURELY_BARRED;
        }
        if (choosy) for (const [host, weight] of wants[person]!) weights[host]! += weight;
      }
    }
    this.work += 50 + 10 * size + (choosy ? 6 * hosts : 0);
    price += (barred.size * BARRED_HOST + met) * 8;
    if (!choosy) return price;
    for (const host of barred) weights[host] = 0;
    let gain = 0;
    const sure = this.task.sure[circle] ?? [];
    for (const host of sure) {
      gain += weights[host]!;
      weights[host] = 0;
    }
    const order = weights.slice().sort();
    for (let rank = 1; rank <= meets - sure.length; rank++) gain += order[hosts - rank]!;
    return price - gain * 8;
  }

  /** Moves and exchanges of blocks, those that make nothing worse, until the work is done. */
  improve(random: Random): void {
    const { blocks, seats } = this.task;
    if (seats.length < 2 || blocks.length === 0) return;
    const tries = Math.min(40_000, 60 * blocks.length);
    for (let attempt = 0; attempt < tries && this.work < MOST_WORK; attempt++) {
      const one = random.below(blocks.length);
      const from = this.homeOf[one]!;
      const to = random.below(seats.length);
      if (to === from) continue;
      const partners = this.blocksIn[to]!;
      const pick = random.below(partners.length + 1);
      const other = partners[pick] ?? -1;
      const before = this.price(from) + this.price(to);
      this.exchange(one, other, from, to);
      if (this.price(from) + this.price(to) <= before) continue;
      this.exchange(one, other, to, from);
    }
  }

  private exchange(one: number, other: number, from: number, to: number): void {
    this.remove(one);
    if (other >= 0) this.remove(other);
    this.add(one, to);
    if (other >= 0) this.add(other, from);
  }

  /** Somebody whose place breaks a rule; −1 when all is well. */
  stranded(): number {
    for (let circle = 0; circle < this.task.seats.length; circle++) {
      const list = this.blocksIn[circle]!;
      for (const block of list) if (this.unfit(block, circle) > 0) return this.task.blocks[block]![0]!;
      if (this.sizes[circle]! > this.task.seats[circle]!) return this.task.blocks[list.at(-1)!]![0]!;
    }
    return -1;
  }
}
