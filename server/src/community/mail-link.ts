import { emailKey } from '@lapwing/shared/roster-import/keys';
import { findProfile } from '../db/repositories/community-profiles.ts';
import type { StoredMail } from '../db/repositories/mails.ts';
import type { Services } from '../services/services.ts';
import { addressCode, isAddressMail } from './address-code.ts';
import { mailedMemberLink } from './member-link.ts';
import { isFarewell } from './moved-address.ts';
import { questionInKey, questionLink } from './question-link.ts';

/**
 * What stands for `{link}` in a mail of the community: the question it asks, the code of a new address, or the member's own
 * page. '' where they are gone or have another address by now, and in mails that are answered to the other side: anybody may
 * write the sign into their line.
 */
export function linkInMail(
  parts: Pick<Services, 'db' | 'secrets' | 'linkOrigin'>,
  { key, memberId, to }: StoredMail,
): string {
  // whoever gets it answers to somebody else, and would quote the link
  if (/^(introduced|nudge):/u.test(key) || isFarewell(key)) return '';
  const row = memberId === null ? undefined : findProfile(parts.db, memberId);
  if (row && isAddressMail(key)) return addressCode(parts.secrets, row.memberId, to);
  if (row && emailKey(to) !== row.email) return '';
  const question = questionInKey(key);
  if (question) return questionLink(parts, question);
  if (!row) return '';
  const [, next = 0] = /^memberLink:(\d+):/u.exec(key) ?? [];
  return mailedMemberLink(parts, row, Math.max(row.linkGeneration, Number(next)));
}
