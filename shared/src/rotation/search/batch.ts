import type { Room } from './room.ts';

/** No more people than this change chairs at once, in two rounds or two people in so many rounds. */
export const LONGEST_TRAIL = 10;
const MOST_STEPS = 2 * LONGEST_TRAIL;

/**
 * Several people who change chairs at once, sizes staying as they are: each step says that at a table in a round one
 * person comes and another goes. In every round those who come are those who go, and no table of a round is in two steps.
 * The price is known after `tryPairs` and `tryVisits`; then either `keep` or `takeBack` must follow.
 */
export class Batch {
  private readonly round = new Int32Array(MOST_STEPS);
  private readonly table = new Int32Array(MOST_STEPS);
  private readonly goes = new Int32Array(MOST_STEPS);
  private readonly comes = new Int32Array(MOST_STEPS);
  private readonly chair = new Int32Array(MOST_STEPS);
  private steps = 0;
  private visitsTried = false;

  constructor(private readonly room: Room) {}

  clear(): void {
    this.steps = 0;
    this.visitsTried = false;
  }

  /** Adds a step; there must not be one for this table and round yet. */
  add(round: number, table: number, goes: number, comes: number): void {
    const { steps } = this;
    this.round[steps] = round;
    this.table[steps] = table;
    this.goes[steps] = goes;
    this.comes[steps] = comes;
    this.steps = steps + 1;
  }

  /** May everybody sit where they come to, given who goes? */
  isAllowed(): boolean {
    const { room, steps } = this;
    const { problem } = room;
    for (let step = 0; step < steps; step++) {
      const comes = this.comes[step]!;
      const table = this.table[step]!;
      if (table === room.bench) continue;
      const round = this.round[step]!;
      if (problem.barred[comes]?.[table] === 1) return false;
      for (const other of problem.apart[comes]!) {
        if (room.at(round, other) === table && other !== this.goes[step] && other !== comes) return false;
      }
    }
    return true;
  }

  /**
   * Are there more repeated pairs afterwards, by more than `most`, if no pair were in two steps? Nearly right, and far
   * cheaper to find than `tryPairs`, since nothing is written.
   */
  addsMoreThan(most: number): boolean {
    const { room, steps } = this;
    if (room.shared.length === 0) return false;
    let left = most;
    for (let step = 0; step < steps; step++) {
      left += room.repeatedMeetings(this.round[step]!, this.table[step]!, this.goes[step]!);
    }
    for (let step = 0; step < steps && left >= 0; step++) {
      left -= room.newMeetings(this.round[step]!, this.table[step]!, this.goes[step]!, this.comes[step]!, left);
    }
    return left < 0;
  }

  /** Makes the steps in the counts of pairs, and returns their price; kept tables count here too. */
  tryPairs(): number {
    const { room, steps } = this;
    let price = 0;
    for (let step = 0; step < steps; step++) {
      price += room.replacePairs(this.round[step]!, this.table[step]!, this.goes[step]!, this.comes[step]!);
    }
    if (room.problem.keep !== null) {
      for (let step = 0; step < steps; step++) {
        const round = this.round[step]!;
        const comes = this.comes[step]!;
        price += room.keepPrice(round, comes, room.at(round, comes), this.table[step]!);
      }
    }
    return price;
  }

  /** Makes the steps in the counts of visits, and returns the price of wishes, fields and repeats. */
  tryVisits(): number {
    const { room, steps } = this;
    this.visitsTried = true;
    let price = 0;
    for (let step = 0; step < steps; step++) {
      const comes = this.comes[step]!;
      const from = room.at(this.round[step]!, comes);
      const to = this.table[step]!;
      price += room.visitPrice(comes, from, to);
      room.countVisit(comes, from, -1);
      room.countVisit(comes, to, 1);
    }
    return price;
  }

  takeBack(): void {
    const { room } = this;
    for (let step = this.steps - 1; step >= 0; step--) {
      room.replacePairs(this.round[step]!, this.table[step]!, this.comes[step]!, this.goes[step]!);
      if (!this.visitsTried) continue;
      const comes = this.comes[step]!;
      room.countVisit(comes, this.table[step]!, -1);
      room.countVisit(comes, room.at(this.round[step]!, comes), 1);
    }
  }

  /** Writes the steps into seats and lists, once the counts have them. */
  keep(): void {
    const { room, steps } = this;
    const { rounds } = room.problem;
    for (let step = 0; step < steps; step++) {
      this.chair[step] = room.index[this.goes[step]! * rounds + this.round[step]!]!;
    }
    for (let step = 0; step < steps; step++) {
      room.takeChair(this.round[step]!, this.table[step]!, this.chair[step]!, this.comes[step]!);
    }
  }
}
