import type { Random } from '../../kernel/random.ts';
import { isFree } from './by-round.ts';
import type { Room } from './room.ts';

const LONGEST_TRAIL = 10;
const TWO_TO_31 = 2 ** 31;

/**
 * The price that is still accepted: temperature × −log2 of a random number, by the position of its first bit and a
 * straight line between powers of two (Mitchell 1962), so that it is the same on every machine.
 */
function acceptedPrice(temperature: number, random: Random): number {
  const word = random.below(TWO_TO_31) | 1;
  const zeros = Math.clz32(word) - 1;
  const fraction = ((word << (zeros + 1)) & 0x7fff_ffff) >>> 15;
  return Math.floor((temperature * (zeros * 65_536 + 65_536 - fraction)) / 65_536);
}

/** Tries one random move at a time on a seating, and keeps it when it is good enough at the temperature of the moment. */
export class Movers {
  /** Price of all moves made so far. */
  price = 0;
  /** Rounds in which at least one person may be moved. */
  readonly rounds: number[] = [];
  private readonly singles: number[][] = [];
  private readonly single: Uint8Array;
  private readonly groups: { round: number; members: number[] }[] = [];
  private readonly sitOuts: boolean;

  constructor(
    private readonly room: Room,
    rounds: readonly number[],
    private readonly random: Random,
  ) {
    const { problem } = room;
    this.single = new Uint8Array(problem.rounds * problem.students);
    for (const round of rounds) {
      const free: number[] = [];
      for (let student = 0; student < problem.students; student++) {
        if (!isFree(problem, round, student)) continue;
        const members = problem.group[student] === -1 ? [student] : problem.groups[problem.group[student]!]!;
        const here = members.filter((member) => isFree(problem, round, member));
        if (here.length === 1) {
          free.push(student);
          this.single[round * problem.students + student] = 1;
        } else if (here[0] === student) this.groups.push({ round, members: here });
      }
      this.singles[round] = free;
      if (free.length > 0) this.rounds.push(round);
    }
    this.sitOuts = rounds.some((round) => room.membersOf(round, room.bench).length > 0);
  }

  tryOne(temperature: number): void {
    const { random } = this;
    const kind = random.below(16);
    if (kind < 4) this.trail(temperature);
    else if (kind === 4 && this.groups.length > 0) this.moveGroup(temperature);
    else if (kind === 5) this.moveSingle(temperature);
    else this.exchange(temperature);
  }

  private pickRound(): number {
    return this.rounds[this.random.below(this.rounds.length)]!;
  }

  private pickSingle(round: number): number {
    const list = this.singles[round]!;
    return list[this.random.below(list.length)]!;
  }

  /**
   * Two people of one round change places. Where one of them would return to a mentor, they change places in the
   * round of that other meeting too, and so on: a Kempe trail between two people, after which nobody meets anybody twice
   * who did not before.
   */
  private exchange(temperature: number): void {
    const { room } = this;
    const round = this.pickRound();
    const one = this.pickSingle(round);
    const other = this.pickSingle(round);
    const from = room.at(round, one);
    const to = room.at(round, other);
    if (from === to) return;
    if (room.returns(one, to) || room.returns(other, from)) this.exchangeAll(round, one, other, temperature);
    else this.exchangeOnce(round, one, other, temperature);
  }

  private exchangeOnce(round: number, one: number, other: number, temperature: number): void {
    const { room } = this;
    const from = room.at(round, one);
    const to = room.at(round, other);
    const accepted = acceptedPrice(temperature, this.random);
    const price = room.swapPrice(round, one, other);
    if (price > accepted) return;
    if (!room.maySit(round, one, to, [other]) || !room.maySit(round, other, from, [one])) return;
    room.move(round, one, to);
    room.move(round, other, from);
    this.price += price;
  }

  private exchangeAll(start: number, one: number, other: number, temperature: number): void {
    const { room } = this;
    const exchanged = [start];
    for (let index = 0; index < exchanged.length; index++) {
      const round = exchanged[index]!;
      for (const [who, table] of [
        [one, room.at(round, other)],
        [other, room.at(round, one)],
      ] as const) {
        if (!room.returns(who, table)) continue;
        for (let met = 0; met < room.problem.rounds; met++) {
          if (room.at(met, who) !== table || exchanged.includes(met)) continue;
          if (!this.isSingle(met, one) || !this.isSingle(met, other) || exchanged.length === LONGEST_TRAIL) return;
          exchanged.push(met);
        }
      }
    }
    const rounds: number[] = [];
    const students: number[] = [];
    const targets: number[] = [];
    for (const round of exchanged) {
      rounds.push(round, round);
      students.push(one, other);
      targets.push(room.at(round, other), room.at(round, one));
    }
    this.settle(rounds, students, targets, temperature);
  }

  /** One person goes to another table, or to and from the bench; sizes may become more even, never less by choice. */
  private moveSingle(temperature: number): void {
    const { room } = this;
    const { problem } = room;
    const round = this.pickRound();
    const student = this.pickSingle(round);
    const from = room.at(round, student);
    const to = this.random.below(problem.tables);
    if (from === to || room.membersOf(round, to).length >= problem.seats[to]!) return;
    if (!room.maySit(round, student, to, [])) return;
    this.settle([round], [student], [to], temperature);
  }

  /**
   * Exchanges two rounds along a trail: somebody swaps their tables of the two rounds, so somebody at the second
   * table must make way, and so on until the first table is full again.
   */
  private trail(temperature: number): void {
    const { room, random } = this;
    const first = this.pickRound();
    const second = this.pickRound();
    if (first === second) return;
    const start = this.pickSingle(first);
    const home = room.at(first, start);
    let table = room.at(second, start);
    if (!this.canSwapRounds(start, first, second) || table === home) return;
    const movers = [start];
    while (movers.length < LONGEST_TRAIL) {
      const next = this.makesWay(first, second, table, home, movers);
      if (next === -1) return;
      movers.push(next);
      table = room.at(second, next);
      if (table === home) break;
      // sizes that differ by one may as well be exchanged: the trail ends where the room is
      if (random.below(8) === 0 && movers.length > 1) break;
    }
    if (table !== home && movers.length === LONGEST_TRAIL) return;
    const rounds: number[] = [];
    const students: number[] = [];
    const targets: number[] = [];
    for (const student of movers) {
      rounds.push(first, second);
      students.push(student, student);
      targets.push(room.at(second, student), room.at(first, student));
    }
    this.settle(rounds, students, targets, temperature);
  }

  private canSwapRounds(student: number, first: number, second: number): boolean {
    const { single, room } = this;
    const { students } = room.problem;
    return single[first * students + student] === 1 && single[second * students + student] === 1;
  }

  /** Somebody at this table in the first round who may swap rounds; by choice one who brings the trail home. */
  private makesWay(first: number, second: number, table: number, home: number, movers: readonly number[]): number {
    const { room, random } = this;
    const list = room.membersOf(first, table);
    const offset = random.below(list.length + 1);
    let found = -1;
    for (let step = 0; step < list.length; step++) {
      const student = list[(offset + step) % list.length]!;
      const to = room.at(second, student);
      if (to === table || movers.includes(student) || !this.canSwapRounds(student, first, second)) continue;
      if (to === home) return student;
      if (found === -1) found = student;
    }
    return found;
  }

  /** A group that sits together changes places with as many others, or takes free seats. */
  private moveGroup(temperature: number): void {
    const { room, random } = this;
    const { problem } = room;
    const { round, members } = this.groups[random.below(this.groups.length)]!;
    const from = room.at(round, members[0]!);
    const to = random.below(problem.tables + (this.sitOuts ? 1 : 0));
    if (from === to) return;
    const others = random.shuffle(room.membersOf(round, to).filter((other) => this.isSingle(round, other)));
    const least = to === room.bench ? 0 : room.membersOf(round, to).length + members.length - problem.seats[to]!;
    const count = Math.max(least, random.below(8) === 0 ? random.below(members.length + 1) : members.length);
    if (count > others.length || (from !== room.bench && count > members.length)) return;
    const leaving = others.slice(0, count);
    const all = [...members, ...leaving];
    if (!members.every((student) => room.maySit(round, student, to, all))) return;
    if (!leaving.every((student) => room.maySit(round, student, from, all))) return;
    const targets = [...members.map(() => to), ...leaving.map(() => from)];
    this.settle(
      all.map(() => round),
      all,
      targets,
      temperature,
    );
  }

  private isSingle(round: number, student: number): boolean {
    return this.single[round * this.room.problem.students + student] === 1;
  }

  /** Makes the moves, and takes them back if they break a rule or cost too much. */
  private settle(
    rounds: readonly number[],
    students: readonly number[],
    targets: readonly number[],
    temperature: number,
  ): void {
    const { room } = this;
    const accepted = acceptedPrice(temperature, this.random);
    const before = students.map((student, index) => room.at(rounds[index]!, student));
    let price = 0;
    for (let index = 0; index < students.length; index++) {
      const round = rounds[index]!;
      const from = before[index]!;
      const to = targets[index]!;
      price -= room.unevenness(round, from) + room.unevenness(round, to);
      price += room.move(round, students[index]!, to);
      price += room.unevenness(round, from) + room.unevenness(round, to);
    }
    if (price <= accepted && this.isAllowed(rounds, students, targets)) {
      this.price += price;
      return;
    }
    for (let index = students.length - 1; index >= 0; index--)
      room.move(rounds[index]!, students[index]!, before[index]!);
  }

  private isAllowed(rounds: readonly number[], students: readonly number[], targets: readonly number[]): boolean {
    const { room } = this;
    const { problem } = room;
    return students.every((student, index) => {
      const round = rounds[index]!;
      const table = targets[index]!;
      if (!room.maySit(round, student, table, [])) return false;
      return table === room.bench || room.membersOf(round, table).length <= problem.seats[table]!;
    });
  }
}
