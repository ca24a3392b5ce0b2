// biome-ignore-all lint/style/noNonNullAssertion: indexes into typed arrays stay inside them, as in shared/src/rotation
import type { Random } from '@lapwing/shared/kernel/random';
import { FREE, type Problem } from '@lapwing/shared/rotation/search/problem';
import type { Sizes } from './even-start.ts';
import type { Seating } from './seating.ts';

/** A move that was drawn: `one` changes places with `other`, or, if `other` is −1, goes to the table `to`. */
export interface Drawn {
  round: number;
  one: number;
  other: number;
  to: number;
}

/** Draws moves that keep tables even: half of them blindly, half towards a table that the student wishes. */
export class Moves {
  readonly drawn: Drawn = { round: 0, one: -1, other: -1, to: -1 };
  /** Rounds in which at least two places can still change. */
  readonly rounds: readonly number[];
  /** Per round, the groups of two or more who are all there and free. */
  readonly groups: readonly (readonly number[])[][];
  private readonly singles: readonly Int32Array[];
  /** [round * students + student]: 1 for those in `singles`. */
  private readonly loose: Uint8Array;
  private readonly wished: readonly Int32Array[];

  constructor(
    private readonly seating: Seating,
    private readonly sizes: readonly Sizes[],
    private readonly random: Random,
  ) {
    const { problem } = seating;
    this.loose = new Uint8Array(problem.rounds * problem.students);
    const units = Array.from({ length: problem.rounds }, (_, round) => unitsIn(problem, round));
    this.singles = units.map(({ singles }) => Int32Array.from(singles));
    this.groups = units.map(({ groups }) => groups);
    units.forEach(({ singles }, round) => {
      for (const student of singles) this.loose[round * problem.students + student] = 1;
    });
    this.rounds = units.flatMap(({ singles }, round) => (singles.length > 1 ? [round] : []));
    this.wished = problem.wants.map((wants) => Int32Array.from(wants.keys()));
  }

  /** Draws a move of one or two students into `drawn`; false if this time none came up. */
  draw(): boolean {
    const { random, seating, drawn } = this;
    const { students } = seating.problem;
    const round = this.rounds[random.below(this.rounds.length)]!;
    const singles = this.singles[round]!;
    const one = singles[random.below(singles.length)]!;
    const from = seating.place[round * students + one]!;
    drawn.round = round;
    drawn.one = one;
    const wished = this.wished[one]!;
    if (wished.length === 0 || random.below(2) === 0) {
      drawn.other = singles[random.below(singles.length)]!;
      return seating.place[round * students + drawn.other] !== from;
    }
    const to = wished[random.below(wished.length)]!;
    return to !== from && !seating.beenAt(one, to) && this.drawAt(round, from, to);
  }

  /** Somebody to change places with at a table, or a free seat there if both tables stay even. */
  private drawAt(round: number, from: number, to: number): boolean {
    const { random, seating, drawn } = this;
    const { students, open, rounds } = seating.problem;
    if (open[to * rounds + round] === 0) return false;
    const size = seating.sizeOf(round, to);
    const at = random.below(size + 1);
    if (at === size) {
      drawn.other = -1;
      drawn.to = to;
      return this.staysEven(round, from, to);
    }
    drawn.other = seating.memberOf(round, to, at);
    return this.loose[round * students + drawn.other] === 1;
  }

  /** As `draw`, for a free seat anywhere. */
  drawStep(): boolean {
    const { random, seating, drawn } = this;
    drawn.round = this.rounds[random.below(this.rounds.length)]!;
    const singles = this.singles[drawn.round]!;
    drawn.one = singles[random.below(singles.length)]!;
    drawn.other = -1;
    drawn.to = random.below(seating.bench);
    const from = seating.place[drawn.round * seating.problem.students + drawn.one]!;
    return drawn.to !== from && this.staysEven(drawn.round, from, drawn.to);
  }

  private staysEven(round: number, from: number, to: number): boolean {
    const { seating } = this;
    const { low, high } = this.sizes[round]!;
    if (from === seating.bench) return false;
    return seating.sizeOf(round, from) > low[from]! && seating.sizeOf(round, to) < high[to]!;
  }

  /** As many single students at a table as a group needs, or null if there are too few. */
  drawPartners(round: number, table: number, count: number): number[] | null {
    const { random, seating } = this;
    const loose: number[] = [];
    for (let at = 0; at < seating.sizeOf(round, table); at++) {
      const member = seating.memberOf(round, table, at);
      if (this.loose[round * seating.problem.students + member] === 1) loose.push(member);
    }
    return loose.length < count ? null : random.shuffle(loose).slice(0, count);
  }
}

function unitsIn(problem: Problem, round: number): { singles: number[]; groups: number[][] } {
  const { students, rounds, present, pin } = problem;
  const free = (student: number): boolean =>
    present[student * rounds + round] === 1 && pin[round * students + student] === FREE;
  const groups = problem.groups.map((members) => members.filter(free)).filter((members) => members.length > 1);
  const grouped = new Set(groups.flat());
  const singles = Array.from({ length: students }, (_, student) => student);
  return { singles: singles.filter((student) => free(student) && !grouped.has(student)), groups };
}
