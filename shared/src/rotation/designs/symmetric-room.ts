import type { Random } from '../../kernel/random.ts';
import type { Seating, Shape } from './shape.ts';
import type { Symmetry } from './symmetry.ts';

/** Classes of pairs that the group takes into each other. */
interface PairClasses {
  readonly of: Int32Array;
  readonly sizes: Int32Array;
  /** The number of the first class of a student and a table. */
  readonly firstVisit: number;
}

/** A round of which the others of its cycle are images, and the acts that leave it in place. */
interface BaseRound {
  readonly round: number;
  readonly cycle: number;
  /** By student: acts that keep the round and take the student to each of its images once; the identity first. */
  readonly images: readonly (readonly number[])[];
}

/**
 * A seating that is the same after every act of a group, kept as its base rounds, with the price of its faults.
 * Students and, where nobody returns, tables are points: a table is like a mentor who always sits there.
 */
export class SymmetricRoom {
  readonly bases: readonly BaseRound[];
  /** Meetings of two people beyond their first. */
  repeatedPairs = 0;
  /** Visits of a student to a table beyond the first, where nobody may return. */
  repeatedVisits = 0;
  private readonly points: number;
  private readonly classes: PairClasses;
  private readonly met: Int32Array;
  /** The classes from here on are visits. */
  private readonly firstVisit: number;
  /** [base][student]: the table. */
  readonly at: Int32Array[];
  private readonly members: Int32Array[];
  private readonly sizes: Int32Array[];
  private readonly places: Int32Array[];

  constructor(
    readonly shape: Shape,
    readonly symmetry: Symmetry,
  ) {
    const { students, tables, mentored } = shape;
    this.points = students + (mentored ? tables : 0);
    this.bases = baseRounds(shape, symmetry);
    this.classes = pairClasses(this.points, symmetry, students);
    this.met = new Int32Array(this.classes.sizes.length);
    this.firstVisit = this.classes.firstVisit;
    this.at = this.bases.map(() => new Int32Array(students).fill(-1));
    this.members = this.bases.map(() => new Int32Array(tables * students));
    this.sizes = this.bases.map(() => new Int32Array(tables));
    this.places = this.bases.map(() => new Int32Array(students));
  }

  /** Seats everybody anew at random, evenly. @returns false when the sizes don't come out even */
  fill(random: Random): boolean {
    for (const [base, { images }] of this.bases.entries()) {
      const at = this.at[base]!;
      for (let student = 0; student < at.length; student++) if (at[student] !== -1) this.leave(base, student);
      const order = random.shuffle(Array.from({ length: at.length }, (_, student) => student));
      order.sort((a, b) => images[b]!.length - images[a]!.length);
      // those who must sit at a table that stays in place come first: nobody else may take their seats
      const fixed = order.filter((student) => images[student]!.length === 1 && this.keepsRound(base) > 1);
      for (const student of [...fixed, ...order]) {
        if (at[student] === -1 && !this.seatSomewhere(base, student, random)) return false;
      }
    }
    return true;
  }

  private keepsRound(base: number): number {
    return this.symmetry.length / this.bases[base]!.cycle;
  }

  private seatSomewhere(base: number, student: number, random: Random): boolean {
    const { students, tables } = this.shape;
    const low = Math.floor(students / tables);
    const sizes = this.sizes[base]!;
    const spare = students % tables;
    let best = -1;
    let bestSize = low + 1;
    const first = random.below(tables);
    for (let step = 0; step < tables; step++) {
      const table = (first + step) % tables;
      if (sizes[table]! < bestSize && this.mayTake(base, student, table, low + (spare > 0 ? 1 : 0))) {
        best = table;
        bestSize = sizes[table]!;
      }
    }
    if (best === -1) return false;
    this.seatImages(base, student, best);
    return this.evenSoFar(base, low, spare);
  }

  private evenSoFar(base: number, low: number, spare: number): boolean {
    let above = 0;
    for (const size of this.sizes[base]!) if (size > low) above++;
    return above <= spare;
  }

  private mayTake(base: number, student: number, table: number, most: number): boolean {
    const { images, round } = this.bases[base]!;
    const acts = images[student]!;
    for (const act of this.symmetry) {
      if (act.rounds[round] === round && act.students[student] === student && act.tables[table] !== table) return false;
    }
    const added = new Map<number, number>();
    for (const act of acts) {
      const image = this.symmetry[act]!.tables[table]!;
      added.set(image, (added.get(image) ?? 0) + 1);
    }
    return [...added].every(([image, count]) => this.sizes[base]![image]! + count <= most);
  }

  /** Takes a student and its images to their tables in a base round. */
  private seatImages(base: number, student: number, table: number): void {
    for (const act of this.bases[base]!.images[student]!) {
      this.sit(base, this.symmetry[act]!.students[student]!, this.symmetry[act]!.tables[table]!);
    }
  }

  private leaveImages(base: number, student: number): void {
    for (const act of this.bases[base]!.images[student]!) this.leave(base, this.symmetry[act]!.students[student]!);
  }

  /** Whether two students of a base round can take each other's seats, so that they end at different tables. */
  canExchange(base: number, one: number, other: number): boolean {
    const at = this.at[base]!;
    if (at[one] === at[other]) return false;
    const { images } = this.bases[base]!;
    const acts = images[one]!;
    if (acts.length === 1) return images[other]!.length === 1;
    if (acts.length !== images[other]!.length) return false;
    return acts.every((act) => this.symmetry[act]!.students[one] !== other);
  }

  /** Two students take each other's seats, and their images likewise. Doing it again undoes it. */
  exchange(base: number, one: number, other: number): void {
    const at = this.at[base]!;
    const from = at[one]!;
    const to = at[other]!;
    this.leaveImages(base, one);
    this.leaveImages(base, other);
    this.seatImages(base, one, to);
    this.seatImages(base, other, from);
  }

  private leave(base: number, student: number): void {
    const { tables, students } = this.shape;
    const table = this.at[base]![student]!;
    const members = this.members[base]!;
    const first = table * students;
    const last = --this.sizes[base]![table]!;
    const place = this.places[base]![student]!;
    const moved = members[first + last]!;
    members[first + place] = moved;
    this.places[base]![moved] = place;
    this.at[base]![student] = -1;
    const { cycle } = this.bases[base]!;
    const row = student * this.points;
    for (let index = first; index < first + last; index++) this.part(this.classes.of[row + members[index]!]!, cycle);
    if (this.points > students && table < tables) this.part(this.classes.of[row + students + table]!, cycle);
  }

  private sit(base: number, student: number, table: number): void {
    const { students } = this.shape;
    const members = this.members[base]!;
    const first = table * students;
    const size = this.sizes[base]![table]!;
    const { cycle } = this.bases[base]!;
    const row = student * this.points;
    for (let index = first; index < first + size; index++) this.meet(this.classes.of[row + members[index]!]!, cycle);
    if (this.points > students) this.meet(this.classes.of[row + students + table]!, cycle);
    members[first + size] = student;
    this.places[base]![student] = size;
    this.sizes[base]![table] = size + 1;
    this.at[base]![student] = table;
  }

  private part(kind: number, times: number): void {
    const above = this.met[kind]! - this.classes.sizes[kind]!;
    this.met[kind]! -= times;
    if (above > 0) this.count(kind, -Math.min(above, times));
  }

  private meet(kind: number, times: number): void {
    this.met[kind]! += times;
    const above = this.met[kind]! - this.classes.sizes[kind]!;
    if (above > 0) this.count(kind, Math.min(above, times));
  }

  private count(kind: number, more: number): void {
    if (kind < this.firstVisit) this.repeatedPairs += more;
    else this.repeatedVisits += more;
  }

  /** The seats of all rounds that follow from the tables of base rounds, `at` as it is or was: [base][student]. */
  developed(at: readonly Int32Array[]): Seating {
    const { students, rounds } = this.shape;
    const seat = new Int32Array(rounds * students);
    for (const [base, { round }] of this.bases.entries()) {
      for (const act of this.symmetry) {
        for (let student = 0; student < students; student++) {
          const table = act.tables[at[base]![student]!]!;
          seat[act.rounds[round]! * students + act.students[student]!] = table;
        }
      }
    }
    return seat;
  }
}

function baseRounds(shape: Shape, symmetry: Symmetry): BaseRound[] {
  const bases: BaseRound[] = [];
  const reached = new Set<number>();
  for (let round = 0; round < shape.rounds; round++) {
    if (reached.has(round)) continue;
    const cycle = new Set(symmetry.map((act) => act.rounds[round]!));
    for (const image of cycle) reached.add(image);
    const keeping = symmetry.flatMap((act, index) => (act.rounds[round] === round ? [index] : []));
    const images = Array.from({ length: shape.students }, (_, student) => {
      const seen = new Set<number>();
      return keeping.filter((act) => {
        const image = symmetry[act]!.students[student]!;
        const isNew = !seen.has(image);
        seen.add(image);
        return isNew;
      });
    });
    bases.push({ round, cycle: cycle.size, images });
  }
  return bases;
}

/** Numbers the classes of pairs of points, those of two students first; tables are the points from `students` on. */
function pairClasses(points: number, symmetry: Symmetry, students: number): PairClasses {
  const of = new Int32Array(points * points).fill(-1);
  const sizes: number[] = [];
  const image = (act: Symmetry[number], point: number): number =>
    point < students ? act.students[point]! : students + act.tables[point - students]!;
  const number = (one: number, other: number): void => {
    if (of[one * points + other] !== -1) return;
    let size = 0;
    for (const act of symmetry) {
      const left = image(act, one);
      const right = image(act, other);
      if (of[left * points + right] !== -1) continue;
      of[left * points + right] = sizes.length;
      of[right * points + left] = sizes.length;
      size++;
    }
    sizes.push(size);
  };
  for (let one = 0; one < students; one++) for (let other = one + 1; other < students; other++) number(one, other);
  const firstVisit = sizes.length;
  for (let one = 0; one < students; one++) for (let table = students; table < points; table++) number(one, table);
  return { of, sizes: Int32Array.from(sizes), firstVisit };
}
