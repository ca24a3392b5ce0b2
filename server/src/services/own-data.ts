import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { IntroRequestSeen } from '@lapwing/shared/protocol/introductions-api';
import type { ConsentsNow, DataDates } from '@lapwing/shared/protocol/privacy-api';
import type { OwnDetails } from '@lapwing/shared/protocol/registration-api';
import { consentsNow, withWalls } from '@lapwing/shared/registration/details';
import { type RowsOfPerson, rowsOfPerson } from '../db/person-rows.ts';
import { type AttendeeRow, detailsOf, findAttendee } from '../db/repositories/attendees.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import { listTimesOf } from '../db/repositories/members.ts';
import { transact } from '../db/transact.ts';
import { bellOf, introduces } from './introduction-facts.ts';
import { reachesMember } from './member-service.ts';
import { ownDetails } from './own-details.ts';
import { requestsTo } from './own-introductions.ts';
import { pairsAround } from './pairs.ts';
import { saveAnswers } from './registration-service.ts';
import { dataDates } from './retention-service.ts';
import { type Services, wholeNow } from './services.ts';

/** Everything that is kept of somebody, as a file of their own. */
export interface OwnData {
  readonly madeAt: string;
  readonly evenings: readonly {
    readonly event: string;
    readonly startsAt: string;
    readonly goes: DataDates;
    readonly kept: RowsOfPerson;
    /** Who wishes to be introduced to them, as their page shows it: from the last bell on. */
    readonly requests?: readonly IntroRequestSeen[];
  }[];
}

/**
 * What is kept of a person. Of other evenings only for a device that came by a mailed link: whoever got theirs elsewhere
 * has not shown that the address is theirs.
 * @param mailbox what the device has shown of their mailbox
 */
export function ownData(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  mailbox: string | null,
): Result<OwnData, Refusal> {
  const { db, clock } = services;
  const row = findAttendee(db, eventId, id);
  if (!row) return refused(refusal('not-found'));
  const reaches = reachesMember(services, db, mailbox, row);
  const times = row.memberId !== null && reaches ? listTimesOf(db, row.memberId) : [row];
  return ok({ madeAt: new Date(wholeNow(clock)).toISOString(), evenings: eveningsOf(services, times, reaches) });
}

/** What is kept of somebody of each of these times. @param reaches whether it holds what they are on file with */
export const eveningsOf = (services: Services, times: readonly AttendeeRow[], reaches: boolean): OwnData['evenings'] =>
  times.flatMap((time) => {
    const { db } = services;
    const event = findEvent(db, time.eventId);
    if (!event) return [];
    const { name, startsAt } = event.settings;
    const goes = dataDates(db, event);
    const kept = rowsOfPerson(db, reaches ? time : { ...time, memberId: null });
    const requests = requestsSeen(services, event, time);
    const seen = requests.length > 0 ? { requests } : {};
    return [{ event: name, startsAt: new Date(startsAt).toISOString(), goes, kept, ...seen }];
  });

function requestsSeen(services: Services, event: StoredEvent, row: AttendeeRow): readonly IntroRequestSeen[] {
  const { db } = services;
  if (!introduces(db, event) || bellOf(services, db, event.id) === null) return [];
  return requestsTo({ services, event, row, around: pairsAround(db, event.id, row.id) });
}

/** What somebody agrees to from now on; also when the evening is over. That they are registered at all is not among it. */
export function changeConsents(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  { consents, photo, offWalls }: ConsentsNow,
  mailbox: string | null,
): Result<OwnDetails, Refusal> {
  const changed = transact<null, Refusal>(services.db, (tx) => {
    const row = findAttendee(tx, eventId, id);
    if (!row || !findEvent(tx, eventId)) return refused(refusal('not-found'));
    const details = detailsOf(row);
    const { registration } = details;
    const run = registration.consents.run !== undefined;
    const given = consentsNow(registration.consents, { ...consents, run }, wholeNow(services.clock));
    const walls = withWalls(registration, offWalls ?? registration.offWalls === true);
    const said = { ...details, registration: { ...walls, photo, consents: given } };
    saveAnswers(services, tx, row, said, mailbox);
    return ok(null);
  });
  if (!changed.ok) return changed;
  services.evenings.changed(eventId);
  return ownDetails(services, eventId, id, mailbox);
}
