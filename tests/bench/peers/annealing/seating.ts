// biome-ignore-all lint/style/noNonNullAssertion: indexes into typed arrays stay inside them, as in shared/src/rotation
import { eligible, type Problem } from '@lapwing/shared/rotation/search/problem';

/** What a change does: firm rules broken, sum of squared waits, visits beyond the first, wishes, pairs, tags. */
export class Change {
  broken = 0;
  waits = 0;
  repeats = 0;
  want = 0;
  pairs = 0;
  tags = 0;

  clear(): void {
    this.broken = 0;
    this.waits = 0;
    this.repeats = 0;
    this.want = 0;
    this.pairs = 0;
    this.tags = 0;
  }
}

/** The place of somebody who is not here, or not yet placed. */
export const NOWHERE = -1;

/**
 * Who sits where in every round, with counters beside it, so that a swap can be judged before it is made. Table
 * `problem.tables` is the bench: those who are here and sit out.
 */
export class Seating {
  readonly bench: number;
  /** [round * students + student] */
  readonly place: Int32Array;
  /** All that has been done so far, added up. */
  readonly total = new Change();
  private readonly index: Int32Array;
  private readonly members: Int32Array;
  private readonly start: Int32Array;
  private readonly count: Int32Array;
  private readonly visits: Int16Array;
  private readonly met: Int16Array;
  private readonly tagSeen: Int16Array;
  private readonly waited: Int32Array;
  private readonly weight: Int16Array;
  private readonly strict: Uint8Array;

  constructor(readonly problem: Problem) {
    const { rounds, students, tables } = problem;
    this.bench = tables;
    this.place = new Int32Array(rounds * students).fill(NOWHERE);
    this.index = new Int32Array(rounds * students);
    this.start = new Int32Array(rounds * (tables + 1));
    let length = 0;
    for (let list = 0; list < this.start.length; list++) {
      this.start[list] = length;
      const table = list % (tables + 1);
      length += table === tables ? students : Math.min(students, problem.seats[table]! + 1);
    }
    this.members = new Int32Array(length);
    this.count = new Int32Array(this.start.length);
    this.visits = new Int16Array(students * tables);
    this.met = new Int16Array(students * students);
    this.tagSeen = new Int16Array(students * problem.tagCount);
    this.waited = new Int32Array(students);
    this.weight = new Int16Array(students * tables);
    problem.wants.forEach((wants, student) => {
      for (const [table, weight] of wants) this.weight[student * tables + table] = weight;
    });
    this.strict = Uint8Array.from({ length: students }, (_, student) =>
      problem.barred[student] !== null || problem.apart[student]!.length > 0 ? 1 : 0,
    );
  }

  sizeOf(round: number, table: number): number {
    return this.count[round * (this.bench + 1) + table]!;
  }

  memberOf(round: number, table: number, position: number): number {
    return this.members[this.start[round * (this.bench + 1) + table]! + position]!;
  }

  waitsOf(student: number): number {
    return this.waited[student]!;
  }

  /** Has this student been at the table in any round? */
  beenAt(student: number, table: number): boolean {
    return this.visits[student * this.bench + table]! > 0;
  }

  /** Adds to `change` what it would do if two students of no group swapped their places in a round. */
  weighSwap(round: number, one: number, other: number, change: Change): void {
    const { students } = this.problem;
    const from = this.place[round * students + one]!;
    const to = this.place[round * students + other]!;
    this.weighMove(round, one, from, to, other, change);
    this.weighMove(round, other, to, from, one, change);
    this.weighPairs(round, from, one, other, change);
    this.weighPairs(round, to, other, one, change);
  }

  /** Adds to `change` what it would do if a student of no group went to another table, in nobody's stead. */
  weighStep(round: number, student: number, to: number, change: Change): void {
    const from = this.place[round * this.problem.students + student]!;
    this.weighMove(round, student, from, to, NOWHERE, change);
    this.weighPairs(round, from, student, NOWHERE, change);
    this.weighPairs(round, to, NOWHERE, student, change);
  }

  /** Everything but pairs; `swapped` leaves `to` at the same time. */
  private weighMove(round: number, who: number, from: number, to: number, swapped: number, change: Change): void {
    const { bench, visits, weight, waited, problem } = this;
    let last = false;
    let first = false;
    if (from === bench) change.waits += 1 - 2 * waited[who]!;
    else {
      const been = visits[who * bench + from]!;
      last = been === 1;
      if (last) change.want -= weight[who * bench + from]!;
      else change.repeats -= problem.mentored[from]!;
    }
    if (to === bench) change.waits += 1 + 2 * waited[who]!;
    else {
      first = visits[who * bench + to] === 0;
      if (first) change.want += weight[who * bench + to]!;
      else change.repeats += problem.mentored[to]!;
    }
    if (problem.tagCount > 0) change.tags += this.tagsWon(who, last ? from : -1, first ? to : -1);
    if (this.strict[who] === 1) {
      change.broken += this.brokenAt(round, who, to, swapped) - this.brokenAt(round, who, from, NOWHERE);
    }
  }

  /** Different tags won and lost by no longer visiting one table and now visiting another (−1: neither). */
  private tagsWon(who: number, lost: number, won: number): number {
    const { tags, tagCount } = this.problem;
    let difference = 0;
    if (won >= 0) for (const tag of tags[won]!) if (this.tagSeen[who * tagCount + tag] === 0) difference += 1;
    if (lost >= 0) {
      for (const tag of tags[lost]!) {
        if (this.tagSeen[who * tagCount + tag] === 1 && !(won >= 0 && tags[won]!.includes(tag))) difference -= 1;
      }
    }
    return difference;
  }

  /** `gone` leaves a table and `come` takes the place. */
  private weighPairs(round: number, table: number, gone: number, come: number, change: Change): void {
    if (table === this.bench) return;
    const { students } = this.problem;
    const list = round * (this.bench + 1) + table;
    const end = this.start[list]! + this.count[list]!;
    const lost = gone * students;
    const won = come * students;
    let difference = 0;
    for (let at = this.start[list]!; at < end; at++) {
      const member = this.members[at]!;
      if (member === gone) continue;
      if (gone >= 0 && this.met[lost + member] === 1) difference -= 1;
      if (come >= 0 && this.met[won + member] === 0) difference += 1;
    }
    change.pairs += difference;
  }

  /** Firm rules that a student breaks at a table: not for them, or together with somebody they are kept apart from. */
  private brokenAt(round: number, who: number, table: number, leaving: number): number {
    if (table === this.bench) return 0;
    const { problem, place } = this;
    let broken = eligible(problem, who, table) ? 0 : 1;
    for (const other of problem.apart[who]!) {
      if (other !== leaving && place[round * problem.students + other] === table) broken += 1;
    }
    return broken;
  }

  /** Moves anybody who has a place to another, and counts it in `total`; the way for groups, and for moves decided on. */
  move(round: number, student: number, to: number): void {
    this.take(round, student);
    this.put(round, student, to);
  }

  swap(round: number, one: number, other: number): void {
    const from = this.place[round * this.problem.students + one]!;
    const to = this.place[round * this.problem.students + other]!;
    this.take(round, one);
    this.move(round, other, from);
    this.put(round, one, to);
  }

  /** Takes a student from their place; they have none until `put`. */
  take(round: number, student: number): void {
    const { bench, total, problem } = this;
    const seat = round * problem.students + student;
    const table = this.place[seat]!;
    const list = round * (bench + 1) + table;
    const last = this.start[list]! + --this.count[list]!;
    const hole = this.start[list]! + this.index[seat]!;
    const moved = this.members[last]!;
    this.members[hole] = moved;
    this.index[round * problem.students + moved] = this.index[seat]!;
    this.place[seat] = NOWHERE;
    if (table === bench) {
      this.waited[student]! -= 1;
      total.waits -= 2 * this.waited[student]! + 1;
      return;
    }
    if (--this.visits[student * bench + table]! > 0) total.repeats -= problem.mentored[table]!;
    else {
      total.want -= this.weight[student * bench + table]!;
      for (const tag of problem.tags[table]!) {
        if (--this.tagSeen[student * problem.tagCount + tag]! === 0) total.tags -= 1;
      }
    }
    if (this.strict[student] === 1) total.broken -= this.brokenAt(round, student, table, NOWHERE);
    this.meet(round, table, student, -1);
  }

  /** Gives a student who has no place one. */
  put(round: number, student: number, table: number): void {
    const { bench, total, problem } = this;
    const seat = round * problem.students + student;
    if (table !== bench) {
      if (this.strict[student] === 1) total.broken += this.brokenAt(round, student, table, NOWHERE);
      this.meet(round, table, student, 1);
    }
    const list = round * (bench + 1) + table;
    this.index[seat] = this.count[list]!;
    this.members[this.start[list]! + this.count[list]!] = student;
    this.count[list]! += 1;
    this.place[seat] = table;
    if (table === bench) {
      total.waits += 2 * this.waited[student]! + 1;
      this.waited[student]! += 1;
      return;
    }
    if (this.visits[student * bench + table]! > 0) total.repeats += problem.mentored[table]!;
    else {
      total.want += this.weight[student * bench + table]!;
      for (const tag of problem.tags[table]!) {
        if (this.tagSeen[student * problem.tagCount + tag] === 0) total.tags += 1;
        this.tagSeen[student * problem.tagCount + tag]! += 1;
      }
    }
    this.visits[student * bench + table]! += 1;
  }

  /** Counts a student's meetings at a table once more or once less; friends of one group do not count as met. */
  private meet(round: number, table: number, student: number, by: 1 | -1): void {
    const { students, group } = this.problem;
    const list = round * (this.bench + 1) + table;
    const end = this.start[list]! + this.count[list]!;
    for (let at = this.start[list]!; at < end; at++) {
      const member = this.members[at]!;
      if (group[member] === group[student] && group[student] !== -1) continue;
      const meetings = this.met[student * students + member]! + by;
      this.met[student * students + member] = meetings;
      this.met[member * students + student] = meetings;
      if (by === 1 ? meetings === 1 : meetings === 0) this.total.pairs += by;
    }
  }
}
