import { refusal } from '@lapwing/shared/kernel/refusal';
import { ok, refused } from '@lapwing/shared/kernel/result';
import { matchCommunity } from '@lapwing/shared/matching/match';
import type { MatchAnswer, MatchJob } from './matcher.ts';

/** Faults of a community are ours: what members may say is held against its bounds before. */
export function runMatchJob({ community, moment }: MatchJob): MatchAnswer {
  const matched = matchCommunity(community, moment);
  if (matched.ok) return ok(matched.value);
  return refused(refusal('server-fault', { faults: matched.refusal.slice(0, 5).map(({ place }) => place) }));
}
