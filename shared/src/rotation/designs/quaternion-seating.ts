import type { Seating, Shape } from './shape.ts';

/** The numbers of the social golfer problem: CSPLib 10. */
const GOLFERS = 32;
const TEAMS = 8;
const DAYS = 10;

/** The sign and unit of the product of two of the quaternions' units 1, i, j, k; a sign of 4 is minus. */
const UNITS = [
  [0, 1, 2, 3],
  [1, 4, 3, 6],
  [2, 7, 4, 1],
  [3, 2, 5, 4],
];

/**
 * The product of two elements of the group of quaternion units and whole numbers modulo 4, which has order 32:
 * an element is unit + 4 (for minus) + 8 × number.
 */
function product(left: number, right: number): number {
  const unit = UNITS[left & 3]![right & 3]! ^ (left & 4) ^ (right & 4);
  return unit | (((left & 24) + (right & 24)) & 24);
}

/** Everybody: the elements of the group. */
const ALL = Array.from({ length: GOLFERS }, (_, element) => element);

/**
 * Starters: a team of four, and a subgroup whose products with it seat everybody. All products of the group with a team
 * let two people x and y meet when the quotient of x by y is a quotient within the team. The quotients of these
 * four teams are all different and are all elements but the identity and one of order 2: nobody meets twice. The first
 * two teams are subgroups, whose cosets are one day each; the others give a day for each coset of their subgroup, four
 * each. Found by trying all such starters in groups of order 32; the Abelian ones have none.
 */
const STARTERS: readonly { readonly team: readonly number[]; readonly subgroup: readonly number[] }[] = [
  { team: [0, 1, 4, 5], subgroup: ALL },
  { team: [0, 9, 20, 29], subgroup: ALL },
  { team: [0, 2, 8, 23], subgroup: [0, 4, 9, 13, 16, 20, 25, 29] },
  { team: [0, 3, 13, 31], subgroup: [0, 1, 4, 5, 16, 17, 20, 21] },
];

/** One day: the products of the elements with a team, by golfer. */
function day(elements: readonly number[], team: readonly number[]): Int32Array {
  const tables = new Int32Array(GOLFERS).fill(-1);
  let table = 0;
  for (const element of elements) {
    const members = team.map((member) => product(element, member));
    if (members.some((member) => tables[member] !== -1)) continue;
    for (const member of members) tables[member] = table;
    table++;
  }
  return tables;
}

/** The ten days of 32 golfers in eight teams of four, none of whom meet twice, or the first of them; else null. */
export function quaternionSeating(shape: Shape): Seating | null {
  const { students, tables, rounds, mentored } = shape;
  if (students !== GOLFERS || tables !== TEAMS || rounds > DAYS || mentored) return null;
  const days = STARTERS.flatMap(({ team, subgroup }) => {
    const reached = new Set<number>();
    return ALL.flatMap((first) => {
      if (reached.has(first)) return [];
      const coset = subgroup.map((element) => product(first, element));
      for (const element of coset) reached.add(element);
      return [day(coset, team)];
    });
  });
  const seat = new Int32Array(rounds * students);
  for (let round = 0; round < rounds; round++) seat.set(days[round]!, round * students);
  return seat;
}
