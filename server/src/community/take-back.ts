import { heard } from '@lapwing/shared/matching/introduction-life';
import { changeRequest, type RequestRow } from '../db/repositories/intro-requests.ts';
import { liveProposalOf, removeProposal } from '../db/repositories/proposals.ts';
import type { Tx } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { lifeOf, live } from './request-life.ts';

/** Ends a request as long as nobody said yes (M39), inside the caller's transaction; a mentor who was asked hears it. */
export function takeBack(services: Services, tx: Tx, request: RequestRow): void {
  if (request.state !== 'open') return;
  takeBackAsk(services, tx, request);
  changeRequest(tx, request.id, { state: 'withdrawn', endedAt: wholeNow(services.clock) });
}

/** Whoever is asked, or was to be, is not any more; where a mentor had been asked the request ends with it. */
export function takeBackAsk(services: Services, tx: Tx, request: RequestRow): void {
  const proposal = liveProposalOf(tx, request.id);
  if (!proposal) return;
  // of whom nobody was asked nothing is remembered
  if (proposal.state !== 'asked') {
    removeProposal(tx, proposal.id);
    return;
  }
  const life = lifeOf(tx, request);
  if (life === null) return;
  live(services, tx, request, (next) => {
    const done = heard(life, { by: 'asker', says: 'no-longer' }, wholeNow(services.clock), next);
    return done.ok ? done.value : null;
  });
}
