import type { MemberId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { MemberLink, MembersPage } from '@lapwing/shared/protocol/community-api';
import { emailKey, nameKey } from '@lapwing/shared/roster-import/keys';
import {
  changeProfile,
  findProfile,
  listMembersWithProfile,
  type ProfileRow,
} from '../db/repositories/community-profiles.ts';
import { countIntroductions } from '../db/repositories/member-introductions.ts';
import { saveMember } from '../db/repositories/members.ts';
import { transact } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { memberLink } from './member-link.ts';

/** Members on one page of the list. */
const PAGE = 50;

/** Members by name, fifty at a time. @param find part of a name or an address @param from how many come before */
export function listMembers({ db, outbox }: Services, find: string, from: number): MembersPage {
  const [name, address] = [nameKey(find), emailKey(find)];
  const isFound = (row: ProfileRow): boolean =>
    find.trim() === '' || nameKey(row.name).includes(name) || row.email.includes(address);
  const found = listMembersWithProfile(db).filter(({ profile }) => isFound(profile));
  const introduced = countIntroductions(db);
  return {
    byHand: outbox.from === null,
    total: found.length,
    members: found.slice(from, from + PAGE).map(({ profile, lastSeenAt }) => ({
      id: profile.memberId,
      name: profile.name,
      headline: profile.headline,
      years: profile.years,
      email: profile.email,
      industries: profile.industries,
      perMonth: profile.perMonth,
      confirmed: profile.confirmedAt !== null,
      origin: profile.origin,
      introductions: introduced.get(profile.memberId) ?? 0,
      lastSeenAt,
    })),
  };
}

/**
 * An organiser says that it was they: where no mail goes out nobody else can (C2). They agreed to what they ticked, and
 * nothing else.
 */
export function confirmByHand(services: Services, id: MemberId): Result<MemberLink, Refusal> {
  return transact<MemberLink, Refusal>(services.db, (tx) => {
    const row = findProfile(tx, id);
    if (!row) return refused(refusal('not-found'));
    // whose mailbox it is shows itself where mail goes out
    if (row.confirmedAt === null && services.outbox.from !== null)
      return refused(refusal('not-now', { why: 'mailed' }));
    const now = wholeNow(services.clock);
    if (row.confirmedAt === null) {
      changeProfile(tx, id, { confirmedAt: now });
      saveMember(tx, id, { kept: true, lastSeenAt: now });
    }
    return ok({ link: memberLink(services, row) });
  });
}
