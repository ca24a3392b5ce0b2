/** What the routes of notes accept. Only the server imports this file: TypeBox is heavy. */
import Type from 'typebox';
import { MOST_BESIDE, MOST_DEVICES, NOTE_LENGTH } from '../notes/note.ts';
import { closed, id, instant, text } from './schema-parts.ts';

export const NoteParams = Type.Object({ attendeeId: id, otherId: id });
export const WriteNote = Type.Object(
  {
    text: text(NOTE_LENGTH),
    at: instant,
    seen: Type.Record(
      Type.String({ pattern: '^[A-Za-z0-9_-]{4,16}$' }),
      Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
      { ...closed, minProperties: 1, maxProperties: MOST_DEVICES },
    ),
    beside: Type.Array(text(NOTE_LENGTH), { maxItems: MOST_BESIDE }),
  },
  closed,
);
