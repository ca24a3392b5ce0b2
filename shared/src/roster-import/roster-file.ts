import type { Registration } from '../event/registration.ts';
import type { AttendeeDetails, AttendeeRole, MentorCard } from '../event/roster.ts';
import type { RowReason } from './row-reason.ts';
import type { Column } from './subject.ts';

/** The exports we know; `other`: any table, its columns guessed one by one. */
export type RosterFormat =
  | 'eventbrite'
  | 'google-form'
  | 'luma'
  | 'meetup'
  | 'microsoft-form'
  | 'partiful'
  | 'tito'
  | 'other';

export type PersonFlag = 'shared-email' | 'same-name' | 'no-email' | 'under-18';

/** What can be said about a person; a card's parts are named `card.jobTitle` and so on. */
export type DetailField =
  | Exclude<keyof AttendeeDetails, 'card' | 'registration' | 'needs'>
  | `card.${keyof MentorCard}`
  | `registration.${keyof Registration}`;

/** One person of a file, all their rows taken together. */
export interface RosterPerson {
  readonly details: AttendeeDetails;
  /** '' where the file gives no address. */
  readonly emailKey: string;
  readonly nameKey: string;
  /** The number of their account at the tool they signed up with; '' where the file has none. */
  readonly accountId: string;
  /** How many come along without a name of their own. */
  readonly guests: number;
  /** The number of the row whose answers won. */
  readonly record: number;
  readonly flags: readonly PersonFlag[];
}

/** What became of one row. */
export interface RowOutcome {
  /** Counted from 1 at the first record after the header, blank records included. */
  readonly record: number;
  readonly outcome: 'person' | 'duplicate' | 'cancelled' | 'waiting' | 'invalid';
  /** As far as it is known. */
  readonly name: string;
  readonly reason?: RowReason;
  /** The text of the header over the cell in question. */
  readonly field?: string;
  /** What stood there, shortened; for `duplicate-of` the number of the earlier row. */
  readonly value?: string;
}

/** rows = unique + duplicate + cancelled + waiting + invalid. */
export interface RosterCounts {
  readonly rows: number;
  /** Active people. */
  readonly unique: number;
  readonly duplicate: number;
  readonly cancelled: number;
  readonly waiting: number;
  readonly invalid: number;
}

/** What a file holds, ready for a preview. */
export interface RosterFile {
  readonly format: RosterFormat;
  /** Of all its people, unless a column says it per row. */
  readonly role: AttendeeRole;
  readonly roles: readonly AttendeeRole[];
  readonly header: readonly string[];
  readonly columns: readonly Column[];
  /** Who decided what the columns are about. */
  readonly mappedBy: 'guess' | 'choice';
  /** The sheet of the workbook that was read; '' for text. */
  readonly sheet: string;
  /** Whether a column says how many come along. */
  readonly countsGuests: boolean;
  /** What this file has columns for: a re-import changes these and nothing else. */
  readonly fields: readonly DetailField[];
  /** Active, waiting and cancelled people. */
  readonly people: readonly RosterPerson[];
  /** Named people whose address is missing or malformed: invalid for the file, but the organiser may take them. */
  readonly walkIns: readonly RosterPerson[];
  readonly rows: readonly RowOutcome[];
  readonly counts: RosterCounts;
}
