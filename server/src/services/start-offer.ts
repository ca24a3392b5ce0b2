import type { Table } from '@lapwing/shared/event/floor';
import type { Schedule, Seating } from '@lapwing/shared/event/schedule';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { PlanBasis, StartOffer } from '@lapwing/shared/protocol/api';
import type { EveningToPlan } from '@lapwing/shared/rotation/evening';
import { findPlan, latestPlan, type StoredPlan } from '../db/repositories/plans.ts';
import type { Evening } from './evenings.ts';
import { make } from './plan-service.ts';
import { inputsHash, planInput, publishedVersion } from './plan-view.ts';
import type { Services } from './services.ts';

/** One search at a time: consoles ask anew with each person who comes in, and whoever waits for the same shares it. */
export const startInTurn = (
  services: Services,
  eventId: EventId,
  basis: PlanBasis,
): Promise<Result<StartOffer, Refusal>> =>
  services.line.inTurn(eventId, `start ${basis}`, () => offerStart(services, eventId, basis));

/**
 * What *Start* would do now: the published plan where it still fits, else that plan healed for who is here with the
 * fewest changed first tables, else a new one. Keeps the plan as a draft; the live command `start` names its version.
 */
async function offerStart(
  services: Services,
  eventId: EventId,
  basis: PlanBasis,
): Promise<Result<StartOffer, Refusal>> {
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  if (services.evenings.engine(eventId)?.night.moment.phase.kind !== 'doors')
    return refused(refusal('already-started'));
  const input = planInput(services, evening, basis);
  const hash = inputsHash(input);
  const published = findPlan(services.db, eventId, publishedVersion(services, eventId));
  if (published?.inputsHash === hash) return ok(asOffer('published', published, published.schedule, evening, input));
  const latest = latestPlan(services.db, eventId);
  const made =
    latest?.inputsHash === hash
      ? ok(latest)
      : await make(services, eventId, {
          basis,
          before: published?.schedule ?? null,
          aim: published?.aim ?? 'balanced',
          effort: 'quick',
          forStart: true,
        });
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
