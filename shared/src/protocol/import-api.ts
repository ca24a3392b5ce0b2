/** Files of people: what the console says to the server over HTTP and what it answers. */
import type { AttendeeRole, Standing } from '../event/roster.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import type { Subject } from '../roster-import/subject.ts';

/**
 * POST /api/events/:eventId/imports/preview?as=students|mentors&map=…&reading=… (multipart, field `file`). All three may be
 * left out. `map`: what each column is about, apart by commas, or `guess` for our own guess whatever was chosen before;
 * `reading`: a name by which the reading can be watched and stopped. Stores nothing.
 */
export interface ImportPreview {
  readonly format: string;
  /** Of all rows, unless a column says it per row. */
  readonly role: AttendeeRole;
  readonly fileName: string;
  /** The sheet of the workbook; '' where the file is text. */
  readonly sheet: string;
  /** Of the file, of `columns` and of the roster it was compared with; POST …/imports sends it back with the same file. */
  readonly digest: string;
  readonly counts: ImportCounts;
  readonly columns: readonly ImportColumn[];
  /** memory: as somebody chose them for the same header before. */
  readonly mappedBy: 'guess' | 'memory' | 'organiser';
  readonly new: readonly ImportPerson[];
  readonly changed: readonly (ImportPerson & { readonly fields: readonly string[] })[];
  /** Where the file differs from what the organiser wrote by hand, which stays. */
  readonly kept: readonly (ImportPerson & { readonly fields: readonly string[] })[];
  readonly same: number;
  /** On the roster and expected, but not in the file. */
  readonly missing: readonly { readonly id: AttendeeId; readonly name: string; readonly email: string }[];
  /** Rows with a name and no usable address; `known`: on the roster already. */
  readonly walkIns: readonly (ImportPerson & { readonly known: boolean })[];
  /** Seats of guests without a name. */
  readonly guests: { readonly added: number; readonly cancelled: number; readonly changed: number };
  readonly problems: readonly ImportProblem[];
}
export interface ImportColumn {
  readonly header: string;
  readonly subject: Subject;
  /** Up to three different cells. */
  readonly examples: readonly string[];
}
export interface ImportCounts {
  readonly rows: number;
  readonly unique: number;
  readonly duplicate: number;
  readonly cancelled: number;
  readonly waiting: number;
  readonly invalid: number;
}
export interface ImportPerson {
  readonly record: number;
  readonly role: AttendeeRole;
  readonly name: string;
  readonly email: string;
  readonly standing: Standing;
  readonly flags: readonly string[];
}
/** A row that is no new person: `outcome` says which kind, `reason` is a code with words in the catalogue. */
export interface ImportProblem {
  readonly record: number;
  readonly outcome: 'duplicate' | 'cancelled' | 'waiting' | 'invalid';
  readonly name: string;
  readonly reason: string;
  /** The column's own heading, where one column is to blame. */
  readonly field: string;
  readonly value: string;
}
/** What the organiser decides beside the file: the form's field `choices`, as JSON, before the file. */
export interface ImportChoices {
  /** Records of `walkIns` to add. */
  readonly walkIns: readonly number[];
  /** People of `missing` to mark as cancelled; their guests go with them. */
  readonly cancel: readonly AttendeeId[];
}
/** POST /api/events/:eventId/imports?digest=…&as=…&map=… (the same multipart) → ; POST …/imports/:importId/undo → 204 */
export interface ImportApplied {
  readonly importId: string;
  /** People, walk-ins among them. */
  readonly added: number;
  readonly changed: number;
  /** Seats of guests added and cancelled, and people marked as cancelled. */
  readonly guests: number;
  readonly cancelled: number;
}
/** GET /api/events/:eventId/imports/readings/:reading → how far a preview is (204 when it is over); DELETE stops it. */
export interface ImportReading {
  readonly rows: number;
  /** 0: not known yet. */
  readonly of: number;
}
