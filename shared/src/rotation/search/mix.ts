import type { Random } from '../../kernel/random.ts';
import { BestSeating } from './best-seating.ts';
import type { FreeSeats } from './free-seats.ts';
import { Movers } from './movers.ts';
import type { Room } from './room.ts';

/** An instant at which the search has to be over, and the clock to tell; both in milliseconds. */
export interface Deadline {
  readonly at: number;
  readonly now: () => number;
}

/** How long to search, and who is asked and told on the way. */
export interface Budget {
  /** Moves to try; with a deadline their number follows from the speed of the first ones. */
  readonly iterations: number | Deadline;
  /** Moves after which it ends all the same. */
  readonly stopAfter: number;
  readonly shouldStop: () => boolean;
  /** Hears the moves tried, those there are, and the best price so far. */
  readonly progress: (tried: number, of: number, price: number) => void;
  /** Nothing can be cheaper than this, compared with the first seating: the search ends when it is reached. */
  readonly floor: number;
}

/** What a search has done. */
export interface Mixed {
  /** Moves over which it cooled down, or would have. */
  readonly iterations: number;
  /** Moves tried, if it ended before that; else null. */
  readonly stoppedAfter: number | null;
}

const ASK_EVERY = 1_024;
/** People who meet again are looked for after so many moves for each 4,096 places, so that looking stays cheap. */
const LOOK_EVERY = 1_024;
/** Moves before the cooling begins; the speed of the last of them tells how many a deadline leaves time for. */
const WARM_UP = 131_072;
const MEASURED = 32_768;
/** Moves get cheaper as fewer are kept, and as the machine warms up: so many 16ths of what the first ones promise. */
const SPEEDS_UP = 23;
/** From hot to cold, in 1,024ths of the price of a repeated pair; hotter where everybody meets nearly everybody. */
const HOT = 270;
const HOTTER = 200;
const COLD = 60;

/**
 * Improves a seating move by move (annealing with whole numbers): exchanges of two people, Kempe trails, which keep
 * who meets which mentor and change only the company, and moves of groups and of single people. Keeps every hard
 * rule; firm aims cost so much that they are only ever mended, never given up.
 */
export function mix(room: Room, free: FreeSeats, budget: Budget, random: Random): Mixed {
  const deadline = typeof budget.iterations === 'number' ? null : budget.iterations;
  let all = typeof budget.iterations === 'number' ? budget.iterations : 2 * WARM_UP;
  if (free.rounds.length === 0 && free.groups.length === 0) return { iterations: 0, stoppedAfter: null };
  const movers = new Movers(room, free, random);
  const unit = room.aims.pair || room.aims.want || room.aims.tag;
  const best = new BestSeating(room, free.all);
  const places = free.rounds.length * room.problem.students;
  const lookEvery = LOOK_EVERY * Math.ceil(places / 4_096);
  const hot = HOT + hotter(room, free);
  const isOver = (): boolean => budget.shouldStop() || (deadline !== null && deadline.now() >= deadline.at);
  const warmUp = deadline !== null || all >= 2 * WARM_UP ? WARM_UP : 0;
  let measuredSince = 0;
  let temperature = 0;
  let tried = 0;
  for (; tried < all && tried < budget.stopAfter; tried++) {
    if (tried % ASK_EVERY === 0) {
      best.keep(movers.price);
      if (best.price <= budget.floor || isOver()) break;
      if (deadline !== null && tried === WARM_UP - MEASURED) measuredSince = deadline.now();
      if (deadline !== null && tried === WARM_UP) all = WARM_UP + movesUntil(deadline, measuredSince);
      if (tried % lookEvery === 0) movers.lookForTrouble();
      budget.progress(tried, all, best.price);
      temperature = cooled(unit, hot, Math.max(0, tried - warmUp), all - warmUp);
    }
    movers.tryOne(temperature);
  }
  best.keep(movers.price);
  best.restore(movers.price);
  return { iterations: all, stoppedAfter: tried < all ? tried : null };
}

/** Moves for which there is time, when the last of the warm-up have taken from `since` until now. */
function movesUntil({ at, now }: Deadline, since: number): number {
  const instant = now();
  const each = Math.max(instant - since, 0.001) / MEASURED;
  return Math.max(WARM_UP, Math.floor(((at - instant) * SPEEDS_UP) / (each * 16)));
}

/** By the share of all pairs that share a table on such an evening. */
function hotter({ problem, size, bench }: Room, { rounds }: FreeSeats): number {
  let meetings = 0;
  for (const round of rounds) {
    for (let table = 0; table < bench; table++) {
      const people = size[round * (bench + 1) + table]!;
      meetings += (people * (people - 1)) / 2;
    }
  }
  const pairs = Math.max(1, (problem.students * (problem.students - 1)) / 2);
  return Math.floor((HOTTER * Math.min(meetings, pairs)) / pairs);
}

/** From hot to cold in even steps, and nothing at all over the last sixteenth. */
function cooled(unit: number, hot: number, done: number, all: number): number {
  const left = Math.floor(((all - done) * 1_024) / all);
  if (left < 64) return 0;
  return Math.floor((unit * (COLD + Math.floor(((hot - COLD) * left) / 1_024))) / 1_024);
}
