import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Instant, minutes } from '@lapwing/shared/kernel/time';
import { addressOf } from '@lapwing/shared/registration/details';
import { nameKey } from '@lapwing/shared/roster-import/keys';
import { type AttendeeRow, findAttendee } from '../db/repositories/attendees.ts';
import { findSession, keepNewestKeys, saveRegistrationKey } from '../db/repositories/sessions.ts';
import type { Tx } from '../db/transact.ts';
import { hashOf } from '../secrets.ts';
import { type Services, wholeNow } from './services.ts';

/** How long a form can be gone on with; then its key is deleted (K18). */
export const FORM_IS_GOOD_FOR = minutes(24 * 60);

/**
 * Keys of one event that are kept, two for a form: ten thousand forms in a day. Beyond that the oldest goes, and whose form
 * it was goes on by the link in their mail.
 */
export const MOST_KEYS = 20_000;

/** Whom a form was sent for. */
interface Who {
  readonly name: string;
  readonly email: string;
}

/**
 * unused: nothing was sent with this key within a day; another: for somebody else; known: for somebody who was registered
 * already, so it writes nothing; over: since then the link of that person was opened, or the organiser changed them.
 */
export type Begun = AttendeeRow | 'unused' | 'another' | 'known' | 'over';

/** What was sent to this event with the key of a form, within a day. */
export function begunWith(services: Services, tx: Tx, eventId: EventId, key: string, who: Who): Begun {
  const { form, ...said } = hashesOf(services, eventId, key, who);
  if (!fresh(services, form)) return 'unused';
  if (fresh(services, said.nobody)) return 'known';
  const known = fresh(services, said.known);
  const begun = fresh(services, said.newcomer) ?? known;
  if (!begun) return 'another';
  const row = begun.attendeeId && findAttendee(tx, eventId, begun.attendeeId);
  if (!row) return 'over';
  return begun === known ? 'known' : row;
}

/** When a form was sent first with this key, whoever it was for; null: not within a day. */
export const firstSent = (services: Services, eventId: EventId, key: string, who: Who): Instant | null =>
  fresh(services, hashesOf(services, eventId, key, who).form)?.createdAt ?? null;

/**
 * For whom a form was sent: newcomer, who may be written with it; known, who was registered already; nobody, where the
 * address has too many people. The first two are over at the same moment, so that a stranger cannot tell them apart.
 */
export type SentFor = 'newcomer' | 'known' | 'nobody';

/** @param id whom the form is about; null for nobody */
export function rememberKey(
  services: Services,
  tx: Tx,
  eventId: EventId,
  key: string,
  who: Who,
  sentFor: SentFor,
  id: AttendeeId | null,
): void {
  const hashes = hashesOf(services, eventId, key, who);
  const createdAt = wholeNow(services.clock);
  saveRegistrationKey(tx, { hash: hashes.form, eventId, attendeeId: null, createdAt });
  saveRegistrationKey(tx, { hash: hashes[sentFor], eventId, attendeeId: id, createdAt });
  keepNewestKeys(tx, eventId, MOST_KEYS);
}

function hashesOf(services: Services, eventId: EventId, key: string, { name, email }: Who) {
  const hash = (...parts: readonly string[]): string =>
    hashOf(services.secrets.linkSecret('registration', JSON.stringify([eventId, key, ...parts]), 1));
  const said = [addressOf(email), nameKey(name)];
  return { form: hash(), newcomer: hash(...said), known: hash(...said, 'known'), nobody: hash(...said, 'nobody') };
}

function fresh(services: Services, hash: string) {
  const session = findSession(services.db, hash);
  return session && wholeNow(services.clock) - session.createdAt <= FORM_IS_GOOD_FOR ? session : undefined;
}
