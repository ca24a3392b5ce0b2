import { plannedEnd } from '@lapwing/shared/event/event';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, type Duration, days, type Instant, instant, minutes, seconds } from '@lapwing/shared/kernel/time';
import {
  linesGoBefore,
  memberGoesAt,
  morningAfter,
  NAMES_DAYS,
  namesGoAt,
  sureNow,
} from '@lapwing/shared/privacy/retention';
import type { DataDates, PrivacyChange, PrivacyView } from '@lapwing/shared/protocol/privacy-api';
import { type Erasing, eraseMembers, erasePeople } from '../db/erase.ts';
import { type AttendeeRow, listAttendees, putUnder18Right } from '../db/repositories/attendees.ts';
import { forgetFileNames } from '../db/repositories/community-imports.ts';
import { forgetAgain, forgetUnconfirmed } from '../db/repositories/community-profiles.ts';
import { findPrivacy, savePrivacy } from '../db/repositories/event-privacy.ts';
import { findEvent, listEveryEvent, type StoredEvent } from '../db/repositories/events.ts';
import {
  countKept,
  forgetEvening,
  forgetForms,
  forgetLines,
  forgetMemberMails,
  forgetWords,
  silentSince,
  trimKept,
  whoGoes,
} from '../db/retention.ts';
import { forgetOldTraces, forgetSettled } from '../db/traces.ts';
import { commit, type Tx, transact } from '../db/transact.ts';
import { afterErasing } from './erase-service.ts';
import { FORM_IS_GOOD_FOR } from './registration-keys.ts';
import { type Services, wholeNow } from './services.ts';

/** K10: so that a machine that came up with a wrong clock can be put right first. */
const FIRST_AFTER = minutes(10);
const LOOK_EVERY = minutes(10);
/** Thousands at once would hold up everybody else. */
const PEOPLE_AT_ONCE = 200;
const FORMS_AT_ONCE = 5000;
const GO_ON_AFTER = seconds(1);
/** K8: a night that nobody ended, or one after the other, does not keep names for ever. */
const WAITS_AT_MOST = days(1);
/** C6, C17: what was typed on the community's page and never confirmed; mails of the community, and how files were called. */
const UNCONFIRMED_STAYS = days(14);
const MEMBER_MAIL_STAYS = days(100);
/** K16: *Dealt with* can be taken back so long. */
const STAYS_SETTLED = minutes(60);

/** How an event deals with people's data, and when what goes. */
export function privacyView(services: Services, eventId: EventId): Result<PrivacyView, Refusal> {
  const { db } = services;
  const event = findEvent(db, eventId);
  if (!event) return refused(refusal('not-found'));
  const { namesDays } = findPrivacy(db, eventId);
  const people = listAttendees(db, eventId).length;
  const kept = countKept(db, eventId);
  return ok({
    ...{ namesDays, kept, going: people - kept, mostDays: mostDays(db, event) },
    ...dataDates(db, event),
  });
}

/** What people are told of their data: the forms, their own page and the console say the same. */
export function dataDates(tx: Tx, { id, settings }: StoredEvent): DataDates {
  const { namesDays, under18 } = findPrivacy(tx, id);
  return { morningAt: morningAfter(settings), namesAt: namesGoAt(settings, namesDays), under18 };
}

/** K7: a date that somebody was told on a form may only come sooner. */
function mostDays(tx: Tx, { id }: StoredEvent): number {
  const told = listAttendees(tx, id).some(({ registration }) => registration.consents.run !== undefined);
  return told ? findPrivacy(tx, id).namesDays : NAMES_DAYS.max;
}

/** Changes how an event deals with people's data; bad-request names a number of days that may not be. */
export function changePrivacy(
  services: Services,
  eventId: EventId,
  change: PrivacyChange,
): Result<PrivacyView, Refusal> {
  const saved = transact<null, Refusal>(services.db, (tx) => {
    const event = findEvent(tx, eventId);
    if (!event) return refused(refusal('not-found'));
    const next = { ...findPrivacy(tx, eventId), ...change };
    const { min } = NAMES_DAYS;
    if (next.namesDays < min || next.namesDays > mostDays(tx, event))
      return refused(refusal('bad-request', { field: 'namesDays' }));
    savePrivacy(tx, eventId, next);
    // whoever is on the roster already said what they said at another evening than this is now
    putUnder18Right(tx, eventId);
    return ok(null);
  });
  if (!saved.ok) return saved;
  services.evenings.changed(eventId);
  return privacyView(services, eventId);
}

/** What one look erased. */
export interface Gone {
  readonly people: number;
  /** Whether there is more to erase at once. */
  readonly more: boolean;
}

/**
 * Erases what is due (`shared/privacy/SPEC.md`); again, it finds nothing.
 * @param failed an event that cannot be seen to holds up no other
 */
export function eraseDue(services: Services, failed: (error: unknown) => void): Gone {
  const now = sureNow(wholeNow(services.clock), instant(Math.floor(services.clock.wall())));
  const events = listEveryEvent(services.db);
  const isNight = events.some((event) => isRunning(services, event, now));
  const due = isNight ? after(now, -WAITS_AT_MOST as Duration) : now;
  const gone = events.flatMap((event) => {
    try {
      return eraseDueOf(services, event, due);
    } catch (error) {
      failed(error);
      return [];
    }
  });
  gone.push(...eraseSilent(services, due));
  if (gone.length > 0) afterErasing(services, gone);
  commit(services.db, (tx) => forgetLines(tx, linesGoBefore(due)));
  forgetWhoWas(services, due);
  const forms = commit(services.db, (tx) => forgetForms(tx, instant(now - FORM_IS_GOOD_FOR), FORMS_AT_ONCE));
  const typed = commit(services.db, (tx) => {
    const mailsBefore = after(due, -MEMBER_MAIL_STAYS as Duration);
    forgetMemberMails(tx, mailsBefore);
    forgetFileNames(tx, mailsBefore);
    forgetAgain(tx, after(due, -UNCONFIRMED_STAYS as Duration));
    return forgetUnconfirmed(tx, after(due, -UNCONFIRMED_STAYS as Duration), PEOPLE_AT_ONCE);
  });
  services.dropOldCopies(due);
  return {
    people: gone.length,
    more: gone.length >= PEOPLE_AT_ONCE || forms >= FORMS_AT_ONCE || typed >= PEOPLE_AT_ONCE,
  };
}

/** K15, K16. */
function forgetWhoWas(services: Services, now: Instant): void {
  const told = commit(services.db, (tx) => {
    forgetOldTraces(tx, silentBefore(now));
    return forgetSettled(tx, instant(now - STAYS_SETTLED));
  });
  for (const eventId of told) services.evenings.reportsChanged(eventId);
}

/** K8. */
function isRunning({ evenings }: Services, { id, settings }: StoredEvent, now: Instant): boolean {
  if (now > after(plannedEnd(settings), WAITS_AT_MOST)) return false;
  const kind = evenings.engine(id)?.night.moment.phase.kind ?? 'finished';
  return kind !== 'doors' && kind !== 'finished';
}

function eraseDueOf(services: Services, { id, settings }: StoredEvent, now: Instant): readonly AttendeeRow[] {
  if (now < morningAfter(settings)) return [];
  const erasing = clockAt(services);
  let changed = false;
  const done = transact<AttendeeRow[], never>(services.db, (tx) => {
    changed = forgetEvening(tx, id);
    if (now < namesGoAt(settings, findPrivacy(tx, id).namesDays)) return ok([]);
    changed = trimKept(tx, id) || changed;
    changed = forgetWords(tx, id) || changed;
    return ok(erasePeople(tx, whoGoes(tx, id, PEOPLE_AT_ONCE), erasing));
  });
  if (changed) services.evenings.changed(id);
  if (changed) services.keepErased();
  return done.ok ? done.value : [];
}

const silentBefore = (now: Instant): Instant => instant(now - (memberGoesAt(instant(0)) as number));

/** K5. */
function eraseSilent(services: Services, now: Instant): readonly AttendeeRow[] {
  const since = silentBefore(now);
  const done = transact<AttendeeRow[], never>(services.db, (tx) => {
    const silent = silentSince(tx, since).slice(0, PEOPLE_AT_ONCE);
    const erasing = clockAt(services);
    const gone = erasePeople(
      tx,
      silent.flatMap(({ people }) => people),
      erasing,
    );
    eraseMembers(
      tx,
      silent.map(({ id }) => id),
      erasing,
    );
    return ok(gone);
  });
  return done.ok ? done.value : [];
}

const clockAt = ({ clock }: Services): Erasing => ({ at: wholeNow(clock), by: 'clock' });

/** Looks every ten minutes; returns the way to end it. @param told how many people went, when any did */
export function watchRetention(
  services: Services,
  failed: (error: unknown) => void,
  told: (people: number) => void,
): () => void {
  let cancel = (): void => {};
  const look = (): void => {
    let wait = LOOK_EVERY;
    try {
      const { people, more } = eraseDue(services, failed);
      if (people > 0) told(people);
      if (more) wait = GO_ON_AFTER;
    } catch (error) {
      failed(error);
    }
    next(wait);
  };
  const next = (wait: typeof LOOK_EVERY): void => {
    cancel = services.clock.alarm(after(wholeNow(services.clock), wait), look);
  };
  next(FIRST_AFTER);
  return () => cancel();
}
