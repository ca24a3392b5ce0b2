import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { Note, NoteAbout } from '@lapwing/shared/protocol/notes-api';
import { and, asc, eq } from 'drizzle-orm';
import { notes } from '../schema.ts';
import type { Tx } from '../transact.ts';

type NoteRow = typeof notes.$inferSelect;

const asNote = ({ text, at, seen, beside }: NoteRow): Note => ({ text, at, seen, beside });

export function findNote(tx: Tx, writer: AttendeeId, about: AttendeeId): Note | undefined {
  const row = tx
    .select()
    .from(notes)
    .where(and(eq(notes.attendeeId, writer), eq(notes.about, about)))
    .get();
  return row && asNote(row);
}

/** All that one person wrote. */
export const notesOf = (tx: Tx, writer: AttendeeId): NoteAbout[] =>
  tx
    .select()
    .from(notes)
    .where(eq(notes.attendeeId, writer))
    .orderBy(asc(notes.about))
    .all()
    .map((row) => ({ about: row.about, note: asNote(row) }));

export function saveNote(tx: Tx, row: NoteRow): void {
  tx.insert(notes)
    .values(row)
    .onConflictDoUpdate({ target: [notes.attendeeId, notes.about], set: asNote(row) })
    .run();
}
