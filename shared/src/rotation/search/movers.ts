import type { Random } from '../../kernel/random.ts';
import { Batch, LONGEST_TRAIL } from './batch.ts';
import { acceptedPrice } from './chance.ts';
import type { FreeSeats } from './free-seats.ts';
import type { Room } from './room.ts';
import { SizeMovers } from './size-movers.ts';

/** Of 16 choices of somebody to move, so many look for one who meets somebody again. */
const LOOK_FOR_TROUBLE = 14;
/** Of 16 moves, so many are trails. */
const TRAILS = 7;
/** And so many change sizes or move groups. */
const OF_SIZE = 2;
/** What a guess at the price of several chairs may be wrong by, in repeated pairs. */
const GUESS_IS_OFF_BY = 2;
/** Other rounds may win back so many repeated pairs that one round loses. */
const WON_BACK = 1;

/** Tries one random move at a time on a seating, and keeps it when it is good enough at the temperature of the moment. */
export class Movers {
  /** Price of all moves made so far. */
  price = 0;
  private readonly batch: Batch;
  private readonly sizes: SizeMovers;
  /** The pairs that can be exchanged freely need no look at rules. */
  private readonly ruled: boolean;
  /** round * students + student of people who met somebody again when they were looked for; so many of them count. */
  private readonly troubled: Int32Array;
  private troubles = 0;
  /** What was picked last. */
  private round = 0;
  private student = 0;
  private readonly exchanged = new Int32Array(LONGEST_TRAIL);
  private readonly movers = new Int32Array(LONGEST_TRAIL);

  constructor(
    private readonly room: Room,
    private readonly free: FreeSeats,
    private readonly random: Random,
  ) {
    const { problem } = room;
    this.batch = new Batch(room);
    this.troubled = new Int32Array(free.singles.reduce((sum, list) => sum + list.length, 0));
    this.sizes = new SizeMovers(room, free, random);
    this.ruled = problem.barred.some((tables) => tables !== null) || problem.apart.some((others) => others.length > 0);
  }

  /** @param temperature in prices; 0 or less accepts only what is not worse */
  tryOne(temperature: number): void {
    const { random } = this;
    if (this.free.rounds.length === 0) {
      this.price += this.sizes.tryOne(temperature);
      return;
    }
    const kind = random.below(16);
    if (kind < TRAILS) this.trail(temperature);
    else if (kind < TRAILS + OF_SIZE && this.sizes.inUse) this.price += this.sizes.tryOne(temperature);
    else this.exchange(temperature);
  }

  private pickRound(): number {
    const { rounds } = this.free;
    return rounds[this.random.below(rounds.length)]!;
  }

  private pickSingle(round: number): number {
    const list = this.free.singles[round]!;
    return list[this.random.below(list.length)]!;
  }

  /** A round and somebody who may be moved in it, by preference one who meets somebody again there. */
  private pickPlace(): void {
    if (this.troubles > 0 && this.random.below(16) < LOOK_FOR_TROUBLE) {
      const place = this.troubled[this.random.below(this.troubles)]!;
      this.round = Math.floor(place / this.room.problem.students);
      this.student = place - this.round * this.room.problem.students;
      if (this.room.meetsAgain(this.round, this.student)) return;
    }
    this.round = this.pickRound();
    this.student = this.pickSingle(this.round);
  }

  /** Looks for everybody who meets somebody again; to be called now and then, since moves change it. */
  lookForTrouble(): void {
    const { room, free } = this;
    this.troubles = 0;
    if (room.shared.length === 0) return;
    for (const round of free.rounds) {
      for (const student of free.singles[round]!) {
        if (room.meetsAgain(round, student)) this.troubled[this.troubles++] = round * room.problem.students + student;
      }
    }
  }

  /**
   * Two people of one round change places. Where one of them would return to a mentor, they change places in the
   * round of that other meeting too, and so on: a Kempe trail between two people, after which nobody meets anybody twice
   * who did not before.
   */
  private exchange(temperature: number): void {
    const { room } = this;
    this.pickPlace();
    const { round, student: one } = this;
    const other = this.pickSingle(round);
    const from = room.at(round, one);
    const to = room.at(round, other);
    if (from === to) return;
    const drawsIn = room.repeatsMore(one, from, to) || room.repeatsMore(other, to, from);
    if (drawsIn) {
      const accepted = acceptedPrice(temperature, this.random);
      let left = this.affordable(accepted) + WON_BACK;
      left += room.repeatedMeetings(round, from, one) + room.repeatedMeetings(round, to, other);
      left -= room.newMeetings(round, to, other, one, left);
      if (left < 0) return;
      left -= room.newMeetings(round, from, one, other, left);
      if (left >= 0) this.exchangeAll(round, one, other, accepted);
      return;
    }
    if (this.ruled) {
      this.batch.clear();
      this.batch.add(round, from, one, other);
      this.batch.add(round, to, other, one);
      if (!this.batch.isAllowed()) return;
    }
    const accepted = acceptedPrice(temperature, this.random);
    const price = room.swapVisits(round, one, other, from, to);
    const { pair } = room.aims;
    // so many repeated pairs more are still accepted
    const most = pair === 0 ? (price > accepted ? -1 : 0) : Math.floor((accepted - price) / pair);
    let left = most + room.repeatedMeetings(round, from, one) + room.repeatedMeetings(round, to, other);
    if (left < 0) return;
    left -= room.newMeetings(round, from, one, other, left);
    if (left < 0) return;
    left -= room.newMeetings(round, to, other, one, left);
    if (left < 0) return;
    room.exchange(round, one, other);
    this.price += price + pair * (most - left);
  }

  /** Exchanges two people in this round and in those it draws in. */
  private exchangeAll(round: number, one: number, other: number, accepted: number): void {
    const { room, exchanged } = this;
    const { rounds } = room.problem;
    let count = 1;
    exchanged[0] = round;
    for (let index = 0; index < count; index++) {
      const here = exchanged[index]!;
      const atOne = room.at(here, one);
      const atOther = room.at(here, other);
      for (let side = 0; side < 2; side++) {
        const who = side === 0 ? one : other;
        const table = side === 0 ? atOther : atOne;
        if (!room.returns(who, table)) continue;
        const line = who * rounds;
        for (let met = 0; met < rounds; met++) {
          if (room.seat[line + met] !== table || contains(exchanged, count, met)) continue;
          if (count === LONGEST_TRAIL || !this.isSingle(met, one) || !this.isSingle(met, other)) return;
          exchanged[count++] = met;
        }
      }
    }
    if (count === 1) return;
    const { batch } = this;
    batch.clear();
    for (let index = 0; index < count; index++) {
      const here = exchanged[index]!;
      const atOne = room.at(here, one);
      const atOther = room.at(here, other);
      if (atOne === atOther) continue;
      batch.add(here, atOne, one, other);
      batch.add(here, atOther, other, one);
    }
    if (this.ruled && !batch.isAllowed()) return;
    if (this.isHopeless(accepted)) return;
    let price = batch.tryPairs();
    price += batch.tryVisits();
    this.settle(price, accepted);
  }

  /**
   * Exchanges two rounds along a trail: somebody swaps their tables of the two rounds, so somebody at the second
   * table must make way, and so on until the first table is full again. Nobody's mentors change.
   */
  private trail(temperature: number): void {
    const { room, movers, batch } = this;
    this.pickPlace();
    const { round: first, student: start } = this;
    const second = this.pickRound();
    if (first === second) return;
    const home = room.at(first, start);
    let table = room.at(second, start);
    if (table === home || !this.canSwapRounds(start, first, second)) return;
    const accepted = acceptedPrice(temperature, this.random);
    let left = this.affordable(accepted) + WON_BACK;
    left += room.repeatedMeetings(first, home, start) + room.repeatedMeetings(second, table, start);
    left -= room.newMeetings(first, table, -1, start, left);
    if (left < 0) return;
    left -= room.newMeetings(second, home, -1, start, left);
    if (left < 0) return;
    movers[0] = start;
    let count = 1;
    for (; table !== home; count++) {
      if (count === LONGEST_TRAIL) return;
      const next = this.makesWay(first, second, table, home, count);
      if (next === -1) return;
      movers[count] = next;
      table = room.at(second, next);
    }
    batch.clear();
    for (let index = 0; index < count; index++) {
      const mover = movers[index]!;
      const before = movers[index === 0 ? count - 1 : index - 1]!;
      const after = movers[index === count - 1 ? 0 : index + 1]!;
      batch.add(first, room.at(first, mover), mover, before);
      batch.add(second, room.at(second, mover), mover, after);
    }
    if (this.ruled && !batch.isAllowed()) return;
    if (this.isHopeless(accepted)) return;
    this.settle(batch.tryPairs(), accepted);
  }

  /** A look that spares most of the work: far too dear, even if the guess is off by a few pairs. */
  private isHopeless(accepted: number): boolean {
    return this.batch.addsMoreThan(this.affordable(accepted) + GUESS_IS_OFF_BY);
  }

  /** So many repeated pairs more a price allows; without a price for them, none count. */
  private affordable(accepted: number): number {
    const { pair } = this.room.aims;
    return pair === 0 ? 0 : Math.floor(accepted / pair);
  }

  private settle(price: number, accepted: number): void {
    if (price <= accepted) {
      this.batch.keep();
      this.price += price;
    } else this.batch.takeBack();
  }

  private canSwapRounds(student: number, first: number, second: number): boolean {
    return this.isSingle(first, student) && this.isSingle(second, student);
  }

  private isSingle(round: number, student: number): boolean {
    return this.free.isSingle[round * this.room.problem.students + student] === 1;
  }

  /** Somebody at this table in the first round who may swap rounds; one who brings the trail home, if there is one. */
  private makesWay(first: number, second: number, table: number, home: number, count: number): number {
    const { room, random } = this;
    const start = room.listAt(first, table);
    const size = room.sizeOf(first, table);
    if (size === 0) return -1;
    let found = -1;
    let at = random.below(size);
    for (let step = 0; step < size; step++, at++) {
      if (at === size) at = 0;
      const student = room.list[start + at]!;
      const to = room.at(second, student);
      if (to === table || !this.canSwapRounds(student, first, second)) continue;
      if (to === home) return student;
      if (found === -1 && !this.comesThrough(first, to, count)) found = student;
    }
    return found;
  }

  /** Has the trail been at this table already? */
  private comesThrough(first: number, table: number, count: number): boolean {
    for (let index = 0; index < count; index++) if (this.room.at(first, this.movers[index]!) === table) return true;
    return false;
  }
}

function contains(list: Int32Array, count: number, value: number): boolean {
  for (let at = 0; at < count; at++) if (list[at] === value) return true;
  return false;
}
