import { askProblems, profileProblems } from '@lapwing/shared/community/problems';
import { tidyAsk, tidyProfile } from '@lapwing/shared/community/tidy';
import { introRequestId, type MemberId, memberId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, days } from '@lapwing/shared/kernel/time';
import type { JoinAnswer, JoinCommunity, LinkAsked } from '@lapwing/shared/protocol/community-api';
import { emailKey, nameKey } from '@lapwing/shared/roster-import/keys';
import {
  changeProfile,
  findProfile,
  findProfilesAt,
  type ProfileRow,
  removeProfile,
  saveProfile,
} from '../db/repositories/community-profiles.ts';
import { insertRequest, removeRequestsOf } from '../db/repositories/intro-requests.ts';
import { mailedToAddress } from '../db/repositories/mails.ts';
import { findMember, findMemberByKeys, insertMember } from '../db/repositories/members.ts';
import { commit, type Tx, transact } from '../db/transact.ts';
import { createAskedTogether } from '../services/asked-together.ts';
import { createAttempts } from '../services/attempts.ts';
import { siteOf } from '../services/network.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { newLinkKey } from './member-link.ts';
import { mailMember, mayWrite } from './member-mails.ts';

/** Joined from one place in a day: a lecture hall behind one address, and no more rows than that. */
const FROM_ONE_SITE = { most: 400, within: days(1) } as const;
/** Names that wait for their confirmation at one address. */
const MOST_AT_ADDRESS = 5;
/** Mails that ask an address in a day whether it was they, for all names that strangers type there. */
const MOST_TO_ADDRESS = 10;
const CONFIRM = 'memberJoined:';
const DAY_MS = 86_400_000;

/** The public door of the community. */
export interface CommunityDoor {
  /** The same answer whoever is known (C2). */
  join(request: JoinCommunity, ip: string): Result<JoinAnswer, Refusal>;
  /** Asks for one's link by mail (C5); the same answer for every address. */
  askForLink(request: LinkAsked, ip: string): Result<object, Refusal>;
  stop(): void;
}

/** @param failed hears of a disk that is full; whoever asked asks again */
export function createCommunityDoor(services: Services, failed: (error: unknown) => void): CommunityDoor {
  const joined = createAttempts(services.clock, FROM_ONE_SITE);
  const asked = createAskedTogether<string>(
    services,
    (addresses) => commit(services.db, (tx) => mailLinks(services, tx, addresses)),
    failed,
  );
  return {
    join(request, ip) {
      const wrong = joinProblem(request);
      if (wrong) return wrong;
      if (joined.tooMany(siteOf(ip))) return refused(refusal('too-many-requests'));
      joined.note(siteOf(ip));
      return transact<JoinAnswer, Refusal>(services.db, (tx) => {
        register(services, tx, request);
        return ok({ mailed: services.outbox.from !== null });
      });
    },
    askForLink({ email }, ip) {
      if (services.outbox.from === null) return refused(refusal('come-to-desk'));
      const address = emailKey(email);
      return asked.add(ip, address, address) ? ok({}) : refused(refusal('too-many-requests'));
    },
    stop: asked.stop,
  };
}

/** What is wrong with a form, as its refusal. */
function joinProblem({ profile, consents, ask }: JoinCommunity): Result<never, Refusal> | null {
  const [wrong] = [...profileProblems(profile), ...(ask === null ? [] : askProblems(ask))];
  if (wrong) return refused(refusal('bad-request', { field: wrong.field, problem: wrong.code }));
  return consents.member ? null : refused(refusal('bad-request', { field: 'consents.member', problem: 'needed' }));
}

/**
 * Writes down what was typed, and writes to the mailbox. Of who confirmed it once, or was written down by an organiser, nothing
 * changes: it stands beside, until they take it over on their page. Somebody who is on file from evenings has it beside their
 * file, and it counts for nothing before they confirm it.
 */
function register(services: Services, tx: Tx, { language, consents, ...sent }: JoinCommunity): void {
  const profile = tidyProfile(sent.profile);
  const ask = sent.ask === null ? null : tidyAsk(sent.ask);
  const now = wholeNow(services.clock);
  const keys = { emailKey: profile.email, nameKey: nameKey(profile.name) };
  const member = findMemberByKeys(tx, keys.emailKey, keys.nameKey);
  const before = member && findProfile(tx, member.id);
  if (before && (before.confirmedAt !== null || before.origin === 'import')) {
    const again = { profile, introductions: consents.introductions, ask };
    changeProfile(tx, before.memberId, { again, againAt: now });
    if (before.confirmedAt === null) askToConfirm(services, tx, before);
    else tellKnown(services, tx, before);
    return;
  }
  const typed = findProfilesAt(tx, [profile.email]).filter(({ confirmedAt }) => confirmedAt === null);
  if (!before && typed.length >= MOST_AT_ADDRESS) return;
  const id = member?.id ?? newMember(services, tx, keys);
  const row: ProfileRow = {
    ...profile,
    memberId: id,
    language,
    memberConsentAt: now,
    introductionsConsentAt: consents.introductions ? now : null,
    confirmedAt: null,
    origin: 'joined',
    linkGeneration: before?.linkGeneration ?? 1,
    addressChanges: before?.addressChanges ?? 0,
    joinedAt: now,
    ...{ newEmail: '', again: null, againAt: null },
  };
  saveProfile(tx, row);
  removeRequestsOf(tx, id);
  if (ask !== null) {
    const request = { id: introRequestId(services.secrets.newId()), memberId: id, key: 'joined', askedAt: now };
    insertRequest(tx, { ...request, ...ask, state: 'open' });
  }
  askToConfirm(services, tx, row);
}

/** On file by what somebody typed alone: nobody is recognised by it yet. */
function newMember(
  services: Services,
  tx: Tx,
  keys: { readonly emailKey: string; readonly nameKey: string },
): MemberId {
  const id = memberId(services.secrets.newId());
  const now = wholeNow(services.clock);
  insertMember(tx, { id, ...keys, createdAt: now, lastSeenAt: now, kept: false });
  return id;
}

/** At most once a day. */
function tellKnown(services: Services, tx: Tx, row: ProfileRow): void {
  const day = Math.floor(wholeNow(services.clock) / DAY_MS);
  const key = `memberKnown:${row.memberId}:${day}`;
  mailMember(services, tx, row, { key, text: (texts, facts) => texts.alreadyMember(facts) });
}

function askToConfirm(services: Services, tx: Tx, row: ProfileRow): void {
  const now = wholeNow(services.clock);
  if (!mayWrite(services, tx, row.memberId)) return;
  if (mailedToAddress(tx, row.email, CONFIRM, after(now, days(-1))) >= MOST_TO_ADDRESS) return;
  const key = `${CONFIRM}${row.memberId}:${now}`;
  mailMember(services, tx, row, { key, text: (texts, facts) => texts.joined(facts) });
}

function mailLinks(services: Services, tx: Tx, addresses: readonly string[]): void {
  for (const row of findProfilesAt(tx, addresses)) {
    if (row.confirmedAt === null) askToConfirm(services, tx, row);
    else if (mayWrite(services, tx, row.memberId)) {
      const key = newLinkKey(row, wholeNow(services.clock));
      mailMember(services, tx, row, { key, text: (texts, facts) => texts.newLink(facts) });
    }
  }
}

/** Whoever has the mailbox says that it was not they: what was typed goes, and nothing of a file from evenings. */
export const forgetTyped = (tx: Tx, { memberId: id, confirmedAt }: ProfileRow): boolean => {
  if (confirmedAt !== null || !findMember(tx, id)) return false;
  removeProfile(tx, id);
  return true;
};
