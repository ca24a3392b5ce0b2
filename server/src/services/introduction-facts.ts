import { type Room, USUAL_LIMIT, WINDOW_DAYS } from '@lapwing/shared/introductions/agreed';
import { lastBell } from '@lapwing/shared/introductions/last-bell';
import type { AttendeeId, EventId, SuggestionId } from '@lapwing/shared/kernel/ids';
import { after, days, earlier, type Instant } from '@lapwing/shared/kernel/time';
import { morningAfter, namesGoAt } from '@lapwing/shared/privacy/retention';
import type { Missing } from '@lapwing/shared/protocol/introductions-api';
import { emailKey } from '@lapwing/shared/roster-import/keys';
import type { AttendeeRow } from '../db/repositories/attendees.ts';
import { findPrivacy } from '../db/repositories/event-privacy.ts';
import type { StoredEvent } from '../db/repositories/events.ts';
import { countMadeWith, findSending, introductionsOf } from '../db/repositories/introductions.ts';
import type { Tx } from '../db/transact.ts';
import { blockedPairs } from './blocked-pairs.ts';
import type { Evening } from './evenings.ts';
import { type Services, wholeNow } from './services.ts';
import { linksEndFrom } from './session-service.ts';

/** When the last bell rang; null while talks are to come (H4, H5). */
export function bellOf(services: Services, tx: Tx, eventId: EventId): Instant | null {
  const moment = services.evenings.engine(eventId)?.night.moment;
  const bell = moment ? lastBell(moment, findSending(tx, eventId).bellAt) : null;
  // a start may be announced for a little later
  return bell !== null && bell <= services.clock.now() ? bell : null;
}

/** Until when wishes can be said (H12): as long as every link of the evening opens, and a day before names go at the latest. */
export function wishesEndAt(tx: Tx, { id, settings }: StoredEvent): Instant {
  const dayBefore = after(namesGoAt(settings, findPrivacy(tx, id).namesDays), days(-1));
  return earlier(linksEndFrom(settings), dayBefore > morningAfter(settings) ? dayBefore : morningAfter(settings));
}

/** Whether an evening introduces anybody: not with people under 18, nor where it does not take place (H9). */
export const introduces = (tx: Tx, { id, cancelled }: StoredEvent): boolean =>
  cancelled === null && !findPrivacy(tx, id).under18;

/** H9: what somebody has to give first. Where no mail goes out no mailbox can be shown, and the organiser's word is enough. */
export function missingOf({ outbox }: Pick<Services, 'outbox'>, row: AttendeeRow): Missing[] {
  const isProven = !row.unconfirmed && !(row.unproven && outbox.from !== null);
  return [
    ...(row.registration.consents.introductions === undefined ? (['consent'] as const) : []),
    ...(row.email === '' ? (['address'] as const) : isProven ? [] : (['proof'] as const)),
  ];
}

const known = new WeakMap<Evening, ReadonlySet<string>>();

/** Whether an organiser keeps these two apart, at this evening or by an earlier one (H9). */
export function areBlocked(services: Services, eventId: EventId, one: AttendeeId, other: AttendeeId): boolean {
  const evening = services.evenings.get(eventId);
  if (!evening) return false;
  const pairs = known.get(evening) ?? new Set(blockedPairs(services, eventId).map((pair) => pair.join(' ')));
  known.set(evening, pairs);
  return pairs.has(`${one} ${other}`) || pairs.has(`${other} ${one}`);
}

/** H10: what a mentor gives, and how much of it is taken. */
export function roomOf({ clock }: Services, tx: Tx, mentor: AttendeeRow): Room {
  const since = after(wholeNow(clock), days(-WINDOW_DAYS));
  const taken = countMadeWith(tx, mentor, emailKey(mentor.email), since);
  const groups = groupsOf(tx, mentor.id);
  return { limit: mentor.registration.introductionsPerMonth, taken, groups };
}

const groupsOf = (tx: Tx, mentor: AttendeeId): ReadonlySet<SuggestionId> =>
  new Set(introductionsOf(tx, mentor).flatMap(({ suggestion }) => suggestion ?? []));

export const limitOf = ({ limit }: Room): number => limit ?? USUAL_LIMIT;

/** With whom somebody sat at one table, and in which round first: of the rounds that have begun, by the plan they follow (H2). */
export function roundsMet({ evenings }: Services, eventId: EventId, id: AttendeeId): ReadonlyMap<AttendeeId, number> {
  const begun = evenings.engine(eventId)?.night.moment.begun ?? [];
  const met = new Map<AttendeeId, number>();
  for (const { round, meets } of evenings.lines(eventId).get(id) ?? []) {
    if ((begun[round - 1] ?? null) === null) continue;
    for (const other of meets) if (!met.has(other)) met.set(other, round);
  }
  return met;
}
