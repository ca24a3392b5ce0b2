import type { MemberId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { changeProfile, findProfile, type ProfileRow } from '../db/repositories/community-profiles.ts';
import type { Tx } from '../db/transact.ts';
import { type Secrets, sameSecret } from '../secrets.ts';
import { isTheirMailbox, mailboxHash, mailedLink, readSecret } from '../services/mailbox.ts';
import type { Services } from '../services/services.ts';

type Parts = Pick<Services, 'secrets' | 'linkOrigin'>;

const secretOf = (secrets: Secrets, id: MemberId, generation: number): string =>
  secrets.linkSecret('member', id, generation);

/** Of a member only the address counts: their name is theirs to write. */
const mailboxOf = ({ memberId, email }: Pick<ProfileRow, 'memberId' | 'email'>) => ({ id: memberId, name: '', email });

/** Where a member's own page opens, as an organiser shows it: it does not show whose mailbox it is. */
export const memberLink = (
  { linkOrigin, secrets }: Pick<Services, 'linkOrigin' | 'secrets'>,
  { memberId, linkGeneration }: Pick<ProfileRow, 'memberId' | 'linkGeneration'>,
): string => `${linkOrigin()}/community/${memberId}#${secretOf(secrets, memberId, linkGeneration)}`;

/** The key of a mail with a new link; opened, it ends the link before. @param at tells one from the next */
export const newLinkKey = ({ memberId, linkGeneration }: ProfileRow, at: number): string =>
  `memberLink:${linkGeneration + 1}:${memberId}:${at}`;

/** The same as it goes by mail to the address that counts, which it shows. @param generation of a link that is still to be opened */
export const mailedMemberLink = (parts: Parts, row: ProfileRow, generation = row.linkGeneration): string =>
  mailedLink(parts.secrets, memberLink(parts, { ...row, linkGeneration: generation }), mailboxOf(row));

export interface OpenedMember {
  readonly row: ProfileRow;
  /** Whether the link was mailed to the address that stands there now. */
  readonly mailed: boolean;
}

/**
 * Who is behind a link, inside the caller's transaction: the link that counts, or the next one, which counts from then on.
 * Refused with link-invalid, whether there is such a member or not.
 */
export function openMember({ secrets }: Services, tx: Tx, id: MemberId, given: string): Result<OpenedMember, Refusal> {
  const { secret, mark } = readSecret(given);
  const row = findProfile(tx, id);
  const generation = [0, 1]
    .map((ahead) => (row?.linkGeneration ?? 1) + ahead)
    .find((one) => sameSecret(secret, secretOf(secrets, id, one)));
  if (!row || generation === undefined) return refused(refusal('link-invalid'));
  if (generation !== row.linkGeneration) changeProfile(tx, id, { linkGeneration: generation });
  const mailed = isTheirMailbox(secrets, mailboxHash(mark), mailboxOf(row));
  return ok({ row: { ...row, linkGeneration: generation }, mailed });
}
