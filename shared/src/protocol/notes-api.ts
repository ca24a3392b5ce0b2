/** Private notes: what a person's own phone says to the server, and what it answers. The rules are in `../notes/SPEC.md`. */
import type { AttendeeId } from '../kernel/ids.ts';
import type { Note } from '../notes/note.ts';

export type { Note } from '../notes/note.ts';

/** GET /me/:attendeeId/notes → all of one's own. */
export interface OwnNotes {
  readonly notes: readonly NoteAbout[];
}

export interface NoteAbout {
  readonly about: AttendeeId;
  readonly note: Note;
}

/** PUT /me/:attendeeId/notes/:otherId with a Note → the Note as it is kept now. Repeat it freely. */
