import type { MailKind } from '@lapwing/shared/event/mail';
import { LINK_HERE } from '@lapwing/shared/event/mail';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import type { MailText } from '@lapwing/shared/mails/mail-texts';
import { saidYes } from '@lapwing/shared/registration/lent-places';
import { emailKey } from '@lapwing/shared/roster-import/keys';
import { type AttendeeRow, asAttendee, findByAddress } from '../db/repositories/attendees.ts';
import type { StoredEvent } from '../db/repositories/events.ts';
import { findInvitation } from '../db/repositories/invitations.ts';
import { countCalendars, dropUnsent, mailedSince } from '../db/repositories/mails.ts';
import type { Tx } from '../db/transact.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { type CalendarPurpose, calendarFor } from './calendar.ts';
import { lentTo } from './lending.ts';
import { writeTo } from './mail-facts.ts';
import { TO_THE_ADDRESS } from './mail-links.ts';
import { type Services, wholeNow } from './services.ts';

const DAY_MS = 86_400_000;

/**
 * A place, or a chair among the mentors: with the evening for the calendar.
 * @param later they were sent enough for today (here and below)
 */
export function confirm(
  services: Services,
  tx: Tx,
  event: StoredEvent,
  row: AttendeeRow,
  { later = false, crowded = false }: Pick<ToSend, 'later' | 'crowded'> = {},
): void {
  const { keptUntil: until } = lentTo(services, tx, event, row);
  const text = writeTo(tx, event, row, (texts, facts) => {
    if (row.role === 'mentor') return texts.mentorConfirmation(facts, !saidYes(row));
    return until === null ? texts.studentConfirmation(facts) : texts.placeKept(facts, until);
  });
  send(services, tx, event, row, { kind: 'confirmation', text, calendar: 'request', later, crowded });
}

/** On the waitlist. @param place their place in line, from 1 */
export function tellWaiting(
  services: Services,
  tx: Tx,
  event: StoredEvent,
  row: AttendeeRow,
  place: number,
  { later = false, crowded = false }: Pick<ToSend, 'later' | 'crowded'> = {},
): void {
  const { asked } = lentTo(services, tx, event, row);
  const text = writeTo(tx, event, row, (texts, facts) => texts.waitlist(facts, place, asked));
  send(services, tx, event, row, { kind: 'waitlist', text, later, crowded });
}

/** They did not say yes in time, and their place is another's (P16): once for each time that it was lent. */
export function tellLate(services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow): void {
  const text = writeTo(tx, event, row, (texts, facts) => texts.tooLate(facts));
  const calendar = countCalendars(tx, row.id) > 0 ? { calendar: 'cancel' as const } : {};
  send(services, tx, event, row, { kind: 'waitlist', text, key: `late:${row.id}:${row.lentUntil}`, ...calendar });
}

/**
 * Somebody registered with the name and address of a person we know: they get their link, with those of all who share the
 * address, which gets no more of these mails for a day, whichever of its names is typed.
 */
export function tellKnown(services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow): void {
  const sharers = findByAddress(tx, event.id, emailKey(row.email)).map(({ id }) => id);
  const since = instant(wholeNow(services.clock) - DAY_MS);
  if (mailedSince(tx, sharers, TO_THE_ADDRESS.known, since).length === 0) tellOfPage(services, tx, event, row);
}

/** Their link to somebody who is registered already, as it reads to them, at most once a day. */
export function tellOfPage(services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow): void {
  const text = writeTo(tx, event, row, (texts, facts) => texts.alreadyRegistered(facts));
  const day = Math.floor(wholeNow(services.clock) / DAY_MS);
  send(services, tx, event, row, { kind: 'links', text, key: `${TO_THE_ADDRESS.known}${row.id}:${day}` });
}

/** When they come or go is different now: their calendar takes it over. */
export function tellChanged(services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow, later = false): void {
  const text = writeTo(tx, event, row, (texts, facts) => texts.changed(facts));
  send(services, tx, event, row, { kind: 'changed', text, calendar: 'request', later });
}

/** They are called otherwise now, as their own page said: the link that shows it is theirs, at most once a day. */
export function tellRenamed(services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow): void {
  const day = Math.floor(wholeNow(services.clock) / DAY_MS);
  const text = writeTo(tx, event, row, (texts, facts) => texts.changed(facts));
  send(services, tx, event, row, { kind: 'changed', text, key: `renamed:${row.id}:${day}` });
}

/** They said that they do not come: the evening goes from their calendar, where it came to. */
export function tellCancelled(services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow, later = false): void {
  const text = writeTo(tx, event, row, (texts, facts) => texts.cancellation(facts, row.role));
  const wasSent = countCalendars(tx, row.id) > 0;
  send(services, tx, event, row, {
    kind: 'cancelled',
    text,
    later,
    ...(wasSent ? { calendar: 'cancel' as const } : {}),
  });
}

/**
 * The evening does not take place: it goes from their calendar, where it came to.
 * @param at when it was cancelled: each is told once of that
 */
export function tellCalledOff(services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow, at: Instant): void {
  const reason = event.cancelled?.reason ?? '';
  const text = writeTo(tx, event, row, (texts, facts) => texts.calledOff(facts, reason));
  const calendar = countCalendars(tx, row.id) > 0 ? { calendar: 'cancel' as const } : {};
  send(services, tx, event, row, { kind: 'calledOff', text, key: `calledOff:${row.id}:${at}`, ...calendar });
}

/** It takes place after all: who comes has it in the calendar again. @param at when it had been cancelled */
export function tellTakesPlace(services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow, at: Instant): void {
  const text = writeTo(tx, event, row, (texts, facts) => texts.takesPlace(facts));
  const again = row.standing === 'active' && countCalendars(tx, row.id) > 0;
  const calendar = again ? { calendar: 'request' as const } : {};
  send(services, tx, event, row, { kind: 'takesPlace', text, key: `takesPlace:${row.id}:${at}`, ...calendar });
}

interface ToSend {
  readonly kind: MailKind;
  readonly text: MailText;
  readonly calendar?: CalendarPurpose;
  /** Of its own where the same mail is not to go out twice. */
  readonly key?: string;
  /** They were sent enough for today: it waits, and what is so by then goes out in its place. */
  readonly later?: boolean;
  /** So many names have this address that whoever reads it may look for their own in vain. */
  readonly crowded?: boolean;
}

const LATER = 'later:';
/** For who comes tonight it is not too late then. */
const BEFORE_START_MS = 2 * 3_600_000;
/** Whoever changes their mind in the last hours has done so when nothing more comes for so long. */
const QUIET_MS = 600_000;

function send(services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow, mail: ToSend): void {
  const now = wholeNow(services.clock);
  const day = Math.floor(now / DAY_MS);
  const key = mail.later ? `${LATER}${row.id}:${day}` : (mail.key ?? `${mail.kind}:${row.id}:${now}`);
  const due = instant(
    Math.max(now + QUIET_MS, Math.min((day + 1) * DAY_MS, event.settings.startsAt - BEFORE_START_MS)),
  );
  if (mail.later !== undefined) dropUnsent(tx, row.id, LATER);
  queueMail(
    tx,
    services,
    {
      ...{ key, kind: mail.kind, eventId: event.id, attendeeId: row.id, to: row.email },
      ...mail.text,
      ...(mail.crowded ? { body: mail.text.body + writeTo(tx, event, row, ({ manyNames }) => manyNames) } : {}),
      calendar: mail.calendar === undefined ? '' : nextEntry(services, tx, event, row, mail.calendar),
    },
    mail.later ? due : null,
  );
}

/** The evening for somebody's calendar, newer than whatever was sent to them before. */
export function nextEntry(
  services: Services,
  tx: Tx,
  event: StoredEvent,
  row: AttendeeRow,
  purpose: CalendarPurpose,
): string {
  return calendarFor(purpose, {
    settings: event.settings,
    person: asAttendee(row),
    contact: findInvitation(tx, event.id),
    sequence: countCalendars(tx, row.id),
    link: LINK_HERE,
    now: wholeNow(services.clock),
  });
}
