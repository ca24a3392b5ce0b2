import type { Random } from '../../kernel/random.ts';
import { acceptedPrice } from './chance.ts';
import type { FreeSeats } from './free-seats.ts';
import type { Room } from './room.ts';

/**
 * One person exchanges their tables of two rounds, sizes changing in both: where everybody visits nearly every table,
 * this is the only way for one to leave a table that has become too full. Tries it once, somewhere.
 */
export function tryOwnRounds(room: Room, free: FreeSeats, temperature: number, random: Random): void {
  const { problem, bench } = room;
  const first = free.rounds[random.below(free.rounds.length)]!;
  const second = free.rounds[random.below(free.rounds.length)]!;
  const list = free.singles[first]!;
  const student = list[random.below(list.length)]!;
  if (first === second || free.isSingle[second * problem.students + student] === 0) return;
  const from = room.at(first, student);
  const to = room.at(second, student);
  if (from === to || from === bench || to === bench) return;
  if (room.sizeOf(first, to) >= problem.seats[to]! || room.sizeOf(second, from) >= problem.seats[from]!) return;
  if (!room.maySit(first, student, to, []) || !room.maySit(second, student, from, [])) return;
  const uneven = (): number =>
    room.unevenness(first, from) +
    room.unevenness(first, to) +
    room.unevenness(second, from) +
    room.unevenness(second, to);
  const before = uneven();
  let price = room.move(first, student, to);
  price += room.move(second, student, from);
  price += uneven() - before;
  if (price <= acceptedPrice(temperature, random)) return;
  room.move(second, student, to);
  room.move(first, student, from);
}
