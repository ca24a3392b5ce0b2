import { nextOnWeekday } from '@lapwing/shared/kernel/wall-time';
import type { CommunityView } from '@lapwing/shared/protocol/community-api';
import { listProfiles } from '../db/repositories/community-profiles.ts';
import { listOpenRequests } from '../db/repositories/intro-requests.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { SERVER_ZONE } from './server-zone.ts';

const MONDAY = 1;
/** A run is made at this hour (C8). */
const RUN_AT = 7;

/** What the matchmaker's page shows. */
export function communityView({ db, clock }: Services): CommunityView {
  const profiles = listProfiles(db);
  const confirmed = profiles.filter(({ confirmedAt }) => confirmedAt !== null);
  const members = new Set(confirmed.map(({ memberId }) => memberId));
  return {
    counts: {
      members: confirmed.length,
      giving: confirmed.filter(({ perMonth }) => perMonth > 0).length,
      unconfirmed: profiles.length - confirmed.length,
      requests: listOpenRequests(db).filter(({ memberId }) => members.has(memberId)).length,
    },
    run: null,
    nextRunAt: nextOnWeekday(wholeNow(clock), SERVER_ZONE, MONDAY, RUN_AT),
    proposals: [],
    without: [],
    underWay: [],
  };
}
