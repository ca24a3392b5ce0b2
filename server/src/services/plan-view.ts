import type { EventId } from '@lapwing/shared/kernel/ids';
import type { PlanBasis, PlanView } from '@lapwing/shared/protocol/api';
import { eveningToPlan } from '@lapwing/shared/protocol/planned-for';
import type { EveningToPlan } from '@lapwing/shared/rotation/evening';
import type { StoredPlan } from '../db/repositories/plans.ts';
import { hashOf } from '../secrets.ts';
import type { Evening } from './evenings.ts';
import type { Services } from './services.ts';

/** What a plan of this evening would be made from now. */
export const planInput = (evening: Evening, basis: PlanBasis): EveningToPlan =>
  eveningToPlan(evening.event.settings, evening.tables, [...evening.people.values()], basis);

export const inputsHash = (input: EveningToPlan): string => hashOf(JSON.stringify(input));

/** The version that people follow; 0 for none. */
export const publishedVersion = (services: Services, eventId: EventId): number =>
  services.evenings.engine(eventId)?.night.moment.planVersion ?? 0;

/** A kept plan as the console sees it. */
export function asView(plan: StoredPlan, evening: Evening, published: number): PlanView {
  const { eventId: _, inputsHash: madeFrom, forStart: __, repair, ...view } = plan;
  return {
    ...view,
    status: plan.version === published ? 'published' : 'draft',
    origin: plan.editedFrom === null ? 'searched' : 'edited',
    room: repair?.room ?? null,
    outdated: repair === null && madeFrom !== inputsHash(planInput(evening, plan.basis)),
  };
}
