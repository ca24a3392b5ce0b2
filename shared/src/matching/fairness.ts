import type { Chosen, Field } from './candidates.ts';

/** How an assignment treats people, as figures for whoever approves it (M28). */
export interface Fairness {
  readonly askers: number;
  readonly served: number;
  /** Days of the longest wait, among those who get somebody and those who do not; null when there is nobody. */
  readonly longestWaitServed: number | null;
  readonly longestWaitLeft: number | null;
  /** Of the latter, those for whom there was somebody, and others went first; who let one go without a word does not count. */
  readonly longestWaitPassedOver: number | null;
  /** Of those whose last introduction came to nothing through no fault of theirs. */
  readonly unlucky: number;
  readonly unluckyServed: number;
  /** Mentors by introductions of this month, these included: `load[2]` is how many have two. */
  readonly load: readonly number[];
  /** Mentors whose month is full now, of those who had room. */
  readonly full: number;
}

export function fairnessOf({ askers, mentors }: Field, chosen: Chosen): Fairness {
  const gained = new Int32Array(mentors.length);
  for (const candidate of chosen) if (candidate) gained[candidate.mentor]! += 1;
  const load: number[] = [];
  mentors.forEach(({ taken, room }, index) => {
    if (room > 0) load[taken + gained[index]!] = (load[taken + gained[index]!] ?? 0) + 1;
  });
  const served = askers.filter((_, index) => chosen[index] !== null);
  const left = askers.filter((_, index) => chosen[index] === null);
  const longest = (people: Field['askers']): number | null =>
    people.length === 0 ? null : Math.max(...people.map(({ turn }) => turn.waitedDays));
  const unlucky = (people: Field['askers']): number => people.filter(({ turn }) => turn.badLuck > 0).length;
  return {
    askers: askers.length,
    served: served.length,
    longestWaitServed: longest(served),
    longestWaitLeft: longest(left),
    longestWaitPassedOver: longest(left.filter(({ candidates, turn }) => candidates.length > 0 && turn.silences === 0)),
    unlucky: unlucky(askers),
    unluckyServed: unlucky(served),
    load: Array.from(load, (count) => count ?? 0),
    full: mentors.filter(({ room }, index) => room > 0 && gained[index] === room).length,
  };
}
