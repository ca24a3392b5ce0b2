import { isKept } from '@lapwing/shared/community/keeper';
import { findKeeper } from '../db/repositories/community-keeper.ts';
import type { Services } from './services.ts';

/** What the community is called to which public pages lead ('' for no name); null: to none, since nobody said whose it is (C21). */
export function openCommunity({ db }: Services): string | null {
  const keeper = findKeeper(db);
  return isKept(keeper) ? keeper.community : null;
}
