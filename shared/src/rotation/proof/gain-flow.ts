import { NearestFirst } from './nearest-first.ts';

const NONE = -1;
const ENDLESS = Number.POSITIVE_INFINITY;

/**
 * A flow with the most gain: arcs earn a whole number per unit, and units are sent only as long as they earn
 * something. Paths with the most gain first, by potentials (Edmonds and Karp 1972), all equally good ones at once
 * (Dinic 1970). Potentials are gains still to come, so that a phase touches only the nodes near its paths. The network
 * must have no cycle when it starts.
 */
export class GainFlow {
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly room: number[] = [];
  private readonly gain: number[] = [];

  constructor(private nodeCount: number) {}

  /** Adds a node and returns its number. */
  node(): number {
    this.nodeCount += 1;
    return this.nodeCount - 1;
  }

  /** Adds an arc and returns its number, for `flowOn`. */
  arc(from: number, to: number, capacity: number, gain: number): number {
    this.from.push(from);
    this.to.push(to);
    this.room.push(capacity);
    this.gain.push(gain);
    return this.from.length - 1;
  }

  /** Units that flow over an arc after `run`. */
  flowOn(arc: number): number {
    return this.sent[arc] ?? 0;
  }

  /**
   * What one more unit at a node would be worth on its way to the sink, after `run`: a proof that nothing earns more. An arc
   * with room left earns at most what its tail is worth less its head, and one with flow at least as much.
   */
  worthAt(node: number): number {
    return this.worths[node] ?? 0;
  }

  private sent: ArrayLike<number> = [];
  private worths: ArrayLike<number> = [];

  /** Sends what earns something from source to sink; returns how many units that are and what they earn. */
  run(source: number, sink: number): { flow: number; gain: number } {
    const network = new Residual(this.nodeCount, this.from, this.to, this.room, this.gain);
    const outcome = network.run(source, sink);
    this.sent = network.sent();
    this.worths = network.worths(sink);
    return outcome;
  }
}

/** The network while units are sent: arcs side by side per node, each with its way back. */
class Residual {
  private readonly first: Int32Array;
  private readonly head: Int32Array;
  private readonly back: Int32Array;
  private readonly room: Int32Array;
  private readonly cost: Float64Array;
  private readonly slotOf: Int32Array;
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly level: Int32Array;
  private readonly current: Int32Array;
  private readonly queue: Int32Array;
  /** The arcs of a path while it is looked for. */
  private readonly path: Int32Array;
  private readonly near = new NearestFirst();
  private readonly givenRoom: readonly number[];

  constructor(
    private readonly nodes: number,
    from: readonly number[],
    to: readonly number[],
    room: readonly number[],
    gain: readonly number[],
  ) {
    const arcs = from.length;
    this.givenRoom = room;
    this.first = new Int32Array(nodes + 1);
    for (let arc = 0; arc < arcs; arc++) {
      this.first[from[arc]! + 1]! += 1;
      this.first[to[arc]! + 1]! += 1;
    }
    for (let node = 0; node < nodes; node++) this.first[node + 1]! += this.first[node]!;
    const next = this.first.slice(0, nodes);
    this.head = new Int32Array(2 * arcs);
    this.back = new Int32Array(2 * arcs);
    this.room = new Int32Array(2 * arcs);
    this.cost = new Float64Array(2 * arcs);
    this.slotOf = new Int32Array(arcs);
    for (let arc = 0; arc < arcs; arc++) {
      const there = next[from[arc]!]!++;
      const again = next[to[arc]!]!++;
      this.slotOf[arc] = there;
      this.head[there] = to[arc]!;
      this.head[again] = from[arc]!;
      this.back[there] = again;
      this.back[again] = there;
      this.room[there] = room[arc]!;
      this.cost[there] = -gain[arc]!;
      this.cost[again] = gain[arc]!;
    }
    this.potential = new Float64Array(nodes);
    this.distance = new Float64Array(nodes).fill(ENDLESS);
    this.level = new Int32Array(nodes).fill(NONE);
    this.current = new Int32Array(nodes);
    this.queue = new Int32Array(nodes);
    this.path = new Int32Array(nodes);
  }

  sent(): Int32Array {
    return this.slotOf.map((slot, arc) => this.givenRoom[arc]! - this.room[slot]!);
  }

  worths(sink: number): Float64Array {
    return this.potential.map((potential) => potential - this.potential[sink]!);
  }

  run(source: number, sink: number): { flow: number; gain: number } {
    this.costsToSink(sink);
    let flow = 0;
    let gain = 0;
    for (;;) {
      const each = this.potential[sink]! - this.potential[source]!;
      // a path of the present length would cost more than it earns, so no longer one pays
      if (each >= 0) break;
      let sent = 0;
      while (this.layers(source, sink)) {
        const part = this.block(source, sink);
        if (part === 0) break;
        sent += part;
      }
      flow += sent;
      gain -= sent * each;
      if (!this.lengthen(source, sink)) break;
    }
    return { flow, gain };
  }

  /** First potentials: minus the cheapest way from each node to the sink, found backwards (Bellman and Ford). */
  private costsToSink(sink: number): void {
    const { first, head, back, room, cost, nodes, potential } = this;
    potential.fill(Number.NEGATIVE_INFINITY);
    potential[sink] = 0;
    const waiting = new Uint8Array(nodes);
    const queue = [sink];
    for (let read = 0; read < queue.length; read++) {
      const node = queue[read]!;
      waiting[node] = 0;
      for (let slot = first[node]!; slot < first[node + 1]!; slot++) {
        const there = back[slot]!;
        if (room[there] === 0) continue;
        const other = head[slot]!;
        const reached = potential[node]! - cost[there]!;
        if (reached <= potential[other]!) continue;
        potential[other] = reached;
        if (waiting[other] === 1) continue;
        waiting[other] = 1;
        queue.push(other);
      }
    }
    // what never reaches the sink is as far away as can be, yet a number to calculate with
    for (let node = 0; node < nodes; node++) if (potential[node] === Number.NEGATIVE_INFINITY) potential[node] = -1e15;
  }

  /** Cost of an arc that is left when the potentials of its ends are taken into account; 0 on every best path. */
  private reduced(slot: number, node: number): number {
    return this.cost[slot]! + this.potential[node]! - this.potential[this.head[slot]!]!;
  }

  private layers(source: number, sink: number): boolean {
    const { first, head, room, level, queue, current } = this;
    level.fill(NONE);
    level[source] = 0;
    queue[0] = source;
    for (let read = 0, written = 1; read < written && level[sink] === NONE; read++) {
      const node = queue[read]!;
      current[node] = first[node]!;
      for (let slot = first[node]!; slot < first[node + 1]!; slot++) {
        const other = head[slot]!;
        if (room[slot] === 0 || level[other] !== NONE || this.reduced(slot, node) !== 0) continue;
        level[other] = level[node]! + 1;
        current[other] = first[other]!;
        queue[written++] = other;
      }
    }
    return level[sink] !== NONE;
  }

  /** Sends units along the layers until every path is blocked; returns how many. Without recursion: paths may be long. */
  private block(source: number, sink: number): number {
    const { head, back, room, level, path } = this;
    let sent = 0;
    let depth = 0;
    let node = source;
    for (;;) {
      if (node === sink) {
        let most = 2_147_483_647;
        for (let step = 0; step < depth; step++) most = Math.min(most, room[path[step]!]!);
        let shortest = depth;
        for (let step = depth - 1; step >= 0; step--) {
          const slot = path[step]!;
          room[slot]! -= most;
          room[back[slot]!]! += most;
          if (room[slot] === 0) shortest = step;
        }
        sent += most;
        // back to where the first arc of the path is full
        depth = shortest;
        node = head[back[path[depth]!]!]!;
        continue;
      }
      const slot = this.nextArc(node);
      if (slot === NONE) {
        if (depth === 0) return sent;
        level[node] = NONE;
        depth -= 1;
        node = head[back[path[depth]!]!]!;
        continue;
      }
      path[depth++] = slot;
      node = head[slot]!;
    }
  }

  /** The next arc of a node that leads one layer on at no cost; −1 when there is none left. */
  private nextArc(node: number): number {
    const { first, head, room, level, current } = this;
    const end = first[node + 1]!;
    for (let slot = current[node]!; slot < end; slot++) {
      if (room[slot] === 0 || level[head[slot]!] !== level[node]! + 1 || this.reduced(slot, node) !== 0) continue;
      current[node] = slot;
      return slot;
    }
    current[node] = end;
    return NONE;
  }

  /** Finds the next best paths (Dijkstra 1959) and lowers the potentials on the way; false when there is no path left. */
  private lengthen(source: number, sink: number): boolean {
    const { first, head, room, distance, near } = this;
    const touched = [source];
    distance[source] = 0;
    near.clear();
    near.push(0, source);
    for (let node = near.pop(); node !== NONE; node = near.pop()) {
      const base = distance[node]!;
      if (near.key !== base) continue;
      if (base >= distance[sink]!) break;
      for (let slot = first[node]!; slot < first[node + 1]!; slot++) {
        if (room[slot] === 0) continue;
        const other = head[slot]!;
        const reached = base + this.reduced(slot, node);
        if (reached >= distance[other]! || reached >= distance[sink]!) continue;
        if (distance[other] === ENDLESS) touched.push(other);
        distance[other] = reached;
        near.push(reached, other);
      }
    }
    const far = distance[sink]!;
    for (const node of touched) {
      if (far < ENDLESS && distance[node]! < far) this.potential[node]! += distance[node]! - far;
      distance[node] = ENDLESS;
    }
    return far < ENDLESS;
  }
}
