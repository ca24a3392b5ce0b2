import { ok } from '@lapwing/shared/kernel/result';
import { emailKey } from '@lapwing/shared/roster-import/keys';
import { saveAddress, withMachineSpelling } from '../db/repositories/attendees.ts';
import { findMemberByKeys, membersWithMachineSpelling, saveMember } from '../db/repositories/members.ts';
import { transact } from '../db/transact.ts';
import type { Services } from './services.ts';

/**
 * Addresses that were written down before `xn--bcher-kva.example` was read as `bücher.example` get the spelling by which
 * they are looked up; at a later start there are none left. A file of somebody who has another in that spelling stays as
 * it is: which of the two is theirs is for an organiser to say.
 */
export function respellAddresses({ db }: Pick<Services, 'db'>): number {
  const people = withMachineSpelling(db).filter(({ email }) => emailKey(email) !== email);
  const files = membersWithMachineSpelling(db).filter(
    (file) => emailKey(file.emailKey) !== file.emailKey && !findMemberByKeys(db, emailKey(file.emailKey), file.nameKey),
  );
  if (people.length + files.length === 0) return 0;
  transact(db, (tx) => {
    for (const { id, email } of people) saveAddress(tx, id, emailKey(email));
    for (const file of files) saveMember(tx, file.id, { emailKey: emailKey(file.emailKey) });
    return ok(undefined);
  });
  return people.length + files.length;
}
