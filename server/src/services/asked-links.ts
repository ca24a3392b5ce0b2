import { isMailAddress } from '@lapwing/shared/event/mail-address';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, type Instant, instant, minutes } from '@lapwing/shared/kernel/time';
import type { AskForLink } from '@lapwing/shared/protocol/registration-api';
import { emailKey } from '@lapwing/shared/roster-import/keys';
import { type AttendeeRow, findAtAddresses, findByAddress } from '../db/repositories/attendees.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import { findLink } from '../db/repositories/links.ts';
import { mailedSince } from '../db/repositories/mails.ts';
import { type Tx, transact } from '../db/transact.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { hashOf } from '../secrets.ts';
import { createAskedTogether } from './asked-together.ts';
import { writeTo } from './mail-facts.ts';
import { pagesFor, TO_THE_ADDRESS } from './mail-links.ts';
import { renew } from './new-links.ts';
import { type Services, wholeNow } from './services.ts';
import { linkEndsAt } from './session-service.ts';

/** Links that were asked for by mail. */
export interface AskedLinks {
  /** The same answer for every address, before anybody looks whose it is. */
  ask(request: AskForLink, ip: string): Result<undefined, Refusal>;
  stop(): void;
}

/** No address gets a mail about one event more often, whoever types it and however many names are registered with it. */
const NOT_WITHIN = minutes(10);
const MOST_A_DAY = 5;
/** Nor about all events together. Somebody at many gets the newest first, and before all what their mailbox was shown for. */
const MOST_OF_ALL_A_DAY = 10;
const DAY = minutes(24 * 60);

/** @param failed hears of a disk that is full; whoever asked asks again */
export function createAskedLinks(services: Services, failed: (error: unknown) => void): AskedLinks {
  const asked = createAskedTogether<Ask>(services, (asks) => mailLinks(services, asks), failed);
  return {
    ask({ email, code }, ip) {
      if (services.outbox.from === null) return refused(refusal('come-to-desk'));
      const address = emailKey(email);
      if (!isMailAddress(address)) return refused(refusal('bad-request', { field: 'email' }));
      const ask = { address, code: code?.toUpperCase() ?? null };
      return asked.add(ip, JSON.stringify(ask), ask) ? ok(undefined) : refused(refusal('too-many-requests'));
    },
    stop: asked.stop,
  };
}

type Ask = { readonly address: string; readonly code: string | null };

/** Queues a mail with the links of everybody who was asked for, and may have one: one to an address for each event. */
function mailLinks(services: Services, asks: readonly Ask[]): void {
  transact(services.db, (tx) => {
    const people = findAtAddresses(
      tx,
      asks.map(({ address }) => address),
    );
    const atAddress = groupedBy(people, ({ email }) => emailKey(email));
    for (const ask of asks) answerAsk(services, tx, ask, atAddress.get(ask.address) ?? []);
    return ok(undefined);
  });
}

function groupedBy<Key>(rows: readonly AttendeeRow[], keyOf: (row: AttendeeRow) => Key): Map<Key, AttendeeRow[]> {
  const groups = new Map<Key, AttendeeRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** Those of one address at one event, those first whom the mail is for before all. */
interface AtEvent {
  readonly event: StoredEvent;
  readonly people: readonly AttendeeRow[];
}

function answerAsk(services: Services, tx: Tx, { code }: Ask, rows: readonly AttendeeRow[]): void {
  const now = wholeNow(services.clock);
  const ids = rows.map(({ id }) => id);
  let left = MOST_OF_ALL_A_DAY - mailedSince(tx, ids, TO_THE_ADDRESS.asked, instant(now - DAY)).length;
  for (const one of eventsOf(tx, rows, code)) {
    if (left <= 0) return;
    if (mailPages(services, tx, one, now)) left -= 1;
  }
}

function eventsOf(tx: Tx, rows: readonly AttendeeRow[], code: string | null): AtEvent[] {
  const ofEvents = groupedBy(rows, ({ eventId }) => eventId);
  const isOnlyTypedAt = ({ people }: AtEvent): number => Number(people.every(({ unconfirmed }) => unconfirmed));
  return [...ofEvents]
    .flatMap(([eventId, all]): AtEvent[] => {
      const event = findEvent(tx, eventId);
      const people = pagesFor(all);
      return event && people.length > 0 && (code ?? event.code) === event.code ? [{ event, people }] : [];
    })
    .sort(
      (one, other) =>
        isOnlyTypedAt(one) - isOnlyTypedAt(other) || other.event.settings.startsAt - one.event.settings.startsAt,
    );
}

/**
 * The links that count, to the address we know. A new one is made only where the last has ended: a stranger who types an
 * address must not turn a phone dark. One that was taken back stays so, since it is the one after it that goes out.
 * @returns whether there is a mail
 */
function mailPages(services: Services, tx: Tx, { event, people }: AtEvent, now: Instant): boolean {
  const [first] = people;
  const sharers = findByAddress(tx, event.id, emailKey(first?.email ?? '')).map(({ id }) => id);
  const [last, ...others] = mailedSince(tx, sharers, TO_THE_ADDRESS.asked, instant(now - DAY));
  if (!first || (last !== undefined && now < after(last, NOT_WITHIN)) || others.length + 1 >= MOST_A_DAY) return false;
  for (const row of people) if (hasEnded(services, tx, event, row, now)) renew(services, tx, event.id, row);
  return queueMail(tx, services, {
    key: `${TO_THE_ADDRESS.asked}${first.id}:${now}`,
    kind: 'links',
    eventId: event.id,
    attendeeId: first.id,
    to: first.email,
    ...writeTo(tx, event, first, (texts, facts) => texts.askedLink(facts)),
    calendar: '',
  });
}

function hasEnded({ secrets }: Services, tx: Tx, event: StoredEvent, row: AttendeeRow, now: Instant): boolean {
  const link = findLink(tx, hashOf(secrets.linkSecret('attendee', row.id, row.linkGeneration)));
  return !link || now >= linkEndsAt(event.settings, link.createdAt);
}
