import type { Random } from '../../kernel/random.ts';

/**
 * Deals visits into rounds: every student is at one place a round, and every place has, in each round, its share of
 * all its visits rounded down or up (so even totals give even rounds; sitting out counts as a place like any other).
 *
 * König (1916): a bipartite multigraph of maximum degree R splits into R matchings; a place with more than R visits is
 * cut into parts of R visits first, which makes the rounds even (de Werra 1971). Colours are found by alternating paths.
 * @param visits per student one place for each round, in any order; places are 0 … places−1
 * @returns per round the place of each student
 */
export function deal(visits: readonly Int32Array[], places: number, rounds: number, random: Random): Int32Array[] {
  const count = visits.length;
  const part = partsOf(visits, places, rounds, random);
  const edgeOfStudent = new Int32Array(count * rounds).fill(-1);
  const edgeOfPart = new Int32Array(part.total * rounds).fill(-1);
  const student = (edge: number): number => Math.floor(edge / rounds);
  const free = (table: Int32Array, node: number, start: number): number => {
    for (let step = 0; step < rounds; step++) {
      const round = (start + step) % rounds;
      if (table[node * rounds + round] === -1) return round;
    }
    throw new Error('an edge colouring ran out of rounds');
  };
  const common = (one: number, other: number, start: number): number => {
    for (let step = 0; step < rounds; step++) {
      const round = (start + step) % rounds;
      if (edgeOfStudent[one * rounds + round] === -1 && edgeOfPart[other * rounds + round] === -1) return round;
    }
    return -1;
  };
  /** Exchanges rounds a and b along the path that leaves `node` (a part) by round a; b is free there. */
  const swapAlong = (node: number, a: number, b: number): void => {
    const path: number[] = [];
    let atPart = true;
    let at = node;
    let round = a;
    for (;;) {
      const edge = (atPart ? edgeOfPart : edgeOfStudent)[at * rounds + round]!;
      if (edge === -1) break;
      path.push(edge);
      at = atPart ? student(edge) : part.of[edge]!;
      atPart = !atPart;
      round = round === a ? b : a;
    }
    path.forEach((edge, index) => {
      const old = index % 2 === 0 ? a : b;
      edgeOfStudent[student(edge) * rounds + old] = -1;
      edgeOfPart[part.of[edge]! * rounds + old] = -1;
    });
    path.forEach((edge, index) => {
      const fresh = index % 2 === 0 ? b : a;
      edgeOfStudent[student(edge) * rounds + fresh] = edge;
      edgeOfPart[part.of[edge]! * rounds + fresh] = edge;
    });
  };
  const order = random.shuffle(Array.from({ length: count * rounds }, (_, edge) => edge));
  for (const edge of order) {
    const one = student(edge);
    const other = part.of[edge]!;
    const start = random.below(rounds);
    let round = common(one, other, start);
    if (round === -1) {
      const atStudent = free(edgeOfStudent, one, start);
      const atPart = free(edgeOfPart, other, start);
      swapAlong(other, atStudent, atPart);
      round = atStudent;
    }
    edgeOfStudent[one * rounds + round] = edge;
    edgeOfPart[other * rounds + round] = edge;
  }
  return Array.from({ length: rounds }, (_, round) =>
    Int32Array.from(visits, (_unused, one) => {
      const edge = edgeOfStudent[one * rounds + round]!;
      return visits[one]![edge % rounds]!;
    }),
  );
}

/** Cuts each place into parts of at most `rounds` visits; `of[student * rounds + k]` is the part of the k-th visit. */
function partsOf(
  visits: readonly Int32Array[],
  places: number,
  rounds: number,
  random: Random,
): { of: Int32Array; total: number } {
  const edgesAt: number[][] = Array.from({ length: places }, () => []);
  visits.forEach((list, student) => {
    list.forEach((place, k) => {
      edgesAt[place]!.push(student * rounds + k);
    });
  });
  const of = new Int32Array(visits.length * rounds);
  let total = 0;
  for (const edges of edgesAt) {
    random.shuffle(edges).forEach((edge, index) => {
      of[edge] = total + Math.floor(index / rounds);
    });
    total += Math.ceil(edges.length / rounds);
  }
  return { of, total };
}
