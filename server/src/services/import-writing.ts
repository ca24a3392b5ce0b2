import type { AttendeeDetails } from '@lapwing/shared/event/roster';
import { type AttendeeId, attendeeId, type EventId, memberId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import type { ImportChoices } from '@lapwing/shared/protocol/import-api';
import { withAnswers } from '@lapwing/shared/roster-import/detail-fields';
import { guestDetails } from '@lapwing/shared/roster-import/guest-seats';
import { emailKey, nameKey } from '@lapwing/shared/roster-import/keys';
import type { DetailField } from '@lapwing/shared/roster-import/read-roster';
import { breathe, slicesOf } from '../breathe.ts';
import {
  type AttendeeRow,
  detailsOf,
  findAttendees,
  findUnnamedGuests,
  putUnder18Right,
} from '../db/repositories/attendees.ts';
import type { StagedChange, StagedKeys, StagedPeople, StagedPerson } from '../db/repositories/staged-people.ts';
import { unseatMentor } from '../db/repositories/tables.ts';
import type { Tx } from '../db/transact.ts';
import type { FileChanges, SomeChanges } from '../reader/job.ts';
import { freeBadges } from './badge-service.ts';
import { firstLinkHash } from './link-service.ts';
import { recogniseMember } from './member-service.ts';
import { stayOff } from './off-list.ts';
import { type Newcomer, newRow, type Origin } from './roster-service.ts';
import { type Services, wholeNow } from './services.ts';
import { seeToPlaces, waitsSince } from './standing-service.ts';

/** Somebody of the roster and what an import makes of them. */
interface Rewritten {
  readonly row: AttendeeRow;
  details: AttendeeDetails;
  accountId: string;
  /** False where only the number of their account became known. */
  edited: boolean;
  unlessHere: boolean;
  /** Whether what they are recognised by across events may be another now. */
  recognise: boolean;
}

/** What an import is going to write. Nothing of it is in the database. */
export interface ImportDraft {
  readonly newcomers: readonly (Newcomer & {
    readonly origin: Origin & { readonly id: AttendeeId };
    /** An organiser took them off the list: whatever an old file says, they come in as cancelled, and nobody with them. */
    readonly off: boolean;
  })[];
  readonly rewritten: readonly Rewritten[];
  readonly people: { readonly added: number; readonly changed: number };
  readonly guests: number;
  readonly cancelled: number;
}

const NO_CHOICES: ImportChoices = { walkIns: [], cancel: [] };

interface DraftOptions {
  readonly choices?: ImportChoices;
  readonly language?: Language | null;
}

/** Works out what the changes of a file and the organiser's choices come to, piece by piece. */
export async function draftImport(
  services: Services,
  eventId: EventId,
  { pieces }: FileChanges,
  { choices = NO_CHOICES, language = null }: DraftOptions,
): Promise<ImportDraft> {
  const pen = penFor(services, eventId, language);
  for (const piece of pieces) {
    await breathe();
    takeOver(pen, JSON.parse(piece) as SomeChanges, choices);
  }
  return pen.done();
}

type Pen = ReturnType<typeof penFor>;

function takeOver(pen: Pen, some: SomeChanges, choices: ImportChoices): void {
  for (const person of some.new ?? []) pen.addPerson(person.record, person.details, person.accountId);
  for (const { person, id } of some.walkIns ?? [])
    if (id === null && choices.walkIns.includes(person.record))
      pen.addPerson(person.record, person.details, person.accountId);
  const changed = some.changed ?? [];
  pen.counts.changed += changed.length;
  pen.know(changed.map(({ id }) => id));
  for (const { id, person, fields } of changed)
    pen.change(id, (known) => withAnswers(known, person.details, fields), fields);
  pen.know((some.accounts ?? []).map(({ id }) => id));
  for (const { id, accountId } of some.accounts ?? []) pen.setAccount(id, accountId);
  seatGuests(pen, some.seats ?? []);
  const chosen = new Set(choices.cancel);
  cancelMissing(
    pen,
    (some.missing ?? []).filter((id) => chosen.has(id)),
  );
}

function seatGuests(pen: Pen, seats: NonNullable<SomeChanges['seats']>): void {
  pen.know(seats.flatMap(({ host, change }) => [...(host === null ? [] : [host]), ...change.map(({ id }) => id)]));
  for (const { host, person, add, change } of seats) {
    const guestOf = host ?? pen.idOf(person.record);
    for (const { id, name, standing } of change)
      pen.change(id, (known) => ({ ...known, name, standing }), ['standing']);
    pen.counts.guests += change.length;
    if (guestOf !== undefined && pen.isOff(guestOf)) continue;
    pen.counts.guests += add;
    if (guestOf === undefined) continue;
    const details = guestDetails(pen.now(guestOf) ?? person.details);
    for (let seat = 0; seat < add; seat++) pen.add(details, { guestOf });
  }
}

/** Who is marked as cancelled must be missing still, and not in the room; unnamed guests go with their host. */
function cancelMissing(pen: Pen, chosen: readonly AttendeeId[]): void {
  const people = pen.know(chosen).filter(({ id }) => pen.cancel(id));
  pen.counts.cancelled += people.length;
  for (const { id } of pen.knowGuestsOf(people.map(({ id }) => id))) pen.cancel(id);
}

/** Notes what is to be written about whom. */
function penFor(services: Services, eventId: EventId, language: Language | null) {
  const { db, secrets } = services;
  const rewritten = new Map<AttendeeId, Rewritten>();
  const newcomers: ImportDraft['newcomers'][number][] = [];
  const byRecord = new Map<number, { readonly id: AttendeeId; readonly details: AttendeeDetails }>();
  const fresh = new Map<AttendeeId, AttendeeDetails>();
  const off = new Set<AttendeeId>();
  const isOff = stayOff(services, eventId);
  const counts = { changed: 0, guests: 0, cancelled: 0 };

  function note(row: AttendeeRow): AttendeeRow {
    if (!rewritten.has(row.id)) {
      const nothing = { edited: false, unlessHere: false, recognise: false };
      rewritten.set(row.id, { row, details: detailsOf(row), accountId: row.accountId, ...nothing });
    }
    return row;
  }
  function add(details: AttendeeDetails, origin: Origin, staysOff = false): AttendeeId {
    const id = attendeeId(secrets.newId());
    newcomers.push({ details, origin: { ...origin, id, language }, off: staysOff });
    if (staysOff) off.add(id);
    fresh.set(id, details);
    return id;
  }
  function change(
    id: AttendeeId,
    next: (known: AttendeeDetails) => AttendeeDetails,
    fields: readonly DetailField[],
  ): void {
    const person = rewritten.get(id);
    if (!person) return;
    person.details = next(person.details);
    person.edited = true;
    person.recognise ||= fields.some((field) => ['name', 'email', 'registration.consents'].includes(field));
  }

  return {
    add,
    addPerson: (record: number, details: AttendeeDetails, accountId: string): void => {
      const staysOff = isOff({ details, accountId });
      const standing = staysOff ? 'cancelled' : details.standing;
      byRecord.set(record, { id: add({ ...details, standing }, { accountId }, staysOff), details });
    },
    isOff: (id: AttendeeId): boolean => off.has(id),
    idOf: (record: number): AttendeeId | undefined => byRecord.get(record)?.id,
    /** What is known of a person by now. */
    now: (id: AttendeeId): AttendeeDetails | undefined => fresh.get(id) ?? rewritten.get(id)?.details,
    /** Looks people up who may be changed. */
    know: (ids: readonly AttendeeId[]): AttendeeRow[] =>
      ids.length === 0 ? [] : findAttendees(db, eventId, ids).map(note),
    knowGuestsOf: (hosts: readonly AttendeeId[]): AttendeeRow[] =>
      hosts.length === 0 ? [] : findUnnamedGuests(db, eventId, hosts).map(note),
    change,
    setAccount(id: AttendeeId, accountId: string): void {
      const person = rewritten.get(id);
      if (person) person.accountId = accountId;
    },
    cancel(id: AttendeeId): boolean {
      const person = rewritten.get(id);
      if (!person || person.row.checkedInAt !== null || person.row.standing === 'cancelled') return false;
      change(id, (known) => ({ ...known, standing: 'cancelled' }), ['standing']);
      person.unlessHere = true;
      return true;
    },
    counts,
    done: (): ImportDraft => ({
      newcomers,
      rewritten: [...rewritten.values()].filter(({ edited, accountId, row }) => edited || accountId !== row.accountId),
      people: { added: byRecord.size, changed: counts.changed },
      guests: counts.guests,
      cancelled: counts.cancelled,
    }),
  };
}

/** Puts everybody of a draft on the way into the roster, a slice at a time. */
export async function stageDraft(
  services: Services,
  eventId: EventId,
  { newcomers, rewritten }: ImportDraft,
  staged: StagedPeople,
): Promise<void> {
  const drawn = new Set<string>();
  for (const slice of slicesOf(newcomers)) {
    await breathe();
    const badges = freeBadges(services.secrets, services.db, slice.length, drawn);
    staged.add(slice.map((person, index) => stagedPerson(services, eventId, person, badges[index] ?? '')));
  }
  for (const slice of slicesOf(rewritten)) {
    await breathe();
    staged.change(slice.map((person) => stagedChange(services, person)));
  }
}

function stagedPerson(
  services: Services,
  eventId: EventId,
  person: ImportDraft['newcomers'][number],
  badge: string,
): StagedPerson {
  const fresh = newRow(services, eventId, person, badge);
  const row = person.off ? { ...fresh, handEdited: ['standing' as const] } : fresh;
  return { row, linkHash: firstLinkHash(services.secrets, row.id), ...keysOf(services, row) };
}

function stagedChange(services: Services, { row, details, ...person }: Rewritten): StagedChange {
  const moved = details.standing !== row.standing;
  return {
    id: row.id,
    details,
    waitingSince: moved ? waitsSince(row, details.standing, wholeNow(services.clock)) : row.waitingSince,
    // a file does not tell who said no
    saidNo: row.saidNo && !moved,
    // whom a file names has their place by the organiser's word
    lentUntil: null,
    accountId: person.accountId,
    unlessHere: person.unlessHere,
    keys: person.recognise ? keysOf(services, details) : null,
  };
}

const keysOf = ({ secrets }: Services, { email, name, registration }: AttendeeDetails): StagedKeys => ({
  emailKey: emailKey(email),
  nameKey: nameKey(name),
  fresh: registration.consents.keep === undefined ? null : memberId(secrets.newId()),
});

/** Writes down a draft that was staged, and what follows for others, inside the caller's transaction. */
export function writeDraft(
  services: Services,
  tx: Tx,
  eventId: EventId,
  { rewritten }: ImportDraft,
  staged: StagedPeople,
): void {
  const corrected = new Set(staged.corrected());
  for (const { row, details } of rewritten) {
    if (corrected.has(row.id)) recogniseMember(services, tx, { ...details, memberId: row.memberId });
    if (details.role === 'student' && row.role === 'mentor') unseatMentor(tx, row.id);
  }
  staged.write(eventId, wholeNow(services.clock));
  putUnder18Right(tx, eventId);
  staged.forgetRegistrationKeys();
  const mentors = rewritten.filter(({ row, details }) => [row.role, details.role].includes('mentor'));
  seeToPlaces(
    services,
    tx,
    eventId,
    mentors.filter(({ row, details }) => row.standing !== details.standing).map(({ row }) => row),
  );
}
