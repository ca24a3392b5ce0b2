import { profileProblems } from '@lapwing/shared/community/problems';
import { MOST_FIELDS, MOST_PER_MONTH, type Profile } from '@lapwing/shared/community/profile';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { DEFAULT_LANGUAGE } from '@lapwing/shared/kernel/language';
import { looksLikeLink } from '@lapwing/shared/kernel/looks-like-link';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { CommunityConsents, CommunityOffer } from '@lapwing/shared/protocol/community-api';
import { emailKey } from '@lapwing/shared/roster-import/keys';
import { type AttendeeRow, findAttendee } from '../db/repositories/attendees.ts';
import { findProfile, type ProfileRow, saveProfile } from '../db/repositories/community-profiles.ts';
import { removeRequestsOf } from '../db/repositories/intro-requests.ts';
import { saveMember } from '../db/repositories/members.ts';
import { type Tx, transact } from '../db/transact.ts';
import { isTheirMailbox } from '../services/mailbox.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { memberLink } from './member-link.ts';
import { endOldLinks } from './moved-address.ts';

/** Of whose page, and what its device has shown of their mailbox. */
interface EveningPage {
  readonly eventId: EventId;
  readonly id: AttendeeId;
  readonly mailbox: string | null;
}

/** Whether somebody who was at an evening is offered to join, or is a member already (C4). */
export function communityOffer(services: Services, page: EveningPage): Result<CommunityOffer, Refusal> {
  const row = findAttendee(services.db, page.eventId, page.id);
  return row ? ok(offerTo(services, services.db, row, page.mailbox)) : refused(refusal('not-found'));
}

const NOT_ASKED: CommunityOffer = { state: 'not-asked', profile: null, address: '' };

function offerTo(services: Services, tx: Tx, row: AttendeeRow, mailbox: string | null): CommunityOffer {
  if (row.memberId === null || row.registration.consents.keep === undefined) return NOT_ASKED;
  if (!isTheirMailbox(services.secrets, mailbox, row)) return NOT_ASKED;
  const known = findProfile(tx, row.memberId);
  // an address that was theirs once opens nothing of what they are now
  if (known && known.confirmedAt !== null && known.email !== emailKey(row.email)) return NOT_ASKED;
  if (known && known.confirmedAt !== null)
    return { state: 'member', profile: null, address: memberLink(services, known) };
  const profile = profileFrom(row);
  // another member may have the very address by now
  return profileProblems(profile, profile).length > 0 ? NOT_ASKED : { state: 'offered', profile, address: '' };
}

/** What somebody said at an evening, as a member says it. */
function profileFrom({ role, name, email, language, ...said }: AttendeeRow): Profile {
  const { card, course, industries, registration } = said;
  const isMentor = role === 'mentor';
  const fields = isMentor ? [card.industry].filter((one) => one !== '') : industries;
  const years = Number(/\d+/u.exec(card.yearsInWork ?? '')?.[0] ?? 0);
  const headline = (isMentor ? [card.jobTitle, card.company].filter((one) => one !== '').join(', ') : course)
    .slice(0, 120)
    .replace(/\p{Cs}$/u, '');
  return {
    name,
    email: emailKey(email),
    // somebody may have said it before such words were refused
    headline: looksLikeLink(headline) ? '' : headline,
    languages: [language ?? DEFAULT_LANGUAGE],
    industries: [...new Set(fields)].slice(0, MOST_FIELDS),
    roles: isMentor ? [...new Set(card.roles)].slice(0, MOST_FIELDS).map((one) => ({ role: one, years: null })) : [],
    years: isMentor ? Math.min(70, years) : 0,
    perMonth: isMentor ? Math.min(MOST_PER_MONTH, registration.introductionsPerMonth ?? 0) : 0,
    pausedUntil: null,
  };
}

/** Joins with what they said at the evening: their mailbox is shown already, so nothing is to be confirmed. */
export function joinFromEvening(
  services: Services,
  { eventId, id, mailbox }: EveningPage,
  consents: CommunityConsents,
): Result<CommunityOffer, Refusal> {
  return transact<CommunityOffer, Refusal>(services.db, (tx) => {
    const row = findAttendee(tx, eventId, id);
    if (!row) return refused(refusal('not-found'));
    const offer = offerTo(services, tx, row, mailbox);
    if (offer.state !== 'offered' || offer.profile === null || row.memberId === null) return ok(offer);
    if (!consents.member) return refused(refusal('bad-request', { field: 'consents.member', problem: 'needed' }));
    const now = wholeNow(services.clock);
    const before = findProfile(tx, row.memberId);
    // what was asked for in their name before is whose it may be
    removeRequestsOf(tx, row.memberId);
    saveProfile(tx, {
      ...offer.profile,
      memberId: row.memberId,
      language: row.language ?? DEFAULT_LANGUAGE,
      ...{ memberConsentAt: now, confirmedAt: now, joinedAt: now, origin: 'evening', newEmail: '' },
      ...{ again: null, againAt: null },
      introductionsConsentAt: consents.introductions ? now : null,
      ...linksFrom(before, offer.profile.email),
    });
    saveMember(tx, row.memberId, { lastSeenAt: now, kept: true });
    return ok(offerTo(services, tx, row, mailbox));
  });
}

/** What was mailed to another address than the one shown here opens nothing of theirs. */
function linksFrom(before: ProfileRow | undefined, email: string) {
  if (!before) return { linkGeneration: 1, addressChanges: 0 };
  const { linkGeneration, addressChanges } = before;
  return before.email === email ? { linkGeneration, addressChanges } : endOldLinks(before);
}
