import type { AttendeeDetails, Standing } from '@lapwing/shared/event/roster';
import { type AttendeeId, attendeeId, type EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { ImportChoices } from '@lapwing/shared/protocol/api';
import { withAnswers } from '@lapwing/shared/roster-import/detail-fields';
import { guestDetails } from '@lapwing/shared/roster-import/guest-seats';
import type { DetailField, RosterPerson } from '@lapwing/shared/roster-import/read-roster';
import { type AttendeeRow, detailsOf, saveDetails, setAccount, setMember } from '../db/repositories/attendees.ts';
import type { BeforeImport } from '../db/repositories/imports.ts';
import { forgetRegistrationKeys } from '../db/repositories/sessions.ts';
import { saveSaidNo, saveStanding } from '../db/repositories/standings.ts';
import { unseatMentor } from '../db/repositories/tables.ts';
import type { Tx } from '../db/transact.ts';
import type { FileChanges } from '../reader/job.ts';
import { recogniseMember } from './member-service.ts';
import { enrolAll, type Newcomer, type Origin } from './roster-service.ts';
import { type Services, wholeNow } from './services.ts';

/** What an import wrote: enough to take it back. */
export interface Written {
  readonly added: readonly AttendeeId[];
  /** Rows as they were, of those it changed. */
  readonly changed: readonly BeforeImport[];
  readonly people: { readonly added: number; readonly changed: number };
  readonly guests: number;
  readonly cancelled: number;
}

/** Writes the changes of a file and the organiser's choices, inside the caller's transaction. */
export function writeImport(
  services: Services,
  tx: Tx,
  rows: readonly AttendeeRow[],
  { comparison }: FileChanges,
  choices: ImportChoices,
  eventId: EventId,
): Written {
  const pen = penFor(services, tx, eventId, rows);
  const ids = new Map<RosterPerson, AttendeeId>();
  const chosen = new Set(choices.walkIns);
  const walkIns = comparison.walkIns.filter(({ person, id }) => id === null && chosen.has(person.record));
  for (const person of [...comparison.new, ...walkIns.map((walkIn) => walkIn.person)])
    ids.set(person, pen.add(person.details, { accountId: person.accountId }));
  for (const { id, person, fields } of comparison.changed)
    pen.change(id, (known) => withAnswers(known, person.details, fields), fields);
  for (const { id, accountId } of comparison.accounts) setAccount(tx, eventId, id, accountId);

  let guests = 0;
  for (const { host, person, add, change } of comparison.seats) {
    const guestOf = host ?? ids.get(person);
    for (const { id, name, standing } of change)
      pen.change(id, (known) => ({ ...known, name, standing }), ['standing']);
    guests += change.length + add;
    if (guestOf === undefined) continue;
    const details = guestDetails(pen.now(guestOf) ?? person.details);
    for (let seat = 0; seat < add; seat++) pen.add(details, { guestOf });
  }
  const cancelled = cancelMissing(pen, rows, comparison.missing, choices.cancel);
  return {
    ...pen.done(),
    people: { added: ids.size, changed: comparison.changed.length },
    guests,
    cancelled,
  };
}

type Pen = ReturnType<typeof penFor>;

/** Who is marked as cancelled must be missing still, and not in the room; unnamed guests go with their host. */
function cancelMissing(
  pen: Pen,
  rows: readonly AttendeeRow[],
  missing: readonly AttendeeId[],
  chosen: readonly AttendeeId[],
): number {
  const wanted = new Set(chosen);
  const gone = new Set(missing.filter((id) => wanted.has(id)));
  const cancel = (row: AttendeeRow): boolean => {
    if (row.checkedInAt !== null || row.standing === 'cancelled') return false;
    pen.change(row.id, (known) => ({ ...known, standing: 'cancelled' }), ['standing']);
    return true;
  };
  const people = rows.filter((row) => gone.has(row.id)).filter(cancel);
  const hosts = new Set(people.map(({ id }) => id));
  for (const row of rows) if (row.unnamed && row.guestOf !== null && hosts.has(row.guestOf)) cancel(row);
  return people.length;
}

/** Writes people down and keeps what is needed to take it back. */
function penFor(services: Services, tx: Tx, eventId: EventId, rows: readonly AttendeeRow[]) {
  const before = new Map(rows.map((row) => [row.id, row]));
  const current = new Map<AttendeeId, AttendeeDetails>();
  const newcomers: Newcomer[] = [];
  const now = wholeNow(services.clock);

  return {
    add(details: AttendeeDetails, origin: Origin): AttendeeId {
      const id = attendeeId(services.secrets.newId());
      newcomers.push({ details, origin: { ...origin, id } });
      current.set(id, details);
      return id;
    },
    change(id: AttendeeId, next: (known: AttendeeDetails) => AttendeeDetails, fields: readonly DetailField[]): void {
      const row = before.get(id);
      if (!row) return;
      const known = current.get(id) ?? detailsOf(row);
      const details = next(known);
      current.set(id, details);
      saveDetails(tx, eventId, id, details);
      if (details.standing !== row.standing) {
        saveStanding(tx, eventId, id, details.standing, waitsSince(row, details.standing, now));
        saveSaidNo(tx, eventId, id, false);
      }
      if (details.role === 'student' && row.role === 'mentor') unseatMentor(tx, id);
      if (fields.some((field) => ['name', 'email', 'registration.consents'].includes(field)))
        setMember(tx, id, recogniseMember(services, tx, { ...details, memberId: row.memberId }));
    },
    /** What is known of a person by now. */
    now: (id: AttendeeId): AttendeeDetails | undefined => {
      const row = before.get(id);
      return current.get(id) ?? (row && detailsOf(row));
    },
    /** Writes down who is new, and tells what was written. */
    done: () => {
      enrolAll(services, tx, eventId, newcomers);
      forgetRegistrationKeys(tx, ...current.keys());
      return {
        added: [...current.keys()].filter((id) => !before.has(id)),
        changed: [...current].flatMap(([id, { standing }]): BeforeImport[] => {
          const row = before.get(id);
          return row ? [{ ...row, became: standing }] : [];
        }),
      };
    },
  };
}

/** An import moves nobody up the line: the tool it came from has a line of its own. */
function waitsSince({ standing, waitingSince }: AttendeeRow, now: Standing, at: Instant): Instant | null {
  if (now === 'active') return null;
  if (now === 'waiting') return waitingSince ?? at;
  return standing === 'waiting' ? waitingSince : null;
}
