import type { AttendeeRow } from '../db/repositories/attendees.ts';
import { listAttendees } from '../db/repositories/attendees.ts';
import type { StoredEvent } from '../db/repositories/events.ts';
import type { Tx } from '../db/transact.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { writeTo } from './mail-facts.ts';
import type { Services } from './services.ts';

/** Mails that go to everybody who is expected. */
export type MailToAll = 'links' | 'reminder';

const TEXTS = { links: 'link', reminder: 'reminder' } as const;

/** Once for each link: a new link is a new mail. */
export const linkMailKey = ({ id, linkGeneration }: AttendeeRow): string => `links:${id}:${linkGeneration}`;

/** Everybody who is expected. */
export const expected = (tx: Tx, event: StoredEvent): AttendeeRow[] =>
  listAttendees(tx, event.id).filter(({ standing }) => standing === 'active');

export const textFor = (tx: Tx, event: StoredEvent, kind: MailToAll, row: AttendeeRow) =>
  writeTo(tx, event, row, (texts, facts) => texts[TEXTS[kind]](facts, row.role));

/** Queues a mail to each, inside the caller's transaction; answers how many were new. */
export function queueToAll(
  services: Services,
  tx: Tx,
  event: StoredEvent,
  kind: MailToAll,
  people: readonly AttendeeRow[],
  keyOf: (row: AttendeeRow) => string,
): number {
  const isNew = (row: AttendeeRow): boolean =>
    queueMail(tx, services, {
      key: keyOf(row),
      kind,
      eventId: event.id,
      attendeeId: row.id,
      to: row.email,
      ...textFor(tx, event, kind, row),
      calendar: '',
    });
  return people.filter(isNew).length;
}
