import { ok, type Result, refused } from '../../kernel/result.ts';
import { type Infeasible, infeasibilities } from '../feasibility.ts';
import type { Instance, InstanceSchedule } from '../instance.ts';
import { judge } from '../proof/judge.ts';
import { compileProblem } from '../search/problem.ts';
import { type SolveOptions, solveProblem, toSchedule } from '../solve.ts';
import type { ReplanBundle } from './bundle.ts';
import { frozenSeats, keptTables, tablesByRound } from './kept-tables.ts';
import { PROPOSAL_KINDS, type ProposalKind } from './proposal-kinds.ts';
import { searchesFor } from './searches.ts';

export { PROPOSAL_KINDS, type ProposalKind } from './proposal-kinds.ts';

/** A mended plan and its price. */
export interface Proposal {
  readonly kind: ProposalKind;
  readonly schedule: InstanceSchedule;
  /** Tables changed in rounds to come, by people who had one there and are still there. */
  readonly moves: number;
  /** How many people these are. */
  readonly people: number;
  /** 0–100, and the most that is possible now; see `judge`. */
  readonly quality: number;
  readonly best: number;
  /** Whether sit-outs, repeats and sizes are as good as any plan's. */
  readonly firm: boolean;
  readonly seed: number;
  readonly iterations: number;
  readonly stoppedAfter: number | null;
}

export interface ReplanOptions extends Omit<SolveOptions, 'keeping'> {
  /** The round after the last one that is over runs already: its seats stay. */
  readonly freezeCurrent?: boolean;
  /** Which proposals to make, in this order; all of them when left out. */
  readonly kinds?: readonly ProposalKind[];
  /** Told of each proposal as soon as there is one; of the first kind early, and again if a longer search finds better. */
  readonly onProposal?: (proposal: Proposal) => void;
}

/**
 * Mends a plan for what has changed: rounds that are over stay as they were, and the rest changes as little as each kind
 * of proposal says. When nothing has to change, the first proposal changes nothing.
 * @returns one proposal for each kind, without those that are no better than one with fewer moves; or the first
 *   contradiction in what is true now
 */
export function replan(
  bundle: Pick<ReplanBundle, 'after' | 'schedule' | 'done'>,
  { freezeCurrent = false, kinds = PROPOSAL_KINDS, onProposal, ...options }: ReplanOptions,
): Result<readonly Proposal[], Infeasible> {
  const { schedule, done } = bundle;
  const places = tablesByRound(schedule);
  const pinned = [...bundle.after.pinned, ...frozenSeats(bundle.after, places, done, freezeCurrent)];
  const after: Instance = { ...bundle.after, pinned };
  const problem = { ...compileProblem(after), keep: keptTables(after, places, done) };
  const contradiction = infeasibilities(after, problem)[0];
  if (contradiction) return refused(contradiction);
  const proposals: Proposal[] = [];
  let early: Proposal | null = null;
  for (const { kind, options: search, isFirstTry } of searchesFor(kinds, options, onProposal !== undefined)) {
    const { seat, ...effort } = solveProblem(problem, search);
    const mended = toSchedule(after, seat);
    const proposal: Proposal = { kind, seed: options.seed, ...effort, ...priced(after, schedule, done, mended) };
    const isNoBetter = early?.kind === kind && isAsGood(early, proposal);
    if (isFirstTry) early = proposal;
    else if (proposals.some((other) => isAsGood(other, proposal))) continue;
    else proposals.push(isNoBetter && early ? early : proposal);
    if (!isNoBetter) onProposal?.(proposal);
  }
  return ok(proposals);
}

const isAsGood = (one: Proposal, other: Proposal): boolean =>
  one.moves <= other.moves && one.quality >= other.quality && one.firm >= other.firm;

function priced(after: Instance, before: InstanceSchedule, done: number, schedule: InstanceSchedule) {
  const { quality, best, firm } = judge(after, schedule);
  return {
    schedule,
    ...movesBetween(after, before, done, schedule),
    quality,
    best,
    firm: firm.idle && firm.spread && firm.repeats && firm.balance,
  };
}

/** Tables changed in rounds to come by people who had one there and are still there, and how many people these are. */
export function movesBetween(
  after: Instance,
  before: InstanceSchedule,
  done: number,
  schedule: InstanceSchedule,
): { readonly moves: number; readonly people: number } {
  const old = tablesByRound(before);
  const now = tablesByRound(schedule);
  const people = new Set<string>();
  let moves = 0;
  for (const { id, present } of after.students) {
    for (let round = done; round < Math.min(old.length, now.length); round++) {
      const table = old[round]!.get(id);
      if (table === undefined || (present !== null && !present.includes(round + 1)) || now[round]!.get(id) === table) {
        continue;
      }
      moves += 1;
      people.add(id);
    }
  }
  return { moves, people: people.size };
}
