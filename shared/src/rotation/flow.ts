/** Arcs there is room for at first, counted both ways. */
const FIRST_ARCS = 1_024;

/**
 * Min-cost flow on a network with whole, non-negative costs: shortest augmenting paths with potentials
 * (Edmonds and Karp 1972), all paths of one length at once (Dinic 1970).
 */
export class FlowNetwork {
  private head = new Int32Array(FIRST_ARCS);
  private capacity = new Int32Array(FIRST_ARCS);
  private cost = new Float64Array(FIRST_ARCS);
  private next = new Int32Array(FIRST_ARCS);
  private arcs = 0;
  private readonly first: Int32Array;

  constructor(readonly nodes: number) {
    this.first = new Int32Array(nodes).fill(-1);
  }

  /** Adds an arc and returns its number, for `flowOn`. */
  arc(from: number, to: number, capacity: number, cost: number): number {
    const arc = this.arcs;
    if (arc === this.head.length) this.grow();
    const { head, next, first } = this;
    head[arc] = to;
    head[arc + 1] = from;
    this.capacity[arc] = capacity;
    this.cost[arc] = cost;
    this.cost[arc + 1] = -cost;
    next[arc] = first[from]!;
    next[arc + 1] = first[to]!;
    first[from] = arc;
    first[to] = arc + 1;
    this.arcs = arc + 2;
    return arc;
  }

  private grow(): void {
    const { head, capacity, cost, next } = this;
    const length = 2 * head.length;
    this.head = new Int32Array(length);
    this.capacity = new Int32Array(length);
    this.cost = new Float64Array(length);
    this.next = new Int32Array(length);
    this.head.set(head);
    this.capacity.set(capacity);
    this.cost.set(cost);
    this.next.set(next);
  }

  /** How much flows over an arc after `run`. */
  flowOn(arc: number): number {
    return this.capacity[arc + 1]!;
  }

  /** Sends as much as can be sent from source to sink, as cheaply as possible. Returns amount and total cost. */
  run(source: number, sink: number): { flow: number; cost: number } {
    const { nodes, first, head, next, cost, capacity } = this;
    const potential = new Float64Array(nodes);
    const distance = new Float64Array(nodes);
    const level = new Int32Array(nodes);
    const current = new Int32Array(nodes);
    const queue = new Int32Array(nodes);
    const heap = new MinHeap();
    let flow = 0;
    let total = 0;

    const shortestPaths = (): boolean => {
      distance.fill(Number.POSITIVE_INFINITY);
      distance[source] = 0;
      heap.push(0, source);
      let node = heap.pop();
      // beyond the sink nothing can matter in this phase
      while (node >= 0 && heap.poppedKey <= distance[sink]!) {
        const base = distance[node]!;
        if (heap.poppedKey <= base) {
          for (let arc = first[node]!; arc >= 0; arc = next[arc]!) {
            if (capacity[arc]! <= 0) continue;
            const to = head[arc]!;
            const reached = base + cost[arc]! + potential[node]! - potential[to]!;
            if (reached < distance[to]!) {
              distance[to] = reached;
              heap.push(reached, to);
            }
          }
        }
        node = heap.pop();
      }
      heap.clear();
      const far = distance[sink]!;
      if (far === Number.POSITIVE_INFINITY) return false;
      for (let v = 0; v < nodes; v++) potential[v]! += Math.min(distance[v]!, far);
      return true;
    };
    const tight = (arc: number, from: number): boolean =>
      capacity[arc]! > 0 && cost[arc]! + potential[from]! === potential[head[arc]!]!;
    const layers = (): boolean => {
      level.fill(-1);
      level[source] = 0;
      queue[0] = source;
      for (let read = 0, written = 1; read < written && level[sink]! < 0; read++) {
        const node = queue[read]!;
        for (let arc = first[node]!; arc >= 0; arc = next[arc]!) {
          if (level[head[arc]!]! >= 0 || !tight(arc, node)) continue;
          level[head[arc]!] = level[node]! + 1;
          queue[written++] = head[arc]!;
        }
      }
      return level[sink]! >= 0;
    };
    const push = (node: number, most: number): number => {
      if (node === sink) return most;
      let sent = 0;
      for (; current[node]! >= 0; current[node] = next[current[node]!]!) {
        const arc = current[node]!;
        const to = head[arc]!;
        if (level[to] !== level[node]! + 1 || !tight(arc, node)) continue;
        const part = push(to, Math.min(most - sent, capacity[arc]!));
        capacity[arc]! -= part;
        capacity[arc ^ 1]! += part;
        sent += part;
        if (sent === most) return sent;
      }
      return sent;
    };
    while (shortestPaths()) {
      while (layers()) {
        current.set(first);
        const sent = push(source, 2_147_483_647);
        if (sent === 0) break;
        flow += sent;
        total += sent * (potential[sink]! - potential[source]!);
      }
    }
    return { flow, cost: total };
  }
}

/** A binary heap of (key, value), smallest key first; ties in no promised but always the same order. */
class MinHeap {
  private readonly keys: number[] = [];
  private readonly values: number[] = [];
  /** The key of the value that `pop` returned last. */
  poppedKey = 0;

  clear(): void {
    this.keys.length = 0;
    this.values.length = 0;
  }

  push(key: number, value: number): void {
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

  /** The value with the smallest key, or −1 when the heap is empty. */
  pop(): number {
    const { keys, values } = this;
    if (keys.length === 0) return -1;
    const top = values[0]!;
    this.poppedKey = keys[0]!;
    const key = keys.pop()!;
    const value = values.pop()!;
    const size = keys.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && keys[child + 1]! < keys[child]!) child += 1;
      if (keys[child]! >= key) break;
      keys[at] = keys[child]!;
      values[at] = values[child]!;
      at = child;
    }
    keys[at] = key;
    values[at] = value;
    return top;
  }
}
