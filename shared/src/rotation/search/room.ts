import { evenSizes } from '../even-sizes.ts';
import { OUT, type Problem } from './problem.ts';
import type { Aims } from './who-meets-whom.ts';

/** Seat of somebody who is not there in a round. Those who are there but sit out are at the table `bench`. */
export const ABSENT = -1;

/** Costs of a broken aim of the firm kind; each is far above all wishes and pairs a single move can touch. */
export const FIRM_COSTS = { satOut: 2 ** 36, satOutTwice: 2 ** 30, repeat: 2 ** 25, uneven: 2 ** 23 } as const;

const NO_TAGS: readonly number[] = [];

/**
 * All rounds at once, with the counts from which the price of a move follows: who sits where, who met which table how
 * often, which two shared a table how often. Prices are whole numbers; less is better.
 */
export class Room {
  /** The number of the place where people sit out. */
  readonly bench: number;
  /** [round * students + student]: table, bench or ABSENT. */
  readonly seat: Int32Array;
  /** [round * (tables + 1) + table]: who sits there. */
  readonly members: number[][];
  /** [student * (tables + 1) + table], the bench included. */
  readonly visits: Uint16Array;
  /** [student * students + other]: rounds at one table; empty when the event is too large to keep it. */
  readonly shared: Uint16Array;
  private readonly index: Int32Array;
  private readonly tagVisits: Uint16Array;
  private readonly low: Int32Array;
  private readonly high: Int32Array;

  constructor(
    readonly problem: Problem,
    readonly aims: Aims,
  ) {
    const { rounds, students, tables } = problem;
    this.bench = tables;
    this.seat = new Int32Array(rounds * students).fill(ABSENT);
    this.index = new Int32Array(rounds * students);
    this.members = Array.from({ length: rounds * (tables + 1) }, () => []);
    this.visits = new Uint16Array(students * (tables + 1));
    this.shared = new Uint16Array(aims.pair > 0 ? students * students : 0);
    this.tagVisits = new Uint16Array(students * problem.tagCount);
    this.low = new Int32Array(rounds * tables);
    this.high = new Int32Array(rounds * tables);
    for (let round = 0; round < rounds; round++) {
      for (let student = 0; student < students; student++) {
        if (problem.present[student * rounds + round] === 0) continue;
        const pin = problem.pin[round * students + student]!;
        this.sit(round, student, pin >= 0 ? pin : this.bench);
      }
      this.aimAtEvenSizes(round);
    }
  }

  /** Table, bench or ABSENT. */
  at(round: number, student: number): number {
    return this.seat[round * this.problem.students + student]!;
  }

  /** Those at a table (or on the bench) in a round; not to be changed by the reader. */
  membersOf(round: number, table: number): readonly number[] {
    return this.members[round * (this.bench + 1) + table]!;
  }

  /** [student * tables + table]: visits so far, the bench left out. */
  tableVisits(): Uint16Array {
    const { students, tables } = this.problem;
    const visits = new Uint16Array(students * tables);
    for (let student = 0; student < students; student++) {
      const row = student * (tables + 1);
      visits.set(this.visits.subarray(row, row + tables), student * tables);
    }
    return visits;
  }

  /** Sets the even sizes of a round from the number of people who could sit in it (pinned sit-outs left out). */
  aimAtEvenSizes(round: number, seated: number = this.couldSit(round)): void {
    const { tables, rounds, open, seats } = this.problem;
    const sizes = Int32Array.from(seats, (count, table) => (open[table * rounds + round] === 1 ? count : 0));
    const { low, high } = evenSizes(sizes, seated);
    this.low.set(low, round * tables);
    this.high.set(high, round * tables);
  }

  private couldSit(round: number): number {
    const { students, pin } = this.problem;
    let count = 0;
    for (let student = 0; student < students; student++) {
      if (this.at(round, student) !== ABSENT && pin[round * students + student] !== OUT) count += 1;
    }
    return count;
  }

  /** Price of table sizes: how far outside the even sizes this table is. */
  unevenness(round: number, table: number): number {
    if (table === this.bench) return 0;
    const slot = round * this.problem.tables + table;
    const size = this.membersOf(round, table).length;
    return FIRM_COSTS.uneven * (Math.max(0, this.low[slot]! - size) + Math.max(0, size - this.high[slot]!));
  }

  /** Price of changing one place of a student's evening from one table (or the bench) to another. */
  visitPrice(student: number, from: number, to: number): number {
    const { problem, aims, bench, visits } = this;
    const row = student * (bench + 1);
    const tagsFrom = from === bench ? NO_TAGS : problem.tags[from]!;
    const tagsTo = to === bench ? NO_TAGS : problem.tags[to]!;
    let price = 0;
    if (from === bench) price -= FIRM_COSTS.satOut + FIRM_COSTS.satOutTwice * (2 * visits[row + bench]! - 1);
    else if (visits[row + from] === 1) price += aims.want * (problem.wants[student]!.get(from) ?? 0);
    else if (problem.mentored[from] === 1) price -= FIRM_COSTS.repeat;
    if (to === bench) price += FIRM_COSTS.satOut + FIRM_COSTS.satOutTwice * (2 * visits[row + bench]! + 1);
    else if (visits[row + to] === 0) price -= aims.want * (problem.wants[student]!.get(to) ?? 0);
    else if (problem.mentored[to] === 1) price += FIRM_COSTS.repeat;
    const tagRow = student * problem.tagCount;
    for (const tag of tagsFrom) if (this.tagVisits[tagRow + tag] === 1 && !tagsTo.includes(tag)) price += aims.tag;
    for (const tag of tagsTo) if (this.tagVisits[tagRow + tag] === 0) price -= aims.tag;
    return price;
  }

  /** Would this student meet somebody again at this table? */
  returns(student: number, table: number): boolean {
    return this.problem.mentored[table] === 1 && this.visits[student * (this.bench + 1) + table]! > 0;
  }

  /** Price of exchanging two students of one round who sit at different places; sizes stay. */
  swapPrice(round: number, one: number, other: number): number {
    const from = this.at(round, one);
    const to = this.at(round, other);
    const price = this.visitPrice(one, from, to) + this.visitPrice(other, to, from);
    if (this.shared.length === 0) return price;
    return price + this.exchangedPairs(round, from, one, other) + this.exchangedPairs(round, to, other, one);
  }

  /** Repeated pairs when `goes` leaves this table and `comes` takes the seat. */
  private exchangedPairs(round: number, table: number, goes: number, comes: number): number {
    if (table === this.bench) return 0;
    const { shared } = this;
    const goesRow = goes * this.problem.students;
    const comesRow = comes * this.problem.students;
    let repeated = 0;
    for (const member of this.membersOf(round, table)) {
      if (member === goes) continue;
      if (shared[goesRow + member]! > 1) repeated -= 1;
      if (shared[comesRow + member]! > 0) repeated += 1;
    }
    return repeated * this.aims.pair;
  }

  /** Moves a present student to a table or the bench and returns the price; sizes are not part of it. */
  move(round: number, student: number, to: number): number {
    const from = this.at(round, student);
    let price = this.visitPrice(student, from, to);
    price -= this.leave(round, student);
    price += this.sit(round, student, to);
    return price;
  }

  /** Seats somebody who has no place yet. Returns the price of pairs that meet again. */
  sit(round: number, student: number, table: number): number {
    const { students } = this.problem;
    const slot = round * students + student;
    const list = this.members[round * (this.bench + 1) + table]!;
    const pairs = table === this.bench ? 0 : this.countPairs(list, student, 1);
    this.seat[slot] = table;
    this.index[slot] = list.length;
    list.push(student);
    this.countVisit(student, table, 1);
    return pairs * this.aims.pair;
  }

  /** Takes somebody's place away. Returns the price of pairs that met again there. */
  private leave(round: number, student: number): number {
    const { students } = this.problem;
    const slot = round * students + student;
    const table = this.seat[slot]!;
    const list = this.members[round * (this.bench + 1) + table]!;
    const last = list.pop()!;
    if (last !== student) {
      list[this.index[slot]!] = last;
      this.index[round * students + last] = this.index[slot]!;
    }
    this.countVisit(student, table, -1);
    return table === this.bench ? 0 : this.countPairs(list, student, -1) * this.aims.pair;
  }

  private countVisit(student: number, table: number, change: number): void {
    this.visits[student * (this.bench + 1) + table]! += change;
    if (table === this.bench) return;
    for (const tag of this.problem.tags[table]!) this.tagVisits[student * this.problem.tagCount + tag]! += change;
  }

  /** Changes the count of each pair; returns how many of these meetings are not the first of the pair. */
  private countPairs(list: readonly number[], student: number, change: 1 | -1): number {
    const { shared } = this;
    if (shared.length === 0) return 0;
    const { students } = this.problem;
    const row = student * students;
    let again = 0;
    for (const member of list) {
      const before = shared[row + member]!;
      shared[row + member] = before + change;
      shared[member * students + student] = before + change;
      if (before >= (change === 1 ? 1 : 2)) again += 1;
    }
    return again;
  }

  /** May this student sit here, apart from the number of seats? `leaving` are on their way out of that table. */
  maySit(round: number, student: number, table: number, leaving: readonly number[]): boolean {
    if (table === this.bench) return true;
    const { problem } = this;
    if (problem.open[table * problem.rounds + round] === 0 || problem.barred[student]?.[table] === 1) return false;
    for (const other of problem.apart[student]!) {
      if (this.at(round, other) === table && !leaving.includes(other)) return false;
    }
    return true;
  }
}
