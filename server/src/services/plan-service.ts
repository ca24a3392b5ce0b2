import type { Table } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { Schedule, Seating } from '@lapwing/shared/event/schedule';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { PlanBasis, PlanView, StartOffer } from '@lapwing/shared/protocol/api';
import { brokenRules } from '@lapwing/shared/rotation/broken-rules';
import type { EveningToPlan, PlannedEvening } from '@lapwing/shared/rotation/evening';
import { suggestedIterations } from '@lapwing/shared/rotation/solve';
import { findPlan, insertPlan, latestDraft, latestPlan, type StoredPlan } from '../db/repositories/plans.ts';
import { hashOf } from '../secrets.ts';
import type { Evening } from './evenings.ts';
import { type Services, wholeNow } from './services.ts';

const SEED_BOUND = 2 ** 31;

/**
 * Who a plan is made for. `here`: those checked in; a role nobody of which is checked in counts as expected whole, so
 * that an organiser who skips check-in can run the night all the same.
 */
export function eveningToPlan(evening: Evening, basis: PlanBasis): EveningToPlan {
  const { settings } = evening.event;
  const people = [...evening.people.values()];
  const taking = (role: Attendee['role']): Attendee[] => {
    const here = people.filter((person) => person.role === role && person.checkedInAt !== null);
    const expected = people.filter((person) => person.role === role && person.standing === 'active');
    return basis === 'here' && here.length > 0 ? here : expected;
  };
  return {
    rounds: settings.rounds,
    whoMoves: settings.whoMoves,
    tables: evening.tables,
    students: taking('student').map(({ id, industries, access }) => ({
      id,
      industries,
      stepFree: needsStepFree(access),
    })),
    mentors: taking('mentor').map(({ id, card }) => ({ id, industry: card.industry })),
  };
}

/** Free text of a form: asks for step-free access or names a wheelchair. */
const needsStepFree = (access: string): boolean => /step.?free|wheel.?chair/iu.test(access);

const inputsHash = (evening: EveningToPlan): string => hashOf(JSON.stringify(evening));

function asView(plan: StoredPlan, evening: Evening, publishedVersion: number): PlanView {
  const { eventId: _, inputsHash: madeFrom, forStart: __, ...view } = plan;
  return {
    ...view,
    status: plan.version === publishedVersion ? 'published' : 'draft',
    outdated: madeFrom !== inputsHash(eveningToPlan(evening, plan.basis)),
  };
}

const publishedVersion = (services: Services, eventId: EventId): number =>
  services.evenings.engine(eventId)?.night.moment.planVersion ?? 0;

/** The latest plan, draft or published, or undefined. While the night runs: the one people follow. */
export function currentPlan(services: Services, eventId: EventId): Result<PlanView | undefined, Refusal> {
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  const published = publishedVersion(services, eventId);
  const running = services.evenings.engine(eventId)?.night.moment.phase.kind !== 'doors';
  const plan = running ? findPlan(services.db, eventId, published) : latestDraft(services.db, eventId, published);
  return ok(plan && asView(plan, evening, published));
}

interface Making {
  readonly basis: PlanBasis;
  readonly before: Schedule | null;
  readonly seed?: number | undefined;
  readonly forStart: boolean;
}

/** Makes a plan in a worker thread, checks it against the firm rules and keeps it as a draft. */
async function make(services: Services, eventId: EventId, making: Making): Promise<Result<StoredPlan, Refusal>> {
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  const input = eveningToPlan(evening, making.basis);
  const seed = making.seed ?? Number.parseInt(inputsHash(input).slice(0, 8), 16) % SEED_BOUND;
  const planned = await services.planner.run({
    evening: input,
    before: making.before,
    seed,
    iterations: suggestedIterations(input.students.length, input.rounds),
  });
  if (!planned.ok) return planned;
  const broken = brokenRules(planned.value.schedule, input);
  if (broken.length > 0) return refused(refusal('plan-broken', { rules: broken.map((rule) => rule.rule) }));
  return ok(
    insertPlan(services.db, {
      ...asRow(planned.value),
      eventId,
      basis: making.basis,
      forStart: making.forStart,
      inputsHash: inputsHash(input),
      madeAt: wholeNow(services.clock),
    }),
  );
}

const asRow = ({ schedule, report, seed, iterations }: PlannedEvening) => ({ schedule, report, seed, iterations });

/** Makes a draft for everyone expected or for who is here. */
export async function draftPlan(
  services: Services,
  eventId: EventId,
  options: { readonly basis: PlanBasis; readonly seed?: number | undefined },
): Promise<Result<PlanView, Refusal>> {
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  const made = await make(services, eventId, { ...options, before: null, forStart: false });
  if (!made.ok) return made;
  services.evenings.changed(eventId);
  return ok(asView(made.value, services.evenings.get(eventId) ?? evening, publishedVersion(services, eventId)));
}

/**
 * What *Start* would do now: the published plan where it still fits, else that plan healed for who is here with the
 * fewest changed first tables, else a new one. Keeps the plan as a draft; the live command `start` names its version.
 */
export async function offerStart(
  services: Services,
  eventId: EventId,
  basis: PlanBasis,
): Promise<Result<StartOffer, Refusal>> {
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  if (services.evenings.engine(eventId)?.night.moment.phase.kind !== 'doors')
    return refused(refusal('already-started'));
  const input = eveningToPlan(evening, basis);
  const hash = inputsHash(input);
  const published = findPlan(services.db, eventId, publishedVersion(services, eventId));
  if (published?.inputsHash === hash) return ok(asOffer('published', published, published.schedule, evening, input));
  const latest = latestPlan(services.db, eventId);
  const made =
    latest?.inputsHash === hash
      ? ok(latest)
      : await make(services, eventId, { basis, before: published?.schedule ?? null, forStart: true });
  if (!made.ok) return made;
  return ok(asOffer(published ? 'healed' : 'new', made.value, published?.schedule ?? null, evening, input));
}

function asOffer(
  kind: StartOffer['kind'],
  plan: StoredPlan,
  before: Schedule | null,
  evening: Evening,
  input: EveningToPlan,
): StartOffer {
  const numbers = new Map(evening.tables.map((table) => [table.id as string, table.number]));
  const old = firstTables(before);
  const now = firstTables(plan.schedule);
  const number = (table: string | undefined): number | null =>
    table === undefined ? null : (numbers.get(table) ?? null);
  const moved = [...now].flatMap(([id, table]) => {
    const from = old.get(id);
    return from === undefined || from === table ? [] : [{ id, from: number(from), to: number(table) }];
  });
  return {
    planVersion: plan.version,
    kind,
    basis: plan.basis,
    students: input.students.length,
    mentors: input.mentors.length,
    tables: Object.values(plan.schedule.rounds[0] ?? {}).filter((seating) => seating.students.length > 0).length,
    moved,
    closed: evening.tables.filter((table) => closedFor(table, input)).map((table) => table.number),
  };
}

/** A table that has mentors of its own, none of whom is there, stays closed while students move. */
const closedFor = (table: Table, input: EveningToPlan): boolean =>
  input.whoMoves === 'students' &&
  table.mentors.length > 0 &&
  !table.mentors.some((mentor) => input.mentors.some(({ id }) => id === mentor));

function firstTables(schedule: Schedule | null): Map<AttendeeId, string> {
  const tables = new Map<AttendeeId, string>();
  for (const [table, seating] of Object.entries<Seating>(schedule?.rounds[0] ?? {}))
    for (const person of [...seating.students, ...seating.mentors]) tables.set(person, table);
  return tables;
}

/** Whether a plan still fits the people, tables and settings it would be started with. */
export function planFits(services: Services, eventId: EventId, version: number): Result<void, Refusal> {
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  const plan = findPlan(services.db, eventId, version);
  if (!plan) return refused(refusal('plan-missing'));
  const fits = plan.inputsHash === inputsHash(eveningToPlan(evening, plan.basis));
  return fits ? ok(undefined) : refused(refusal('plan-outdated'));
}
