import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type AttendeeRow, findAttendee } from '../db/repositories/attendees.ts';
import { sameSecret } from '../secrets.ts';
import type { Services } from './services.ts';

/** A new personal link ends this one too. */
const secretFor = ({ secrets }: Pick<Services, 'secrets'>, { id, linkGeneration }: AttendeeRow): string =>
  secrets.linkSecret('requests', id, linkGeneration);

/** Where somebody answers who would like to be introduced to them, without signing in; '' for nobody (H18). */
export function requestsLink(
  parts: Pick<Services, 'db' | 'secrets' | 'linkOrigin'>,
  eventId: EventId,
  id: AttendeeId,
): string {
  const row = findAttendee(parts.db, eventId, id);
  return row ? `${parts.linkOrigin()}/requests/${id}#${secretFor(parts, row)}` : '';
}

/** Whether this secret opens this person's requests, and nothing else. */
export const opensRequests = (parts: Pick<Services, 'secrets'>, row: AttendeeRow, secret: string): boolean =>
  sameSecret(secret, secretFor(parts, row));
