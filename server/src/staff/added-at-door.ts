import { peopleIn } from '@lapwing/shared/event/schedule';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { planWindow } from '@lapwing/shared/live/plan-window';
import type { HelpersWalkIns } from '@lapwing/shared/protocol/staff-api';
import { tellAudit } from '../db/audit-pen.ts';
import { type AttendeeRow, findAttendees } from '../db/repositories/attendees.ts';
import { listAddedByHelpers } from '../db/repositories/audit-lines.ts';
import { type Tx, transact } from '../db/transact.ts';
import { afterErasing, eraseHere } from '../services/erase-service.ts';
import { roomNow } from '../services/repair-service.ts';
import type { Services } from '../services/services.ts';
import { MARK } from './names.ts';

/** Whom each helper of an event added, as the audit has it: it remembers also who was sent away or signed out. */
export function walkInsOf(services: Services, eventId: EventId): readonly HelpersWalkIns[] {
  const seated = seatedNow(services, eventId);
  return [...addedBy(services.db, eventId)]
    .map(([by, ids]) => ({ by, count: ids.length, seated: ids.filter((id) => seated.has(id)) }))
    .sort((one, other) => other.count - one.count);
}

function addedBy(tx: Tx, eventId: EventId): ReadonlyMap<string, AttendeeId[]> {
  const byWhom = new Map<string, AttendeeId[]>();
  for (const { by, id } of listAddedByHelpers(tx, eventId, MARK)) byWhom.set(by, [...(byWhom.get(by) ?? []), id]);
  return byWhom;
}

/**
 * Who stays where they are: others count on a seat in the round that runs or in one to come, unless its person has left,
 * and whoever sat at a table of an evening that is over was there.
 */
function seatedNow({ evenings }: Services, eventId: EventId): ReadonlySet<AttendeeId> {
  const [evening, plan] = [evenings.get(eventId), evenings.plan(eventId)];
  const moment = evenings.engine(eventId)?.night.moment;
  if (!evening || !plan || !moment || moment.phase.kind === 'doors') return new Set();
  const window = planWindow(moment);
  const from = window === null ? 1 : (window.current ?? window.done + 1);
  const gone = new Set(window === null ? [] : roomNow(plan, evening).left);
  return new Set([...peopleIn(plan.schedule.rounds.slice(from - 1))].filter((id) => !gone.has(id)));
}

/**
 * Everybody whom one helper added goes, as if erased one by one; who has a seat stays. Where nobody is left to go nothing
 * happens.
 * @param by what the helper is called in the audit
 */
export function takeBackWalkIns(services: Services, eventId: EventId, by: string): Result<undefined, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const seated = seatedNow(services, eventId);
  const free = (addedBy(services.db, eventId).get(by) ?? []).filter((id) => !seated.has(id));
  if (free.length === 0) return ok(undefined);
  const done = transact<readonly AttendeeRow[], Refusal>(services.db, (tx) => {
    const rows = findAttendees(tx, eventId, free);
    tellAudit({ other: by.slice(by.lastIndexOf(MARK)), count: rows.length });
    return ok(eraseHere(services, tx, eventId, rows, 'organiser'));
  });
  if (!done.ok) return done;
  afterErasing(services, done.value);
  return ok(undefined);
}
