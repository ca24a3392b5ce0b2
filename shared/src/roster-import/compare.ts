import type { AttendeeDetails } from '../event/roster.ts';
import { differs } from './detail-fields.ts';
import { fieldsSaid } from './fields-asked.ts';
import { type GuestSeats, seatsOf } from './guest-seats.ts';
import { type Keyed, keyed, matchPeople } from './match.ts';
import type { DetailField, RosterFile, RosterPerson } from './roster-file.ts';

/** Somebody already on the event's roster. */
export interface OnRoster<Id extends string> {
  readonly id: Id;
  readonly details: AttendeeDetails;
  readonly accountId?: string;
  /** Fields the organiser changed by hand. */
  readonly handEdited?: readonly DetailField[];
  /** Whose guest this is. */
  readonly guestOf?: Id | null;
  readonly unnamed?: boolean;
  /** Checked in. */
  readonly here?: boolean;
  /**
   * Gave their name or address themselves, and nobody has confirmed it: `named` is matched by name and address alone,
   * `unknown`, where no mail goes to the address either, by nothing.
   */
  readonly unsure?: 'named' | 'unknown' | null;
}

/** Somebody of the file who is on the roster; `fields`: those in question. */
export interface Found<Id extends string> {
  readonly id: Id;
  readonly person: RosterPerson;
  readonly fields: readonly DetailField[];
}

/** What importing a file would do to a roster. */
export interface RosterComparison<Id extends string> {
  readonly new: readonly RosterPerson[];
  /** `fields` are the ones to write; all others stay as they are, edits by hand included. */
  readonly changed: readonly Found<Id>[];
  readonly same: readonly { readonly id: Id; readonly person: RosterPerson }[];
  /** Where the file says something else than the organiser wrote by hand, which stays. */
  readonly kept: readonly Found<Id>[];
  /** On the roster in a role of the file, but not in the file. */
  readonly missing: readonly Id[];
  /** Rows that may be added as walk-ins; `id`: they were, or are here otherwise. */
  readonly walkIns: readonly { readonly person: RosterPerson; readonly id: Id | null }[];
  /** Accounts that become known of people who are here already. */
  readonly accounts: readonly { readonly id: Id; readonly accountId: string }[];
  readonly seats: readonly GuestSeats<Id>[];
}

export type ComparableFile = Pick<RosterFile, 'role' | 'fields' | 'people'> &
  Partial<Pick<RosterFile, 'walkIns' | 'roles' | 'countsGuests'>>;

/**
 * Compares a file with the roster, for the preview of an import. Importing one file twice finds nobody new.
 * Only people of the file's roles are looked at, and seats of guests only through their hosts.
 */
export function compareWithRoster<Id extends string>(
  file: ComparableFile,
  existing: readonly OnRoster<Id>[],
): RosterComparison<Id> {
  const roles = file.roles ?? [file.role];
  const entries = existing.filter(({ details, unnamed }) => roles.includes(details.role) && unnamed !== true);
  const roster = entries.map(keyed);
  const matches = matchPeople(file.people, file.fields, roster);
  const found = [...matches].map(([person, entry]) => foundIn(file.fields, person, entry));
  const walkIns = walkInsOf(file, roster, new Set(matches.values()));
  const here = new Set<Id | null>([...found.map(({ id }) => id), ...walkIns.map(({ id }) => id)]);
  return {
    new: file.people.filter((person) => !matches.has(person)),
    changed: found.filter(({ fields }) => fields.length > 0).map(({ id, person, fields }) => ({ id, person, fields })),
    same: found.filter(({ fields }) => fields.length === 0).map(({ id, person }) => ({ id, person })),
    kept: found.filter(({ own }) => own.length > 0).map(({ id, person, own }) => ({ id, person, fields: own })),
    missing: entries.map(({ id }) => id).filter((id) => !here.has(id)),
    walkIns,
    accounts: [...matches].flatMap(([{ accountId }, { entry }]) =>
      accountId !== '' && (entry.accountId ?? '') === '' ? [{ id: entry.id, accountId }] : [],
    ),
    seats: seatsIn(file, matches, existing),
  };
}

function foundIn<Id extends string>(
  asked: readonly DetailField[],
  person: RosterPerson,
  { entry }: Keyed<OnRoster<Id>>,
): Found<Id> & { readonly own: readonly DetailField[] } {
  const other = fieldsSaid(asked, person).filter((field) => differs(entry.details, person.details, field));
  const byHand = new Set(entry.handEdited);
  return {
    id: entry.id,
    person,
    fields: other.filter((field) => !byHand.has(field)),
    own: other.filter((field) => byHand.has(field)),
  };
}

/** Rows with a name but no address, and who on the roster came out of them before. */
function walkInsOf<Id extends string>(
  file: ComparableFile,
  roster: readonly Keyed<OnRoster<Id>>[],
  taken: ReadonlySet<Keyed<OnRoster<Id>>>,
): { readonly person: RosterPerson; readonly id: Id | null }[] {
  const walkIns = file.walkIns ?? [];
  const open = roster.filter((entry) => !taken.has(entry));
  const matches = matchPeople(walkIns, file.fields, open);
  return walkIns.map((person) => ({ person, id: matches.get(person)?.entry.id ?? null }));
}

function seatsIn<Id extends string>(
  file: ComparableFile,
  matches: ReadonlyMap<RosterPerson, Keyed<OnRoster<Id>>>,
  existing: readonly OnRoster<Id>[],
): GuestSeats<Id>[] {
  const seatsOfHost = new Map<Id, OnRoster<Id>[]>();
  for (const entry of existing) {
    const { guestOf } = entry;
    if (guestOf !== null && guestOf !== undefined)
      seatsOfHost.set(guestOf, [...(seatsOfHost.get(guestOf) ?? []), entry]);
  }
  return file.people
    .map((person) => {
      const host = matches.get(person)?.entry ?? null;
      const wanted = file.countsGuests === true ? person.guests : null;
      return seatsOf(
        standingAs(file, person, host),
        host,
        wanted,
        host === null ? [] : (seatsOfHost.get(host.id) ?? []),
      );
    })
    .filter(({ add, change }) => add > 0 || change.length > 0);
}

/** Where the file does not say how somebody stands, they stand as on the roster, and so do the seats of their guests. */
function standingAs<Id extends string>(
  { fields }: ComparableFile,
  person: RosterPerson,
  host: OnRoster<Id> | null,
): RosterPerson {
  if (host === null || fieldsSaid(fields, person).includes('standing')) return person;
  return { ...person, details: { ...person.details, standing: host.details.standing } };
}
