import { completes } from './completes.ts';
import { GainFlow } from './gain-flow.ts';
import type { Numbers } from './numbers.ts';
import { mostVisits, type Places } from './places.ts';
import type { Visitors } from './visitors.ts';

/** What a visit earns: per weight (`Numbers.evened`) of a wished-for mentor met, and per tag met for the first time. */
export interface Worth {
  readonly wish: number;
  readonly tag: number;
}

/** Who may visit which tables how often. */
export interface VisitRules {
  readonly numbers: Numbers;
  readonly places: Places;
  /** Most visits of each student of these. */
  readonly mostRounds: (visitors: Visitors) => number;
  /** Nobody sits out twice before all have sat out once, and it cannot be the same for all. */
  readonly inTurn: boolean;
  /** Nobody may visit a mentor's table twice. */
  readonly onlyOnce: boolean;
  /** Visits to a mentor's table after the first that cannot be avoided in rounds that are still to be decided. */
  readonly repeats: number;
  /** Everybody who can sit does, at tables of even size: the seats that nobody wishes for have to be filled too. */
  readonly allFilled: boolean;
}

export interface MostVisits {
  readonly value: number;
  /** Visits that earn this much exist with every seat filled; else `value` is a limit. */
  readonly exact: boolean;
}

/** Largest network (students times tables) in which the unwished-for visits are worth a flow of their own. */
const LARGEST_FULL = 60_000;
/** Size up to which it is tried to fill the seats that are left. */
const LARGEST_COMPLETED = 20_000_000;
/** More than all wishes and tags of a plan together earn (`SHARES` in whole units), per unit of `Numbers.evened`. */
const FILLED = 1e9;

/**
 * The most that visits can earn, decided seats apart. Solves the wished-for visits alone, then looks whether the seats
 * that are left can be filled; only if not, and if it is not too large, the network with every possible visit.
 */
export function mostWorth(rules: VisitRules, visitors: readonly Visitors[], worth: Worth): MostVisits {
  const wished = new VisitNetwork(rules, visitors, worth, false);
  const value = wished.flow.run(0, 1).gain;
  const size = rules.numbers.students * rules.numbers.tables;
  if (!rules.allFilled || size > LARGEST_COMPLETED) return { value, exact: false };
  if (completes(rules, visitors, wished.visits())) return { value, exact: true };
  if (size > LARGEST_FULL) return { value, exact: false };
  const full = new VisitNetwork(rules, visitors, worth, true).flow.run(0, 1);
  const { low, toTake } = rules.places;
  const needed = low.reduce((sum, count) => sum + count, 0);
  const filled = FILLED * rules.numbers.evened.scale * (toTake + needed + toTake - rules.repeats);
  // where sizes cannot be even without repeats there is nothing better than the limit
  if (full.flow < toTake || full.gain < filled) return { value, exact: false };
  // this network does not count how often each one sits out
  return { value: full.gain - filled, exact: !rules.inTurn };
}

/** A visit of one of these visitors: to a table, or to any table with a tag. */
export interface Visit {
  readonly visitors: number;
  readonly table: number | null;
  readonly tag: number;
  readonly count: number;
}

const UNTAGGED = -1;

class VisitNetwork {
  readonly flow: GainFlow;
  private readonly visitArcs: { arc: number; visitors: number; table: number | null; tag: number }[] = [];
  private readonly tagNodes: readonly number[];
  /** What a seat taken, a table filled to its even size and a first visit each earn in the full network. */
  private readonly filled: number;

  /** @param full every possible visit has an arc, and filled seats come before everything else */
  constructor(
    private readonly rules: VisitRules,
    visitors: readonly Visitors[],
    private readonly worth: Worth,
    private readonly full: boolean,
  ) {
    const { tables, tagCount } = rules.numbers;
    this.flow = new GainFlow(3 + tables);
    this.filled = full ? FILLED * rules.numbers.evened.scale : 0;
    const tagged = worth.tag > 0 && !full;
    this.tagNodes = Array.from({ length: tagged ? tagCount : 0 }, () => this.flow.node());
    visitors.forEach((one, index) => {
      this.addVisitors(one, index);
    });
    this.addPlaces();
  }

  /** The visits of the flow; after `flow.run`. */
  visits(): Visit[] {
    return this.visitArcs
      .map(({ arc, visitors, table, tag }) => ({ visitors, table, tag, count: this.flow.flowOn(arc) }))
      .filter(({ count }) => count > 0);
  }

  private readonly tableNode = (table: number): number => 3 + table;

  private addPlaces(): void {
    const { numbers, places } = this.rules;
    const [sink, spare] = [1, 2];
    for (let table = 0; table < numbers.tables; table++) {
      const low = places.low[table]!;
      const more = mostVisits(places, table) - low;
      const node = this.tableNode(table);
      if (low > 0) this.flow.arc(node, sink, low, this.filled);
      if (more > 0) this.flow.arc(node, spare, more, 0);
      const tag = numbers.tags[table]![0];
      if (tag === undefined || this.tagNodes.length === 0) continue;
      this.flow.arc(this.tagNodes[tag]!, node, low + more, 0);
    }
    this.flow.arc(spare, sink, places.spare, 0);
  }

  private addVisitors(visitors: Visitors, index: number): void {
    const { rules, flow, full } = this;
    const rounds = rules.mostRounds(visitors);
    if (rounds === 0) return;
    const count = visitors.students.length;
    const node = flow.node();
    flow.arc(0, node, count * rounds, this.filled);
    for (const [tag, tables] of this.tablesByTag(visitors)) {
      const fresh = tag !== UNTAGGED && ![...visitors.past].some((table) => rules.numbers.tags[table]!.includes(tag));
      let from = node;
      if (tables.length > 0 && tag !== UNTAGGED) {
        from = flow.node();
        if (fresh) flow.arc(node, from, count, this.worth.tag);
        flow.arc(node, from, count * rounds, 0);
      }
      if (fresh && !full) {
        const arc = flow.arc(from, this.tagNodes[tag]!, count, from === node ? this.worth.tag : 0);
        this.visitArcs.push({ arc, visitors: index, table: null, tag });
      }
      for (const table of tables) this.addVisits(visitors, index, from, table, tag, count * rounds);
    }
  }

  private addVisits(visitors: Visitors, index: number, from: number, table: number, tag: number, most: number): void {
    const { rules, flow, worth, full } = this;
    const node = this.tableNode(table);
    if (!visitors.past.has(table)) {
      const gain = worth.wish * (visitors.wants.get(table) ?? 0) + this.filled;
      const arc = flow.arc(from, node, visitors.students.length, gain);
      this.visitArcs.push({ arc, visitors: index, table, tag });
    }
    // a table without a mentor may be visited as often as one likes
    const freely = rules.numbers.mentored[table] === 0;
    if (full && (freely || !rules.onlyOnce)) flow.arc(from, node, most, freely ? this.filled : 0);
  }

  /** The tables that have arcs of their own, by tag: in the full network all within reach, else the wished-for ones. */
  private tablesByTag({ reach, past, wants }: Visitors): Map<number, number[]> {
    const { numbers } = this.rules;
    const useTags = this.worth.tag > 0;
    const byTag = new Map<number, number[]>();
    for (const table of reach) {
      const tag = useTags ? (numbers.tags[table]![0] ?? UNTAGGED) : UNTAGGED;
      const tables = byTag.get(tag) ?? [];
      byTag.set(tag, tables);
      const wished = this.worth.wish > 0 && wants.has(table) && !past.has(table);
      if (this.full || wished) tables.push(table);
    }
    return byTag;
  }
}
