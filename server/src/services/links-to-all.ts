import { linkReach } from '@lapwing/shared/event/link-reach';
import { LINK_HERE } from '@lapwing/shared/event/mail';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { LinksToSend, Queued } from '@lapwing/shared/protocol/outbox-api';
import { tellAudit } from '../db/audit-pen.ts';
import type { AttendeeRow } from '../db/repositories/attendees.ts';
import { mailsByKey, saveMail } from '../db/repositories/event-mails.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import { type Tx, transact } from '../db/transact.ts';
import { whyNot } from '../outbox/letter.ts';
import { expected, linkMailKey, queueToAll, textFor } from './mails-to-all.ts';
import { type Services, wholeNow } from './services.ts';

/** Stands in the example instead of a secret. */
const hidden = (origin: string): string => `${origin}/me/…`;

/**
 * How it stands with somebody's link. news: none was written; moved: it came back, and they have another address now;
 * refused: it came back from the address they have; had: it went, or is on its way.
 */
type Reached = 'news' | 'moved' | 'refused' | 'stopped' | 'had';

interface Person {
  readonly row: AttendeeRow;
  readonly reached: Reached;
  /** The mail that was written to them. */
  readonly mailId: string | null;
}

/** Everybody who is expected and has an address. */
function reachable(tx: Tx, event: StoredEvent): readonly Person[] {
  const written = mailsByKey(tx, event.id, 'links');
  return expected(tx, event)
    .filter(({ email }) => email !== '')
    .map((row) => {
      const mail = written.get(linkMailKey(row));
      if (!mail) return { row, reached: 'news', mailId: null };
      const back = mail.to === row.email ? 'refused' : 'moved';
      const reached = mail.state === 'refused' ? back : mail.state === 'stopped' ? 'stopped' : 'had';
      return { row, reached, mailId: mail.id };
    });
}

/** Who would get their personal link, and how the mail reads. Nothing is written. */
export function linksToSend(services: Services, eventId: EventId): Result<LinksToSend, Refusal> {
  const { db, linkOrigin } = services;
  const event = findEvent(db, eventId);
  if (!event) return refused(refusal('not-found'));
  const people = reachable(db, event);
  const are = (...wanted: readonly Reached[]) => people.filter(({ reached }) => wanted.includes(reached));
  const [first] = [...are('news', 'moved'), ...are('refused')].map(({ row }) => row);
  const origin = linkOrigin();
  const text = first && textFor(db, event, 'links', first);
  return ok({
    people: are('news', 'moved').length,
    had: are('had').length,
    stopped: are('stopped').length,
    refused: are('refused').length,
    withoutAddress: expected(db, event).length - people.length,
    origin,
    reach: linkReach(origin),
    example: first && text ? { to: first.email, ...text, body: text.body.replaceAll(LINK_HERE, hidden(origin)) } : null,
  });
}

/**
 * Queues everybody's personal link who has not had it; pressed twice, nobody gets two. What came back goes again where
 * the address is another now.
 * @param again whether it is tried once more at addresses that refused it
 */
export function sendLinks(services: Services, eventId: EventId, again = false): Result<Queued, Refusal> {
  return transact<Queued, Refusal>(services.db, (tx) => {
    const event = findEvent(tx, eventId);
    if (!event) return refused(refusal('not-found'));
    const people = reachable(tx, event);
    const news = people.filter(({ reached }) => reached === 'news').map(({ row }) => row);
    const back = people.filter(({ reached }) => reached === 'moved' || (again && reached === 'refused'));
    const sentAgain = back.filter((person) => sendAgain(services, tx, event, person));
    const queued = queueToAll(services, tx, event, 'links', news, linkMailKey) + sentAgain.length;
    tellAudit({ count: queued });
    return ok({ queued });
  });
}

/** The same mail as before, with the address and the facts of today. Answers whether it can go. */
function sendAgain(services: Services, tx: Tx, event: StoredEvent, { row, mailId }: Person): boolean {
  if (mailId === null) return false;
  const text = textFor(tx, event, 'links', row);
  const to = row.email;
  const objection = whyNot({ to, subject: text.subject });
  const state = objection !== null ? 'refused' : services.outbox.from === null ? 'draft' : 'queued';
  const nextAttemptAt = state === 'queued' ? wholeNow(services.clock) : null;
  // asked for anew, it has all its attempts before it
  saveMail(tx, mailId, { ...text, to, state, nextAttemptAt, attempts: 0, lastError: objection ?? '' });
  services.outbox.wake();
  return objection === null;
}
