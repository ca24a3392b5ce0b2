import type { CallKind, DeskCallKind } from '@lapwing/shared/event/desk-call';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { DeskCalls, MakeCall } from '@lapwing/shared/protocol/api';
import { findCall, openCalls, removeCall, saveCall, setAnswered } from '../db/repositories/desk-calls.ts';
import { transact } from '../db/transact.ts';
import { type Services, wholeNow } from './services.ts';

/** What phones told the desk and nobody answered yet. */
export const listCalls = (services: Services, eventId: EventId): Result<DeskCalls, Refusal> =>
  services.evenings.get(eventId) ? ok(openCalls(services.db, eventId)) : refused(refusal('not-found'));

/**
 * A person tells the desk something, or takes it back. A fact about a person: it raises no version, and repeating it
 * changes nothing; saying it anew after it was answered opens it again.
 */
export function makeCall(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  kind: CallKind,
  { calling, minutes = 0, ...more }: MakeCall,
): Result<undefined, Refusal> {
  const { db, evenings } = services;
  const person = evenings.get(eventId)?.people.get(id);
  if (!person) return refused(refusal('not-found'));
  // whoever was taken off the list is not late and not lost; who asks for help is heard, whoever they are
  if (calling && person.standing === 'cancelled' && kind !== 'help') return refused(refusal('taken-off-list'));
  const afterRound = kind === 'leaving' ? (more.afterRound ?? null) : null;
  const known = findCall(db, id, kind);
  const isOpen = known !== undefined && known.answeredAt === null;
  if (calling && isOpen && known.minutes === minutes && known.afterRound === afterRound) return ok(undefined);
  const said = { eventId, attendeeId: id, kind, minutes, afterRound, at: wholeNow(services.clock), answeredAt: null };
  if (calling) saveCall(db, said);
  else if (!removeCall(db, id, kind)) return ok(undefined);
  evenings.callsChanged(eventId, id);
  return ok(undefined);
}

/** An organiser has seen to it, or opens it again. not-found where nobody called. */
export function answerCall(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  kind: DeskCallKind,
  answered: boolean,
): Result<undefined, Refusal> {
  const at = answered ? wholeNow(services.clock) : null;
  const done = transact<undefined, Refusal>(services.db, (tx) =>
    setAnswered(tx, eventId, id, kind, at) ? ok(undefined) : refused(refusal('not-found')),
  );
  if (!done.ok) return done;
  services.evenings.callsChanged(eventId, id);
  return ok(undefined);
}
