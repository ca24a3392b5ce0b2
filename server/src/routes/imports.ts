import multipart from '@fastify/multipart';
import type { AttendeeRole } from '@lapwing/shared/event/roster';
import { eventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { ApplyQuery, EventParams, ImportParams, PreviewQuery } from '@lapwing/shared/protocol/schemas';
import type { FastifyError, FastifyRequest } from 'fastify';
import { organiserOf } from '../plugins/doors.ts';
import { answer } from '../plugins/refusals.ts';
import { applyImport, previewImport, type UploadedFile, undoImport } from '../services/import-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';

const MAX_FILE_BYTES = 5 * 1024 * 1024;

const roleOf = (as: 'students' | 'mentors' | undefined): AttendeeRole | undefined =>
  as === undefined ? undefined : as === 'mentors' ? 'mentor' : 'student';

async function uploaded(request: FastifyRequest): Promise<Result<UploadedFile, Refusal>> {
  const noFile = refused(refusal('bad-request', { field: 'file' }));
  if (!request.isMultipart()) return noFile;
  try {
    const part = await request.file();
    return part ? ok({ name: part.filename, bytes: await part.toBuffer() }) : noFile;
  } catch (error) {
    // What the plugin means to refuse has a status; anything else is a form that broke off or never was one.
    if ((error as FastifyError).statusCode !== undefined) throw error;
    return noFile;
  }
}

/** A file of people: previewed, applied with the preview's digest, taken back whole. Nothing is kept in between. */
export async function importRoutes(app: App, services: Services): Promise<void> {
  await app.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 10 } });
  app.post(
    '/api/events/:eventId/imports/preview',
    { schema: { params: EventParams, querystring: PreviewQuery }, bodyLimit: MAX_FILE_BYTES + 64 * 1024 },
    async (request, reply) => {
      const file = await uploaded(request);
      if (!file.ok) return answer(reply, file);
      const role = roleOf(request.query.as);
      return answer(reply, previewImport(services, eventId(request.params.eventId), file.value, role));
    },
  );
  app.post(
    '/api/events/:eventId/imports',
    { schema: { params: EventParams, querystring: ApplyQuery }, bodyLimit: MAX_FILE_BYTES + 64 * 1024 },
    async (request, reply) => {
      const file = await uploaded(request);
      if (!file.ok) return answer(reply, file);
      const role = roleOf(request.query.as);
      const options = {
        digest: request.query.digest,
        by: organiserOf(request),
        ...(role === undefined ? {} : { role }),
      };
      return answer(reply, applyImport(services, eventId(request.params.eventId), file.value, options));
    },
  );
  app.post(
    '/api/events/:eventId/imports/:importId/undo',
    { schema: { params: ImportParams } },
    async ({ params }, reply) => answer(reply, undoImport(services, eventId(params.eventId), params.importId)),
  );
}
