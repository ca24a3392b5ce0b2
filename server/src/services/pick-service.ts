import { standingOf } from '@lapwing/shared/introductions/agreed';
import { LINE_LENGTH, newest, type Pick, saysNothing } from '@lapwing/shared/introductions/pick';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { OwnPicks } from '@lapwing/shared/protocol/introductions-api';
import { tidyLine } from '@lapwing/shared/registration/tidy';
import { type AttendeeRow, findAttendee } from '../db/repositories/attendees.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import { dropDrafts, introductionsOf } from '../db/repositories/introductions.ts';
import {
  asPick,
  findPick,
  passedOn,
  picksAround,
  picksOfSuggestion,
  savePick,
  whoPassedOn,
} from '../db/repositories/picks.ts';
import { type Tx, transact } from '../db/transact.ts';
import { bellOf, introduces, roundsMet, wishesEndAt } from './introduction-facts.ts';
import { afterBell, isColleague } from './own-introductions.ts';
import { pairKey, pairsAround } from './pairs.ts';
import { type Services, wholeNow } from './services.ts';

/** What somebody said of others, and once the last bell has rung what follows from it. */
export function ownPicks(services: Services, eventId: EventId, id: AttendeeId): Result<OwnPicks, Refusal> {
  const event = findEvent(services.db, eventId);
  const row = event && findAttendee(services.db, eventId, id);
  return event && row ? ok(picksView(services, services.db, event, row)) : refused(refusal('not-found'));
}

function picksView(services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow): OwnPicks {
  const own = picksAround(tx, row.id).filter(({ attendeeId }) => attendeeId === row.id);
  const bell = bellOf(services, tx, event.id);
  const agrees = row.registration.consents.introductions === undefined ? 'ask' : 'agreed';
  const open = introduces(tx, event);
  return {
    introductions: open ? agrees : 'off',
    picks: own.map((pick) => ({ about: pick.about, pick: asPick(pick) })),
    after: open && bell !== null ? afterBell(services, tx, event, row, bell) : null,
  };
}

interface Two {
  readonly event: StoredEvent;
  readonly by: AttendeeRow;
  readonly about: AttendeeRow;
}

/**
 * Takes in what somebody says of somebody (H1, H2). Repeating it changes nothing. not-now: they have not met yet, or wishes
 * can be said no more; not-allowed: a wish at an evening with people under 18.
 * @returns the pick as it is kept now
 */
export function writePick(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  about: AttendeeId,
  said: Pick,
): Result<Pick, Refusal> {
  const { db } = services;
  let told: readonly AttendeeId[] = [];
  const written = transact<Pick, Refusal>(db, (tx) => {
    const two = findTwo(tx, eventId, id, about);
    if (!two) return refused(refusal('not-found'));
    const kept = tidied(said);
    const known = findPick(tx, id, about);
    const why = whyNot(services, tx, two, kept, known !== undefined);
    if (why) return refused(why);
    const before = known ? asPick(known) : null;
    const now = newest(before, kept, wholeNow(services.clock));
    if (now === before) return ok(now);
    const seen = seenBy(services, tx, two);
    savePick(tx, { eventId, attendeeId: id, about, ...now });
    dropUnwanted(services, tx, two);
    told = [...seen(tx), ...answerForAll(services, tx, two, before, now)];
    return ok(now);
  });
  if (written.ok) tellPicks(services, eventId, told);
  return written;
}

/** H22: what a mentor answers about one of several who were suggested together, they answer about all. @returns whom that concerns */
function answerForAll(
  services: Services,
  tx: Tx,
  { event, by, about }: Two,
  before: Pick | null,
  now: Pick,
): AttendeeId[] {
  const suggestion = by.role === 'mentor' ? findPick(tx, about.id, by.id)?.suggestion : undefined;
  if (!suggestion || (before?.wish === now.wish && before.to === now.to)) return [];
  const others = picksOfSuggestion(tx, event.id, suggestion).filter(
    ({ attendeeId, wish }) => attendeeId !== about.id && wish === 'introduce',
  );
  return others.flatMap(({ attendeeId }) => {
    const other = findAttendee(tx, event.id, attendeeId);
    if (!other) return [];
    const known = findPick(tx, by.id, attendeeId);
    const said = { star: known?.star ?? false, wish: now.wish, line: known?.line ?? '', to: now.to, at: now.at };
    savePick(tx, { eventId: event.id, attendeeId: by.id, about: attendeeId, ...said });
    dropUnwanted(services, tx, { event, by, about: other });
    return [attendeeId, by.id];
  });
}

function findTwo(tx: Tx, eventId: EventId, id: AttendeeId, other: AttendeeId): Two | undefined {
  const [event, by, about] = [findEvent(tx, eventId), findAttendee(tx, eventId, id), findAttendee(tx, eventId, other)];
  return event && by && about && by.role !== about.role ? { event, by, about } : undefined;
}

const tidied = ({ star, wish, line, to, at }: Pick): Pick => ({
  ...{ star, wish, at },
  line: wish === null ? '' : [...tidyLine(line)].slice(0, LINE_LENGTH).join(''),
  to: wish === 'pass-on' ? to : null,
});

function whyNot(services: Services, tx: Tx, { event, by, about }: Two, said: Pick, isKnown: boolean): Refusal | null {
  if (event.cancelled !== null) return refusal('event-cancelled');
  if (wholeNow(services.clock) >= wishesEndAt(tx, event)) return refusal('not-now');
  if (said.wish !== null && !introduces(tx, event)) return refusal('not-allowed');
  if (said.wish === 'pass-on' && !mayPassOn(tx, event.id, by, said.to)) return refusal('bad-request', { field: 'to' });
  // what is taken back was said
  if (isKnown && saysNothing(said)) return null;
  return isKnown || roundsMet(services, event.id, by.id).has(about.id) || wasNamed(services, tx, event.id, by, about)
    ? null
    : refusal('not-now');
}

/** H13: a mentor to another mentor, or to nobody in particular. */
function mayPassOn(tx: Tx, eventId: EventId, by: AttendeeRow, to: AttendeeId | null): boolean {
  if (by.role !== 'mentor') return false;
  if (to === null) return true;
  const row = to === by.id ? undefined : findAttendee(tx, eventId, to);
  return row !== undefined && isColleague(row);
}

/** H14, and only once picks are open: somebody passed one on to the other, or the other asked because of that. */
function wasNamed(services: Services, tx: Tx, eventId: EventId, by: AttendeeRow, about: AttendeeRow): boolean {
  if (bellOf(services, tx, eventId) === null) return false;
  if (findPick(tx, about.id, by.id)?.wish === 'introduce') return true;
  return whoPassedOn(tx, by.id, about.id).some(
    (mentor) => findPick(tx, by.id, mentor)?.wish === 'introduce' && passedOn(tx, mentor, by.id, about.id),
  );
}

/** H11: a draft that has not gone out is not sent against anybody's will. */
function dropUnwanted(services: Services, tx: Tx, { event, by, about }: Two): void {
  const bell = bellOf(services, tx, event.id);
  const key = pairKey(
    by.role === 'student' ? { student: by.id, mentor: about.id } : { student: about.id, mentor: by.id },
  );
  const made = introductionsOf(tx, by.id).filter((one) => pairKey(one) === key);
  if (made.length === 0 || bell === null) return;
  const pair = pairsAround(tx, event.id, by.id).pairs.find((one) => pairKey(one) === key);
  if (!pair || standingOf(pair, bell).is !== 'agreed')
    dropDrafts(
      tx,
      made.map(({ id }) => id),
    );
}

/**
 * What both see now; asked again after something was written, it tells who sees something else. Nobody before the last bell
 * (H4), and nobody whom it does not show to: of a star, or of a *not now* in the night, the other side hears nothing (H3, H5).
 */
export function seenBy(services: Services, tx: Tx, { event, by, about }: Two): (tx: Tx) => readonly AttendeeId[] {
  const view = (of: Tx, bell: Instant, { id }: AttendeeRow): string => {
    const row = findAttendee(of, event.id, id);
    return row ? JSON.stringify(afterBell(services, of, event, row, bell)) : '';
  };
  const bell = introduces(tx, event) ? bellOf(services, tx, event.id) : null;
  if (bell === null) return () => [];
  const rows = [by, about];
  const before = rows.map((row) => view(tx, bell, row));
  return (now) => rows.filter((row, index) => view(now, bell, row) !== before[index]).map(({ id }) => id);
}

const NEWS = JSON.stringify({ t: 'picks' });

/** Phones of these people fetch again, and consoles do. */
export function tellPicks({ hub, evenings }: Services, eventId: EventId, people: readonly AttendeeId[]): void {
  for (const id of new Set(people)) hub.toAttendee(eventId, id, NEWS);
  if (people.length > 0) evenings.introductionsChanged(eventId);
}
