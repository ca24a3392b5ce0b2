import multipart from '@fastify/multipart';
import { eventId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { ok, refused } from '@lapwing/shared/kernel/result';
import { instant } from '@lapwing/shared/kernel/time';
import { CommunityImportParams, CommunityImportQuery, FunnelQuery } from '@lapwing/shared/protocol/community-schemas';
import { MOST_BYTES } from '@lapwing/shared/roster-import/decode';
import { funnelCsv, funnelOf, type Span } from '../community/funnel.ts';
import { importTable } from '../community/imports.ts';
import { askImported, listPastImports, undoImport } from '../community/past-imports.ts';
import { passDoor } from '../plugins/doors.ts';
import { answer } from '../plugins/refusals.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { languageIn } from './language.ts';

/** Files of members and of earlier introductions, and the figures. In a room of its own: forms with files are read there. */
export async function communityImportRoutes(app: App, services: Services): Promise<void> {
  await app.register(multipart, { limits: { fileSize: MOST_BYTES, files: 1, fields: 10, fieldSize: 1_024 } });
  app.post(
    '/api/community/imports',
    { schema: { querystring: CommunityImportQuery }, bodyLimit: MOST_BYTES + 64 * 1_024 },
    async (request, reply) => {
      const part = request.isMultipart() ? await request.file() : undefined;
      const bytes = part ? await part.toBuffer() : null;
      // a form is read here and not before: whoever was signed out meanwhile sends no file any more
      const refusedNow = passDoor(services, request, reply);
      if (refusedNow) return refusedNow;
      if (bytes === null) return answer(reply, refused(refusal('bad-request', { field: 'file' })));
      const stop = new AbortController();
      request.raw.once('aborted', () => stop.abort());
      const table = await services.reader.table(bytes, stop.signal);
      if (!table.ok) return answer(reply, table);
      const { kind, apply } = request.query as { kind: 'members' | 'introductions'; apply: 'yes' | 'no' };
      const by = request.session?.staffId ?? null;
      const how = { apply: apply === 'yes', language: languageIn(request), fileName: part?.filename ?? '', by };
      return answer(reply, importTable(services, kind, table.value, how));
    },
  );
  app.get('/api/community/imports', async (_request, reply) => answer(reply, ok(listPastImports(services.db))));
  const named = { schema: { params: CommunityImportParams } };
  app.post('/api/community/imports/:importId/undone', named, async ({ params }, reply) =>
    answer(reply, undoImport(services, params.importId)),
  );
  app.post('/api/community/imports/:importId/asked', named, async ({ params }, reply) =>
    answer(reply, askImported(services, params.importId)),
  );
  app.get('/api/community/funnel', { schema: { querystring: FunnelQuery } }, async ({ query }, reply) =>
    answer(reply, ok(funnelOf(services, spanOf(query)))),
  );
  app.get('/api/community/funnel.csv', { schema: { querystring: FunnelQuery } }, async ({ query }, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="introductions.csv"')
      .send(funnelCsv(services, spanOf(query))),
  );
}

/** All evenings where no time is named. */
const spanOf = ({ from, until, event }: { from?: number; until?: number; event?: string }): Span => ({
  from: instant(from ?? 0),
  until: instant(until ?? 8_640_000_000_000),
  event: event === undefined ? null : eventId(event),
});
