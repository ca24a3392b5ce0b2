import { areWorldsApart, isInventedMember } from '@lapwing/shared/community/invented';
import { introRequestId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, seconds } from '@lapwing/shared/kernel/time';
import { Past } from '@lapwing/shared/matching/past';
import type { Decision } from '@lapwing/shared/protocol/community-api';
import { findProfile, listIntroducible } from '../db/repositories/community-profiles.ts';
import { findRequest } from '../db/repositories/intro-requests.ts';
import {
  findProposal,
  insertProposal,
  listProposals,
  liveProposalOf,
  moveProposal,
  type ProposalRow,
  removeProposal,
  replacementOf,
} from '../db/repositories/proposals.ts';
import { type Tx, transact } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { communityNow, takenNow } from './history.ts';
import { nextChoice } from './request-life.ts';

/** Until then a decision can be taken back (C11). */
export const UNDO_FOR = seconds(30);

/**
 * Decides a proposal, once (C9 to C11): who comes second is refused with already-so and the first name of who was first.
 * @param by first name of the matchmaker
 */
export function decide(services: Services, id: string, { decision }: Decision, by: string): Result<undefined, Refusal> {
  return transact<undefined, Refusal>(services.db, (tx) => {
    const proposal = findProposal(tx, id);
    // a run may have made it anew meanwhile
    if (!proposal) return refused(refusal('changed-meanwhile'));
    if (decision === 'undo') return undo(services, tx, proposal);
    if (proposal.state !== 'proposed') return refused(refusal('already-so', { by: proposal.by }));
    return decision === 'approve' ? approve(services, tx, proposal, by) : skip(services, tx, proposal, by);
  });
}

const decided = (services: Services, by: string) => {
  const now = wholeNow(services.clock);
  return { by, decidedAt: now, goesAt: after(now, UNDO_FOR) };
};

function approve(services: Services, tx: Tx, proposal: ProposalRow, by: string): Result<undefined, Refusal> {
  if (services.outbox.from === null && !isAmongInvented(tx, proposal))
    return refused(refusal('not-now', { why: 'no-mail' }));
  const why = whyNot(services, tx, proposal);
  if (why !== null) return refused(refusal('not-now', { why }));
  moveProposal(tx, proposal.id, 'proposed', { state: 'approved', ...decided(services, by) });
  return ok(undefined);
}

/** To them no mail would go anyway (C23). */
const isAmongInvented = (tx: Tx, { asker, mentor }: ProposalRow): boolean =>
  [asker, mentor].every((id) => isInventedMember(findProfile(tx, id) ?? { email: '' }));

/** What has changed since it was proposed, so that nobody is asked in vain; null when nothing has. */
function whyNot(services: Services, tx: Tx, { id, requestId, asker, mentor }: ProposalRow): string | null {
  if (findRequest(tx, requestId)?.state !== 'open') return 'taken-back';
  const people = new Map(listIntroducible(tx).map((row) => [row.memberId, row]));
  const gives = people.get(mentor);
  const asks = people.get(asker);
  if (!gives || !asks || areWorldsApart(asks, gives)) return 'gone';
  const now = wholeNow(services.clock);
  const paused = gives.pausedUntil !== null && now < gives.pausedUntil;
  if (paused || (takenNow(services, tx).get(mentor) ?? 0) >= gives.perMonth) return 'full';
  const others = listProposals(tx, ['approved', 'asked']).filter((one) => one.id !== id);
  const past = new Past(communityNow(services, tx).history);
  if (others.some((one) => one.asker === asker) || past.hasOpen(asker)) return 'busy';
  return past.isClosed(asker, mentor) ? 'known' : null;
}

/** The next choice takes its place, if there is one (M30). */
function skip(services: Services, tx: Tx, proposal: ProposalRow, by: string): Result<undefined, Refusal> {
  moveProposal(tx, proposal.id, 'proposed', { state: 'skipped', ...decided(services, by) });
  const request = findRequest(tx, introRequestId(proposal.requestId));
  const choice = request?.state === 'open' ? nextChoice(services, tx, request) : undefined;
  if (choice) {
    const { requestId, asker } = proposal;
    const { mentor, reason } = choice;
    const row = { id: services.secrets.newId(), requestId, asker, mentor, reason };
    insertProposal(tx, { ...row, state: 'proposed', madeAt: wholeNow(services.clock), insteadOf: proposal.id });
  }
  return ok(undefined);
}

/** Takes back what was decided, while `goesAt` is ahead. Of what was skipped, as long as nobody decided what came in its place. */
function undo(services: Services, tx: Tx, { id, state, goesAt, requestId }: ProposalRow): Result<undefined, Refusal> {
  if (state === 'proposed') return ok(undefined);
  const isLate = goesAt === null || wholeNow(services.clock) >= goesAt;
  if (isLate || (state !== 'approved' && state !== 'skipped')) return refused(refusal('nothing-to-undo'));
  const next = replacementOf(tx, id);
  if (next && next.state !== 'proposed') return refused(refusal('nothing-to-undo'));
  if (next) removeProposal(tx, next.id);
  if (state === 'skipped' && liveProposalOf(tx, requestId)) return refused(refusal('nothing-to-undo'));
  moveProposal(tx, id, state, { state: 'proposed', by: '', decidedAt: null, goesAt: null });
  return ok(undefined);
}
