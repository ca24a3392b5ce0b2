import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { minutes } from '@lapwing/shared/kernel/time';
import { addressOf } from '@lapwing/shared/registration/details';
import { nameKey } from '@lapwing/shared/roster-import/keys';
import { type AttendeeRow, findAttendee } from '../db/repositories/attendees.ts';
import { findSession, saveRegistrationKey } from '../db/repositories/sessions.ts';
import type { Tx } from '../db/transact.ts';
import { hashOf } from '../secrets.ts';
import { type Services, wholeNow } from './services.ts';

const GOOD_FOR = minutes(24 * 60);

/** Whom a form was sent for. */
interface Who {
  readonly name: string;
  readonly email: string;
}

/** unused: nothing was sent with this key; another: for somebody else; known: it writes nothing, or no more. */
export type Begun = AttendeeRow | 'unused' | 'another' | 'known';

/** What was sent to this event with the key of a form, within a day. */
export function begunWith(services: Services, tx: Tx, eventId: EventId, key: string, who: Who): Begun {
  const { form, said } = hashesOf(services, eventId, key, who);
  if (!fresh(services, form)) return 'unused';
  const begun = fresh(services, said);
  if (!begun) return 'another';
  return (begun.attendeeId && findAttendee(tx, eventId, begun.attendeeId)) || 'known';
}

/** @param id who may be written with it; null for somebody who is known already: the same key is no use for others */
export function rememberKey(
  services: Services,
  tx: Tx,
  eventId: EventId,
  key: string,
  who: Who,
  id: AttendeeId | null,
): void {
  const { form, said } = hashesOf(services, eventId, key, who);
  const createdAt = wholeNow(services.clock);
  saveRegistrationKey(tx, { hash: form, eventId, attendeeId: null, createdAt });
  saveRegistrationKey(tx, { hash: said, eventId, attendeeId: id, createdAt });
}

function hashesOf(services: Services, eventId: EventId, key: string, { name, email }: Who) {
  const hash = (...parts: readonly string[]): string =>
    hashOf(services.secrets.linkSecret('registration', JSON.stringify([eventId, key, ...parts]), 1));
  return { form: hash(), said: hash(addressOf(email), nameKey(name)) };
}

function fresh(services: Services, hash: string) {
  const session = findSession(services.db, hash);
  return session && wholeNow(services.clock) - session.createdAt <= GOOD_FOR ? session : undefined;
}
