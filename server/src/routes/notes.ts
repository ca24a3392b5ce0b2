import { attendeeId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { refused } from '@lapwing/shared/kernel/result';
import { instant } from '@lapwing/shared/kernel/time';
import { NoteParams, WriteNote } from '@lapwing/shared/protocol/notes-schemas';
import { PersonParams } from '@lapwing/shared/protocol/schemas';
import { answer } from '../plugins/refusals.ts';
import { ownNotes, writeNote } from '../services/note-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { WORDS_LIMIT } from './rate-limits.ts';

/** What people write down for themselves. */
export function noteRoutes(app: App, services: Services): void {
  app.get('/me/:attendeeId/notes', { schema: { params: PersonParams } }, async ({ params, session }, reply) =>
    session?.eventId
      ? answer(reply, ownNotes(services, session.eventId, attendeeId(params.attendeeId)))
      : answer(reply, refused(refusal('not-found'))),
  );
  app.put(
    '/me/:attendeeId/notes/:otherId',
    { schema: { params: NoteParams, body: WriteNote }, ...WORDS_LIMIT },
    async ({ params, body, session }, reply) => {
      if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
      const [id, about] = [attendeeId(params.attendeeId), attendeeId(params.otherId)];
      return answer(reply, writeNote(services, session.eventId, id, about, { ...body, at: instant(body.at) }));
    },
  );
}
