import type { Refusal } from '@lapwing/shared/kernel/refusal';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Matching } from '@lapwing/shared/matching/match';
import { listIntroducible } from '../db/repositories/community-profiles.ts';
import { changeRequest, findRequest } from '../db/repositories/intro-requests.ts';
import {
  dropUndecided,
  findRunByKey,
  insertProposal,
  insertRun,
  listProposals,
  liveProposalOf,
} from '../db/repositories/proposals.ts';
import { type Tx, transact } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { runMatchJob } from '../solver/match-job.ts';
import type { Matcher } from '../solver/matcher.ts';
import { communityNow, takenNow } from './history.ts';
import { seedOf } from './request-life.ts';

/** Makes the proposals of a week for the whole community at once (C8). */
export interface Runs {
  /** One run for one key, however often it is asked for; one at a time. */
  propose(key: string): Promise<Result<undefined, Refusal>>;
}

export function createRuns(services: Services, matcher: Matcher): Runs {
  let running: Promise<Result<undefined, Refusal>> | null = null;

  async function run(key: string): Promise<Result<undefined, Refusal>> {
    const now = wholeNow(services.clock);
    const community = communityNow(services, services.db);
    const matched = await matcher.match({ community, moment: { now, seed: seedOf(now) } });
    if (!matched.ok) return matched;
    const { db } = services;
    return transact<undefined, Refusal>(db, (tx) => {
      if (findRunByKey(tx, key)) return ok(undefined);
      write(services, tx, key, matched.value);
      return ok(undefined);
    });
  }
  return {
    async propose(key) {
      if (findRunByKey(services.db, key)) return ok(undefined);
      // who asks while one is made gets that one; its key is theirs alone
      while (running) {
        await running;
        if (findRunByKey(services.db, key)) return ok(undefined);
      }
      running = run(key).catch(() => refused(refusal('server-fault')));
      const done = await running;
      running = null;
      return done;
    },
  };
}

/** A run where it is called: of so few that a thread would take longer to begin. */
export const runHere = (services: Services, key: string): Promise<Result<undefined, Refusal>> =>
  createRuns(services, { match: async (job) => runMatchJob(job) }).propose(key);

/**
 * Takes the place of proposals nobody has decided; what is decided stays. Meanwhile people decided, answered and left, so each
 * proposal is held against what is so now.
 */
function write(services: Services, tx: Tx, key: string, { proposals, value, bound, fairness }: Matching): void {
  const now = wholeNow(services.clock);
  dropUndecided(tx);
  const profiles = new Map(listIntroducible(tx).map((row) => [row.memberId, row]));
  const taken = takenNow(services, tx);
  const busy = new Set(listProposals(tx, ['approved', 'asked']).map(({ asker }) => asker));
  for (const proposal of proposals) {
    const row = findRequest(tx, proposal.request);
    if (row?.state !== 'open' || liveProposalOf(tx, row.id)) continue;
    if (proposal.mentor === null) {
      changeRequest(tx, row.id, { why: proposal.why });
      continue;
    }
    const { asker, mentor, reason } = proposal;
    const gives = profiles.get(mentor);
    const count = taken.get(mentor) ?? 0;
    if (!gives || !profiles.has(asker) || busy.has(asker) || count >= gives.perMonth) continue;
    taken.set(mentor, count + 1);
    const id = services.secrets.newId();
    insertProposal(tx, { id, requestId: row.id, asker, mentor, reason, state: 'proposed', madeAt: now });
    changeRequest(tx, row.id, { why: null });
  }
  insertRun(tx, {
    ...{ id: services.secrets.newId(), key, at: now },
    ...{ served: fairness.served, left: fairness.askers - fairness.served },
    longestWaitDays: fairness.longestWaitLeft ?? 0,
    optimal: value === bound,
  });
}
