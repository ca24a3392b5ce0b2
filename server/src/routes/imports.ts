import multipart, { type MultipartFile } from '@fastify/multipart';
import type { AttendeeRole } from '@lapwing/shared/event/roster';
import { eventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { ImportChoices as Choices } from '@lapwing/shared/protocol/import-api';
import {
  ApplyQuery,
  EventParams,
  ImportChoices,
  ImportParams,
  PreviewQuery,
  ReadingParams,
} from '@lapwing/shared/protocol/schemas';
import { MOST_BYTES } from '@lapwing/shared/roster-import/decode';
import { isSubject } from '@lapwing/shared/roster-import/subject';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import { organiserOf, passDoor } from '../plugins/doors.ts';
import { answer, refuse } from '../plugins/refusals.ts';
import { applyImport, previewImport, type Reading, type UploadedFile, undoImport } from '../services/import-service.ts';
import { stopReading, watchReading } from '../services/readings.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { languageIn } from './language.ts';

/** The form around a file: its marks, and thousands of choices. */
const FORM_BYTES = 512 * 1024;
const BODY_LIMIT = MOST_BYTES + FORM_BYTES;
const choicesIn = Compile(ImportChoices);

interface Query {
  readonly as?: 'students' | 'mentors' | undefined;
  readonly map?: string | undefined;
  readonly reading?: string | undefined;
}

/** bad-request for a word in `map` that is no subject. */
function readingOf({ as, map, reading }: Query): Result<Reading, Refusal> {
  const subjects = map?.split(',') ?? [];
  if (map !== 'guess' && !subjects.every(isSubject)) return refused(refusal('bad-request', { field: 'map' }));
  const role: AttendeeRole | undefined = as === undefined ? undefined : as === 'mentors' ? 'mentor' : 'student';
  return ok({
    role,
    map: map === undefined ? undefined : map === 'guess' ? map : subjects.filter(isSubject),
    name: reading,
  });
}

interface Upload extends UploadedFile {
  readonly choices: Choices;
}

async function uploaded(request: FastifyRequest): Promise<Result<Upload, Refusal>> {
  const noFile = refused(refusal('bad-request', { field: 'file' }));
  if (!request.isMultipart()) return noFile;
  try {
    const part = await request.file();
    if (!part) return noFile;
    const bytes = await bytesOf(part.file);
    if (bytes === null) return refused(refusal('too-large', { what: 'bytes', most: MOST_BYTES }));
    const field = [part.fields.choices].flat()[0];
    const choices = field?.type === 'field' ? parsed(String(field.value)) : ok({ walkIns: [], cancel: [] });
    return choices.ok ? ok({ name: part.filename, bytes, choices: choices.value }) : choices;
  } catch (error) {
    // What the plugin means to refuse has a status; anything else is a form that broke off or never was one.
    if ((error as FastifyError).statusCode !== undefined) throw error;
    return noFile;
  }
}

/** Null as soon as the file goes on beyond the limit; what follows is taken off the line and thrown away. */
function bytesOf(file: MultipartFile['file']): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    file.on('data', (chunk: Buffer) => {
      if (!file.truncated) chunks.push(chunk);
    });
    file.once('limit', () => resolve(null));
    file.once('end', () => resolve(file.truncated ? null : Buffer.concat(chunks)));
    file.once('error', reject);
    file.once('close', () => reject(new Error('the form broke off')));
  });
}

function parsed(text: string): Result<Choices, Refusal> {
  const noChoices = refused(refusal('bad-request', { field: 'choices' }));
  try {
    const value: unknown = JSON.parse(text);
    return choicesIn.Check(value) ? ok(value as unknown as Choices) : noChoices;
  } catch {
    return noChoices;
  }
}

/** A body that says it is too large is never taken apart: what comes of it after the answer is thrown away unread. */
async function atTheDoor(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (Number(request.headers['content-length'] ?? 0) <= BODY_LIMIT) return undefined;
  return refuse(reply, refusal('too-large', { what: 'bytes', most: MOST_BYTES }));
}

/** A file of people: previewed, applied with the preview’s digest, taken back whole. Nothing is kept in between. */
export async function importRoutes(app: App, services: Services): Promise<void> {
  await app.register(multipart, { limits: { fileSize: MOST_BYTES, files: 1, fields: 10, fieldSize: FORM_BYTES } });
  const upload = { bodyLimit: BODY_LIMIT, onRequest: atTheDoor };
  app.post(
    '/api/events/:eventId/imports/preview',
    { schema: { params: EventParams, querystring: PreviewQuery }, ...upload },
    async (request, reply) => {
      const how = readingOf(request.query);
      if (!how.ok) return answer(reply, how);
      const file = await uploaded(request);
      // a form is read here and not before: whoever was signed out meanwhile sends no file any more
      const refusedNow = passDoor(services, request, reply);
      if (refusedNow) return refusedNow;
      if (!file.ok) return answer(reply, file);
      const preview = await previewImport(services, eventId(request.params.eventId), file.value, how.value);
      return answer(reply.type('application/json'), preview);
    },
  );
  app.post(
    '/api/events/:eventId/imports',
    { schema: { params: EventParams, querystring: ApplyQuery }, ...upload },
    async (request, reply) => {
      const how = readingOf(request.query);
      if (!how.ok) return answer(reply, how);
      const file = await uploaded(request);
      // a form is read here and not before: whoever was signed out meanwhile sends no file any more
      const refusedNow = passDoor(services, request, reply);
      if (refusedNow) return refusedNow;
      if (!file.ok) return answer(reply, file);
      const { digest } = request.query;
      const by = { by: organiserOf(request), language: languageIn(request) };
      const options = { ...how.value, ...by, digest, choices: file.value.choices };
      return answer(reply, await applyImport(services, eventId(request.params.eventId), file.value, options));
    },
  );
  app.get(
    '/api/events/:eventId/imports/readings/:reading',
    { schema: { params: ReadingParams } },
    async ({ params }, reply) => answer(reply, watchReading(services, eventId(params.eventId), params.reading)),
  );
  app.delete(
    '/api/events/:eventId/imports/readings/:reading',
    { schema: { params: ReadingParams } },
    async ({ params }, reply) => answer(reply, stopReading(services, eventId(params.eventId), params.reading)),
  );
  app.post(
    '/api/events/:eventId/imports/:importId/undo',
    { schema: { params: ImportParams } },
    async ({ params }, reply) => answer(reply, await undoImport(services, eventId(params.eventId), params.importId)),
  );
}
