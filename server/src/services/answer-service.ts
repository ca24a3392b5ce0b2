import { firstName } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { mailTexts } from '@lapwing/shared/mails/mail-texts';
import type { AnswerPage } from '@lapwing/shared/protocol/places-api';
import { findAttendee } from '../db/repositories/attendees.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import { findInvitation } from '../db/repositories/invitations.ts';
import { findAsk, type StoredAsk, saveAnswer } from '../db/repositories/mentor-asks.ts';
import { saveSaidNo, saveStanding } from '../db/repositories/standings.ts';
import { type Tx, transact } from '../db/transact.ts';
import { sameSecret } from '../secrets.ts';
import { accept, askNext } from './ask-service.ts';
import { exchangeInPlan } from './plan-exchange.ts';
import { type Services, wholeNow } from './services.ts';
import { isToCome } from './to-come.ts';

interface Opened {
  readonly asked: StoredAsk;
  readonly event: StoredEvent;
}

/**
 * The question behind the link. The secret is made from the key file and the number of the ask, so nothing is kept of it;
 * it opens no page of a person, and once the question is answered it shows nothing but that.
 */
function openAsk(services: Services, tx: Tx, askId: string, secret: string): Result<Opened, Refusal> {
  if (!sameSecret(secret, services.secrets.linkSecret('ask', askId, 1))) return refused(refusal('link-invalid'));
  const asked = findAsk(tx, askId);
  const event = asked && findEvent(tx, asked.eventId);
  return asked && event ? ok({ asked, event }) : refused(refusal('link-invalid'));
}

/** What the page shows. Opening it changes nothing. */
export function answerPage(
  services: Services,
  askId: string,
  secret: string,
  language: Language,
): Result<AnswerPage, Refusal> {
  const opened = openAsk(services, services.db, askId, secret);
  return opened.ok ? ok(pageOf(services, opened.value, language)) : opened;
}

function pageOf(services: Services, { asked, event }: Opened, language: Language): AnswerPage {
  const { name, place, startsAt, timeZone } = event.settings;
  const { contactName, contactEmail } = findInvitation(services.db, event.id);
  const open = asked.answer === null && isToCome(services, event);
  const who = open ? findAttendee(services.db, event.id, asked.attendeeId) : undefined;
  return {
    state: asked.answer ?? (open ? 'open' : 'over'),
    firstName: who ? firstName(who.name) : '',
    event: { name, place, startsAt, timeZone },
    instead: asked.insteadOf !== null,
    contactName,
    contactEmail,
    passOn: isToCome(services, event)
      ? mailTexts({ language }).passOn(
          { ...event.settings, eventName: name, language },
          `${services.linkOrigin()}/e/${event.code}`,
        )
      : '',
  };
}

/**
 * Takes the answer. Whoever has the mail can give it, also who was forwarded it: so the mentor's own page is in the mail
 * that follows, and not in what is answered here. The first one counts: a second press of the same is answered alike, and a place that somebody else
 * has taken meanwhile answers `too-late`.
 */
export function giveAnswer(
  services: Services,
  askId: string,
  { secret, answer, language }: { readonly secret: string; readonly answer: 'yes' | 'no'; readonly language: Language },
): Result<AnswerPage, Refusal> {
  const given = transact<{ readonly taken: boolean; readonly opened: Opened }, Refusal>(services.db, (tx) => {
    const opened = openAsk(services, tx, askId, secret);
    if (!opened.ok) return opened;
    const { asked, event } = opened.value;
    if (asked.answer !== null || !isToCome(services, event)) return ok({ taken: false, opened: opened.value });
    if (answer === 'yes') accept(services, tx, event, asked);
    else decline(services, tx, event, asked);
    return ok({ taken: true, opened: { event, asked: { ...asked, answer } } });
  });
  if (!given.ok) return given;
  const { opened, taken } = given.value;
  if (taken) services.evenings.changed(opened.event.id);
  if (taken && answer === 'yes') sitsInPlan(services, opened);
  return ok(pageOf(services, opened, language));
}

function sitsInPlan(services: Services, { asked, event }: Opened): void {
  const mentor = findAttendee(services.db, event.id, asked.attendeeId);
  if (mentor) exchangeInPlan(services, event.id, firstName(mentor.name));
}

function decline(services: Services, tx: Tx, event: StoredEvent, asked: StoredAsk): void {
  saveAnswer(tx, asked.id, 'no', wholeNow(services.clock));
  if (asked.insteadOf !== null) askNext(services, tx, event, asked.insteadOf);
  else leaveReserve(tx, event, asked.attendeeId);
}

/** Who was only on the list to be asked is not in reserve after a no. */
function leaveReserve(tx: Tx, event: StoredEvent, id: AttendeeId): void {
  const row = findAttendee(tx, event.id, id);
  if (row?.standing === 'waiting' && row.memberId !== null && row.registration.consents.run === undefined) {
    saveStanding(tx, event.id, id, 'cancelled', row.waitingSince);
    saveSaidNo(tx, event.id, id, true);
  }
}
