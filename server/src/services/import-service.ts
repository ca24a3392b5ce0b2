import type { AttendeeRole } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { ImportApplied, ImportChoices } from '@lapwing/shared/protocol/api';
import { CLOSE } from '@lapwing/shared/protocol/messages';
import { DETAIL_FIELDS, withAnswers } from '@lapwing/shared/roster-import/detail-fields';
import type { OnRoster } from '@lapwing/shared/roster-import/read-roster';
import type { Subject } from '@lapwing/shared/roster-import/subject';
import {
  type AttendeeRow,
  detailsOf,
  listAttendees,
  removeAttendees,
  saveDetails,
} from '../db/repositories/attendees.ts';
import { type BeforeImport, findImport, insertImport, markImportUndone } from '../db/repositories/imports.ts';
import { saveSaidNo, saveStanding } from '../db/repositories/standings.ts';
import { type Tx, transact } from '../db/transact.ts';
import type { ReadJob } from '../reader/job.ts';
import { rememberColumns, rememberedColumns } from './column-memory.ts';
import { writeImport } from './import-writing.ts';
import { type Services, wholeNow } from './services.ts';
import { seeToPlaces, standingsImported } from './standing-service.ts';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How a file is to be read. */
export interface Reading {
  readonly role?: AttendeeRole | undefined;
  /** What the columns are about; `guess`: as we guess; left out: as remembered, else as we guess. */
  readonly map?: readonly Subject[] | 'guess' | undefined;
  /** Under which it can be watched and stopped. */
  readonly name?: string | undefined;
}

const NO_CHOICES: ImportChoices = { walkIns: [], cancel: [] };

const onRoster = (row: AttendeeRow): OnRoster<AttendeeId> => ({
  id: row.id,
  details: detailsOf(row),
  accountId: row.accountId,
  handEdited: row.handEdited,
  guestOf: row.guestOf,
  unnamed: row.unnamed,
  here: row.checkedInAt !== null,
});

const jobFor = (services: Services, rows: readonly AttendeeRow[], { bytes }: UploadedFile, how: Reading): ReadJob => ({
  bytes,
  role: how.role,
  map: how.map ?? null,
  remembered: rememberedColumns(services.db),
  roster: rows.map(onRoster),
  at: wholeNow(services.clock),
});

/** What applying the file would do, an `ImportPreview` as text; nothing is written. */
export async function previewImport(
  services: Services,
  eventId: EventId,
  upload: UploadedFile,
  how: Reading = {},
): Promise<Result<string, Refusal>> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const job = jobFor(services, listAttendees(services.db, eventId), upload, how);
  return services.readings.during(eventId, how.name, (watch) => services.reader.preview(job, watch, upload.name));
}

/**
 * Applies a previewed file in one transaction. preview-outdated when the file, its columns or the roster is not what was
 * previewed.
 * @param options.by first name of who applied it
 */
export async function applyImport(
  services: Services,
  eventId: EventId,
  upload: UploadedFile,
  options: Reading & { readonly digest: string; readonly by: string; readonly choices?: ImportChoices },
): Promise<Result<ImportApplied, Refusal>> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const rows = listAttendees(services.db, eventId);
  const job = jobFor(services, rows, upload, options);
  const read = await services.readings.during(eventId, options.name, (watch) => services.reader.changes(job, watch));
  if (!read.ok) return read;
  if (read.value.digest !== options.digest) return refused(refusal('preview-outdated'));
  const applied = transact<ImportApplied, Refusal>(services.db, (tx) => {
    // somebody may have changed the roster while the file was read
    const today = listAttendees(tx, eventId);
    if (!sameRoster(rows, today)) return refused(refusal('preview-outdated'));
    const written = writeImport(services, tx, today, read.value, options.choices ?? NO_CHOICES, eventId);
    if (options.map !== undefined) rememberColumns(tx, read.value);
    const { added, changed, people, guests, cancelled } = written;
    standingsImported(services, tx, eventId, changed);
    const importId = services.secrets.newId();
    const appliedAt = wholeNow(services.clock);
    insertImport(tx, { id: importId, eventId, appliedAt, by: options.by, added, changed, undoneAt: null });
    return ok({ importId, added: people.added, changed: people.changed, guests, cancelled });
  });
  if (applied.ok) services.evenings.changed(eventId);
  return applied;
}

/** Whether nothing changed but who is here. */
function sameRoster(rows: readonly AttendeeRow[], today: readonly AttendeeRow[]): boolean {
  const plain = (list: readonly AttendeeRow[]): string =>
    JSON.stringify(list.map((row) => ({ ...row, checkedInAt: null, memberId: null })));
  return rows.length === today.length && plain(rows) === plain(today);
}

/**
 * Takes a whole import back: who was added goes, who was changed is as before; what the organiser or the people themselves
 * changed since then stays.
 * event-running once the night has begun.
 */
export function undoImport(services: Services, eventId: EventId, importId: string): Result<void, Refusal> {
  const row = findImport(services.db, eventId, importId);
  const phase = services.evenings.engine(eventId)?.night.moment.phase.kind;
  if (!row || phase === undefined) return refused(refusal('not-found'));
  if (row.undoneAt !== null) return refused(refusal('already-undone'));
  if (phase !== 'doors') return refused(refusal('event-running'));
  transact(services.db, (tx) => {
    removeAttendees(tx, eventId, row.added);
    const before = new Map(row.changed.map((person) => [person.id, person]));
    const today = listAttendees(tx, eventId).filter(({ id }) => before.has(id));
    for (const person of today) putBack(tx, person, before.get(person.id) ?? person);
    seeToPlaces(services, tx, eventId, today);
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

/** Puts back what the import wrote, which was nothing decided here. Needs and whether they are here stay as they are. */
function putBack(tx: Tx, today: AttendeeRow, before: BeforeImport): void {
  const { eventId, id, standing, handEdited } = today;
  const fields = DETAIL_FIELDS.filter((field) => field !== 'standing' && !handEdited.includes(field));
  saveDetails(tx, eventId, id, withAnswers(detailsOf(today), detailsOf(before), fields));
  const decided = handEdited.includes('standing') && !before.handEdited.includes('standing');
  if (decided || standing === before.standing || standing !== (before.became ?? standing)) return;
  saveStanding(tx, eventId, id, before.standing, before.waitingSince);
  // imports from before this was written down lack it
  saveSaidNo(tx, eventId, id, before.saidNo ?? false);
}
