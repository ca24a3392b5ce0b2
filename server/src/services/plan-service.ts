import { type Reseat, reseated } from '@lapwing/shared/event/reseat';
import type { Schedule } from '@lapwing/shared/event/schedule';
import { locksMoved } from '@lapwing/shared/event/seat-lock';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { NewPlanRequest, PlanBasis, PlanEffort, PlanSummary, PlanView } from '@lapwing/shared/protocol/api';
import { type BrokenFirmRule, brokenRules } from '@lapwing/shared/rotation/broken-rules';
import { hasPairs, somebodyStays } from '@lapwing/shared/rotation/company';
import type { EveningToPlan } from '@lapwing/shared/rotation/evening';
import { type PlanReport, reportOn } from '@lapwing/shared/rotation/report';
import type { Aim } from '@lapwing/shared/rotation/solve';
import { isParticular } from '@lapwing/shared/rotation/suits';
import { tellAudit } from '../db/audit-pen.ts';
import {
  findPlan,
  insertPlan,
  latestDraft,
  latestPlan,
  listDrafts,
  type StoredPlan,
} from '../db/repositories/plans.ts';
import { changeSeatLocks, listSeatLocks } from '../db/repositories/seat-locks.ts';
import { commit, type Tx } from '../db/transact.ts';
import { hashOf } from '../secrets.ts';
import { newSignals, type Signals } from '../solver/signals.ts';
import type { Evening } from './evenings.ts';
import { asView, inputsHash, planInput, publishedVersion } from './plan-view.ts';
import { type Services, wholeNow } from './services.ts';

const SEED_BOUND = 2 ** 31;
/** How long a quick search takes in milliseconds: by the size of the evening, within these. */
const QUICK = { least: 1_000, most: 3_000, perStudent: 8 } as const;
/** A thorough search is a quick one, then one of twice its length, and so on: 31 times as long in all. */
const DOUBLINGS = { quick: 0, thorough: 4 } as const;

/** The latest plan, draft or published, or undefined. While the night runs: the one people follow. */
export function currentPlan(services: Services, eventId: EventId): Result<PlanView | undefined, Refusal> {
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  const published = publishedVersion(services, eventId);
  const running = services.evenings.engine(eventId)?.night.moment.phase.kind !== 'doors';
  const plan = running ? findPlan(services.db, eventId, published) : latestDraft(services.db, eventId, published);
  return ok(plan && asView(services, plan, evening, published));
}

/** All that are kept and that somebody asked for, and the published one; newest first. */
export function keptPlans(services: Services, eventId: EventId): Result<PlanSummary[], Refusal> {
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  const published = publishedVersion(services, eventId);
  return ok(
    listDrafts(services.db, eventId, published).map((plan) => {
      const { schedule: _, room: __, ...summary } = asView(services, plan, evening, published);
      return summary;
    }),
  );
}

/** One kept plan; plan-missing when there is none of this version any more. */
export function keptPlan(services: Services, eventId: EventId, version: number): Result<PlanView, Refusal> {
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  const plan = findPlan(services.db, eventId, version);
  return plan
    ? ok(asView(services, plan, evening, publishedVersion(services, eventId)))
    : refused(refusal('plan-missing'));
}

export interface Making {
  readonly basis: PlanBasis;
  /** The plan to mend with the fewest changes, null to plan anew. */
  readonly before: Schedule | null;
  readonly aim: Aim;
  readonly effort: PlanEffort;
  readonly seed?: number | undefined;
  readonly forStart: boolean;
}

/** Makes a plan in a worker thread, checks it against the firm rules and keeps it as a draft. */
export async function make(
  services: Services,
  eventId: EventId,
  making: Making,
  signals: Signals = newSignals(),
): Promise<Result<StoredPlan, Refusal>> {
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  const input = planInput(services, evening, making.basis);
  const { basis, before, aim, forStart } = making;
  const seed = making.seed ?? freshSeed(services, eventId, input);
  const milliseconds = Math.min(QUICK.most, Math.max(QUICK.least, input.students.length * QUICK.perStudent));
  const doublings = DOUBLINGS[making.effort];
  const job = { evening: input, before, seed, iterations: { milliseconds }, doublings, aim };
  const planned = await services.planner.run(job, signals);
  if (!planned.ok) return planned;
  const { schedule, report, iterations, stoppedAfter } = planned.value;
  const plan = { schedule, seed, iterations, stoppedAfter, aim, basis, forStart, editedFrom: null, repair: null };
  return keep(services, eventId, input, plan, () => report, repeatsSearched(input));
}

/** Making a plan again gives another one: the seed also depends on how many there were. */
function freshSeed(services: Services, eventId: EventId, input: EveningToPlan): number {
  const last = latestPlan(services.db, eventId)?.version ?? 0;
  return Number.parseInt(hashOf(`${inputsHash(input)}:${last}`).slice(0, 8), 16) % SEED_BOUND;
}

/**
 * How often meeting a mentor twice cannot be avoided is counted by table; with rules of two people, needs, earlier evenings,
 * locked seats, or mentors who go to somebody who stays, that count is too low, and the search knows better.
 */
const repeatsSearched =
  (input: EveningToPlan) =>
  ({ rule }: BrokenFirmRule): boolean =>
    rule === 'same-mentor-twice' &&
    (hasPairs(input) ||
      (input.locked?.length ?? 0) > 0 ||
      somebodyStays(input) ||
      (input.met?.length ?? 0) > 0 ||
      // whom few tables suit fills them, and others go where they were
      input.students.some(isParticular));

/** What a plan counts as made from, where that is not the evening as it is now. */
type MadeFrom = Partial<Pick<StoredPlan, 'inputsHash'>>;

/** Every plan passes the firm rules before it is stored, whoever made it. */
function keep(
  services: Services,
  eventId: EventId,
  input: EveningToPlan,
  plan: Omit<StoredPlan, 'eventId' | 'version' | 'inputsHash' | 'madeAt' | 'report'> & MadeFrom,
  report: () => PlanReport,
  borne: (broken: BrokenFirmRule) => boolean,
  and: (tx: Tx) => void = () => {},
): Result<StoredPlan, Refusal> {
  const broken = brokenRules(plan.schedule, input).filter((one) => !borne(one));
  if (broken.length > 0) {
    return refused(refusal('plan-broken', { rules: [...new Set(broken.map(({ rule }) => rule))] }));
  }
  // an event may be deleted for good while its plan is searched
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  // a report expects known people and tables, so the rules come first
  const made = { report: report(), inputsHash: inputsHash(input), madeAt: wholeNow(services.clock) };
  return ok(
    commit(services.db, (tx) => {
      const kept = insertPlan(tx, { ...made, ...plan, eventId });
      and(tx);
      tellAudit({ count: kept.version });
      return kept;
    }),
  );
}

/**
 * Makes a draft for everyone expected or for who is here, or joins the search that goes on. The search is the server's
 * own: it goes on and its draft is kept when nobody waits for the answer any more.
 */
export async function draftPlan(
  services: Services,
  eventId: EventId,
  { basis, seed, aim = 'balanced', effort = 'quick' }: NewPlanRequest,
): Promise<Result<PlanView, Refusal>> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const made = await services.searches.begin(eventId, aim, async (signals) => {
    const draft = await make(services, eventId, { basis, seed, aim, effort, before: null, forStart: false }, signals);
    if (draft.ok) services.evenings.changed(eventId);
    return draft;
  });
  return made.ok ? viewOf(services, made.value) : made;
}

/** Ends the search that goes on, if any, with the best it has: its draft comes the usual way. */
export function stopSearch(services: Services, eventId: EventId): Result<undefined, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  services.searches.stop(eventId);
  return ok(undefined);
}

/** Keeps a plan that was changed by hand as a new draft, unless it breaks a firm rule (R26). */
export function editPlan(
  services: Services,
  eventId: EventId,
  version: number,
  changes: readonly Reseat[],
): Result<PlanView, Refusal> {
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  if (services.evenings.engine(eventId)?.night.moment.phase.kind !== 'doors')
    return refused(refusal('already-started'));
  const base = findPlan(services.db, eventId, version);
  if (!base) return refused(refusal('plan-missing'));
  const input = planInput(services, evening, base.basis);
  if (base.inputsHash !== inputsHash(input)) return refused(refusal('plan-outdated'));
  const schedule = reseated(base.schedule, changes);
  const broken = changes.some(({ round }) => round > base.schedule.rounds.length);
  if (broken) return refused(refusal('plan-broken', { rules: ['wrong-rounds'] }));
  const before = new Set(brokenRules(base.schedule, input).map((one) => JSON.stringify(one)));
  const kept = keepEdited(services, evening, base, schedule, {
    borne: (one) => before.has(JSON.stringify(one)),
    and: (tx) =>
      changeSeatLocks(tx, eventId, locksMoved(listSeatLocks(tx, eventId), changes), wholeNow(services.clock)),
  });
  if (!kept.ok) return kept;
  services.evenings.changed(eventId);
  return viewOf(services, kept.value);
}

interface Edited {
  readonly madeFrom?: MadeFrom;
  /** Of the meetings again that a search may have to make, which ones this plan may have; all when left out. */
  readonly borne?: (broken: BrokenFirmRule) => boolean;
  /** What is written down with it. */
  readonly and?: (tx: Tx) => void;
}

/** Keeps a plan that was changed from another one without a search. */
export function keepEdited(
  services: Services,
  evening: Evening,
  base: StoredPlan,
  schedule: Schedule,
  { madeFrom = {}, borne = () => true, and }: Edited,
): Result<StoredPlan, Refusal> {
  const { seed, iterations, stoppedAfter, aim, basis, version, eventId } = base;
  const input = planInput(services, evening, basis);
  const made = { seed, iterations, stoppedAfter, aim, basis, forStart: false, editedFrom: version, repair: null };
  const report = (): PlanReport => reportOn(schedule, input);
  const searched = repeatsSearched(input);
  return keep(
    services,
    eventId,
    input,
    { ...made, ...madeFrom, schedule },
    report,
    (one) => searched(one) && borne(one),
    and,
  );
}

function viewOf(services: Services, plan: StoredPlan): Result<PlanView, Refusal> {
  const evening = services.evenings.get(plan.eventId);
  if (!evening) return refused(refusal('not-found'));
  return ok(asView(services, plan, evening, publishedVersion(services, plan.eventId)));
}

/** Whether a plan still fits the people, tables and settings it would be started with. */
export function planFits(services: Services, eventId: EventId, version: number): Result<void, Refusal> {
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  const plan = findPlan(services.db, eventId, version);
  if (!plan) return refused(refusal('plan-missing'));
  const fits = plan.inputsHash === inputsHash(planInput(services, evening, plan.basis));
  return fits ? ok(undefined) : refused(refusal('plan-outdated'));
}
