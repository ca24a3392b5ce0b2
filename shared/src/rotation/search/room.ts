import type { Aims } from './aims.ts';
import { couldSit, evenRound } from './even-round.ts';
import { FIRM_COSTS, type FirmCosts } from './firm-costs.ts';
import { FREE, type Problem } from './problem.ts';
import { twiceMore } from './tonight.ts';

/** Seat of somebody who is not there in a round. Those who are there but sit out are at the table `bench`. */
export const ABSENT = -1;

/**
 * All rounds at once, with the counts from which the price of a move follows: who sits where, who met which table how
 * often, which two shared a table how often. Prices are whole numbers; less is better.
 */
export class Room {
  /** The number of the place where people sit out. */
  readonly bench: number;
  /** [student * rounds + round]: table, bench or ABSENT. */
  readonly seat: Int32Array;
  /** [student * rounds + round]: position in the list of that table. */
  readonly index: Int32Array;
  /** [round * (tables + 1) + table]: how many sit there. */
  readonly size: Int32Array;
  /** Where the list of a table begins within its round, and how long a round's lists are; see `listAt`. */
  base: Int32Array;
  roundLength: number;
  /** The lists of all tables, bench included, one after the other. */
  list: Int32Array;
  /** [student * (tables + 1) + table], the bench included. */
  readonly visits: Uint8Array | Uint16Array;
  /** [student * students + other]: times at one table; empty when the event is too large to keep it. */
  readonly shared: Uint8Array | Uint16Array;
  /** [round * tables + table]: the even sizes. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** [student * tables + table]: weight of the wished mentors there. */
  private readonly wishes: Uint16Array;
  private readonly tagVisits: Uint8Array | Uint16Array;
  /** Different tags each student meets. */
  readonly tagsMet: Int32Array;
  /** Lower than usual while a search may break firm aims on its way. */
  firm: FirmCosts = FIRM_COSTS;
  /** Lower than `aims.keep` at such times. */
  keepCost: number;
  private capacity: Int32Array;

  constructor(
    readonly problem: Problem,
    readonly aims: Aims,
  ) {
    const { rounds, students, tables, metBefore } = problem;
    const counts = (length: number): Uint8Array | Uint16Array =>
      rounds < 255 ? new Uint8Array(length) : new Uint16Array(length);
    this.bench = tables;
    this.keepCost = aims.keep;
    this.seat = new Int32Array(rounds * students).fill(ABSENT);
    this.index = new Int32Array(rounds * students);
    this.size = new Int32Array(rounds * (tables + 1));
    this.visits = counts(students * (tables + 1));
    this.shared = counts(aims.pair > 0 ? students * students : 0);
    this.wishes = new Uint16Array(students * tables);
    problem.wants.forEach((wants, student) => {
      for (const [table, weight] of wants) this.wishes[student * tables + table] = weight;
    });
    this.tagVisits = counts(students * problem.tagCount);
    this.tagsMet = new Int32Array(students);
    this.low = new Int32Array(rounds * tables);
    this.high = new Int32Array(rounds * tables);
    this.capacity = new Int32Array(tables + 1).fill(4);
    this.base = new Int32Array(tables + 1);
    this.roundLength = 0;
    this.list = new Int32Array(0);
    this.layOut(this.capacity);
    metBefore?.forEach((met, place) => {
      if (met === 1) this.visits[place + Math.floor(place / tables)] = 1;
    });
    if (this.shared.length > 0) {
      for (const [one, other] of problem.pairsMet) {
        this.shared[one * students + other] = 1;
        this.shared[other * students + one] = 1;
      }
    }
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
    return this.seat[student * this.problem.rounds + round]!;
  }

  sizeOf(round: number, table: number): number {
    return this.size[round * (this.bench + 1) + table]!;
  }

  /** Where in `list` the people of a table begin; there are `sizeOf` of them, in no order. */
  listAt(round: number, table: number): number {
    return round * this.roundLength + this.base[table]!;
  }

  /** Those at a table (or on the bench) in a round, as a copy. */
  membersOf(round: number, table: number): number[] {
    const start = this.listAt(round, table);
    return Array.from(this.list.subarray(start, start + this.sizeOf(round, table)));
  }

  /** Sets the even sizes of a round from the number of people who could sit in it (pinned sit-outs left out). */
  aimAtEvenSizes(round: number, seated: number = couldSit(this, round)): void {
    const { low, high } = evenRound(this.problem, round, seated);
    this.low.set(low, round * this.bench);
    this.high.set(high, round * this.bench);
  }

  /** Price of table sizes: how far outside the even sizes this table is. */
  unevenness(round: number, table: number): number {
    if (table === this.bench) return 0;
    const slot = round * this.problem.tables + table;
    const size = this.size[round * (this.bench + 1) + table]!;
    return this.firm.uneven * (Math.max(0, this.low[slot]! - size) + Math.max(0, size - this.high[slot]!));
  }

  /** Price of changing one place of a student's evening from one table (or the bench) to another. */
  visitPrice(student: number, from: number, to: number): number {
    const { problem, aims, bench, visits } = this;
    const row = student * (bench + 1);
    let price = 0;
    if (from === bench) price -= this.firm.satOut + this.firm.satOutTwice * (2 * visits[row + bench]! - 1);
    else if (visits[row + from] === 1) price += aims.want * this.wish(student, from);
    else if (problem.mentored[from] === 1) price -= this.firm.repeat;
    if (to === bench) price += this.firm.satOut + this.firm.satOutTwice * (2 * visits[row + bench]! + 1);
    else if (visits[row + to] === 0) price -= aims.want * this.wish(student, to);
    else if (problem.mentored[to] === 1) price += this.firm.repeat;
    if (problem.metBefore !== null) price += this.firm.twiceTonight * twiceMore(this, student, from, to);
    return problem.tagCount === 0 ? price : price + this.tagPrice(student, from, to);
  }

  private wish(student: number, table: number): number {
    return this.wishes[student * this.problem.tables + table]!;
  }

  private tagPrice(student: number, from: number, to: number): number {
    const { problem, aims, bench, tagVisits } = this;
    const tagRow = student * problem.tagCount;
    let met = 0;
    if (from !== bench) {
      for (const tag of problem.tags[from]!) {
        if (tagVisits[tagRow + tag] === 1 && (to === bench || !problem.tags[to]!.includes(tag))) met -= 1;
      }
    }
    if (to !== bench) for (const tag of problem.tags[to]!) if (tagVisits[tagRow + tag] === 0) met += 1;
    if (met === 0 || problem.promised === null) return -met * aims.tag;
    const missing = problem.promised[student]! - this.tagsMet[student]!;
    return -met * aims.tag + this.firm.promise * (Math.max(0, missing - met) - Math.max(0, missing));
  }

  /** Price of leaving a kept table for another one in a round. */
  keepPrice(round: number, student: number, from: number, to: number): number {
    const { keep, students } = this.problem;
    if (keep === null) return 0;
    const kept = keep[round * students + student]!;
    if (kept === FREE) return 0;
    if (kept === from) return this.keepCost;
    return kept === to ? -this.keepCost : 0;
  }

  /** Would this student meet somebody again at this table? */
  returns(student: number, table: number): boolean {
    return this.problem.mentored[table] === 1 && this.visits[student * (this.bench + 1) + table]! > 0;
  }

  /** Would this student meet somebody again by leaving one table for another, more often than before? */
  repeatsMore(student: number, from: number, to: number): boolean {
    const { visits, problem } = this;
    const row = student * (this.bench + 1);
    if (to === this.bench || visits[row + to] === 0 || problem.mentored[to] === 0) return false;
    return from === this.bench || visits[row + from]! < 2 || problem.mentored[from] === 0;
  }

  /** Price of exchanging two people of one round who sit at different places, company left out. */
  swapVisits(round: number, one: number, other: number, from: number, to: number): number {
    const price = this.visitPrice(one, from, to) + this.visitPrice(other, to, from);
    if (this.problem.keep === null) return price;
    return price + this.keepPrice(round, one, from, to) + this.keepPrice(round, other, to, from);
  }

  /** How many of those beside this person at this table they meet in another round too. */
  repeatedMeetings(round: number, table: number, student: number): number {
    if (table === this.bench || this.shared.length === 0) return 0;
    const { shared, list } = this;
    const row = student * this.problem.students;
    const start = round * this.roundLength + this.base[table]!;
    const end = start + this.size[round * (this.bench + 1) + table]!;
    let count = 0;
    for (let at = start; at < end; at++) if (shared[row + list[at]!]! > 1) count += 1;
    return count;
  }

  /** How many people at this table, but for `goes`, the newcomer has met already. Counts no further than `most` + 1. */
  newMeetings(round: number, table: number, goes: number, comes: number, most: number): number {
    if (table === this.bench || this.shared.length === 0) return 0;
    const { shared, list } = this;
    const row = comes * this.problem.students;
    const start = round * this.roundLength + this.base[table]!;
    const end = start + this.size[round * (this.bench + 1) + table]!;
    let count = 0;
    for (let at = start; at < end; at++) {
      const member = list[at]!;
      if (shared[row + member]! > 0 && member !== goes && ++count > most) break;
    }
    return count;
  }

  /** Does this person share a table in this round with somebody they share one with in another round too? */
  meetsAgain(round: number, student: number): boolean {
    const table = this.at(round, student);
    if (table === this.bench) return true;
    const { shared, list } = this;
    const row = student * this.problem.students;
    const start = this.listAt(round, table);
    const end = start + this.size[round * (this.bench + 1) + table]!;
    for (let at = start; at < end; at++) if (shared[row + list[at]!]! > 1) return true;
    return false;
  }

  /**
   * `comes` takes the place of `goes` in the counts of pairs and visits of a table, the lists left alone: one half of an
   * exchange that may still be taken back by the same call with the two exchanged. Returns the price of the pairs.
   */
  replacePairs(round: number, table: number, goes: number, comes: number): number {
    if (table === this.bench || this.shared.length === 0) return 0;
    const { shared, list } = this;
    const { students } = this.problem;
    const goesRow = goes * students;
    const comesRow = comes * students;
    const start = this.listAt(round, table);
    const end = start + this.size[round * (this.bench + 1) + table]!;
    let repeated = 0;
    for (let at = start; at < end; at++) {
      const member = list[at]!;
      // whoever of the two is still in the list is not company
      if (member === goes || member === comes) continue;
      const row = member * students;
      const before = shared[goesRow + member]!;
      if (before > 1) repeated -= 1;
      shared[goesRow + member] = before - 1;
      shared[row + goes] = before - 1;
      const met = shared[comesRow + member]!;
      if (met > 0) repeated += 1;
      shared[comesRow + member] = met + 1;
      shared[row + comes] = met + 1;
    }
    return this.aims.pair * repeated;
  }

  /** Writes into the seat and list of `table` that `comes` sits on the chair at `position` there. */
  takeChair(round: number, table: number, position: number, comes: number): void {
    const slot = comes * this.problem.rounds + round;
    this.seat[slot] = table;
    this.index[slot] = position;
    this.list[this.listAt(round, table) + position] = comes;
  }

  /** Exchanges two people of one round, with all counts. */
  exchange(round: number, one: number, other: number): void {
    const { rounds } = this.problem;
    const oneSlot = one * rounds + round;
    const otherSlot = other * rounds + round;
    const from = this.seat[oneSlot]!;
    const to = this.seat[otherSlot]!;
    const fromChair = this.index[oneSlot]!;
    const toChair = this.index[otherSlot]!;
    this.replacePairs(round, from, one, other);
    this.replacePairs(round, to, other, one);
    this.takeChair(round, to, toChair, one);
    this.takeChair(round, from, fromChair, other);
    this.countVisit(one, from, -1);
    this.countVisit(one, to, 1);
    this.countVisit(other, to, -1);
    this.countVisit(other, from, 1);
  }

  /** Moves a present student to a table or the bench and returns the price; sizes are not part of it. */
  move(round: number, student: number, to: number): number {
    const from = this.at(round, student);
    let price = this.visitPrice(student, from, to) + this.keepPrice(round, student, from, to);
    price -= this.leave(round, student);
    price += this.sit(round, student, to);
    return price;
  }

  /** Seats somebody who has no place yet. Returns the price of pairs that meet again. */
  sit(round: number, student: number, table: number): number {
    const slot = round * (this.bench + 1) + table;
    const size = this.size[slot]!;
    if (size === this.capacity[table]) this.grow(table);
    const start = this.listAt(round, table);
    const pairs = table === this.bench ? 0 : this.countPairs(start, size, student, 1);
    const place = student * this.problem.rounds + round;
    this.seat[place] = table;
    this.index[place] = size;
    this.list[start + size] = student;
    this.size[slot] = size + 1;
    this.countVisit(student, table, 1);
    return pairs * this.aims.pair;
  }

  /** Takes somebody's place away. Returns the price of pairs that met again there. */
  private leave(round: number, student: number): number {
    const { rounds } = this.problem;
    const place = student * rounds + round;
    const table = this.seat[place]!;
    const slot = round * (this.bench + 1) + table;
    const start = this.listAt(round, table);
    const size = this.size[slot]! - 1;
    const last = this.list[start + size]!;
    this.list[start + this.index[place]!] = last;
    this.index[last * rounds + round] = this.index[place]!;
    this.size[slot] = size;
    this.countVisit(student, table, -1);
    return table === this.bench ? 0 : this.countPairs(start, size, student, -1) * this.aims.pair;
  }

  /** Counts a visit, or takes one back (−1). */
  countVisit(student: number, table: number, change: number): void {
    this.visits[student * (this.bench + 1) + table]! += change;
    if (table === this.bench || this.problem.tagCount === 0) return;
    const { tagVisits, problem } = this;
    for (const tag of problem.tags[table]!) {
      const slot = student * problem.tagCount + tag;
      const before = tagVisits[slot]!;
      tagVisits[slot] = before + change;
      if (before === 0) this.tagsMet[student]! += 1;
      else if (before + change === 0) this.tagsMet[student]! -= 1;
    }
  }

  /** Changes the count of each pair; returns how many of these meetings are not the first of the pair. */
  private countPairs(start: number, size: number, student: number, change: 1 | -1): number {
    const { shared, list } = this;
    if (shared.length === 0) return 0;
    const { students } = this.problem;
    const row = student * students;
    let again = 0;
    for (let at = start; at < start + size; at++) {
      const member = list[at]!;
      const before = shared[row + member]!;
      shared[row + member] = before + change;
      shared[member * students + student] = before + change;
      if (before >= (change === 1 ? 1 : 2)) again += 1;
    }
    return again;
  }

  /** Gives a table's lists twice the room. */
  private grow(table: number): void {
    const capacity = this.capacity.slice();
    capacity[table]! *= 2;
    this.layOut(capacity);
  }

  private layOut(capacity: Int32Array): void {
    const { rounds } = this.problem;
    const base = new Int32Array(this.bench + 1);
    let length = 0;
    capacity.forEach((count, table) => {
      base[table] = length;
      length += count;
    });
    const list = new Int32Array(length * rounds);
    for (let round = 0; round < rounds && this.list.length > 0; round++) {
      for (let table = 0; table <= this.bench; table++) {
        const start = this.listAt(round, table);
        list.set(this.list.subarray(start, start + this.sizeOf(round, table)), round * length + base[table]!);
      }
    }
    this.capacity = capacity;
    this.base = base;
    this.roundLength = length;
    this.list = list;
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
