import { areWorldsApart, isInventedMember } from '@lapwing/shared/community/invented';
import { WINDOW_DAYS } from '@lapwing/shared/introductions/agreed';
import type { IntroRequestId, MemberId } from '@lapwing/shared/kernel/ids';
import { after, days, type Instant } from '@lapwing/shared/kernel/time';
import type {
  Community,
  History,
  IntroRequest,
  Member,
  Outcome,
  Pair,
  PastIntroduction,
} from '@lapwing/shared/matching/community';
import { findProfile, listIntroducible, type ProfileRow, realSince } from '../db/repositories/community-profiles.ts';
import { listOpenRequests, type RequestRow } from '../db/repositories/intro-requests.ts';
import { listMemberIntroductions } from '../db/repositories/member-introductions.ts';
import { listDecided, listProposals, type ProposalRow } from '../db/repositories/proposals.ts';
import type { ProposalState } from '../db/schema.ts';
import type { Tx } from '../db/transact.ts';
import { blocksAmong } from '../services/blocked-pairs.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { metAtTables } from './met-at-tables.ts';
import type { Party } from './sides.ts';

/** Whom a matchmaker has passed over for somebody is not proposed to them again for so long. */
const SKIPPED_FOR = days(90);

/**
 * The community as the matcher reads it: who may be introduced, what waits, and everything that was (C16, C18).
 * @param keeps whether everybody keeps whom they were proposed (M30); a run makes all of them anew
 */
export function communityNow(services: Services, tx: Tx, keeps: IntroRequestId | null = null): Community {
  const profiles = listMatchable(tx);
  const known = new Set(profiles.map(({ memberId }) => memberId));
  const taken = takenNow(services, tx);
  const kept = keeps === null ? [] : listProposals(tx, ['proposed']).filter(({ requestId }) => requestId !== keeps);
  for (const { mentor } of kept) taken.set(mentor, (taken.get(mentor) ?? 0) + 1);
  const live = new Set(listProposals(tx, ['approved', 'asked']).map(({ requestId }) => requestId));
  return {
    members: profiles.map((row) => memberOf(row, taken.get(row.memberId) ?? 0)),
    // what a mentor is asked for is under way, and no run changes it
    requests: listOpenRequests(tx)
      .filter(({ id, memberId }) => known.has(memberId) && !live.has(id))
      .map(asRequest),
    history: historyOf(services, tx, profiles),
  };
}

/** Who may be introduced; the invented ones only as long as nobody real is there (C24). */
function listMatchable(tx: Tx): ProfileRow[] {
  const all = listIntroducible(tx);
  return realSince(tx) === null ? all : all.filter((row) => !isInventedMember(row));
}

export const asRequest = (row: RequestRow): IntroRequest => ({
  ...{ id: row.id, by: row.memberId, industries: row.industries, roles: row.roles },
  ...{ stepsAhead: row.stepsAhead, languages: row.languages, askedAt: row.askedAt, text: row.line },
});

const memberOf = (row: ProfileRow, takenThisMonth: number): Member => ({
  ...{ id: row.memberId, industries: row.industries, roles: row.roles },
  ...{ years: row.years, languages: row.languages },
  offer: row.perMonth > 0 ? { perMonth: row.perMonth, takenThisMonth, pausedUntil: row.pausedUntil } : null,
});

/** Introductions of each mentor in the last 30 days, of evenings too, with those they are asked about (M1). */
export function takenNow({ clock }: Services, tx: Tx): Map<MemberId, number> {
  const since = after(wholeNow(clock), days(-WINDOW_DAYS));
  const taken = new Map<MemberId, number>();
  const count = (mentor: MemberId): void => void taken.set(mentor, (taken.get(mentor) ?? 0) + 1);
  for (const { mentorMember, madeAt } of listMemberIntroductions(tx)) if (madeAt > since) count(mentorMember);
  for (const { mentor } of listProposals(tx, ['approved', 'asked'])) count(mentor);
  return taken;
}

const OUTCOMES: Partial<Record<ProposalState, Outcome>> = {
  approved: 'open',
  asked: 'open',
  no: 'declined',
  silent: 'no-answer',
  withdrawn: 'withdrawn',
};

const pastOf = ({ asker, mentor, state, askedAt, decidedAt, madeAt }: ProposalRow): PastIntroduction[] => {
  const outcome = OUTCOMES[state];
  return outcome === undefined ? [] : [{ asker, mentor, at: askedAt ?? decidedAt ?? madeAt, outcome }];
};

/** One history: tables, evening introductions, the queue's, and imported ones (C16); with what organisers keep apart (C18). */
function historyOf(services: Services, tx: Tx, profiles: readonly ProfileRow[]): History {
  const decided = listDecided(tx);
  const since = after(wholeNow(services.clock), -SKIPPED_FOR as typeof SKIPPED_FOR);
  return {
    introductions: [
      ...listMemberIntroductions(tx).map(
        ({ studentMember, mentorMember, madeAt, outcome, origin }): PastIntroduction => ({
          ...{ asker: studentMember, mentor: mentorMember, at: madeAt },
          // two who were introduced at an evening wait for nobody: it holds no request up
          outcome: outcome === 'open' && origin !== 'queue' ? 'unknown' : outcome,
        }),
      ),
      ...decided.flatMap(pastOf),
    ],
    metAtTables: metAtTables(services),
    blocked: [...blockedMembers(services, profiles), ...skippedPairs(decided, since)],
  };
}

const skippedPairs = (decided: readonly ProposalRow[], since: Instant): Pair[] =>
  decided
    .filter(({ state, decidedAt }) => state === 'skipped' && (decidedAt ?? 0) > since)
    .map(({ asker, mentor }): Pair => [asker, mentor]);

/**
 * Whether two people may be introduced now, whatever was proposed or asked before: both agree (C3), nobody keeps them apart
 * (C18), and both are real or both invented (C24).
 */
export function mayBeIntroduced(services: Services, tx: Tx, one: MemberId, other: MemberId): boolean {
  const both = [findProfile(tx, one), findProfile(tx, other)].flatMap((row) => (row ? [row] : []));
  const agree = both.every((row) => row.confirmedAt !== null && row.introductionsConsentAt !== null);
  const [first, second] = both;
  if (!first || !second || !agree || areWorldsApart(first, second)) return false;
  return blockedMembers(services, both).length === 0;
}

/** Whether organisers keep these two apart by now, members or people of an evening. */
export const areKeptApart = ({ db, secrets }: Services, one: Party, other: Party): boolean =>
  blocksAmong<string>({ db, secrets }, () =>
    [one, other].map(({ memberId, attendeeId, name, email }) => ({
      ...{ id: attendeeId ?? memberId ?? '', memberId, name, email, accountId: '' },
      role: 'student' as const,
    })),
  ).length > 0;

/** What organisers asked to be kept apart counts here too, whoever blocked whom at whatever evening (C18). */
function blockedMembers({ db, secrets }: Services, profiles: readonly ProfileRow[]): Pair[] {
  const everybody = () =>
    profiles.map(({ memberId, name, email }) => ({
      ...{ id: memberId, memberId, name, email, accountId: '' },
      role: 'student' as const,
    }));
  return blocksAmong<MemberId>({ db, secrets }, everybody).map(({ pair }) => pair);
}
