import { emailKey } from '@lapwing/shared/roster-import/keys';
import { findProfile } from '../db/repositories/community-profiles.ts';
import type { StoredMail } from '../db/repositories/mails.ts';
import type { Services } from '../services/services.ts';
import { addressCode, isAddressMail } from './address-code.ts';
import { mailedMemberLink, memberLink } from './member-link.ts';
import { questionInKey, questionLink } from './question-link.ts';

/**
 * What stands for `{link}` in a mail of the community: the question it asks, the code of a new address, or the member's own
 * page; '' where they are gone, and in mails that are answered to the other side: anybody may write the sign into their line.
 */
export function linkInMail(
  parts: Pick<Services, 'db' | 'secrets' | 'linkOrigin'>,
  { key, memberId, to }: StoredMail,
): string {
  const question = questionInKey(key);
  if (question) return questionLink(parts, question);
  // whoever gets it answers to somebody else, and would quote the link
  if (/^(introduced|nudge|movedAway):/u.test(key)) return '';
  const row = memberId === null ? undefined : findProfile(parts.db, memberId);
  if (!row) return '';
  if (isAddressMail(key)) return addressCode(parts.secrets, row.memberId, to);
  const [, next] = /^memberLink:(\d+):/u.exec(key) ?? [];
  const generation = next === undefined ? row.linkGeneration : Number(next);
  // a mail that goes again to an address they do not have any more shows nothing
  return emailKey(to) === row.email
    ? mailedMemberLink(parts, row, generation)
    : memberLink(parts, { ...row, linkGeneration: generation });
}
