import type { MemberId } from '@lapwing/shared/kernel/ids';
import type { Refusal } from '@lapwing/shared/kernel/refusal';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { type RowsOfPerson, rowsOfMember } from '../db/person-rows.ts';
import { findProfile } from '../db/repositories/community-profiles.ts';
import { listRequestsOf } from '../db/repositories/intro-requests.ts';
import { listTimesOf } from '../db/repositories/members.ts';
import { transact } from '../db/transact.ts';
import { afterErasing, eraseEverywhere } from '../services/erase-service.ts';
import { eveningsOf, type OwnData } from '../services/own-data.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { openMember } from './member-link.ts';
import { takeBack } from './take-back.ts';

/** Everything that is kept of a member, as a file of their own. */
export interface OwnMemberData {
  readonly madeAt: string;
  readonly community: RowsOfPerson;
  readonly evenings: OwnData['evenings'];
}

/** What is kept of a member, at evenings too; of those only with a link that was mailed to them. */
export function ownMemberData(services: Services, id: MemberId, secret: string): Result<OwnMemberData, Refusal> {
  return transact<OwnMemberData, Refusal>(services.db, (tx) => {
    const opened = openMember(services, tx, id, secret);
    if (!opened.ok) return opened;
    return ok({
      madeAt: new Date(wholeNow(services.clock)).toISOString(),
      community: rowsOfMember(tx, id),
      evenings: opened.value.mailed ? eveningsOf(services, listTimesOf(tx, id), true) : [],
    });
  });
}

/** A member deletes themselves: on file, in the community and at every evening. It cannot be taken back. */
export function eraseOwn(services: Services, id: MemberId, secret: string): Result<object, Refusal> {
  return erase(services, id, 'person', secret);
}

/** An organiser deletes a member who asked for it. */
export function eraseMember(services: Services, id: MemberId): Result<undefined, Refusal> {
  const erased = erase(services, id, 'organiser', null);
  return erased.ok ? ok(undefined) : erased;
}

/** @param secret of their link; null where an organiser does it */
function erase(
  services: Services,
  id: MemberId,
  by: 'person' | 'organiser',
  secret: string | null,
): Result<object, Refusal> {
  const done = transact<ReturnType<typeof eraseEverywhere>, Refusal>(services.db, (tx) => {
    const opened = secret === null ? null : openMember(services, tx, id, secret);
    if (opened && !opened.ok) return opened;
    if (!findProfile(tx, id)) return refused(refusal('not-found'));
    for (const request of listRequestsOf(tx, id)) takeBack(services, tx, request);
    return ok(eraseEverywhere(services, tx, id, listTimesOf(tx, id), { at: wholeNow(services.clock), by }));
  });
  if (!done.ok) return done;
  afterErasing(services, done.value);
  return ok({});
}
