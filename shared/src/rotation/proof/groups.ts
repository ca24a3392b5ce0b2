import type { Instance } from '../instance.ts';

export interface EvenedWants {
  readonly scale: number;
  readonly wants: readonly ReadonlyMap<number, number>[];
}

/** Groups up to this size share their wishes; 60 is divisible by all of these. */
const LARGEST_EVENED = 6;
const SCALE = 60;

/** Groups of two or more who sit together, along chains of wishes. */
export function groupsOf(instance: Instance, studentAt: ReadonlyMap<string, number>): number[][] {
  const links = new Map<number, number[]>();
  const link = (one: number, other: number): void => {
    const known = links.get(one);
    if (known) known.push(other);
    else links.set(one, [other]);
  };
  instance.students.forEach(({ together }, index) => {
    for (const id of together) {
      link(index, studentAt.get(id)!);
      link(studentAt.get(id)!, index);
    }
  });
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const start of links.keys()) {
    if (seen.has(start)) continue;
    const group = [start];
    seen.add(start);
    for (const member of group) {
      for (const other of links.get(member)!) {
        if (seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    }
    groups.push(group.sort((a, b) => a - b));
  }
  return groups;
}

/** What is decided for one member is decided for all who are there. */
export function decideForGroups(
  decided: Int32Array,
  groups: readonly (readonly number[])[],
  there: Uint8Array,
  rounds: number,
  students: number,
  undecided: number,
): void {
  for (const group of groups) {
    for (let round = 0; round < rounds; round++) {
      const here = group.filter((student) => there[student * rounds + round] === 1);
      const place = here.map((student) => decided[round * students + student]!).find((known) => known !== undecided);
      if (place !== undefined) for (const student of here) decided[round * students + student] = place;
    }
  }
}

/** Every member is there in exactly the same rounds. */
export function alwaysTogether(group: readonly number[], there: Uint8Array, rounds: number): boolean {
  const [first = 0] = group;
  for (const student of group) {
    for (let round = 0; round < rounds; round++) {
      if (there[student * rounds + round] !== there[first * rounds + round]) return false;
    }
  }
  return true;
}

/** Members who always sit together may sit only where all of them may. */
export function barredForGroups(
  barred: readonly (ReadonlySet<number> | null)[],
  groups: readonly (readonly number[])[],
): (ReadonlySet<number> | null)[] {
  const all = [...barred];
  for (const group of groups) {
    const union = new Set(group.flatMap((student) => [...(barred[student] ?? [])]).sort((a, b) => a - b));
    if (union.size > 0) for (const student of group) all[student] = union;
  }
  return all;
}

/**
 * Those who always sit together visit the same tables, so their wishes may be shared out among them as one likes: the
 * sum over a plan stays the same. Shared out evenly, a flow that does not know of the group gives the lowest limit
 * (a Lagrangian bound; members are otherwise alike).
 */
export function evenedWants(
  wants: readonly ReadonlyMap<number, number>[],
  groups: readonly (readonly number[])[],
): EvenedWants {
  const shared = groups.filter(({ length }) => length <= LARGEST_EVENED);
  if (shared.length === 0) return { scale: 1, wants };
  const evened = wants.map((own) => new Map([...own].map(([table, weight]) => [table, weight * SCALE])));
  for (const group of shared) {
    const sum = new Map<number, number>();
    for (const student of group) {
      for (const [table, weight] of wants[student]!) sum.set(table, (sum.get(table) ?? 0) + weight);
    }
    const mean = new Map([...sum].map(([table, weight]) => [table, (weight * SCALE) / group.length]));
    for (const student of group) evened[student] = mean;
  }
  return { scale: SCALE, wants: evened };
}
