import type { IntroRequestId, MemberId } from '../kernel/ids.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { assign, worthOfAll } from './assign.ts';
import { mostThatCanBe } from './bound.ts';
import { type Chosen, type Field, fieldOf, type Moment, type Reason, reasonOf, type WhyNobody } from './candidates.ts';
import type { Community } from './community.ts';
import { type Fairness, fairnessOf } from './fairness.ts';
import { type Fault, faultsIn } from './faults.ts';
import { Past, rests } from './past.ts';

/** Why a request has no mentor now: nobody can be, or it is not its turn. */
export type WhyNone =
  | WhyNobody
  /** Another request of the same asker goes first (M8). */
  | 'one-at-a-time'
  /** An introduction of theirs is under way (M9). */
  | 'one-under-way'
  /** They let several go without a word (M16). */
  | 'left-alone';

/** What becomes of one request. */
export type Proposal =
  | { readonly request: IntroRequestId; readonly asker: MemberId; readonly mentor: MemberId; readonly reason: Reason }
  | { readonly request: IntroRequestId; readonly asker: MemberId; readonly mentor: null; readonly why: WhyNone };

/** What the next introduction of a mentor is worth to everybody else: how scarce they are. */
export interface Price {
  readonly mentor: MemberId;
  readonly price: number;
}

export interface Matching {
  /** One for each request, in the order in which the requests came in. */
  readonly proposals: readonly Proposal[];
  /** Worth of all pairs together (M22). */
  readonly value: number;
  /** What no assignment is worth more than, by the prices alone (M23). */
  readonly bound: number;
  readonly prices: readonly Price[];
  readonly fairness: Fairness;
}

/** Who is introduced to whom, for everybody at once (SPEC.md); or what is wrong with the community as it was given. */
export function matchCommunity(community: Community, moment: Moment): Result<Matching, readonly Fault[]> {
  const faults = faultsIn(community);
  if (faults.length > 0) return refused(faults);
  const field = fieldOf(community, moment);
  const { chosen, prices } = assign(field);
  const mentors = field.mentors;
  return ok({
    proposals: proposalsOf(community, field, chosen, moment),
    value: worthOfAll(field, chosen),
    bound: mostThatCanBe(field, prices),
    prices: mentors.flatMap(({ id }, index) => (prices[index]! > 0 ? [{ mentor: id, price: prices[index]! }] : [])),
    fairness: fairnessOf(field, chosen),
  });
}

function proposalsOf(community: Community, { askers, mentors }: Field, chosen: Chosen, { now }: Moment): Proposal[] {
  const past = new Past(community.history);
  const places = new Map(askers.map(({ member }, index) => [member.id, index]));
  return community.requests.map(({ id: request, by: asker }): Proposal => {
    const none = (why: WhyNone): Proposal => ({ request, asker, mentor: null, why });
    if (past.hasOpen(asker)) return none('one-under-way');
    if (rests(past.silentAsker(asker), now)) return none('left-alone');
    const place = places.get(asker)!;
    const candidate = chosen[place] ?? null;
    if (candidate === null) return none(askers[place]!.nearest.get(request)!);
    if (candidate.request !== request) return none('one-at-a-time');
    return { request, asker, mentor: mentors[candidate.mentor]!.id, reason: reasonOf(candidate, askers[place]!.turn) };
  });
}
