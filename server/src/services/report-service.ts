import { type Attendee, firstName } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { ConductForPerson, NewReport, PrivateReport, ReportNotice } from '@lapwing/shared/protocol/conduct-api';
import { findInvitation } from '../db/repositories/invitations.ts';
import { findReport, findReportByKey, insertReport, listReports, setSettled } from '../db/repositories/reports.ts';
import { transact } from '../db/transact.ts';
import { whoIsBack } from './blocked-pairs.ts';
import { type Services, wholeNow } from './services.ts';

/** The code of conduct, whom to turn to, and who may be named in a report. */
export function conductFor(services: Services, eventId: EventId, id: AttendeeId): Result<ConductForPerson, Refusal> {
  const evening = services.evenings.get(eventId);
  if (!evening?.people.has(id)) return refused(refusal('not-found'));
  const invitation = findInvitation(services.db, eventId);
  const { trustedName, trustedReach } = invitation;
  const people = atTables(services, eventId, id).flatMap((other) => evening.people.get(other) ?? []);
  return ok({ words: invitation.conduct, trustedName, trustedReach, people: people.map(asKnown) });
}

/** By the name that people know each other by: mentors by all of it, students by the first. */
const asKnown = ({ id, name, role }: Attendee): ConductForPerson['people'][number] => ({
  id,
  name: role === 'mentor' ? name : firstName(name),
});

/** Whoever their card names or named, and of their own role those with whom they have sat. */
function atTables(services: Services, eventId: EventId, id: AttendeeId): AttendeeId[] {
  const rounds = services.evenings.plan(eventId)?.schedule.rounds ?? [];
  const begun = services.evenings.engine(eventId)?.night.moment.begun ?? [];
  const isOff = services.evenings.get(eventId)?.people.get(id)?.standing === 'cancelled';
  const met = rounds.flatMap((round, index) =>
    Object.values(round).flatMap(({ students, mentors }) => {
      const [own, others] = students.includes(id) ? [students, mentors] : [mentors, students];
      if (!own.includes(id)) return [];
      if ((begun[index] ?? null) !== null) return [...others, ...own];
      return isOff ? [] : others;
    }),
  );
  return [...new Set(met)].filter((other) => other !== id);
}

/** Somebody tells the named contact something. Only organisers hear of it: that there is a report, not what it says. */
export function report(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  key: string,
  { kind, text, about }: NewReport,
): Result<undefined, Refusal> {
  const people = services.evenings.get(eventId)?.people;
  if (!people?.has(id)) return refused(refusal('not-found'));
  const written = transact<boolean, Refusal>(services.db, (tx) => {
    if (findReportByKey(tx, id, key)) return ok(false);
    const named = about !== null && about !== id && people.has(about) ? about : null;
    const said = { kind, text: text.trim(), about: named, at: wholeNow(services.clock), settledAt: null };
    insertReport(tx, { id: services.secrets.newId(), eventId, attendeeId: id, key, ...said });
    return ok(true);
  });
  if (written.ok && written.value) services.evenings.reportsChanged(eventId);
  return written.ok ? ok(undefined) : written;
}

/** That there are reports. */
export const reportNotices = (services: Services, eventId: EventId): Result<readonly ReportNotice[], Refusal> =>
  services.evenings.get(eventId) ? ok(listReports(services.db, eventId)) : refused(refusal('not-found'));

/** What one of them says. Somebody who was erased and came back is named again. */
export function readReport(services: Services, eventId: EventId, id: string): Result<PrivateReport, Refusal> {
  const found = findReport(services.db, eventId, id);
  if (!found) return refused(refusal('not-found'));
  const { kind, text, attendeeId: from, at, settledAt } = found;
  const about = found.about === null ? null : (whoIsBack(services, eventId, found.about) ?? found.about);
  return ok({ id, kind, text, from, about, at, settledAt });
}

/** Dealt with, or open again. */
export function settleReport(
  services: Services,
  eventId: EventId,
  id: string,
  settled: boolean,
): Result<undefined, Refusal> {
  const done = transact<undefined, Refusal>(services.db, (tx) =>
    setSettled(tx, eventId, id, settled ? wholeNow(services.clock) : null)
      ? ok(undefined)
      : refused(refusal('not-found')),
  );
  if (done.ok) services.evenings.reportsChanged(eventId);
  return done;
}
