import { presented } from '@lapwing/shared/event/badge';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { BadgeWay, ScanAnswer } from '@lapwing/shared/protocol/api';
import {
  type AttendeeRow,
  asAttendee,
  findAnybody,
  findByBadge,
  listAttendees,
  setBadge,
  takenBadges,
  withoutBadge,
} from '../db/repositories/attendees.ts';
import { type Tx, transact } from '../db/transact.ts';
import type { Secrets } from '../secrets.ts';
import type { Services } from './services.ts';

const BADGE_CODE_LENGTH = 8;

/** A badge code that nobody has yet. */
export function freeBadge(secrets: Secrets, tx: Tx): string {
  for (;;) {
    const code = secrets.newCode(BADGE_CODE_LENGTH);
    if (!findByBadge(tx, code)) return code;
  }
}

/** As many codes that nobody has yet; `drawn` holds those that were given out and not yet written down. */
export function freeBadges(secrets: Secrets, tx: Tx, count: number, drawn: Set<string>): string[] {
  const free = new Set<string>();
  while (free.size < count) {
    const codes = Array.from({ length: count - free.size }, () => secrets.newCode(BADGE_CODE_LENGTH));
    const taken = new Set(takenBadges(tx, codes));
    for (const code of codes) if (!taken.has(code) && !drawn.has(code)) free.add(code);
  }
  for (const code of free) drawn.add(code);
  return [...free];
}

/** Gives a badge code to everybody who is older than badges; at a later start there is nobody left. */
export function giveBadges({ db, secrets }: Pick<Services, 'db' | 'secrets'>): number {
  const people = withoutBadge(db);
  if (people.length === 0) return 0;
  transact(db, (tx) => {
    for (const id of people) setBadge(tx, id, freeBadge(secrets, tx));
    return ok(undefined);
  });
  return people.length;
}

/** The badge behind a code however it was typed; undefined where its event is gone. */
function ownerOf(services: Services, typed: string): AttendeeRow | undefined {
  const read = presented(typed);
  const row =
    read?.kind === 'person' ? findAnybody(services.db, read.id) : findByBadge(services.db, read?.code ?? typed);
  return row && services.evenings.get(row.eventId) ? row : undefined;
}

/** What somebody holds up at the door: a badge's code, or the id of their personal address. */
export interface Scanned {
  readonly code?: string | undefined;
  readonly person?: string | undefined;
}

/**
 * Who stands behind what was scanned, for this event's check-in. unknown-code for nobody, and too-many-requests after five
 * of those in a minute: codes are not there to be tried out.
 * @param by whom wrong codes are counted for
 */
export function scan(services: Services, eventId: EventId, scanned: Scanned, by: string): Result<ScanAnswer, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  if (services.wrongCodes.tooMany(by)) return refused(refusal('too-many-requests'));
  const row = ownerOf(services, scanned.code ?? `/me/${scanned.person}`);
  if (!row) {
    services.wrongCodes.note(by);
    return refused(refusal('unknown-code'));
  }
  if (row.eventId === eventId) {
    return ok({ attendee: asAttendee(row), elsewhere: null, place: placeInLine(services, row) });
  }
  const event = services.evenings.get(row.eventId)?.event.settings.name ?? '';
  return ok({ attendee: null, elsewhere: { event, name: row.name, role: row.role }, place: null });
}

/** From 1, in the order in which people of this role came to the waitlist. */
function placeInLine({ db }: Services, row: AttendeeRow): number | null {
  if (row.standing !== 'waiting') return null;
  const since = (one: AttendeeRow): number => one.waitingSince ?? one.createdAt;
  const before = listAttendees(db, row.eventId).filter(
    (one) => one.standing === 'waiting' && one.role === row.role && since(one) < since(row),
  );
  return before.length + 1;
}

/**
 * Where a badge leads who holds a camera over it: the desk to its check-in, where the code has to be added, anybody else to
 * the event's public page.
 */
export function badgeWay(
  services: Services,
  code: string,
  atDesk: (eventId: EventId) => boolean,
): Result<BadgeWay, Refusal> {
  const row = ownerOf(services, code);
  const event = row && services.evenings.get(row.eventId)?.event;
  if (!row || !event) return refused(refusal('not-found'));
  return ok({ to: atDesk(row.eventId) ? `/check-in#/events/${row.eventId}/badge/` : `/e/${event.code}` });
}
