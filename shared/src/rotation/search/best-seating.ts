import type { Room } from './room.ts';

/** Remembers the best seating at certain moments, so that a search that ends badly loses nothing. */
export class BestSeating {
  private price = 0;
  private readonly seat: Int32Array;

  constructor(
    private readonly room: Room,
    private readonly rounds: readonly number[],
  ) {
    this.seat = Int32Array.from(room.seat);
  }

  /** @param price of the seating now, compared with the first one */
  keep(price: number): void {
    if (price >= this.price) return;
    this.price = price;
    this.seat.set(this.room.seat);
  }

  restore(price: number): void {
    if (price <= this.price) return;
    const { room } = this;
    const { students } = room.problem;
    for (const round of this.rounds) {
      for (let student = 0; student < students; student++) {
        const table = this.seat[round * students + student]!;
        if (table !== room.at(round, student)) room.move(round, student, table);
      }
    }
  }
}
