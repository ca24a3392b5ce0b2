import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { earlier } from '@lapwing/shared/kernel/time';
import { isPlausible, merged, type Note } from '@lapwing/shared/notes/note';
import type { OwnNotes } from '@lapwing/shared/protocol/notes-api';
import { findNote, notesOf, saveNote } from '../db/repositories/notes.ts';
import { transact } from '../db/transact.ts';
import { type Services, wholeNow } from './services.ts';

/** A person's own notes, for nobody else (N1). */
export const ownNotes = (services: Services, eventId: EventId, id: AttendeeId): Result<OwnNotes, Refusal> =>
  services.evenings.get(eventId)?.people.has(id)
    ? ok({ notes: notesOf(services.db, id) })
    : refused(refusal('not-found'));

/** Takes a version of a note in. A fact of one person: nobody is told, and repeating it changes nothing (N5). */
export function writeNote(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  about: AttendeeId,
  said: Note,
): Result<Note, Refusal> {
  const people = services.evenings.get(eventId)?.people;
  const [writer, other] = [people?.get(id), people?.get(about)];
  if (!writer || !other || writer.role === other.role) return refused(refusal('not-found'));
  return transact<Note, Refusal>(services.db, (tx) => {
    const known = findNote(tx, id, about);
    if (!isPlausible(known, said)) return refused(refusal('bad-request', { field: 'seen' }));
    const heard = { ...said, at: earlier(said.at, wholeNow(services.clock)) };
    const kept = known ? merged(known, heard) : heard;
    if (kept !== known) saveNote(tx, { eventId, attendeeId: id, about, ...kept });
    return ok(kept);
  });
}
