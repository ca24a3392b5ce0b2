import type { MemberId } from '@lapwing/shared/kernel/ids';
import { after, days } from '@lapwing/shared/kernel/time';
import { changeProfile, type ProfileRow } from '../db/repositories/community-profiles.ts';
import { mailedToAddress, mailedToMember } from '../db/repositories/mails.ts';
import type { Tx } from '../db/transact.ts';
import { codeOf, type Secrets, sameSecret } from '../secrets.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { mailMember } from './member-mails.ts';

/** Characters; with sixty tries a minute nobody finds one in years. */
const CODE_LENGTH = 8;
/** Mails with codes that one page sends in a day, and that one address gets, from whatever pages. */
const MOST_A_DAY = 5;
const KEY = 'memberAddress:';

/** The code that makes an address theirs, once it is typed on their own page. */
export const addressCode = (secrets: Secrets, id: MemberId, address: string): string =>
  codeOf(secrets.linkSecret('member', JSON.stringify([id, address]), 1), CODE_LENGTH);

export const isAddressMail = (key: string): boolean => key.startsWith(KEY);

/**
 * Keeps an address beside the old one, and sends the code there that makes it theirs. A link would let a stranger in where
 * they mistyped it.
 */
export function mailCode(services: Services, tx: Tx, row: ProfileRow, newEmail: string): void {
  changeProfile(tx, row.memberId, { newEmail });
  const now = wholeNow(services.clock);
  const since = after(now, days(-1));
  if (mailedToMember(tx, row.memberId, KEY, since).length >= MOST_A_DAY) return;
  if (mailedToAddress(tx, newEmail, KEY, since) >= MOST_A_DAY) return;
  const key = `${KEY}${row.memberId}:${now}`;
  mailMember(services, tx, { ...row, email: newEmail }, { key, text: (texts, facts) => texts.newAddress(facts) });
}

/** Whether this is the code that went to their new address. */
export const isCodeOf = ({ secrets }: Services, { memberId, newEmail }: ProfileRow, code: string): boolean =>
  sameSecret(code.replace(/\s/gu, '').toUpperCase(), addressCode(secrets, memberId, newEmail));
