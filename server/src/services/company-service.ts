import type { PairRule } from '@lapwing/shared/event/registration';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { PeopleInPairs } from '@lapwing/shared/protocol/planned-for';
import { removePairRule, savePairRule } from '../db/repositories/pair-rules.ts';
import { transact } from '../db/transact.ts';
import { inPairs } from './plan-view.ts';
import { type Services, wholeNow } from './services.ts';

/** What the planner knows about two people at a time. For the organiser's eyes only. */
export function peopleInPairs(services: Services, eventId: EventId): Result<PeopleInPairs, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  return ok(inPairs(services, eventId));
}

/** Keeps two people apart, or together, instead of what was said of them before. Said twice it is said once. */
export function keepPair(services: Services, eventId: EventId, rule: PairRule): Result<PeopleInPairs, Refusal> {
  const evening = services.evenings.get(eventId);
  const [one, other] = [rule.one, rule.other].map((id) => evening?.people.get(id));
  if (!one || !other || one.id === other.id) return refused(refusal('not-found'));
  if (rule.kind === 'together' && one.role !== other.role) return refused(refusal('companion-of-other-role'));
  return changed(services, eventId, () =>
    transact(services.db, (tx) => ok(savePairRule(tx, eventId, rule, wholeNow(services.clock)))),
  );
}

/** Takes a rule back; where there is none, nothing happens. */
export function releasePair(
  services: Services,
  eventId: EventId,
  one: AttendeeId,
  other: AttendeeId,
): Result<PeopleInPairs, Refusal> {
  const people = services.evenings.get(eventId)?.people;
  if (!people?.has(one) || !people.has(other)) return refused(refusal('not-found'));
  return changed(services, eventId, () => transact(services.db, (tx) => ok(removePairRule(tx, eventId, one, other))));
}

function changed(services: Services, eventId: EventId, write: () => void): Result<PeopleInPairs, Refusal> {
  write();
  services.evenings.changed(eventId);
  return peopleInPairs(services, eventId);
}
