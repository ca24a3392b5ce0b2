/** The even sizes of a round: each table between `low` and `high`, never more than one apart unless seats run out. */
export interface EvenSizes {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * Pours `people` over tables like water: small tables fill up, the others share one level, rounded down and up.
 * @param seats seats per table, 0 for a closed one
 * @param people how many sit down; more than all seats fill them all
 */
export function evenSizes(seats: ArrayLike<number>, people: number): EvenSizes {
  const low = new Int32Array(seats.length);
  const high = new Int32Array(seats.length);
  const order = Array.from({ length: seats.length }, (_, table) => table).sort((a, b) => seats[a]! - seats[b]!);
  let left = people;
  let tablesLeft = order.length;
  for (const table of order) {
    const size = seats[table]!;
    const full = size * tablesLeft <= left;
    low[table] = full ? size : Math.floor(left / tablesLeft);
    high[table] = full ? size : Math.ceil(left / tablesLeft);
    if (full) {
      left -= size;
      tablesLeft -= 1;
    }
  }
  return { low, high };
}
