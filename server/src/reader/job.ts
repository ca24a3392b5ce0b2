import { createHash } from 'node:crypto';
import type { AttendeeRole } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Instant } from '@lapwing/shared/kernel/time';
import { isWorkbook, MOST_BYTES } from '@lapwing/shared/roster-import/decode';
import { plainHeader } from '@lapwing/shared/roster-import/questions';
import {
  type ColumnChoice,
  compareWithRoster,
  type OnRoster,
  type ReadOptions,
  type RosterComparison,
  type RosterFile,
  readRoster,
  readWorkbook,
} from '@lapwing/shared/roster-import/read-roster';
import type { Column, Subject } from '@lapwing/shared/roster-import/subject';
import { slicesOf } from '../breathe.ts';
import { rosterOf } from './roster-text.ts';
import { readSheets } from './workbook.ts';

/** A file and what it is read against. Plain data: it travels to a thread. */
export interface ReadJob {
  readonly bytes: Uint8Array;
  readonly role?: AttendeeRole | undefined;
  /** What the organiser says the columns are; `guess`: as we guess, whatever was remembered; null: as remembered or guessed. */
  readonly map: readonly Subject[] | 'guess' | null;
  /** Choices of columns by `headerKey`. */
  readonly remembered: Readonly<Record<string, ColumnChoice>>;
  /** As text: thousands of objects would hold up whoever hands them over. */
  readonly roster: string;
  /** Who of them is checked in. */
  readonly here: readonly AttendeeId[];
  /** Whether mail goes out, so that an address somebody gave was written to. */
  readonly mails?: boolean;
  /** When consents in the file count as given. */
  readonly at: Instant;
}

/** As many as there may be rows: seats are people too. */
const MOST_GUESTS = 5_000;

/** A file read and compared. */
export interface ReadFile {
  readonly file: RosterFile;
  readonly comparison: RosterComparison<AttendeeId>;
  readonly roster: readonly OnRoster<AttendeeId>[];
  /** Of the file, of what its columns are about and of the roster: the same three, the same digest. */
  readonly digest: string;
  readonly headerKey: string;
  /** Who decided what the columns are about. */
  readonly mappedBy: 'guess' | 'memory' | 'organiser';
  /** What we would have guessed, to tell a choice from an agreement. */
  readonly guessed: readonly Subject[];
}

/** What an import does about some of the people of a file. */
export type SomeChanges = Partial<
  Pick<RosterComparison<AttendeeId>, 'new' | 'walkIns' | 'changed' | 'accounts' | 'seats' | 'missing'>
>;

/** What an import needs of a file that was read. */
export type FileChanges = Pick<ReadFile, 'digest' | 'headerKey' | 'guessed'> & {
  readonly role: AttendeeRole;
  readonly subjects: readonly Subject[];
  /** `SomeChanges` as texts, each read in a few milliseconds; whoever is new comes before the seats of their guests. */
  readonly pieces: readonly string[];
};

/** The changes of a file, cut so that whoever takes them over need not take all at once. */
export function changesOf({ file, comparison, digest, headerKey, guessed }: ReadFile): FileChanges {
  const kinds = ['new', 'walkIns', 'changed', 'accounts', 'seats', 'missing'] as const;
  return {
    ...{ digest, headerKey, guessed },
    role: file.role,
    subjects: file.columns.map(({ subject }) => subject),
    pieces: kinds.flatMap((kind) =>
      [...slicesOf<unknown>(comparison[kind])].map((slice) => JSON.stringify({ [kind]: slice })),
    ),
  };
}

export type ReadAnswer = Result<ReadFile, Refusal>;
export type Progress = (rows: number, of: number) => void;

/** Reads a file of any kind that we take, and compares it with the roster. Stores nothing. */
export async function runReadJob(job: ReadJob, progress?: Progress): Promise<ReadAnswer> {
  const seen: { header: string; guessed: Subject[]; by: ReadFile['mappedBy'] } = {
    header: '',
    guessed: [],
    by: 'guess',
  };
  const choose = (columns: readonly Column[]): ColumnChoice | undefined => {
    seen.header = headerKey(columns);
    seen.guessed = columns.map(({ subject }) => subject);
    if (job.map === 'guess') return undefined;
    const remembered = Object.hasOwn(job.remembered, seen.header) ? job.remembered[seen.header] : undefined;
    seen.by = job.map === null ? (remembered === undefined ? 'guess' : 'memory') : 'organiser';
    return job.map === null ? remembered : { subjects: job.map };
  };
  const file = await readAny(job.bytes, { role: job.role, at: job.at, choose, progress });
  if (!file.ok) return file;
  const { columns, role } = file.value;
  if (job.map !== null && job.map !== 'guess' && job.map.length !== columns.length)
    return refused(refusal('bad-request', { field: 'map' }));
  const guests = file.value.people.reduce((sum, person) => sum + person.guests, 0);
  if (guests > MOST_GUESTS) return refused(refusal('too-large', { what: 'guests', most: MOST_GUESTS }));
  const subjects = columns.map(({ subject }) => subject);
  const roster = rosterOf(job.roster, job.here, job.mails === true);
  return ok({
    file: file.value,
    roster,
    comparison: compareWithRoster(file.value, roster),
    digest: digestOf(job.bytes, role, subjects, job.roster),
    headerKey: seen.header,
    mappedBy: seen.by,
    guessed: seen.guessed,
  });
}

/** Text or workbook, read by the same rules. */
export async function readAny(bytes: Uint8Array, options: ReadOptions): Promise<Result<RosterFile, Refusal>> {
  if (bytes.length > MOST_BYTES) return refused(refusal('too-large', { what: 'bytes', most: MOST_BYTES }));
  if (!isWorkbook(bytes)) return readRoster(bytes, options);
  const sheets = await readSheets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return sheets.ok ? readWorkbook(sheets.value, options) : sheets;
}

/** One header is like another when its columns are called the same, in the same order. */
export const headerKey = (columns: readonly Pick<Column, 'header'>[]): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(({ header }) => plainHeader(header))))
    .digest('base64url')
    .slice(0, 22);

/** Who comes in while the organiser looks at a preview does not make it another: the text does not tell who is here. */
function digestOf(bytes: Uint8Array, role: AttendeeRole, subjects: readonly Subject[], roster: string): string {
  const hash = createHash('sha256');
  hash
    .update(bytes)
    .update(JSON.stringify([role, subjects]))
    .update(roster);
  return hash.digest('base64url');
}
