import { linkReach } from '@lapwing/shared/event/link-reach';
import { LINK_HERE } from '@lapwing/shared/event/mail';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { LinksToSend, Queued } from '@lapwing/shared/protocol/outbox-api';
import type { AttendeeRow } from '../db/repositories/attendees.ts';
import { mailKeys } from '../db/repositories/event-mails.ts';
import { findEvent } from '../db/repositories/events.ts';
import { transact } from '../db/transact.ts';
import { expected, linkMailKey, queueToAll, textFor } from './mails-to-all.ts';
import type { Services } from './services.ts';

/** Stands in the example instead of a secret. */
const hidden = (origin: string): string => `${origin}/me/…`;

/** Who would get their personal link, and how the mail reads. Nothing is written. */
export function linksToSend(services: Services, eventId: EventId): Result<LinksToSend, Refusal> {
  const { db, linkOrigin } = services;
  const event = findEvent(db, eventId);
  if (!event) return refused(refusal('not-found'));
  const sent = mailKeys(db, eventId, 'links');
  const halted = mailKeys(db, eventId, 'links', 'stopped');
  const written = (row: AttendeeRow): boolean => sent.has(linkMailKey(row));
  const people = expected(db, event);
  const reachable = people.filter(({ email }) => email !== '');
  const news = reachable.filter((row) => !written(row));
  const stopped = reachable.filter((row) => halted.has(linkMailKey(row))).length;
  const [first] = news;
  const origin = linkOrigin();
  const text = first && textFor(db, event, 'links', first);
  return ok({
    people: news.length,
    had: reachable.length - news.length - stopped,
    stopped,
    withoutAddress: people.length - reachable.length,
    origin,
    reach: linkReach(origin),
    example: first && text ? { to: first.email, ...text, body: text.body.replaceAll(LINK_HERE, hidden(origin)) } : null,
  });
}

/** Queues everybody's personal link who has not had it; pressed twice, nobody gets two. */
export function sendLinks(services: Services, eventId: EventId): Result<Queued, Refusal> {
  return transact<Queued, Refusal>(services.db, (tx) => {
    const event = findEvent(tx, eventId);
    if (!event) return refused(refusal('not-found'));
    return ok({ queued: queueToAll(services, tx, event, 'links', expected(tx, event), linkMailKey) });
  });
}
