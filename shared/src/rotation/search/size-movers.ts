import type { Random } from '../../kernel/random.ts';
import { acceptedPrice } from './chance.ts';
import { FIRM_COSTS } from './firm-costs.ts';
import type { FreeSeats } from './free-seats.ts';
import type { Room } from './room.ts';

/** The moves that change how many sit at a table, and those of groups who sit together. */
export class SizeMovers {
  /** False when no table may gain or lose somebody and nobody sits together: then no such move helps. */
  readonly inUse: boolean;
  private readonly canSitOut: boolean;

  constructor(
    private readonly room: Room,
    private readonly free: FreeSeats,
    private readonly random: Random,
  ) {
    const { bench } = room;
    this.canSitOut = free.rounds.some((round) => room.sizeOf(round, bench) > 0);
    const rigid = free.rounds.every((round) => {
      for (let table = 0; table < bench; table++) {
        const slot = round * bench + table;
        if (room.low[slot] !== room.high[slot] || room.sizeOf(round, table) !== room.low[slot]) return false;
      }
      return true;
    });
    this.inUse = !rigid || free.groups.length > 0;
  }

  /** Returns the price of what was done; 0 when nothing was. */
  tryOne(temperature: number): number {
    const { groups } = this.free;
    const group = groups.length > 0 && this.random.below(4) > 0;
    return group ? this.moveGroup(temperature) : this.moveSingle(temperature);
  }

  /** One person goes to another table, or to and from the bench; sizes may become more even, never less by choice. */
  private moveSingle(temperature: number): number {
    const { room, random } = this;
    const { problem } = room;
    const { rounds, singles } = this.free;
    if (rounds.length === 0) return 0;
    const round = rounds[random.below(rounds.length)]!;
    const list = singles[round]!;
    const student = list[random.below(list.length)]!;
    const from = room.at(round, student);
    const to = random.below(problem.tables);
    if (from === to || room.sizeOf(round, to) >= problem.seats[to]!) return 0;
    if (from !== room.bench && this.isHopeless(student, from, to)) return 0;
    if (!room.maySit(round, student, to, [])) return 0;
    return this.settle(round, [student], [to], temperature);
  }

  /** A group that sits together changes places with as many others, or takes free seats. */
  private moveGroup(temperature: number): number {
    const { room, random } = this;
    const { problem } = room;
    const { groups } = this.free;
    const { round, members } = groups[random.below(groups.length)]!;
    const from = room.at(round, members[0]!);
    const partner = groups[random.below(groups.length)]!;
    if (partner.members !== members && partner.round === round && partner.members.length === members.length) {
      return this.exchangeGroups(round, members, partner.members, temperature);
    }
    const to = random.below(problem.tables + (this.canSitOut ? 1 : 0));
    if (from === to || members.some((student) => this.isHopeless(student, from, to))) return 0;
    const { students } = problem;
    const others = random.shuffle(
      room
        .membersOf(round, to)
        .filter((other) => this.free.isSingle[round * students + other] === 1 && !this.isHopeless(other, to, from)),
    );
    const least = to === room.bench ? 0 : room.sizeOf(round, to) + members.length - problem.seats[to]!;
    const count = Math.max(least, random.below(8) === 0 ? random.below(members.length + 1) : members.length);
    if (count > others.length || (from !== room.bench && count > members.length)) return 0;
    const leaving = others.slice(0, count);
    const all = [...members, ...leaving];
    if (!members.every((student) => room.maySit(round, student, to, all))) return 0;
    if (!leaving.every((student) => room.maySit(round, student, from, all))) return 0;
    return this.settle(round, all, [...members.map(() => to), ...leaving.map(() => from)], temperature);
  }

  /** Meets somebody again, which nothing can make up for unless firm aims cost little at the moment. */
  private isHopeless(student: number, from: number, to: number): boolean {
    return this.room.firm === FIRM_COSTS && this.room.repeatsMore(student, from, to);
  }

  /** Two groups of one size change places. */
  private exchangeGroups(round: number, one: readonly number[], other: readonly number[], temperature: number): number {
    const { room } = this;
    const from = room.at(round, one[0]!);
    const to = room.at(round, other[0]!);
    const all = [...one, ...other];
    if (from === to || one.some((student) => this.isHopeless(student, from, to))) return 0;
    if (other.some((student) => this.isHopeless(student, to, from))) return 0;
    if (!one.every((student) => room.maySit(round, student, to, all))) return 0;
    if (!other.every((student) => room.maySit(round, student, from, all))) return 0;
    return this.settle(round, all, [...one.map(() => to), ...other.map(() => from)], temperature);
  }

  /** Makes the moves of one round, and takes them back if they break a rule or cost too much. */
  private settle(round: number, students: readonly number[], targets: readonly number[], temperature: number): number {
    const { room } = this;
    const accepted = acceptedPrice(temperature, this.random);
    const before = students.map((student) => room.at(round, student));
    let price = 0;
    for (let index = 0; index < students.length; index++) {
      const from = before[index]!;
      const to = targets[index]!;
      price -= room.unevenness(round, from) + room.unevenness(round, to);
      price += room.move(round, students[index]!, to);
      price += room.unevenness(round, from) + room.unevenness(round, to);
    }
    if (price <= accepted && this.isAllowed(round, students, targets)) return price;
    for (let index = students.length - 1; index >= 0; index--) room.move(round, students[index]!, before[index]!);
    return 0;
  }

  private isAllowed(round: number, students: readonly number[], targets: readonly number[]): boolean {
    const { room } = this;
    return students.every((student, index) => {
      const table = targets[index]!;
      if (!room.maySit(round, student, table, [])) return false;
      return table === room.bench || room.sizeOf(round, table) <= room.problem.seats[table]!;
    });
  }
}
