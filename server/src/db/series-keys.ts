import { emailKey, nameKey } from '@lapwing/shared/roster-import/keys';
import type { AttendeeRow } from './repositories/attendees.ts';

/** What tells who somebody is. */
export type Told = Pick<AttendeeRow, 'memberId' | 'email' | 'name' | 'accountId' | 'role'>;

/**
 * What somebody is recognised by from event to event: who they are on file; address and name; the account at the tool of
 * the import and name. A mentor without either is known by name, for an organiser knows their mentors; of students a
 * name alone is many people's.
 * @param address theirs, as it was spelled when what is compared was made
 */
export function seriesKeys({ memberId, email, name, accountId, role }: Told, address = emailKey(email)): string[] {
  const plain = nameKey(name);
  const keys = [
    memberId === null ? '' : `member ${memberId}`,
    address === '' ? '' : `address ${address} ${plain}`,
    accountId === '' ? '' : `account ${accountId} ${plain}`,
    role === 'mentor' && address === '' && accountId === '' ? `name ${plain}` : '',
  ];
  return keys.filter((key) => key !== '');
}
