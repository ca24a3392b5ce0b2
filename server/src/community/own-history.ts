import { firstName } from '@lapwing/shared/event/roster';
import { WINDOW_DAYS } from '@lapwing/shared/introductions/agreed';
import type { MemberId } from '@lapwing/shared/kernel/ids';
import { after, days } from '@lapwing/shared/kernel/time';
import type { OwnMembership, OwnRequest } from '@lapwing/shared/protocol/community-api';
import { findProfile } from '../db/repositories/community-profiles.ts';
import { askOf, findRequest, listRequestsOf, type RequestRow } from '../db/repositories/intro-requests.ts';
import { introductionOfRequest, memberIntroductionsOf } from '../db/repositories/member-introductions.ts';
import { listAskedOf, liveProposalOf } from '../db/repositories/proposals.ts';
import type { Tx } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { mayBeIntroduced } from './history.ts';
import { questionLink } from './question-link.ts';
import { partyOf } from './sides.ts';

/** What came of each request of a member, without those they took back. */
export const ownRequests = (tx: Tx, id: MemberId): OwnRequest[] =>
  listRequestsOf(tx, id)
    .filter(({ state }) => state !== 'withdrawn')
    .map((row) => ownRequest(tx, row));

const STANDS = { open: 'waiting', introduced: 'introduced', ended: 'ended', withdrawn: 'ended' } as const;

function ownRequest(tx: Tx, row: RequestRow): OwnRequest {
  const made = introductionOfRequest(tx, row.id);
  const isAsked = row.state === 'open' && liveProposalOf(tx, row.id)?.state === 'asked';
  return {
    ...{ id: row.id, ask: askOf(row), at: row.askedAt, stands: isAsked ? 'asked' : STANDS[row.state] },
    // whom a matchmaker has not decided about is nobody's yet
    why: row.state === 'open' && !isAsked ? row.why : null,
    withName: made ? (partyOf(tx, made, 'mentor')?.name ?? '') : '',
  };
}

/** What a member gave: introductions made, of those met, this month, and what was said in thanks (C15). */
export function givenBy({ clock }: Services, tx: Tx, id: MemberId): OwnMembership['given'] {
  const all = memberIntroductionsOf(tx, id);
  const given = all.filter(({ mentorMember }) => mentorMember === id);
  const since = after(wholeNow(clock), days(-WINDOW_DAYS));
  const thanks = all.map((one) => (one.mentorMember === id ? one.studentThanks : one.mentorThanks));
  return {
    made: given.length,
    met: given.filter(({ outcome }) => outcome === 'met').length,
    thisMonth: given.filter(({ madeAt }) => madeAt > since).length,
    thanks: thanks.filter((word) => word !== ''),
  };
}

/** Asks that wait for a member's answer, each with the address of its page. */
export const asksWaiting = (services: Services, tx: Tx, id: MemberId): OwnMembership['waiting'] =>
  listAskedOf(tx, id).flatMap(({ id: proposal, asker, requestId }) => {
    if (!mayBeIntroduced(services, tx, asker, id)) return [];
    const [who, request] = [findProfile(tx, asker), findRequest(tx, requestId)];
    const address = questionLink(services, { is: 'introduce', proposal });
    return who && request ? [{ firstName: firstName(who.name), line: request.line, address }] : [];
  });
