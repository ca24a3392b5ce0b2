import type { EventId } from '@lapwing/shared/kernel/ids';
import type { PlanBasis, PlanView } from '@lapwing/shared/protocol/api';
import { eveningToPlan, type PeopleInPairs } from '@lapwing/shared/protocol/planned-for';
import type { EveningToPlan } from '@lapwing/shared/rotation/evening';
import { listPairRules } from '../db/repositories/pair-rules.ts';
import type { StoredPlan } from '../db/repositories/plans.ts';
import { listSeatLocks } from '../db/repositories/seat-locks.ts';
import { hashOf } from '../secrets.ts';
import { blockedPairs } from './blocked-pairs.ts';
import type { Evening } from './evenings.ts';
import { metBefore } from './met-before.ts';
import type { Services } from './services.ts';

/** What a plan of this evening would be made from now. */
export function planInput(services: Services, { event, tables, people }: Evening, basis: PlanBasis): EveningToPlan {
  const input = eveningToPlan(event.settings, tables, [...people.values()], basis, inPairs(services, event.id));
  const locked = listSeatLocks(services.db, event.id);
  return locked.length > 0 ? { ...input, locked } : input;
}

/** Rules of two people, who met before, and who is never to sit together. */
export const inPairs = (services: Services, eventId: EventId): PeopleInPairs => ({
  pairs: listPairRules(services.db, eventId),
  met: metBefore(services, eventId),
  blocked: blockedPairs(services, eventId),
});

/** Locks are of seats that the plan has: setting one makes no plan outdated. */
export const inputsHash = ({ locked: _, ...input }: EveningToPlan): string => hashOf(JSON.stringify(input));

/** The version that people follow; 0 for none. */
export const publishedVersion = (services: Services, eventId: EventId): number =>
  services.evenings.engine(eventId)?.night.moment.planVersion ?? 0;

/** A kept plan as the console sees it. */
export function asView(services: Services, plan: StoredPlan, evening: Evening, published: number): PlanView {
  const { eventId: _, inputsHash: madeFrom, forStart: __, repair, ...view } = plan;
  return {
    ...view,
    status: plan.version === published ? 'published' : 'draft',
    origin: plan.editedFrom === null ? 'searched' : 'edited',
    room: repair?.room ?? null,
    outdated: repair === null && madeFrom !== inputsHash(planInput(services, evening, plan.basis)),
  };
}
