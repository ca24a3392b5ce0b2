import type { AttendeeRole } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { ImportApplied, ImportChoices } from '@lapwing/shared/protocol/import-api';
import { CLOSE } from '@lapwing/shared/protocol/messages';
import { unreadable } from '@lapwing/shared/roster-import/decode';
import { DETAIL_FIELDS, withAnswers } from '@lapwing/shared/roster-import/detail-fields';
import type { Subject } from '@lapwing/shared/roster-import/subject';
import { breathe, slicesOf } from '../breathe.ts';
import { tellAudit } from '../db/audit-pen.ts';
import {
  type AttendeeRow,
  detailsOf,
  findAttendees,
  putUnder18Right,
  removeAttendees,
} from '../db/repositories/attendees.ts';
import {
  type BeforeImport,
  findImport,
  insertImport,
  markImportUndone,
  type StoredImport,
  whenUndone,
} from '../db/repositories/imports.ts';
import { listHere, rosterText, stillAs } from '../db/repositories/roster.ts';
import { type StagedChange, stagePeople } from '../db/repositories/staged-people.ts';
import { dropDeadBlocks, leaveTraces, wasAnybodyTakenOff } from '../db/traces.ts';
import { transact } from '../db/transact.ts';
import type { FileChanges, ReadJob } from '../reader/job.ts';
import { rememberColumns, rememberedColumns } from './column-memory.ts';
import { draftImport, type ImportDraft, stageDraft, writeDraft } from './import-writing.ts';
import { markOffList } from './off-list.ts';
import { type Services, wholeNow } from './services.ts';
import { seeToPlaces } from './standing-service.ts';

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

const jobFor = ({ db, clock, outbox }: Services, eventId: EventId, { bytes }: UploadedFile, how: Reading): ReadJob => ({
  bytes,
  role: how.role,
  map: how.map ?? null,
  remembered: rememberedColumns(db),
  roster: rosterText(db, eventId),
  here: listHere(db, eventId),
  mails: outbox.from !== null,
  at: wholeNow(clock),
});

/** What applying the file would do, an `ImportPreview` as text; nothing is written. */
export async function previewImport(
  services: Services,
  eventId: EventId,
  upload: UploadedFile,
  how: Reading = {},
): Promise<Result<string, Refusal>> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const job = jobFor(services, eventId, upload, how);
  return services.readings.during(eventId, how.name, async (watch) => {
    const preview = await services.reader.preview(job, watch, upload.name);
    if (!preview.ok || !wasAnybodyTakenOff(services.db, eventId)) return preview;
    // who they are is told by a key that readers of files do not have
    const changes = await services.reader.changes(job, watch);
    return changes.ok ? ok(await markOffList(services, eventId, preview.value, changes.value)) : changes;
  });
}

export interface Applying extends Reading {
  readonly digest: string;
  /** First name of who applied it. */
  readonly by: string;
  /** In which we write to whoever is new. */
  readonly language?: Language;
  readonly choices?: ImportChoices;
}

/**
 * Applies a previewed file, whole or not at all. It is got ready in slices, so that a running night does not wait for it, and
 * written in one transaction; until then it can be stopped. preview-outdated when the file, its columns or the roster is not
 * what was previewed.
 */
export async function applyImport(
  services: Services,
  eventId: EventId,
  upload: UploadedFile,
  options: Applying,
): Promise<Result<ImportApplied, Refusal>> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const job = jobFor(services, eventId, upload, options);
  const applied = await services.readings.during(eventId, options.name, async (watch) => {
    const read = await services.reader.changes(job, watch);
    if (!read.ok) return read;
    if (read.value.digest !== options.digest) return refused(refusal('preview-outdated'));
    return writeDown(services, eventId, read.value, { ...options, roster: job.roster, stop: watch.stop });
  });
  if (applied.ok) await services.evenings.manyChanged(eventId);
  return applied;
}

async function writeDown(
  services: Services,
  eventId: EventId,
  changes: FileChanges,
  { roster, stop, ...options }: Applying & { readonly roster: string; readonly stop: AbortSignal },
): Promise<Result<ImportApplied, Refusal>> {
  const { db } = services;
  const importId = services.secrets.newId();
  const draft = await draftImport(services, eventId, changes, options);
  const changed = await beforeText(draft.rewritten);
  const staged = stagePeople(db, importId);
  try {
    await stageDraft(services, eventId, draft, staged);
    const unchanged = stillAs(db, eventId, roster);
    await breathe();
    if (unchanged()) await breathe();
    return transact<ImportApplied, Refusal>(db, (tx) => {
      if (stop.aborted) return refused(unreadable('stopped'));
      // somebody may have changed the roster meanwhile
      if (!unchanged()) return refused(refusal('preview-outdated'));
      writeDraft(services, tx, eventId, draft, staged);
      if (options.map !== undefined) rememberColumns(tx, changes);
      const added = draft.newcomers.map(({ origin }) => origin.id);
      const appliedAt = wholeNow(services.clock);
      tellAudit({ count: draft.people.added });
      insertImport(tx, { id: importId, eventId, appliedAt, by: options.by, added, changed, undoneAt: null });
      return ok({ importId, ...draft.people, guests: draft.guests, cancelled: draft.cancelled });
    });
  } finally {
    staged.drop();
  }
}

/** What is needed to take it back, as it is stored. */
async function beforeText(rewritten: ImportDraft['rewritten']): Promise<string> {
  const entries: string[] = [];
  for (const slice of slicesOf(rewritten.filter(({ edited }) => edited))) {
    await breathe();
    for (const { row, details } of slice)
      entries.push(JSON.stringify({ ...row, became: details.standing } satisfies BeforeImport));
  }
  return `[${entries.join(',')}]`;
}

/** After so many times that somebody changed the roster meanwhile nobody else has a turn until the import is taken back. */
const PATIENT_TRIES = 3;

/**
 * Takes a whole import back: who was added goes, who was changed is as before; what the organiser or the people themselves
 * changed since then stays.
 * event-running once the night has begun.
 */
export async function undoImport(
  services: Services,
  eventId: EventId,
  importId: string,
): Promise<Result<void, Refusal>> {
  for (let tries = 1; ; tries++) {
    const undone = await tryUndo(services, eventId, importId, tries <= PATIENT_TRIES ? breathe : async () => {});
    if (!undone.ok && undone.refusal.code === 'preview-outdated') continue;
    if (undone.ok) {
      const gone = new Set(undone.value);
      services.hub.closeWhere(
        ({ attendeeId }) => attendeeId !== null && gone.has(attendeeId),
        CLOSE.notAllowed,
        'person removed',
      );
      await services.evenings.manyChanged(eventId);
    }
    return undone.ok ? ok(undefined) : undone;
  }
}

/** Answers who went. */
async function tryUndo(
  services: Services,
  eventId: EventId,
  importId: string,
  pause: () => Promise<void>,
): Promise<Result<readonly AttendeeId[], Refusal>> {
  const { db } = services;
  const cannot = cannotUndo(services, eventId, importId);
  if (cannot) return refused(cannot);
  const { added, changed } = findImport(db, eventId, importId) as StoredImport;
  // whoever was added only goes, whatever became of them
  const unchanged = changed.length === 0 ? () => true : stillAs(db, eventId, rosterText(db, eventId));
  const staged = stagePeople(db, services.secrets.newId());
  const moved: AttendeeRow[] = [];
  try {
    for (const slice of slicesOf(changed)) {
      await pause();
      const before = new Map(slice.map((person) => [person.id, person]));
      const today = findAttendees(db, eventId, [...before.keys()]);
      const asBefore = today.map((person) => putBack(person, before.get(person.id) ?? person));
      staged.change(asBefore);
      moved.push(...today.filter((person, index) => asBefore[index]?.details.standing !== person.standing));
    }
    await pause();
    if (unchanged()) await pause();
    return transact<readonly AttendeeId[], Refusal>(db, (tx) => {
      const tooLate = cannotUndo(services, eventId, importId);
      if (tooLate) return refused(tooLate);
      if (!unchanged()) return refused(refusal('preview-outdated'));
      leaveTraces(tx, services.secrets, findAttendees(tx, eventId, added), wholeNow(services.clock));
      removeAttendees(tx, eventId, added);
      dropDeadBlocks(tx);
      staged.write(eventId, wholeNow(services.clock));
      putUnder18Right(tx, eventId);
      seeToPlaces(services, tx, eventId, moved);
      markImportUndone(tx, importId, wholeNow(services.clock));
      return ok(added);
    });
  } finally {
    staged.drop();
  }
}

function cannotUndo({ db, evenings }: Services, eventId: EventId, importId: string): Refusal | undefined {
  const undoneAt = whenUndone(db, eventId, importId);
  const phase = evenings.engine(eventId)?.night.moment.phase.kind;
  if (undoneAt === undefined || phase === undefined) return refusal('not-found');
  if (undoneAt !== null) return refusal('already-undone');
  return phase === 'doors' ? undefined : refusal('event-running');
}

/** What the import wrote and nobody decided here is as before. Needs and whether they are here stay as they are. */
function putBack(today: AttendeeRow, before: BeforeImport): StagedChange {
  const { id, standing, handEdited, waitingSince, saidNo, accountId, lentUntil } = today;
  const fields = DETAIL_FIELDS.filter((field) => field !== 'standing' && !handEdited.includes(field));
  const details = withAnswers(detailsOf(today), detailsOf(before), fields);
  const decided = handEdited.includes('standing') && !before.handEdited.includes('standing');
  const stays = decided || standing === before.standing || standing !== (before.became ?? standing);
  return {
    id,
    details: { ...details, standing: stays ? standing : before.standing },
    waitingSince: stays ? waitingSince : before.waitingSince,
    // imports from before this was written down lack it
    saidNo: stays ? saidNo : (before.saidNo ?? false),
    lentUntil: lentUntil ?? (decided ? null : (before.lentUntil ?? null)),
    accountId,
    unlessHere: false,
    keys: null,
  };
}
