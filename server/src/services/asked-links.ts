import { isMailAddress } from '@lapwing/shared/event/mail-address';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, type Instant, instant, minutes, seconds } from '@lapwing/shared/kernel/time';
import type { AskForLink } from '@lapwing/shared/protocol/registration-api';
import { emailKey } from '@lapwing/shared/roster-import/keys';
import { type AttendeeRow, findAtAddresses } from '../db/repositories/attendees.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import { findLink } from '../db/repositories/links.ts';
import { mailedSince } from '../db/repositories/mails.ts';
import { type Tx, transact } from '../db/transact.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { hashOf } from '../secrets.ts';
import { writeTo } from './mail-facts.ts';
import { siteOf } from './network.ts';
import { renew } from './new-links.ts';
import { type Services, wholeNow } from './services.ts';
import { linkEndsAt } from './session-service.ts';
import { createWaitingAsks } from './waiting-asks.ts';

/** Links that were asked for by mail. */
export interface AskedLinks {
  /** The same answer for every address, before anybody looks whose it is. */
  ask(request: AskForLink, ip: string): Result<undefined, Refusal>;
  stop(): void;
}

/** What was asked for is looked up together, so late that no answer tells how long it took. */
const LOOK_AFTER = seconds(2);
/** One query for so many addresses at a time; more than so many do not wait. */
const AT_ONCE = 250;
const MOST_WAITING = 5_000;
/** Nobody gets a mail more often, whoever types their address. */
const NOT_WITHIN = minutes(10);
const MOST_A_DAY = 5;
const DAY = minutes(24 * 60);
/** Somebody at many events gets the newest first, and before all what their mailbox was shown for. */
const MOST_FOR_ADDRESS = 10;

const ASKED = 'asked:';

/** @param failed hears of a disk that is full; whoever asked asks again */
export function createAskedLinks(services: Services, failed: (error: unknown) => void): AskedLinks {
  const waiting = createWaitingAsks<Ask>(MOST_WAITING);
  let cancel: (() => void) | null = null;

  function lookSoon(): void {
    cancel ??= services.clock.alarm(after(wholeNow(services.clock), LOOK_AFTER), look);
  }
  function look(): void {
    cancel = null;
    try {
      mailLinks(services, waiting.take(AT_ONCE));
    } catch (error) {
      failed(error);
    }
    if (waiting.size > 0) lookSoon();
  }
  return {
    ask({ email, code }, ip) {
      if (services.outbox.from === null) return refused(refusal('come-to-desk'));
      const address = emailKey(email);
      if (!isMailAddress(address)) return refused(refusal('bad-request', { field: 'email' }));
      const ask = { address, code: code?.toUpperCase() ?? null };
      if (!waiting.add(siteOf(ip), JSON.stringify(ask), ask)) return refused(refusal('too-many-requests'));
      lookSoon();
      return ok(undefined);
    },
    stop() {
      cancel?.();
      waiting.clear();
    },
  };
}

type Ask = { readonly address: string; readonly code: string | null };

/** Queues a mail with the link to everybody who was asked for, and may have one. */
function mailLinks(services: Services, asks: readonly Ask[]): void {
  transact(services.db, (tx) => {
    const people = findAtAddresses(
      tx,
      asks.map(({ address }) => address),
    );
    const events = new Map(people.map(({ eventId }) => [eventId, findEvent(tx, eventId)]));
    const atAddress = new Map<string, AttendeeRow[]>();
    for (const row of people) {
      const key = emailKey(row.email);
      atAddress.set(key, [...(atAddress.get(key) ?? []), row]);
    }
    for (const { address, code } of asks) {
      const theirs = (atAddress.get(address) ?? [])
        .flatMap((row) => {
          const event = events.get(row.eventId);
          return event && (code ?? event.code) === event.code ? [{ row, event }] : [];
        })
        // what strangers typed comes last, or it would take the place of what is theirs
        .sort(
          (one, other) =>
            Number(one.row.unconfirmed) - Number(other.row.unconfirmed) ||
            other.event.settings.startsAt - one.event.settings.startsAt ||
            other.row.createdAt - one.row.createdAt,
        );
      for (const { row, event } of theirs.filter(({ row }) => mayAsk(row)).slice(0, MOST_FOR_ADDRESS))
        mailLink(services, tx, event, row);
    }
    return ok(undefined);
  });
}

/** Whom an organiser took off the list is given a link by an organiser or not at all. Who cancelled themselves may ask. */
const mayAsk = ({ standing, saidNo }: AttendeeRow): boolean => standing !== 'cancelled' || saidNo;

/**
 * The link that counts, to the address we know. A new one is made only where the last has ended: a stranger who types an
 * address must not turn a phone dark. One that was taken back stays so, since it is the one after it that goes out.
 */
function mailLink(services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow): void {
  const now = wholeNow(services.clock);
  const [last, ...others] = mailedSince(tx, row.id, ASKED, instant(now - DAY));
  if ((last !== undefined && now < after(last, NOT_WITHIN)) || others.length + 1 >= MOST_A_DAY) return;
  if (hasEnded(services, tx, event, row, now)) renew(services, tx, event.id, row);
  queueMail(tx, services, {
    key: `${ASKED}${row.id}:${now}`,
    kind: 'links',
    eventId: event.id,
    attendeeId: row.id,
    to: row.email,
    ...writeTo(tx, event, row, (texts, facts) => texts.askedLink(facts)),
    calendar: '',
  });
}

function hasEnded({ secrets }: Services, tx: Tx, event: StoredEvent, row: AttendeeRow, now: Instant): boolean {
  const link = findLink(tx, hashOf(secrets.linkSecret('attendee', row.id, row.linkGeneration)));
  return !link || now >= linkEndsAt(event.settings, link.createdAt);
}
