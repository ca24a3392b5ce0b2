const NONE = -1;

/** Nodes by distance, nearest first; those at the distance in hand wait on a stack and cost no sorting. */
export class NearestFirst {
  private keys: number[] = [];
  private values: number[] = [];
  private readonly now: number[] = [];
  /** Distance of the node that `pop` returned last. */
  key = 0;

  clear(): void {
    this.keys = [];
    this.values = [];
    this.now.length = 0;
    this.key = 0;
  }

  push(key: number, value: number): void {
    if (key === this.key) {
      this.now.push(value);
      return;
    }
    const { keys, values } = this;
    let at = keys.length;
    keys.push(key);
    values.push(value);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (keys[parent]! <= key) break;
      keys[at] = keys[parent]!;
      values[at] = values[parent]!;
      at = parent;
    }
    keys[at] = key;
    values[at] = value;
  }

  /** The nearest node, or −1 when there is none. */
  pop(): number {
    const waiting = this.now.pop();
    if (waiting !== undefined) return waiting;
    const { keys, values } = this;
    if (keys.length === 0) return NONE;
    const top = values[0]!;
    this.key = keys[0]!;
    const key = keys.pop()!;
    const value = values.pop()!;
    if (keys.length > 0) this.sink(key, value);
    return top;
  }

  private sink(key: number, value: number): void {
    const { keys, values } = this;
    const size = keys.length;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && keys[child + 1]! < keys[child]!) child += 1;
      if (keys[child]! >= key) break;
      keys[at] = keys[child]!;
      values[at] = values[child]!;
      at = child;
    }
    keys[at] = key;
    values[at] = value;
  }
}
