import { askProblems } from '@lapwing/shared/community/problems';
import { type Ask, MOST_REQUESTS } from '@lapwing/shared/community/profile';
import { tidyAsk } from '@lapwing/shared/community/tidy';
import { introRequestId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, days } from '@lapwing/shared/kernel/time';
import type { ProfileRow } from '../db/repositories/community-profiles.ts';
import { findRequestByKey, insertRequest, listRequestsOf } from '../db/repositories/intro-requests.ts';
import type { Tx } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';

/** Requests of one member, those taken back among them: each is a row that stays as long as they do. */
const MOST_IN_30_DAYS = 60;

/** Keeps what a member asks for, wherever they asked; the same key once, and no more than three at a time (C7). */
export function keepRequest(
  services: Services,
  tx: Tx,
  { memberId, confirmedAt }: Pick<ProfileRow, 'memberId' | 'confirmedAt'>,
  { key, ask }: { readonly key: string; readonly ask: Ask },
): Result<undefined, Refusal> {
  if (confirmedAt === null) return refused(refusal('not-now', { why: 'unconfirmed' }));
  const [wrong] = askProblems(ask);
  if (wrong) return refused(refusal('bad-request', { field: wrong.field, problem: wrong.code }));
  if (findRequestByKey(tx, memberId, key)) return ok(undefined);
  const all = listRequestsOf(tx, memberId);
  const since = after(wholeNow(services.clock), days(-30));
  if (all.filter(({ askedAt }) => askedAt > since).length >= MOST_IN_30_DAYS)
    return refused(refusal('too-many-requests'));
  const open = all.filter(({ state }) => state === 'open');
  if (open.length >= MOST_REQUESTS) return refused(refusal('not-now', { why: 'too-many', most: MOST_REQUESTS }));
  const request = { id: introRequestId(services.secrets.newId()), memberId, key };
  insertRequest(tx, { ...request, ...tidyAsk(ask), askedAt: wholeNow(services.clock), state: 'open' });
  return ok(undefined);
}
