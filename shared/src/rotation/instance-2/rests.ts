import { roundsOf } from './as-first.ts';
import type { Instance2 } from './instance-2.ts';

/**
 * Decides when mentors rest: as many rounds off as each asks for, staggered so that in every round as many mentors as
 * possible stay, those of one table in turn, nobody in two rounds on end when another round is as good.
 * @param units who shares a table; while one of a unit is there, the others may rest
 * @returns [mentor * rounds + round]: 1 where the mentor is there and not resting
 */
export function mentorsAtWork(instance: Instance2, units: readonly (readonly number[])[]): Uint8Array {
  const { rounds, mentors } = instance;
  const work = new Uint8Array(mentors.length * rounds);
  const workers = new Int32Array(rounds);
  const closed = closedAtHome(instance);
  const off = mentors.map((): number[] => []);
  mentors.forEach(({ present }, mentor) => {
    for (const round of roundsOf(present, rounds).map((number) => number - 1)) {
      if (closed[mentor]?.has(round)) {
        off[mentor]!.push(round);
        continue;
      }
      work[mentor * rounds + round] = 1;
      workers[round]! += 1;
    }
  });
  const { seated, rested } = pinsOf(instance);
  const rest = (mentor: number, round: number): void => {
    if (work[mentor * rounds + round] === 0) return;
    work[mentor * rounds + round] = 0;
    workers[round]! -= 1;
  };
  mentors.forEach((_, mentor) => {
    for (const round of rested[mentor]!) {
      // sitting nowhere while away is no rest
      if (work[mentor * rounds + round] === 1) rest(mentor, round);
      else rested[mentor]!.delete(round);
    }
  });
  const unitOf = unitsOf(mentors.length, units);
  for (let mentor = 0; mentor < mentors.length; mentor++) {
    const taken = [...new Set([...rested[mentor]!, ...off[mentor]!])];
    while (taken.length < mentors[mentor]!.rests) {
      const round = bestRest(mentor, taken);
      if (round < 0) break;
      rest(mentor, round);
      taken.push(round);
    }
  }
  return work;

  function bestRest(mentor: number, taken: readonly number[]): number {
    let best = -1;
    let bestPrice = Number.POSITIVE_INFINITY;
    for (let step = 0; step < rounds; step++) {
      // mentors start their look at different rounds, so that equal choices spread
      const round = (mentor + step) % rounds;
      if (work[mentor * rounds + round] === 0 || seated[mentor]!.has(round)) continue;
      const alone = unitOf[mentor]!.every((other) => other === mentor || work[other * rounds + round] === 0);
      const closes = alone && unitOf[mentor]!.length > 1;
      const onEnd = taken.some((other) => Math.abs(other - round) === 1);
      const price = ((closes ? 1 : 0) * 100_000 - workers[round]!) * 2 + (onEnd ? 1 : 0);
      if (price < bestPrice) [best, bestPrice] = [round, price];
    }
    return best;
  }
}

/** Per mentor the rounds (from 0) in which their table is closed, so that they rest anyway; not when mentors move. */
function closedAtHome(instance: Instance2): (ReadonlySet<number> | undefined)[] {
  if (instance.whoMoves === 'mentors') return [];
  const closed = new Map<string, Set<number>>();
  for (const { open, mentors } of instance.tables) {
    if (open === null) continue;
    const rounds = new Set(Array.from({ length: instance.rounds }, (_, round) => round));
    for (const round of open) rounds.delete(round - 1);
    for (const mentor of mentors) closed.set(mentor, rounds);
  }
  return instance.mentors.map(({ id }) => closed.get(id));
}

function unitsOf(mentors: number, units: readonly (readonly number[])[]): (readonly number[])[] {
  const unitOf: (readonly number[])[] = Array.from({ length: mentors }, (_, mentor) => [mentor]);
  for (const unit of units) for (const mentor of unit) unitOf[mentor] = unit;
  return unitOf;
}

/** Per mentor the rounds (from 0) in which their table is given, and those in which it is given that they rest. */
function pinsOf(instance: Instance2): { seated: Set<number>[]; rested: Set<number>[] } {
  const indexOf = new Map(instance.mentors.map(({ id }, index) => [id, index]));
  const seated = instance.mentors.map(() => new Set<number>());
  const rested = instance.mentors.map(() => new Set<number>());
  for (const { round, mentor, table } of instance.pinnedMentors) {
    const rounds = (table === null ? rested : seated)[indexOf.get(mentor)!]!;
    rounds.add(round - 1);
  }
  return { seated, rested };
}
