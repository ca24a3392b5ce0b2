import type { Reseat } from '@lapwing/shared/event/reseat';
import { tableIn } from '@lapwing/shared/event/reseat';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { PlanView } from '@lapwing/shared/protocol/api';

/** Changes by hand to one plan that the server does not know yet. */
export interface PlanEdit {
  readonly base: PlanView;
  /** In the order they were made; a swap is two changes at once. */
  readonly steps: readonly (readonly Reseat[])[];
}

/** The plan that is on screen: the one that is being changed, as fresh as it is known, else the latest. */
export function planOnScreen(latest: PlanView, edit: PlanEdit | null): PlanView {
  return edit === null || edit.base.version === latest.version ? latest : edit.base;
}

/** One more change by hand, on a plan as it was when the first was made. */
export const withStep = (edit: PlanEdit | null, base: PlanView, step: readonly Reseat[]): PlanEdit => ({
  base,
  steps: [...(edit?.steps ?? []), step],
});

/** Takes the last change back; null when none is left. */
export const withoutLast = ({ base, steps }: PlanEdit): PlanEdit | null =>
  steps.length > 1 ? { base, steps: steps.slice(0, -1) } : null;

/** As the server takes them: one change for a person and round, the last one; none that leads back to where it began. */
export function netChanges(schedule: Schedule, steps: PlanEdit['steps']): Reseat[] {
  const last = new Map(steps.flat().map((change) => [`${change.round} ${change.person}`, change]));
  return [...last.values()].filter(({ round, person, table }) => tableIn(schedule, round, person) !== table);
}
