import { asEnrolled } from '@lapwing/shared/event/as-enrolled';
import { type ChangedRoom, changeRoom, type Standpoint } from '@lapwing/shared/event/change-room';
import { amongSkipped, withoutRounds } from '@lapwing/shared/event/left-out';
import { planPrice } from '@lapwing/shared/event/plan-price';
import type { RoomChange } from '@lapwing/shared/event/room-change';
import { type RoomTonight, roomAtStart } from '@lapwing/shared/event/room-tonight';
import { peopleIn, type Schedule } from '@lapwing/shared/event/schedule';
import { canonical } from '@lapwing/shared/kernel/canonical';
import type { AttendeeId, EventId, TableId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { type PlanWindow, planWindow } from '@lapwing/shared/live/plan-window';
import type { Moment } from '@lapwing/shared/live/state';
import type { RepairOffer, RepairRequest } from '@lapwing/shared/protocol/api';
import { peopleToPlan } from '@lapwing/shared/protocol/planned-for';
import { type BrokenFirmRule, brokenRules, type FirmRule } from '@lapwing/shared/rotation/broken-rules';
import type { EveningToPlan } from '@lapwing/shared/rotation/evening';
import { eveningToCome, waitingIn } from '@lapwing/shared/rotation/replan/evening-to-come';
import type { ProposalKind } from '@lapwing/shared/rotation/replan/proposal-kinds';
import type { EveningProposal } from '@lapwing/shared/rotation/replan/replan-evening';
import { seatNow } from '@lapwing/shared/rotation/replan/seat-now';
import { reportOn } from '@lapwing/shared/rotation/report';
import { findPlan, insertPlan, type StoredPlan } from '../db/repositories/plans.ts';
import type { Evening } from './evenings.ts';
import { inPairs } from './plan-view.ts';
import { type Services, wholeNow } from './services.ts';

/** Moves of the search for the one proposal that somebody waits for: an instant, also for hundreds of people. */
const QUICK_MOVES = 20_000;
/** Milliseconds for several proposals. */
const SEVERAL_MS = 900;
const SEED_BOUND = 2 ** 31;
/** Of a night that runs these are a price, and no reason to refuse: nobody is helped by a plan that cannot be. */
const ONLY_A_PRICE: ReadonlySet<FirmRule> = new Set(['same-mentor-twice', 'mentor-absent']);

/** What people need, and whom they are kept apart from or together with. */
const COMPANY_RULES: ReadonlySet<FirmRule> = new Set([
  ...(['step-free', 'quiet', 'stays', 'apart', 'together', 'avoid'] as const),
]);

/** A room that changed, as far as it is decided, and what its planner has to know. */
interface Task {
  readonly base: StoredPlan;
  readonly window: PlanWindow;
  /** Rounds that are left out tonight. */
  readonly skipped: readonly number[];
  readonly changed: ChangedRoom;
  /** Whoever is to be seated in the rounds to come, and the tables that are open then. */
  readonly evening: EveningToPlan;
  /** Everybody and every table of the night, for the firm rules. */
  readonly everybody: EveningToPlan;
}

/** Why a change cannot be, whatever plan is found; null where there is something to look for. */
export function changeFault(services: Services, eventId: EventId, change: RoomChange): Refusal | null {
  const changed = changeOf(services, eventId, change);
  return changed.ok ? null : changed.refusal;
}

/**
 * What a change of the room would do to the plan people follow: the rounds that are over and the one that runs stay,
 * newcomers get a seat at once, and the rest is mended by the planner. Nothing is changed but for drafts that are kept:
 * the live command `replan` makes one of them the plan.
 */
async function offerRepairs(
  services: Services,
  eventId: EventId,
  { change, kinds = ['fewest-moves'] }: RepairRequest,
): Promise<Result<RepairOffer[], Refusal>> {
  const task = taskOf(services, eventId, change);
  if (!task.ok) return task;
  if (change.kind === 'rulesChanged' && keepsRules(task.value)) return refused(refusal('already-so'));
  const found = await proposals(services, task.value, change, kinds);
  if (!found.ok) return found;
  // an event may be deleted, and the night may go on, while its plan is searched
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  const isStudent = (person: AttendeeId): boolean => evening.people.get(person)?.role === 'student';
  const offers: RepairOffer[] = [];
  for (const proposal of found.value) {
    const schedule = withFixedRounds(proposal.schedule, task.value);
    const broken = rulesBroken(schedule, task.value);
    if (broken.length > 0) return refused(broken.includes('too-few-seats') ? noSeatFree(task.value) : isBroken(broken));
    if (!findSeats(schedule, change, task.value)) return refused(noSeatFree(task.value));
    const { version } = keep(services, task.value, change, { ...proposal, schedule });
    const { base, changed, window, skipped } = task.value;
    const price = planPrice(base.schedule, schedule, changed.room, { ...window, skipped, isStudent });
    offers.push({ planVersion: version, kind: proposal.kind, change, ...price });
  }
  return ok(offers);
}

/** Proposals one event after the other: each is a search in a thread, and a flood of them must not stop the night. */
export const repairsInTurn = (
  services: Services,
  eventId: EventId,
  request: RepairRequest,
): Promise<Result<RepairOffer[], Refusal>> =>
  services.line.inTurn(eventId, `repairs ${canonical(request)}`, () => offerRepairs(services, eventId, request));

/** Whether a mended plan may be taken now: for the plan people follow, this change, and where the evening stands. */
export function repairFits(
  services: Services,
  eventId: EventId,
  version: number,
  change: RoomChange,
): Result<void, Refusal> {
  const moment = services.evenings.engine(eventId)?.night.moment;
  const plan = findPlan(services.db, eventId, version);
  if (!moment || !plan?.repair) return refused(refusal('plan-missing'));
  const window = planWindow(moment);
  const { repair } = plan;
  const isTheSame = canonical(repair.change) === canonical(change);
  const isNow = window !== null && window.done === repair.done && window.current === repair.current;
  const fits = isTheSame && isNow && repair.basedOn === moment.planVersion;
  return fits ? ok(undefined) : refused(refusal('plan-outdated'));
}

/** The room people sit in now: as it was at the start, or as the last mended plan has it. */
export const roomNow = (plan: StoredPlan, evening: Evening): RoomTonight =>
  plan.repair?.room ?? roomAtStart(plan.schedule, evening.tables);

interface Change extends Pick<Task, 'base' | 'window' | 'changed'> {
  readonly now: Evening;
  readonly moment: Moment;
}

/** What a change makes of the room as it is. */
function changeOf(services: Services, eventId: EventId, change: RoomChange): Result<Change, Refusal> {
  const evening = services.evenings.get(eventId);
  const engine = services.evenings.engine(eventId);
  if (!evening || !engine) return refused(refusal('not-found'));
  const { moment } = engine.night;
  const window = planWindow(moment);
  const base = services.evenings.plan(eventId);
  if (window === null || !base) return refused(refusal('not-now'));
  const { whoMoves } = evening.event.settings;
  const standpoint: Standpoint = { ...window, whoMoves, roleOf: (person) => evening.people.get(person)?.role };
  const known = asEnrolled(roomNow(base, evening), base.schedule, standpoint);
  const changed = changeRoom(known.room, known.schedule, change, standpoint);
  return changed.ok ? ok({ base, window, changed: changed.value, now: evening, moment }) : changed;
}

function taskOf(services: Services, eventId: EventId, change: RoomChange): Result<Task, Refusal> {
  const made = changeOf(services, eventId, change);
  if (!made.ok) return made;
  const { base, window, changed, now: evening, moment } = made.value;
  const settings = { ...evening.event.settings, rounds: base.schedule.rounds.length };
  const { room } = changed;
  const invited = peopleToPlan(settings, room.tables, [...evening.people.values()], inPairs(services, eventId));
  const everybody = withoutSeatsAt(invited, new Set(room.closed.map(({ table }) => table)));
  const task = { base, window, skipped: moment.timings.skipped, changed, everybody };
  return ok({ ...task, evening: eveningToCome(room, everybody, window.current ?? window.done) });
}

/** A table that is closed keeps nobody. */
const withoutSeatsAt = (evening: EveningToPlan, closed: ReadonlySet<TableId>): EveningToPlan => ({
  ...evening,
  students: evening.students.map((student) => {
    const { staysAt, ...rest } = student;
    return staysAt !== undefined && closed.has(staysAt) ? rest : student;
  }),
});

type Found = Pick<EveningProposal, 'schedule' | 'report' | 'seed' | 'iterations' | 'stoppedAfter' | 'kind'>;

async function proposals(
  services: Services,
  { base, window, changed, evening, everybody, skipped }: Task,
  change: RoomChange,
  kinds: readonly ProposalKind[],
): Promise<Result<readonly Found[], Refusal>> {
  const { done, current } = window;
  // also who goes after this round may have to change the table in it
  const present = { ...evening, students: everybody.students };
  const seated = current === null ? changed.schedule : seatNow(changed, present, current);
  // a round that is left out is none: nobody meets in it, and nothing is to be mended there
  const talked = withoutRounds(seated, skipped);
  const leftOut = skipped.filter((round) => round <= done).length;
  const fixed = (current ?? done) - leftOut;
  const isByHand =
    (change.kind === 'moved' || change.kind === 'swapped') && (change.toEnd === true || change.round !== current);
  if (isByHand || fixed >= talked.rounds.length) {
    const { seed, iterations, stoppedAfter } = base;
    const night = { fixed, isThere: () => true };
    const report = reportOn(talked, { ...evening, rounds: talked.rounds.length }, night);
    return ok([{ schedule: seated, report, seed, iterations, stoppedAfter, kind: 'fewest-moves' }]);
  }
  const seed = (base.seed + base.version) % SEED_BOUND;
  const iterations = kinds.length === 1 ? QUICK_MOVES : { milliseconds: SEVERAL_MS };
  const running = {
    schedule: talked,
    evening: { ...evening, rounds: talked.rounds.length },
    done: done - leftOut,
    freezeCurrent: current !== null,
    waiting: current === null ? [] : waitingIn(seated, current, evening),
  };
  const found = await services.planner.repair({ running, kinds, seed, iterations });
  if (!found.ok) return isForSeats(found.refusal) ? refused(noSeatFree({ changed, window })) : found;
  return ok(
    found.value.map((proposal) => {
      // rounds that are fixed stay, whatever the planner made of them
      const rounds = [...talked.rounds.slice(0, fixed), ...proposal.schedule.rounds.slice(fixed)];
      return { ...proposal, schedule: amongSkipped({ rounds }, seated, skipped) };
    }),
  );
}

const isForSeats = ({ code, details }: Refusal): boolean =>
  code === 'plan-impossible' && (details?.reason === 'too-few-seats' || details?.reason === 'no-seat');

/** Whoever arrives finds a seat in some round to come, or is told that there is none. */
function findSeats({ rounds }: Schedule, change: RoomChange, { window, skipped }: Task): boolean {
  if (change.kind !== 'arrived') return true;
  const from = window.current ?? window.done + 1;
  const seated = peopleIn(rounds.filter((_, index) => index + 1 >= from && !skipped.includes(index + 1)));
  return change.people.every((person) => seated.has(person));
}

const withFixedRounds = (schedule: Schedule, { base, window }: Task): Schedule => ({
  rounds: [...base.schedule.rounds.slice(0, window.done), ...schedule.rounds.slice(window.done)],
});

/**
 * Rounds that are over are as they were, even if somebody's role is another one now; and where people sit already, a
 * rule that was made meanwhile and is broken there anyway is no reason to refuse.
 */
function rulesBroken(schedule: Schedule, { base, changed, everybody, window }: Task): FirmRule[] {
  const floor = new Set(changed.room.tables.map(({ id }) => id));
  const asSaid = (one: BrokenFirmRule): string => JSON.stringify(one);
  const now = new Set(
    brokenRules(base.schedule, everybody).flatMap((one) => {
      const isCompany = COMPANY_RULES.has(one.rule) && one.table !== null && floor.has(one.table);
      return isCompany && one.round === window.current ? [asSaid(one)] : [];
    }),
  );
  const toCome = brokenRules(schedule, everybody).filter((one) => one.round === 0 || one.round > window.done);
  const rules = toCome.filter((one) => !now.has(asSaid(one))).map(({ rule }) => rule);
  return [...new Set(rules)].filter((rule) => !ONLY_A_PRICE.has(rule));
}

/** Whether the plan people follow keeps, in the rounds to come, what was said of people. */
function keepsRules({ base, everybody, window, skipped }: Task): boolean {
  const from = window.current ?? window.done;
  return !brokenRules(base.schedule, everybody).some(
    ({ rule, round }) => COMPANY_RULES.has(rule) && round > from && !skipped.includes(round),
  );
}

const isBroken = (rules: readonly FirmRule[]): Refusal => refusal('plan-broken', { rules });

const noSeatFree = ({ changed, window }: Pick<Task, 'changed' | 'window'>): Refusal =>
  refusal('no-seat-free', { people: changed.seatless.length, round: window.current ?? window.done + 1 });

function keep(services: Services, { base, window, changed }: Task, change: RoomChange, found: Found): StoredPlan {
  const { schedule, report, seed, iterations, stoppedAfter } = found;
  const { done, current } = window;
  const { version: _, ...rest } = base;
  return insertPlan(services.db, {
    ...rest,
    ...{ schedule, report, seed, iterations, stoppedAfter },
    madeAt: wholeNow(services.clock),
    forStart: true,
    editedFrom: null,
    repair: { change, room: changed.room, basedOn: base.version, done, current },
  });
}
