import type { AttendeeDetails, AttendeeRole } from '@lapwing/shared/event/roster';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { ImportApplied, ImportPerson, ImportPreview, ImportProblem } from '@lapwing/shared/protocol/api';
import { CLOSE } from '@lapwing/shared/protocol/messages';
import {
  compareWithRoster,
  type DetailField,
  type RosterFile,
  type RosterPerson,
  readRoster,
} from '@lapwing/shared/roster-import/read-roster';
import {
  type AttendeeRow,
  asAttendee,
  listAttendees,
  removeAttendees,
  restoreDetails,
  saveDetails,
} from '../db/repositories/attendees.ts';
import { findImport, insertImport, markImportUndone } from '../db/repositories/imports.ts';
import { transact } from '../db/transact.ts';
import { hashOf } from '../secrets.ts';
import { enrol } from './roster-service.ts';
import { type Services, wholeNow } from './services.ts';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Read {
  readonly file: RosterFile;
  readonly rows: readonly AttendeeRow[];
  readonly digest: string;
}

/** Reads a file against the roster as it stands. Stores nothing. */
function read(services: Services, eventId: EventId, upload: UploadedFile, role?: AttendeeRole): Result<Read, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const file = readRoster(upload.bytes, role === undefined ? {} : { role });
  if (!file.ok) return file;
  const rows = listAttendees(services.db, eventId);
  const roster = rows.map((row) => asAttendee(row)).map(({ checkedInAt: _, ...person }) => person);
  const digest = hashOf(JSON.stringify([Buffer.from(upload.bytes).toString('base64'), file.value.role, roster]));
  return ok({ file: file.value, rows, digest });
}

const compare = ({ file, rows }: Read) =>
  compareWithRoster(
    file,
    rows.map((row) => ({ id: row.id, details: row })),
  );

const asImportPerson = ({ record, details, flags }: RosterPerson): ImportPerson => ({ record, details, flags });

const problemsOf = (file: RosterFile): ImportProblem[] =>
  file.rows.flatMap(({ record, outcome, name, reason = '', field = '', value = '' }) =>
    outcome === 'person' ? [] : [{ record, outcome, name, reason, field, value } as ImportProblem],
  );

/** What applying the file would do; nothing is written. */
export function previewImport(
  services: Services,
  eventId: EventId,
  upload: UploadedFile,
  role?: AttendeeRole,
): Result<ImportPreview, Refusal> {
  const found = read(services, eventId, upload, role);
  if (!found.ok) return found;
  const { file, digest } = found.value;
  const comparison = compare(found.value);
  return ok({
    format: file.format,
    role: file.role,
    fileName: upload.name,
    digest,
    counts: file.counts,
    new: comparison.new.map(asImportPerson),
    changed: comparison.changed.map(({ person, fields }) => ({ ...asImportPerson(person), fields: [...fields] })),
    same: comparison.same.length,
    problems: problemsOf(file),
  });
}

/**
 * Applies a previewed file in one transaction. preview-outdated when the file or the roster is not what was previewed.
 * @param by first name of who applied it
 */
export function applyImport(
  services: Services,
  eventId: EventId,
  upload: UploadedFile,
  options: { readonly role?: AttendeeRole; readonly digest: string; readonly by: string },
): Result<ImportApplied, Refusal> {
  const found = read(services, eventId, upload, options.role);
  if (!found.ok) return found;
  if (found.value.digest !== options.digest) return refused(refusal('preview-outdated'));
  const comparison = compare(found.value);
  const before = new Map(found.value.rows.map((row) => [row.id, row]));
  const applied = transact<ImportApplied, Refusal>(services.db, (tx) => {
    const added = comparison.new.map((person) => enrol(services, tx, eventId, person.details).id);
    const changed = comparison.changed.flatMap(({ id, person, fields }) => {
      const row = before.get(id);
      if (!row) return [];
      saveDetails(tx, eventId, id, withAnswers(asAttendee(row), person.details, fields));
      return [row];
    });
    const importId = services.secrets.newId();
    const appliedAt = wholeNow(services.clock);
    insertImport(tx, { id: importId, eventId, appliedAt, by: options.by, added, changed, undoneAt: null });
    return ok({ importId, added: added.length, changed: changed.length });
  });
  services.evenings.changed(eventId);
  return applied;
}

/** The known details with the named fields taken from the file. */
function withAnswers(
  { id: _id, checkedInAt: _at, ...known }: ReturnType<typeof asAttendee>,
  answers: AttendeeDetails,
  fields: readonly DetailField[],
): AttendeeDetails {
  const changed: Record<string, unknown> = { ...known };
  const card: Record<string, unknown> = { ...known.card };
  for (const field of fields) {
    const part = field.startsWith('card.') ? field.slice('card.'.length) : null;
    if (part === null) changed[field] = answers[field as keyof AttendeeDetails];
    else card[part] = answers.card[part as keyof AttendeeDetails['card']];
  }
  return { ...changed, card } as unknown as AttendeeDetails;
}

/** Takes a whole import back: who was added goes, who was changed is as before. event-running once the night has begun. */
export function undoImport(services: Services, eventId: EventId, importId: string): Result<void, Refusal> {
  const row = findImport(services.db, eventId, importId);
  const phase = services.evenings.engine(eventId)?.night.moment.phase.kind;
  if (!row || phase === undefined) return refused(refusal('not-found'));
  if (row.undoneAt !== null) return refused(refusal('already-undone'));
  if (phase !== 'doors') return refused(refusal('event-running'));
  transact(services.db, (tx) => {
    removeAttendees(tx, eventId, row.added);
    for (const person of row.changed) restoreDetails(tx, person);
    markImportUndone(tx, importId, wholeNow(services.clock));
    return ok(undefined);
  });
  const gone = new Set(row.added);
  services.hub.closeWhere(
    ({ attendeeId }) => attendeeId !== null && gone.has(attendeeId),
    CLOSE.notAllowed,
    'person removed',
  );
  services.evenings.changed(eventId);
  return ok(undefined);
}
