import { isKept, type Keeper, keeperProblems, tidyKeeper } from '@lapwing/shared/community/keeper';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { findKeeper, saveKeeper } from '../db/repositories/community-keeper.ts';
import { commit } from '../db/transact.ts';
import type { Services } from '../services/services.ts';

/** Whose community it is, as everybody may know. */
export const keeperOf = ({ db }: Services): Keeper => findKeeper(db);

/**
 * Writes down whose community it is (C20); with nothing in it, nobody says any more. bad-request names the field and what is
 * wrong.
 */
export function keepCommunity(services: Services, wanted: Keeper): Result<undefined, Refusal> {
  const [wrong] = keeperProblems(wanted);
  if (wrong) return refused(refusal('bad-request', { field: wrong.field, problem: wrong.code }));
  const keeper = tidyKeeper(wanted);
  commit(services.db, (tx) => saveKeeper(tx, isKept(keeper) ? keeper : null));
  return ok(undefined);
}
