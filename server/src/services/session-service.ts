import { type EveningSettings, plannedEnd } from '@lapwing/shared/event/event';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { after, days, type Instant, instant } from '@lapwing/shared/kernel/time';
import type { WhyOver } from '@lapwing/shared/protocol/messages';
import type { StoredLink } from '../db/repositories/links.ts';
import { findEnded, findSession, type StoredSession, touchSession } from '../db/repositories/sessions.ts';
import { readSetting, saveSetting } from '../db/repositories/settings.ts';
import { commit } from '../db/transact.ts';
import { hashOf } from '../secrets.ts';
import { type Services, wholeNow } from './services.ts';

/** Who calls: an organiser, or the person or display of an opened link. */
export type Session = StoredSession;

/** A link of a person or a display works for so long after the evening, or after it was made where that was later. */
const LINK_STAYS = days(7);

/** When a link of this evening, made then, opens nothing any more. */
export const linkEndsAt = (settings: EveningSettings, madeAt: Instant): Instant =>
  after(instant(Math.max(plannedEnd(settings), madeAt)), LINK_STAYS);

/** Before this instant no link of the evening has ended. */
export const linksEndFrom = (settings: EveningSettings): Instant => linkEndsAt(settings, plannedEnd(settings));

/** A session that is still good: its link was not revoked and has not ended, its event is not deleted. */
export function sessionOf(services: Services, token: string | undefined): Session | undefined {
  if (!token) return undefined;
  const session = findSession(services.db, hashOf(token));
  return stands(services, session) ? session : undefined;
}

/** Whether the link of this session has not ended, and its event is not deleted. */
export function stands({ evenings, clock }: Services, session: StoredSession | undefined): session is StoredSession {
  if (!session || session.eventId === null) return session !== undefined;
  const event = evenings.get(session.eventId)?.event;
  if (!event) return false;
  const { kind, linkMadeAt } = session;
  return (
    (kind !== 'attendee' && kind !== 'display') ||
    linkMadeAt === null ||
    clock.now() < linkEndsAt(event.settings, linkMadeAt)
  );
}

/** Why a link opens nothing any more; null for one that does. */
export function whyLinkIsOver(
  { clock }: Services,
  settings: EveningSettings,
  { createdAt, revokedAt }: StoredLink,
): WhyOver | null {
  if (revokedAt !== null) return 'renewed';
  return clock.now() >= linkEndsAt(settings, createdAt) ? 'ended' : null;
}

/** Why a personal page is not open any more on the device with this cookie; null for one that never opened it. */
export function whyOver(services: Services, attendeeId: string, token: string | undefined): WhyOver | null {
  const ended = token ? findEnded(services.db, hashOf(token), attendeeId as AttendeeId) : undefined;
  const event = ended?.eventId && services.evenings.get(ended.eventId)?.event;
  if (!ended || !event) return null;
  return ended.endedBy ?? whyLinkIsOver(services, event.settings, ended.link);
}

/** Whether this is the session that the link with this secret became, and no other. */
export const cameWith = (session: Session | null, secret: string): boolean =>
  session !== null && session.linkHash === hashOf(secret);

const TOUCH_EVERY_MS = 300_000;
/** Nothing ends a phone's or a display's session for being idle, and a hall that comes back must not be a hall of writes. */
const TOUCH_GUEST_EVERY_MS = 86_400_000;

/** Remembers that a session is in use: an organiser's at most every five minutes, any other at most once a day. */
export function touch(services: Services, session: Session): void {
  const now = wholeNow(services.clock);
  const every = session.kind === 'console' ? TOUCH_EVERY_MS : TOUCH_GUEST_EVERY_MS;
  if (now - session.lastSeenAt > every) touchSession(services.db, session.hash, now);
}

/** When this data was first served over https, with cookies that only this very host can set. Written down when it is. */
export function hostCookiesSince({ db, clock }: Services): Instant {
  const known = readSetting(db, 'host-cookies-since');
  if (known !== null) return instant(Number(known));
  const now = wholeNow(clock);
  commit(db, (tx) => saveSetting(tx, 'host-cookies-since', String(now)));
  return now;
}
