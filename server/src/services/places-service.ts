import { lineUp, placesOf, placesTold, whoMovesUp } from '@lapwing/shared/event/places';
import type { AttendeeRole, Standing } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { PlacesView } from '@lapwing/shared/protocol/places-api';
import { type AttendeeRow, findAttendee, markHandEdited } from '../db/repositories/attendees.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import { findInvitation } from '../db/repositories/invitations.ts';
import {
  countStanding,
  giveLent,
  listWaiting,
  saveLent,
  saveStanding,
  type Waiting,
} from '../db/repositories/standings.ts';
import type { Tx } from '../db/transact.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { mentorDropped } from './ask-service.ts';
import { lends, lentFromNow, lentTo } from './lending.ts';
import { writeTo } from './mail-facts.ts';
import { countPlacesLeft } from './public-places.ts';
import { nextEntry } from './registration-mails.ts';
import { type Services, wholeNow } from './services.ts';
import { isToCome } from './to-come.ts';

/** How somebody who registers now stands. Only students are limited: mentors always come in. */
export function standingOfNewcomer(_services: Services, tx: Tx, eventId: EventId, role: AttendeeRole): Standing {
  return role === 'mentor' || countPlacesLeft(tx, eventId) !== 0 ? 'active' : 'waiting';
}

/** Places that students can still have, as everybody may know it. Null: no limit. */
export const placesLeft = ({ publicPlaces }: Services, eventId: EventId): number | null =>
  placesTold(publicPlaces.left(eventId));

/**
 * After the caller wrote down, in the same transaction, that somebody does not come: whoever waits longest gets the
 * place of a student, with a mail; for the place of a mentor those in reserve are asked. Idempotent. The caller tells the
 * consoles after the commit (`evenings.changed`).
 */
export function somebodyCancelled(services: Services, tx: Tx, eventId: EventId, attendeeId: AttendeeId): void {
  if (findAttendee(tx, eventId, attendeeId)?.role === 'mentor') mentorDropped(services, tx, eventId, attendeeId);
  else fillPlaces(services, tx, eventId, attendeeId);
}

/** There is no limit any more: everybody on the waitlist has a place. @returns who moved up */
export function letEverybodyIn(services: Services, tx: Tx, eventId: EventId): readonly Waiting[] {
  const event = findEvent(tx, eventId);
  if (!event || !isToCome(services, event)) return [];
  giveLent(tx, eventId);
  const line = lineOf(services, tx, eventId);
  for (const person of line) letIn(services, tx, event, person);
  return line;
}

/** The places of the students, and the waitlist in its order. */
export function placesView(services: Services, eventId: EventId): PlacesView {
  const { db } = services;
  const line = lineOf(services, db, eventId);
  const event = findEvent(db, eventId);
  return {
    places: placesOf(findInvitation(db, eventId)),
    active: countStanding(db, eventId, 'student', 'active'),
    lends: event !== undefined && isToCome(services, event) && lends(services, db, event),
    line: line.map(({ id, since }) => ({ id, since })),
  };
}

/** Students on the waitlist in their order. Where no mail asks, nobody has to answer (P15). */
function lineOf({ outbox }: Services, tx: Tx, eventId: EventId): Waiting[] {
  const waiting = listWaiting(tx, eventId, 'student');
  const asked = outbox.from !== null;
  return lineUp<AttendeeId, Waiting>(asked ? waiting : waiting.map((person) => ({ ...person, said: 'yes' })));
}

/**
 * Gives every free place to whoever is first in line, with a mail to each. Nothing after *Start* or when the evening is over.
 * @param except who does not get it: whoever has just left the place
 * @returns who moved up
 */
export function fillPlaces(services: Services, tx: Tx, eventId: EventId, except?: AttendeeId): readonly Waiting[] {
  const event = findEvent(tx, eventId);
  if (!event || !isToCome(services, event)) return [];
  const waiting = lineOf(services, tx, eventId).filter(({ id }) => id !== except);
  const active = countStanding(tx, eventId, 'student', 'active');
  const moved = whoMovesUp<AttendeeId, Waiting>(placesOf(findInvitation(tx, eventId)), active, waiting);
  for (const person of moved) letIn(services, tx, event, person);
  return moved;
}

/** A place once given is not taken away by a file that still calls them waiting. */
function letIn(services: Services, tx: Tx, event: StoredEvent, person: Waiting): void {
  saveStanding(tx, event.id, person.id, 'active', null);
  const row = findAttendee(tx, event.id, person.id);
  if (row) saveLent(tx, row.id, lentFromNow(services, tx, event, row));
  if (row) markHandEdited(tx, row, ['standing']);
  tellPromoted(services, tx, event, person);
}

/** Writes to somebody who comes from the waitlist that they have a place. */
export function tellPromoted(
  services: Services,
  tx: Tx,
  event: StoredEvent,
  { id, name, email }: Pick<AttendeeRow, 'id' | 'name' | 'email'>,
): void {
  const row = findAttendee(tx, event.id, id);
  queueMail(tx, services, {
    // somebody may move up, give the place back and move up once more
    key: `promoted:${id}:${wholeNow(services.clock)}`,
    kind: 'promoted',
    eventId: event.id,
    attendeeId: id,
    to: email,
    ...writeTo(tx, event, { name, language: row?.language ?? null }, (texts, facts) =>
      texts.promoted(facts, row ? lentTo(services, tx, event, row).keptUntil : null),
    ),
    calendar: row ? nextEntry(services, tx, event, row, 'request') : '',
  });
}
