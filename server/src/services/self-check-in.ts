import { mustComeToDesk } from '@lapwing/shared/event/presence';
import { selfCheckInOpen, wallCode } from '@lapwing/shared/event/self-check-in';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, type RefusalCode, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import type { PersonalCard } from '@lapwing/shared/protocol/messages';
import { saveSelfCheckIn } from '../db/repositories/events.ts';
import { findWord } from '../db/repositories/presence-words.ts';
import { commit } from '../db/transact.ts';
import { sameSecret } from '../secrets.ts';
import { detail } from './event-service.ts';
import { roomCode } from './room-code.ts';
import { setPresence } from './roster-service.ts';
import type { Services } from './services.ts';

/**
 * "I am here", said on one's own page with the code on the wall. Refused with wrong-event-code, self-check-in-off,
 * too-early, not-now after *Start*, and come-to-desk for whom the desk checked out or does not expect.
 */
export function sayHere(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  code: string,
): Result<{ readonly card: PersonalCard }, Refusal> {
  const wrong = whyNot(services, eventId, id, code);
  if (wrong !== null) return refused(refusal(wrong));
  const said = setPresence(services, eventId, id, true, { by: 'self' });
  const card = services.evenings.card(eventId, id);
  if (!said.ok) return said;
  return card ? ok({ card }) : refused(refusal('not-found'));
}

function whyNot(
  { db, evenings, clock, secrets }: Services,
  eventId: EventId,
  id: AttendeeId,
  code: string,
): RefusalCode | null {
  const evening = evenings.get(eventId);
  const person = evening?.people.get(id);
  if (!evening || !person) return 'not-found';
  if (person.checkedInAt !== null) return null;
  const { event } = evening;
  if (event.cancelled !== null) return 'event-cancelled';
  if (!event.selfCheckIn) return 'self-check-in-off';
  if (evenings.engine(eventId)?.night.moment.phase.kind !== 'doors') return 'not-now';
  if (!selfCheckInOpen(clock.now(), event.settings.startsAt)) return 'too-early';
  if (person.standing !== 'active' || mustComeToDesk({ checkedInAt: null, word: findWord(db, id) })) {
    return 'come-to-desk';
  }
  return sameSecret(wallCode(code), roomCode(secrets, event)) ? null : 'wrong-event-code';
}

/** Lets people check themselves in, or leaves it to the desk. */
export function switchSelfCheckIn(services: Services, eventId: EventId, on: boolean): Result<EventDetail, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  commit(services.db, (tx) => saveSelfCheckIn(tx, eventId, on));
  services.evenings.changed(eventId);
  return detail(services, eventId);
}
