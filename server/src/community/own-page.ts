import { profileProblems } from '@lapwing/shared/community/problems';
import type { Ask, Profile } from '@lapwing/shared/community/profile';
import { tidyProfile } from '@lapwing/shared/community/tidy';
import { introRequestId, type MemberId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { type Instant, minutes } from '@lapwing/shared/kernel/time';
import type { CommunityConsents, MovedMembership, Opened, OwnMembership } from '@lapwing/shared/protocol/community-api';
import { nameKey } from '@lapwing/shared/roster-import/keys';
import { changeProfile, findProfile, type ProfileRow, profileOf } from '../db/repositories/community-profiles.ts';
import { findRequest, listRequestsOf } from '../db/repositories/intro-requests.ts';
import { findMember, findMemberByKeys, saveMember } from '../db/repositories/members.ts';
import { type Tx, transact } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { isCodeOf, mailCode } from './address-code.ts';
import { keepRequest } from './asking.ts';
import { forgetTyped } from './joining.ts';
import { mailedMemberLink, type OpenedMember, openMember } from './member-link.ts';
import { takeNewAddress } from './moved-address.ts';
import { asksWaiting, givenBy, ownRequests } from './own-history.ts';
import { takeBack, takeBackAsk } from './take-back.ts';
import { againOf, seenOf } from './typed-again.ts';

/** A sign of life is written down so often at most (C6). */
const SEEN_EVERY = minutes(60);

type Act = (tx: Tx, opened: OpenedMember) => Result<unknown, Refusal>;

/** Opens a member's page and does something there; the answer is the page as it is then. */
function onPage(
  services: Services,
  id: MemberId,
  { secret }: Opened,
  act: Act = () => ok(undefined),
): Result<OwnMembership, Refusal> {
  return transact<OwnMembership, Refusal>(services.db, (tx) => {
    const opened = openMember(services, tx, id, secret);
    if (!opened.ok) return opened;
    const done = act(tx, opened.value);
    if (!done.ok) return done;
    const row = findProfile(tx, id) ?? opened.value.row;
    if (row.confirmedAt !== null) seen(tx, id, wholeNow(services.clock));
    return ok(membershipOf(services, tx, { row, mailed: opened.value.mailed }));
  });
}

/** Writes a sign of life down (C6). */
export function seen(tx: Tx, id: MemberId, now: Instant): void {
  const before = findMember(tx, id);
  if (before && now - before.lastSeenAt >= SEEN_EVERY) saveMember(tx, id, { lastSeenAt: now });
}

/** What a member sees of themselves. */
export function membershipOf(services: Services, tx: Tx, { row, mailed }: OpenedMember): OwnMembership {
  const { confirmedAt, memberId, newEmail } = row;
  const profile = profileOf(row);
  return {
    at: wholeNow(services.clock),
    profile: confirmedAt === null ? null : profile,
    typed: confirmedAt === null ? profile : null,
    mayConfirm: confirmedAt === null && mailed,
    newEmail,
    seen: seenOf(tx, row),
    again: againOf(row),
    consents: { member: row.memberConsentAt !== null, introductions: row.introductionsConsentAt !== null },
    requests: ownRequests(tx, memberId),
    given: givenBy(services, tx, memberId),
    waiting: asksWaiting(services, tx, memberId),
  };
}

export const openPage = (services: Services, id: MemberId, opened: Opened): Result<OwnMembership, Refusal> =>
  onPage(services, id, opened);

type Said = Opened & { readonly profile: Profile; readonly consents: CommunityConsents };

/**
 * Writes down what a member tells. The first time it confirms, with a link that was mailed to the address that was typed, and
 * for exactly what was shown. Another address is kept beside the old one until its code was typed.
 */
export function saveOwnProfile(
  services: Services,
  id: MemberId,
  { seen: shown = '', ...said }: Said & { readonly seen?: string },
): Result<OwnMembership, Refusal> {
  return onPage(services, id, said, (tx, { row, mailed }) => {
    const confirms = row.confirmedAt === null && mailed;
    // somebody may have filled in the form again meanwhile
    if (confirms && shown !== seenOf(tx, row)) return refused(refusal('changed-meanwhile'));
    return writeProfile(services, tx, row, said, confirms);
  });
}

function writeProfile(
  services: Services,
  tx: Tx,
  row: ProfileRow,
  { profile, consents, language }: Omit<Said, 'secret'>,
  confirms: boolean,
): Result<undefined, Refusal> {
  const [wrong] = profileProblems(profile, row);
  if (wrong) return refused(refusal('bad-request', { field: wrong.field, problem: wrong.code }));
  if (!consents.member) return refused(refusal('bad-request', { field: 'consents.member', problem: 'needed' }));
  const id = row.memberId;
  const said = tidyProfile(profile);
  const now = wholeNow(services.clock);
  const named = nameKey(said.name);
  const others = findMemberByKeys(tx, row.email, named);
  if (others && others.id !== id) return refused(refusal('name-taken'));
  changeProfile(tx, id, {
    ...said,
    email: row.email,
    language,
    memberConsentAt: row.memberConsentAt ?? now,
    introductionsConsentAt: consents.introductions ? (row.introductionsConsentAt ?? now) : null,
    ...(confirms ? { confirmedAt: now } : {}),
  });
  saveMember(tx, id, { nameKey: named });
  // nobody is asked on for somebody whose address must not go out
  if (!consents.introductions) for (const request of listRequestsOf(tx, id)) takeBackAsk(services, tx, request);
  if (confirms) saveMember(tx, id, { kept: true, lastSeenAt: now });
  if (said.email !== row.email) mailCode(services, tx, { ...row, ...said, email: row.email }, said.email);
  else if (row.newEmail !== '') changeProfile(tx, id, { newEmail: '' });
  return ok(undefined);
}

/**
 * A member takes over what was typed into the form once more, or lets it go (C2). Said again, it changes nothing. Refused with
 * changed-meanwhile where that is not what the page showed; as keepRequest refuses, where it asks for somebody.
 */
export const settleAgain = (
  services: Services,
  id: MemberId,
  { seen: shown, take, ...opened }: Opened & { readonly seen: string; readonly take: boolean },
): Result<OwnMembership, Refusal> =>
  onPage(services, id, opened, (tx, { row }) => {
    const again = againOf(row);
    if (again === null) return ok(undefined);
    if (again.seen !== shown) return refused(refusal('changed-meanwhile'));
    changeProfile(tx, id, { again: null, againAt: null });
    if (!take) return ok(undefined);
    const { profile, introductions, ask } = again;
    // an address is changed by its code alone
    const said = { profile: { ...profile, email: row.email }, consents: { member: true, introductions } };
    const written = writeProfile(services, tx, row, { ...said, language: opened.language }, false);
    if (!written.ok || ask === null) return written;
    return keepRequest(services, tx, row, { key: `again:${shown}`, ask });
  });

/**
 * The code that went to the new address: from now on that is theirs, and the link that was used here opens nothing more. The
 * answer has the new one, since whoever typed the code has the mailbox.
 */
export function confirmAddress(
  services: Services,
  id: MemberId,
  { code, ...opened }: Opened & { readonly code: string },
): Result<MovedMembership, Refusal> {
  let moved: ProfileRow | null = null;
  const page = onPage(services, id, opened, (tx, { row }) => {
    if (row.newEmail === '' || !isCodeOf(services, row, code)) return refused(refusal('unknown-code'));
    const other = findMemberByKeys(tx, row.newEmail, nameKey(row.name));
    if (other && other.id !== id) return refused(refusal('name-taken'));
    moved = takeNewAddress(services, tx, row);
    return ok(undefined);
  });
  if (!page.ok || moved === null) return page.ok ? refused(refusal('unknown-code')) : page;
  return ok({ ...page.value, secret: new URL(mailedMemberLink(services, moved)).hash.slice(1) });
}

/** Whoever has the mailbox says that it was not they: what was typed goes. */
export const denyOwn = (services: Services, id: MemberId, { secret }: Opened): Result<object, Refusal> =>
  transact<object, Refusal>(services.db, (tx) => {
    const opened = openMember(services, tx, id, secret);
    if (!opened.ok) return opened;
    return forgetTyped(tx, opened.value.row) ? ok({}) : refused(refusal('changed-meanwhile'));
  });

/** Asks to be introduced; the same key once, and no more than three at a time (C7). */
export const sendRequest = (
  services: Services,
  id: MemberId,
  { key, ask, ...opened }: Opened & { readonly key: string; readonly ask: Ask },
): Result<OwnMembership, Refusal> =>
  onPage(services, id, opened, (tx, { row }) => keepRequest(services, tx, row, { key, ask }));

/** Takes a request back (M39); again, it changes nothing. Refused with not-now once they were introduced. */
export const withdrawRequest = (
  services: Services,
  id: MemberId,
  requestId: string,
  opened: Opened,
): Result<OwnMembership, Refusal> =>
  onPage(services, id, opened, (tx) => {
    const request = findRequest(tx, introRequestId(requestId));
    if (request?.memberId !== id) return refused(refusal('not-found'));
    if (request.state === 'introduced') return refused(refusal('not-now', { why: 'introduced' }));
    takeBack(services, tx, request);
    return ok(undefined);
  });
