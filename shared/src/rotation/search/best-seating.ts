import type { Room } from './room.ts';

/** Remembers the best seating at certain moments, so that a search that ends badly loses nothing. */
export class BestSeating {
  /** Of the best seating, compared with the first one. */
  price = 0;
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
    this.keepNow();
  }

  restore(price: number): void {
    if (price > this.price) this.putBack();
  }

  /** Remembers the seating of this moment, whatever its price. */
  keepNow(): void {
    this.seat.set(this.room.seat);
  }

  /** Makes the remembered seating the present one. */
  putBack(): void {
    const { room } = this;
    const { rounds, students } = room.problem;
    for (const round of this.rounds) {
      for (let student = 0; student < students; student++) {
        const table = this.seat[student * rounds + round]!;
        if (table !== room.at(round, student)) room.move(round, student, table);
      }
    }
  }
}
