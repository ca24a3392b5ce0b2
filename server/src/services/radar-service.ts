import { sameField } from '@lapwing/shared/event/fields';
import type { Table } from '@lapwing/shared/event/floor';
import { type ComingMentor, mentorRadar, type RadarRow } from '@lapwing/shared/event/mentor-radar';
import { type AttendeeDetails, EMPTY_DETAILS, type MentorCard } from '@lapwing/shared/event/roster';
import type { EventId, MemberId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { AsksView, RadarMentor, RadarView } from '@lapwing/shared/protocol/places-api';
import { type AttendeeRow, listAttendees } from '../db/repositories/attendees.ts';
import { findEvent } from '../db/repositories/events.ts';
import { listAsks } from '../db/repositories/mentor-asks.ts';
import { listTables } from '../db/repositories/tables.ts';
import { transact } from '../db/transact.ts';
import { ask, isReserve } from './ask-service.ts';
import { asksOf } from './asks-by-hand.ts';
import { pastMentors } from './member-service.ts';
import { enrol } from './roster-service.ts';
import type { Services } from './services.ts';
import { isToCome } from './to-come.ts';

/** Where no table has seats yet. */
const USUAL_SEATS = 6;

/** What students wish for against the mentors who come, and who could fill what is missing. */
export function radarOf(services: Services, eventId: EventId): Result<RadarView, Refusal> {
  const { db } = services;
  const event = findEvent(db, eventId);
  if (!event) return refused(refusal('not-found'));
  const people = listAttendees(db, eventId);
  const tables = listTables(db, eventId);
  const usualSeats = usual(tables);
  const active = people.filter(({ standing }) => standing === 'active');
  const students = active.filter(({ role }) => role === 'student');
  const rows = mentorRadar({
    students: students.map(({ industries, registration }) => ({
      industries,
      roles: registration.roles ?? [],
      wishes: registration.wishes ?? [],
    })),
    mentors: active.filter(({ role }) => role === 'mentor').map((row) => coming(row, tables, usualSeats)),
    rounds: event.settings.rounds,
    usualSeats,
  });
  const could = [...reserveOf(services, eventId, people), ...(event.rehearsal ? [] : pastOf(services, people))];
  const view = rows.map((row) => ({
    ...row,
    couldCome: row.missing === 0 ? [] : could.filter(({ card }) => fills(card, row)).map(({ mentor }) => mentor),
  }));
  return ok({ students: students.length, rows: view });
}

function usual(tables: readonly Table[]): number {
  if (tables.length === 0) return USUAL_SEATS;
  return Math.max(1, Math.round(tables.reduce((sum, { seats }) => sum + seats, 0) / tables.length));
}

function coming({ id, card }: AttendeeRow, tables: readonly Table[], usualSeats: number): ComingMentor {
  const seats = tables.find(({ mentors }) => mentors.includes(id))?.seats ?? usualSeats;
  return { id, industry: card.industry, roles: card.roles, seats };
}

function fills(card: Pick<MentorCard, 'industry' | 'roles'>, { kind, field }: RadarRow): boolean {
  if (kind === 'mentor') return false;
  return kind === 'industry' ? sameField(card.industry, field) : card.roles.some((role) => sameField(role, field));
}

interface Could {
  readonly mentor: RadarMentor;
  readonly card: MentorCard;
}

/** Who is in reserve and was neither asked to come yet nor said no. */
function reserveOf({ db }: Services, eventId: EventId, people: readonly AttendeeRow[]): Could[] {
  const busy = new Set(
    listAsks(db, eventId)
      .filter(({ answer }) => answer === null || answer === 'no')
      .map(({ attendeeId }) => attendeeId),
  );
  return people
    .filter((row) => isReserve(row) && !busy.has(row.id))
    .map(({ id, name, email, card }) => {
      const { industry, jobTitle } = card;
      return { card, mentor: { kind: 'reserve', id, name, email, industry, jobTitle, lastEvent: '' } };
    });
}

/** Who was a mentor before, agreed to be kept, and is not on this roster in any way. */
function pastOf(services: Services, people: readonly AttendeeRow[]): Could[] {
  const here = new Set(people.map(({ memberId }) => memberId));
  return pastMentors(services)
    .filter(({ memberId }) => !here.has(memberId))
    .map(({ memberId, name, email, card, lastEvent }) => {
      const { industry, jobTitle } = card;
      return {
        card,
        mentor: { kind: 'past', id: memberId, name, email, industry, jobTitle, lastEvent: lastEvent.name },
      };
    });
}

/**
 * Asks a mentor of an earlier evening. They stand in reserve with what they said last time until they answer.
 * unknown-mentor: not on file, or on this roster already; not-now: the evening has begun, or is a rehearsal.
 */
export function askPastMentor(
  services: Services,
  eventId: EventId,
  memberId: MemberId,
  send: boolean,
): Result<AsksView, Refusal> {
  const asked = transact<undefined, Refusal>(services.db, (tx) => {
    const event = findEvent(tx, eventId);
    if (!event) return refused(refusal('not-found'));
    if (event.rehearsal || !isToCome(services, event)) return refused(refusal('not-now'));
    const known = pastMentors(services).find((mentor) => mentor.memberId === memberId);
    const here = listAttendees(tx, eventId).some((row) => row.memberId === memberId);
    if (!known || here) return refused(refusal('unknown-mentor'));
    const { name, email, card, language } = known;
    const details: AttendeeDetails = { ...EMPTY_DETAILS, role: 'mentor', standing: 'waiting', name, email, card };
    ask(services, tx, event, enrol(services, tx, eventId, details, { language }), null, send);
    return ok(undefined);
  });
  if (!asked.ok) return asked;
  services.evenings.changed(eventId);
  return asksOf(services, eventId);
}
