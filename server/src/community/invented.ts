import { isInventedKeeper } from '@lapwing/shared/community/invented';
import type { CommunityView } from '@lapwing/shared/protocol/community-api';
import { findKeeper, saveKeeper } from '../db/repositories/community-keeper.ts';
import { listInvented, realSince, removeProfiles } from '../db/repositories/community-profiles.ts';
import { dropIntroductionsOf } from '../db/repositories/member-introductions.ts';
import { removeMembers } from '../db/repositories/members.ts';
import { dropRunsBefore } from '../db/repositories/proposals.ts';
import { commit, type Tx } from '../db/transact.ts';
import type { Services } from '../services/services.ts';

/** What of the demo is still there, to be removed (C26). */
export const inventedHere = (tx: Tx): CommunityView['invented'] => ({
  members: listInvented(tx).length,
  keeper: isInventedKeeper(findKeeper(tx)),
});

/** Takes everything out that was made up for the demo, at once; what is real stays, and a second time changes nothing (C26). */
export function removeInvented({ db }: Services): void {
  commit(db, (tx) => {
    const ids = listInvented(tx);
    if (ids.length > 0) dropRunsBefore(tx, realSince(tx));
    dropIntroductionsOf(tx, ids);
    removeProfiles(tx, ids);
    removeMembers(tx, ids);
    if (isInventedKeeper(findKeeper(tx))) saveKeeper(tx, null);
  });
}
