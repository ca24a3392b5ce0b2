import { isToldOfNo, standingOf } from '@lapwing/shared/introductions/agreed';
import { type Giver, type Hall, suggest, type Unmet } from '@lapwing/shared/introductions/suggest';
import type { AttendeeId, EventId, SuggestionId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { morningAfter } from '@lapwing/shared/privacy/retention';
import type { AskedFor, Named, Suggestions } from '@lapwing/shared/protocol/introductions-api';
import { type AttendeeRow, listAttendees } from '../db/repositories/attendees.ts';
import type { StoredEvent } from '../db/repositories/events.ts';
import { introductionsOf, listIntroductions } from '../db/repositories/introductions.ts';
import { introducedAmong } from '../db/repositories/member-introductions.ts';
import type { Tx } from '../db/transact.ts';
import { areBlocked, introduces, limitOf, missingOf, roomOf, roundsMet, wishesEndAt } from './introduction-facts.ts';
import { isColleague } from './own-introductions.ts';
import { type Pair, pairKey, pairsOfEvening, underWay } from './pairs.ts';
import { type Services, wholeNow } from './services.ts';

export const NO_SUGGESTIONS: Suggestions = { proposed: [], asked: [], unready: 0, alone: 0 };

/** An evening as suggestions go by it. */
export interface ToSuggest {
  readonly hall: Hall;
  readonly people: ReadonlyMap<AttendeeId, AttendeeRow>;
  /** Students without an introduction, and without one that is under way. */
  readonly waiting: readonly AttendeeRow[];
  readonly asked: readonly AskedFor[];
}

export const nameOf = ({ id, name }: AttendeeRow): Named => ({ id, name });

/** Where anybody of that role was checked in, only those were there. */
export function wasThere(people: readonly AttendeeRow[], role: 'student' | 'mentor'): (row: AttendeeRow) => boolean {
  const isUsed = people.some((row) => row.role === role && row.checkedInAt !== null);
  return (row) => row.role === role && !row.unnamed && (isUsed ? row.checkedInAt !== null : row.standing === 'active');
}

/** Whether anything may be suggested now: from the last bell on, as long as wishes can be said (H12, H19). */
export const maySuggest = (services: Services, tx: Tx, event: StoredEvent, bell: Instant | null): bell is Instant =>
  bell !== null && introduces(tx, event) && wholeNow(services.clock) < wishesEndAt(tx, event);

/** Who is without an introduction, whom they may be introduced to, and what was asked for them already (H19, H20). */
export function toSuggest(services: Services, tx: Tx, event: StoredEvent, bell: Instant): ToSuggest {
  const rows = listAttendees(tx, event.id);
  const people = new Map(rows.map((row) => [row.id, row]));
  const evening = pairsOfEvening(tx, event.id);
  const { pairs } = evening;
  const made = listIntroductions(tx, event.id);
  const asked = askedFor(services, event, pairs, people, bell);
  const { soon, full } = underWay(services, tx, event, evening, bell);
  const introduced = new Set([...made, ...soon, ...full].map(({ student }) => student));
  const isSettled = settledStudents(services, event, pairs, bell, introduced);
  const waiting = rows.filter(wasThere(rows, 'student')).filter(({ id }) => !isSettled(id));
  const ready = waiting.filter((row) => missingOf(services, row).length === 0);
  const givers = rows.filter(wasThere(rows, 'mentor')).filter((row) => mayBeAsked(services, row));
  const closed = closedPairs(tx, event.id, pairs);
  const met = new Map(ready.map(({ id }) => [id, roundsMet(services, event.id, id)]));
  return {
    ...{ people, waiting, asked },
    hall: {
      students: ready.map(unmet),
      mentors: givers.map((row) => giver(services, tx, row, pairs, bell)),
      isClosed: (student, mentor) =>
        closed.has(`${student} ${mentor}`) || areBlocked(services, event.id, student, mentor),
      roundOf: (student, mentor) => met.get(student)?.get(mentor) ?? null,
    },
  };
}

/** What an organiser sees of it. */
export function suggestionsOf(services: Services, tx: Tx, event: StoredEvent, bell: Instant): Suggestions {
  if (!maySuggest(services, tx, event, bell)) return NO_SUGGESTIONS;
  const { hall, people, waiting, asked } = toSuggest(services, tx, event, bell);
  const named = (id: AttendeeId): Named => ({ id, name: people.get(id)?.name ?? '' });
  const proposed = suggest(hall).map((one) => ({
    ...one,
    students: one.students.map(named),
    mentor: named(one.mentor),
  }));
  const offered = proposed.flatMap(({ students }) => students).length;
  return {
    ...{ proposed, asked, unready: waiting.length - hall.students.length },
    alone: hall.students.length - offered,
  };
}

/** A yes on the page of the mail is the agreement of H9; everything else has to be there. */
const mayBeAsked = (services: Services, row: AttendeeRow): boolean =>
  isColleague(row) && missingOf(services, row).every((missing) => missing === 'consent');

const unmet = ({ id, industries, registration }: AttendeeRow): Unmet => ({
  ...{ id, industries, roles: registration.roles },
});

/** A mentor with all that they are asked: what both want and is not made yet takes room, and so does what was suggested to them. */
function giver(services: Services, tx: Tx, row: AttendeeRow, pairs: readonly Pair[], bell: Instant): Giver {
  const room = roomOf(services, tx, row);
  const made = new Set(introductionsOf(tx, row.id).map(pairKey));
  const open = pairs.filter((pair) => pair.mentor === row.id && !made.has(pairKey(pair)));
  const standing = open.map((pair) => ({ pair, is: standingOf(pair, bell) }));
  const coming = new Set(
    standing.flatMap(({ pair, is }) =>
      is.is !== 'agreed' || (pair.suggestion && room.groups?.has(pair.suggestion))
        ? []
        : (pair.suggestion ?? pairKey(pair)),
    ),
  ).size;
  const waits = standing.filter(({ is }) => is.is === 'asked' && is.by === 'student');
  const suggested = new Set(waits.flatMap(({ pair }) => pair.suggestion ?? [])).size;
  const taken = room.taken + coming + new Set(waits.map(({ pair }) => pair.suggestion ?? pairKey(pair))).size;
  const { industry, roles } = row.card;
  return { ...{ id: row.id, industry, roles }, room: limitOf(room) - room.taken - coming - suggested, taken };
}

/**
 * Whoever is introduced, about to be, has a suggestion that waits, or took one back. A *no* of a mentor counts once it may be
 * known, so that nobody learns of it earlier from what is suggested next (H5).
 */
function settledStudents(
  services: Services,
  event: StoredEvent,
  pairs: readonly Pair[],
  bell: Instant,
  introduced: ReadonlySet<AttendeeId>,
): (id: AttendeeId) => boolean {
  const isTold = isToldOfNo(wholeNow(services.clock), morningAfter(event.settings));
  const settled = new Set(introduced);
  for (const pair of pairs) {
    const { is } = standingOf(pair, bell);
    const isRefused = pair.ofStudent?.wish === 'introduce' && is !== 'asked' && is !== 'agreed';
    if (pair.suggestion && !(isRefused && isTold)) settled.add(pair.student);
  }
  return (id) => settled.has(id);
}

/** H20: one of them said something to the other already, or they were introduced, at whatever evening or between them. */
function closedPairs(tx: Tx, eventId: EventId, pairs: readonly Pair[]): ReadonlySet<string> {
  const closed = new Set(
    pairs.filter(({ ofStudent, ofMentor, suggestion }) => suggestion || ofStudent?.wish || ofMentor?.wish).map(pairKey),
  );
  const ever = { from: 0 as Instant, until: Number.MAX_SAFE_INTEGER as Instant };
  for (const [one, other] of introducedAmong(tx, eventId, ever)) {
    closed.add(`${one} ${other}`);
    closed.add(`${other} ${one}`);
  }
  return closed;
}

function askedFor(
  services: Services,
  event: StoredEvent,
  pairs: readonly Pair[],
  people: ReadonlyMap<AttendeeId, AttendeeRow>,
  bell: Instant,
): AskedFor[] {
  const bySuggestion = new Map<SuggestionId, Pair[]>();
  for (const pair of pairs)
    if (pair.suggestion) bySuggestion.set(pair.suggestion, [...(bySuggestion.get(pair.suggestion) ?? []), pair]);
  const isTold = isToldOfNo(wholeNow(services.clock), morningAfter(event.settings));
  return [...bySuggestion].flatMap(([id, all]): AskedFor[] => {
    const mentor = all[0] && people.get(all[0].mentor);
    const students = all.flatMap(({ student }) => people.get(student) ?? []);
    if (!mentor || students.length === 0) return [];
    const stands = all.map((pair) => standingOf(pair, bell).is);
    const waits = stands.some((is) => is === 'asked' || (is !== 'nothing' && !isTold));
    const state = stands.includes('agreed') ? 'yes' : waits ? 'asked' : 'ended';
    return [{ id, students: students.map(nameOf), mentor: nameOf(mentor), state }];
  });
}
