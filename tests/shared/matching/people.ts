import { introRequestId, type MemberId, memberId } from '../../../shared/src/kernel/ids.ts';
import { after, days, type Instant, instant } from '../../../shared/src/kernel/time.ts';
import type {
  Community,
  History,
  IntroRequest,
  Member,
  Offer,
  Outcome,
  PastIntroduction,
} from '../../../shared/src/matching/community.ts';
import { type Matching, matchCommunity, type Proposal } from '../../../shared/src/matching/match.ts';

export const NOW = instant(Date.UTC(2026, 10, 30, 9));
export const daysAgo = (count: number): Instant => after(NOW, days(-count));
export const who = (id: string): MemberId => memberId(id);

/** A student who speaks English and does nothing yet. */
export const student = (id: string, more: Partial<Member> = {}): Member => ({
  ...{ id: who(id), industries: [], roles: [], years: 0, languages: ['en'], offer: null },
  ...more,
});

export const offering = (perMonth: number, more: Partial<Offer> = {}): Offer => ({
  ...{ perMonth, takenThisMonth: 0, pausedUntil: null },
  ...more,
});

/** A front-end engineer of four years (step 2), who gives one introduction a month. */
export const mentor = (id: string, more: Partial<Member> = {}): Member =>
  student(id, { years: 4, roles: [{ role: 'front-end', years: null }], offer: offering(1), ...more });

/** Asks for somebody a few steps further in front-end, today. */
export const request = (by: string, more: Partial<IntroRequest> = {}): IntroRequest => ({
  ...{ id: introRequestId(`r-${by}`), by: who(by), industries: [], roles: ['front-end'], stepsAhead: null },
  ...{ languages: [], askedAt: NOW, text: 'How did you start?' },
  ...more,
});

export const past = (asker: string, with_: string, outcome: Outcome, ago = 100): PastIntroduction => ({
  ...{ asker: who(asker), mentor: who(with_), outcome },
  at: daysAgo(ago),
});

export const community = (
  members: readonly Member[],
  requests: readonly IntroRequest[],
  history: Partial<History> = {},
): Community => ({ members, requests, history: { introductions: [], metAtTables: [], blocked: [], ...history } });

/** The matching of a community that has no fault. */
export function matched(given: Community, seed = 1): Matching {
  const result = matchCommunity(given, { now: NOW, seed });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** What one proposal comes to: a mentor's id, or why not. */
const outcomeOf = (proposal: Proposal): string =>
  proposal.mentor === null ? `none: ${proposal.why}` : proposal.mentor;

/** For each request in order, the mentor or why there is none. */
export const whoIsAsked = (given: Community, seed = 1): string[] => matched(given, seed).proposals.map(outcomeOf);
