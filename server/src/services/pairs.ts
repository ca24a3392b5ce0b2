import { introductionsDue, type Pair, type Room, standingOf } from '@lapwing/shared/introductions/agreed';
import type { Pick } from '@lapwing/shared/introductions/pick';
import type { AttendeeId, EventId, SuggestionId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { type AttendeeRow, findAttendees } from '../db/repositories/attendees.ts';
import type { StoredEvent } from '../db/repositories/events.ts';
import { introductionsOf, listIntroductions } from '../db/repositories/introductions.ts';
import { asPick, listPicks, type PickRow, picksAround } from '../db/repositories/picks.ts';
import type { Tx } from '../db/transact.ts';
import { areBlocked, introduces, missingOf, roomOf, wishesEndAt } from './introduction-facts.ts';
import { type Services, wholeNow } from './services.ts';

/** Students and mentors of an evening who said something of each other. */
export interface PairsOfEvening {
  readonly people: ReadonlyMap<AttendeeId, AttendeeRow>;
  readonly pairs: readonly Pair[];
}

/** All of an evening, in a steady order. */
export const pairsOfEvening = (tx: Tx, eventId: EventId): PairsOfEvening => paired(tx, eventId, listPicks(tx, eventId));

/** Those of one person. */
export const pairsAround = (tx: Tx, eventId: EventId, id: AttendeeId): PairsOfEvening =>
  paired(tx, eventId, picksAround(tx, id));

function paired(tx: Tx, eventId: EventId, rows: readonly PickRow[]): PairsOfEvening {
  const ids = [...new Set(rows.flatMap(({ attendeeId, about }) => [attendeeId, about]))];
  const people = new Map(findAttendees(tx, eventId, ids).map((row) => [row.id, row]));
  const pairs = new Map<
    string,
    {
      student: AttendeeId;
      mentor: AttendeeId;
      ofStudent: Pick | null;
      ofMentor: Pick | null;
      suggestion: SuggestionId | null;
    }
  >();
  for (const row of rows) {
    const [by, about] = [people.get(row.attendeeId), people.get(row.about)];
    // an organiser may have put a role right since
    if (!by || !about || by.role === about.role) continue;
    const [student, mentor] = by.role === 'student' ? [by.id, about.id] : [about.id, by.id];
    const key = `${student} ${mentor}`;
    const pair = pairs.get(key) ?? { student, mentor, ofStudent: null, ofMentor: null, suggestion: null };
    pair[by.role === 'student' ? 'ofStudent' : 'ofMentor'] = asPick(row);
    if (by.role === 'student') pair.suggestion = row.suggestion;
    pairs.set(key, pair);
  }
  return { people, pairs: [...pairs.values()] };
}

/** What can be introduced of these, and how much room their mentors have. */
export interface Introducible {
  /** Both want it, nothing of H9 is in the way, and they were not introduced. */
  readonly pairs: readonly Pair[];
  readonly rooms: ReadonlyMap<AttendeeId, Room>;
}

/** @param made pairs that were introduced already, as `pairKey` */
export function introducible(
  services: Services,
  tx: Tx,
  event: StoredEvent,
  { people, pairs }: PairsOfEvening,
  bell: Instant,
  made: ReadonlySet<string>,
): Introducible {
  const isFree = ({ student, mentor }: Pair): boolean =>
    !areBlocked(services, event.id, student, mentor) &&
    [student, mentor].every((id) => {
      const row = people.get(id);
      return row !== undefined && missingOf(services, row).length === 0;
    });
  const wanted = pairs.filter(
    (pair) => standingOf(pair, bell).is === 'agreed' && !made.has(pairKey(pair)) && isFree(pair),
  );
  const mentors = [...new Set(wanted.map(({ mentor }) => mentor))];
  const rooms = mentors.flatMap((id) => {
    const row = people.get(id);
    return row ? [[id, roomOf(services, tx, row)] as const] : [];
  });
  return { pairs: wanted, rooms: new Map(rooms) };
}

/** Introductions that come about by themselves and are not made yet (H23). */
export interface UnderWay {
  /** Made within minutes. */
  readonly soon: readonly Pair[];
  /** They wait for room within the mentor's limit. */
  readonly full: readonly Pair[];
}

/** What is agreed at an evening and still to be made; nothing once wishes can be said no more, since nothing is made then. */
export function underWay(
  services: Services,
  tx: Tx,
  event: StoredEvent,
  evening: PairsOfEvening,
  bell: Instant,
): UnderWay {
  const now = wholeNow(services.clock);
  if (!introduces(tx, event) || now >= wishesEndAt(tx, event)) return { soon: [], full: [] };
  const { pairs, rooms } = introducible(services, tx, event, evening, bell, madeInEvening(tx, event.id));
  const { full } = introductionsDue(pairs, rooms, bell, now);
  return { soon: pairs.filter((pair) => !full.includes(pair)), full };
}

export const pairKey = ({ student, mentor }: { readonly student: AttendeeId; readonly mentor: AttendeeId }): string =>
  `${student} ${mentor}`;

/** Pairs of an evening, or of one person, that were introduced. */
export const madeInEvening = (tx: Tx, eventId: EventId): ReadonlySet<string> =>
  new Set(listIntroductions(tx, eventId).map(pairKey));
export const madeAround = (tx: Tx, id: AttendeeId): ReadonlySet<string> =>
  new Set(introductionsOf(tx, id).map(pairKey));

/** Which of the two somebody is. */
export const roleIn = ({ student }: Pair, id: AttendeeId): 'student' | 'mentor' =>
  student === id ? 'student' : 'mentor';
export const otherIn = ({ student, mentor }: Pair, id: AttendeeId): AttendeeId => (student === id ? mentor : student);
export const saidBy = (pair: Pair, id: AttendeeId): Pick | null =>
  roleIn(pair, id) === 'student' ? pair.ofStudent : pair.ofMentor;
export const saidOf = (pair: Pair, id: AttendeeId): Pick | null =>
  roleIn(pair, id) === 'student' ? pair.ofMentor : pair.ofStudent;

export type { Pair };
