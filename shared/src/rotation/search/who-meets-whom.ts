import type { Random } from '../../kernel/random.ts';
import { evenSizes } from '../even-sizes.ts';
import { FlowNetwork } from '../flow.ts';
import type { Aims } from './aims.ts';
import type { Past } from './past.ts';
import { eligible, FREE, type Problem } from './problem.ts';

/** Rounds that are alike: the same students are there, the same tables are open, nothing is pinned. */
export interface PlainRounds {
  /** Round numbers from 0. */
  readonly rounds: readonly number[];
  readonly students: readonly number[];
  readonly tables: readonly number[];
  /** For a single round: seats that are taken already, per table of the problem; null for none. */
  readonly taken: Int32Array | null;
}

// Costs of one unit, each far above any gain of the ones below it.
const PROMISE = 2 ** 22;
/** For somebody met tonight, beyond that. */
const TWICE_TONIGHT = 2 ** 23;
const UNEVEN = 2 ** 24;
const AGAIN = 2 ** 34;
const SIT_OUT_TWICE = 2 ** 36;
const SIT_OUT = 2 ** 46;
/** Up to this many (student, table) pairs the network has them all, and its answer is the true optimum. */
const DENSE_PAIRS = 60_000;
const MOST_PAIRS = 3_000_000;

/**
 * Decides who visits which table over a set of alike rounds, without saying when (deWerra 1971: any such choice can
 * be dealt into rounds with even tables, see `deal`). Sit-outs, then repeats, then uneven tables are as few as
 * possible; then wishes and new fields weigh most.
 * @returns per student of `plain.students` one table for each round; `problem.tables` stands for sitting out
 */
export function whoMeetsWhom(
  problem: Problem,
  plain: PlainRounds,
  past: Past,
  aims: Aims,
  random: Random,
): Int32Array[] {
  const pairs = plain.students.length * plain.tables.length;
  if (pairs <= DENSE_PAIRS) return decide(problem, plain, past, aims, allTables(problem, plain)).visits;
  const seats = plain.tables.reduce((sum, table) => sum + problem.seats[table]! - (plain.taken?.[table] ?? 0), 0);
  const unavoidable = Math.max(0, plain.students.length - seats) * plain.rounds.length;
  const sparse = decide(problem, plain, past, aims, someTables(problem, plain, random));
  const fine = sparse.sitOuts <= unavoidable && sparse.again === 0;
  return fine || pairs > MOST_PAIRS
    ? sparse.visits
    : decide(problem, plain, past, aims, allTables(problem, plain)).visits;
}

/**
 * Is the answer of `whoMeetsWhom` the best there is for wishes and fields together? Not when there are too many pairs for
 * one network, or when tables stand for several fields, or when fields are promised.
 */
export const beginsBest = (problem: Problem, plain: PlainRounds, aims: Aims): boolean =>
  plain.students.length * plain.tables.length <= DENSE_PAIRS &&
  problem.promised === null &&
  (aims.tag === 0 || problem.tags.every((tags) => tags.length <= 1));

type Choices = (index: number) => Iterable<number>;

const allTables = (problem: Problem, plain: PlainRounds): Choices => {
  return (index) => {
    const student = plain.students[index]!;
    return problem.barred[student] === null
      ? plain.tables
      : plain.tables.filter((table) => eligible(problem, student, table));
  };
};

/** The wanted tables and enough others, laid out so that every table gets as many possible guests as the next. */
function someTables(problem: Problem, plain: PlainRounds, random: Random): Choices {
  const count = plain.tables.length;
  const others = Math.min(count, 4 * plain.rounds.length + 16);
  // student i may fill up with the i-th table of each order: all tables are offered equally often
  const orders = Array.from({ length: others }, () => random.shuffle([...plain.tables]));
  const open = new Set(plain.tables);
  return (index) => {
    const student = plain.students[index]!;
    const chosen = new Set<number>();
    const kept = problem.keep?.[plain.rounds[0]! * problem.students + student] ?? FREE;
    if (plain.rounds.length === 1 && kept !== FREE && open.has(kept) && eligible(problem, student, kept))
      chosen.add(kept);
    for (const table of problem.wants[student]!.keys()) {
      if (open.has(table) && eligible(problem, student, table)) chosen.add(table);
    }
    for (const order of orders) {
      const table = order[index % count]!;
      if (eligible(problem, student, table)) chosen.add(table);
    }
    return chosen;
  };
}

interface Decision {
  readonly visits: Int32Array[];
  readonly sitOuts: number;
  readonly again: number;
}

/** One entry in each list for every arc of a visit: there are too many for an object each. */
interface VisitArcs {
  readonly arc: number[];
  readonly index: number[];
  readonly table: number[];
  readonly again: boolean[];
}

function decide(problem: Problem, plain: PlainRounds, past: Past, aims: Aims, choices: Choices): Decision {
  const rounds = plain.rounds.length;
  const count = plain.students.length;
  const { tables } = problem;
  const useTags = aims.tag > 0 && problem.tagCount > 0;
  // per student a node for each tag, and one for all visits that bring no new tag
  const tagNodes = useTags ? problem.tagCount + 1 : 0;
  const source = 0;
  const sink = 1;
  const tableNode = (table: number): number => 2 + table;
  const bench = 2 + tables;
  const studentNode = (index: number): number => 3 + tables + index * (1 + tagNodes);
  const network = new FlowNetwork(3 + tables + count * (1 + tagNodes));
  const best = bestGain(problem, plain, aims);
  const visitArcs: VisitArcs = { arc: [], index: [], table: [], again: [] };
  const visitArc = (from: number, index: number, table: number, most: number, cost: number, again: boolean): void => {
    visitArcs.arc.push(network.arc(from, tableNode(table), most, cost));
    visitArcs.index.push(index);
    visitArcs.table.push(table);
    visitArcs.again.push(again);
  };

  plain.students.forEach((student, index) => {
    const node = studentNode(index);
    network.arc(source, node, rounds, 0);
    const tagReady = new Set<number>();
    const nothingNew = node + tagNodes;
    if (useTags) {
      const promised = Math.min(rounds, problem.promised?.[student] ?? 0);
      if (promised < rounds) network.arc(node, nothingNew, rounds - promised, aims.tag);
      if (promised > 0) network.arc(node, nothingNew, promised, aims.tag + PROMISE);
    }
    for (const table of choices(index)) {
      const tag = useTags ? problem.tags[table]![0] : undefined;
      let from = useTags ? nothingNew : node;
      if (tag !== undefined) {
        from = node + 1 + tag;
        if (!tagReady.has(tag)) {
          tagReady.add(tag);
          if (!sawTag(problem, past, student, tag)) network.arc(node, from, 1, 0);
          network.arc(nothingNew, from, rounds, 0);
        }
      }
      const visitedBefore = past.visits[student * tables + table]! > 0;
      const keeps = isKept(problem, plain, student, table) ? aims.keep : 0;
      if (!visitedBefore) {
        const cost = best - (problem.wants[student]!.get(table) ?? 0) * aims.want - keeps;
        visitArc(from, index, table, 1, cost, false);
      }
      // of one round nobody has two visits, so the first of these arcs is enough
      if (!visitedBefore && rounds === 1) continue;
      const againCost = best - (visitedBefore ? keeps : 0) + (problem.mentored[table] === 1 ? AGAIN : 0);
      const known = problem.metBefore?.[student * tables + table] ?? 0;
      const isNewTonight = known === 1 && past.visits[student * tables + table] === 1;
      if (isNewTonight) visitArc(from, index, table, 1, againCost, true);
      const twice = problem.metBefore !== null && problem.mentored[table] === 1 ? TWICE_TONIGHT : 0;
      if (!isNewTonight || rounds > 1) visitArc(from, index, table, rounds, againCost + twice, true);
    }
    for (let time = 0; time < rounds; time++) {
      network.arc(node, bench, 1, SIT_OUT + (past.satOut[student]! + time) * SIT_OUT_TWICE);
    }
  });
  addTables(problem, plain, network, tableNode, sink);
  network.arc(bench, sink, rounds * count, 0);
  network.run(source, sink);
  return readVisits(network, visitArcs, count, rounds, problem);
}

function bestGain(problem: Problem, plain: PlainRounds, aims: Aims): number {
  let best = 0;
  for (const student of plain.students)
    for (const weight of problem.wants[student]!.values()) best = Math.max(best, weight);
  return best * aims.want + (problem.keep === null ? 0 : aims.keep);
}

/** Is this the table that the student keeps in the one round that is planned? */
const isKept = (problem: Problem, plain: PlainRounds, student: number, table: number): boolean =>
  plain.rounds.length === 1 && problem.keep?.[plain.rounds[0]! * problem.students + student] === table;

function sawTag(problem: Problem, past: Past, student: number, tag: number): boolean {
  for (let table = 0; table < problem.tables; table++) {
    if (past.visits[student * problem.tables + table]! > 0 && problem.tags[table]!.includes(tag)) return true;
  }
  return false;
}

function addTables(
  problem: Problem,
  plain: PlainRounds,
  network: FlowNetwork,
  tableNode: (table: number) => number,
  sink: number,
): void {
  const rounds = plain.rounds.length;
  const taken = (table: number): number => plain.taken?.[table] ?? 0;
  const seats = plain.tables.map((table) => Math.min(problem.seats[table]!, plain.students.length + taken(table)));
  const people = plain.tables.reduce((sum, table) => sum + taken(table), plain.students.length);
  const { low, high } = evenSizes(seats, people);
  plain.tables.forEach((table, index) => {
    const before = taken(table);
    const least = Math.max(0, low[index]! - before) * rounds;
    const more = Math.max(0, high[index]! - Math.max(low[index]!, before)) * rounds;
    const most = Math.max(0, seats[index]! - Math.max(high[index]!, before)) * rounds;
    if (least > 0) network.arc(tableNode(table), sink, least, 0);
    if (more > 0) network.arc(tableNode(table), sink, more, UNEVEN);
    if (most > 0) network.arc(tableNode(table), sink, most, 2 * UNEVEN);
  });
}

function readVisits(
  network: FlowNetwork,
  visitArcs: VisitArcs,
  count: number,
  rounds: number,
  problem: Problem,
): Decision {
  const filled = new Int32Array(count);
  const visits = Array.from({ length: count }, () => new Int32Array(rounds).fill(problem.tables));
  let again = 0;
  for (let at = 0; at < visitArcs.arc.length; at++) {
    const flow = network.flowOn(visitArcs.arc[at]!);
    if (flow === 0) continue;
    const index = visitArcs.index[at]!;
    const table = visitArcs.table[at]!;
    if (visitArcs.again[at] && problem.mentored[table] === 1) again += flow;
    for (let unit = 0; unit < flow; unit++) visits[index]![filled[index]!++] = table;
  }
  let sitOuts = 0;
  for (const used of filled) sitOuts += rounds - used;
  return { visits, sitOuts, again };
}
