import type { AttendeeDetails, AttendeeRole, MentorCard } from '../event/roster.ts';
import type { RowReason } from './row-reason.ts';

/** The exports we know. */
export type RosterFormat = 'eventbrite' | 'google-form' | 'luma' | 'meetup';

export type PersonFlag = 'shared-email' | 'same-name' | 'no-email' | 'under-18';

/** What a file can say about a person; a card's parts are named `card.jobTitle` and so on. */
export type DetailField =
  | Exclude<keyof AttendeeDetails, 'role' | 'card' | 'registration' | 'needs'>
  | `card.${keyof MentorCard}`;

/** One person of a file, all their rows taken together. */
export interface RosterPerson {
  readonly details: AttendeeDetails;
  /** '' where the file gives no address. */
  readonly emailKey: string;
  readonly nameKey: string;
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
  readonly role: AttendeeRole;
  readonly header: readonly string[];
  /** What this file has columns for: a re-import changes these and nothing else. */
  readonly fields: readonly DetailField[];
  /** Active, waiting and cancelled people. */
  readonly people: readonly RosterPerson[];
  /** Named people whose address is missing or malformed: invalid for the file, but the organiser may take them. */
  readonly walkIns: readonly RosterPerson[];
  readonly rows: readonly RowOutcome[];
  readonly counts: RosterCounts;
}
