import type { PlanView } from '@lapwing/shared/protocol/api';
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ApiAnswer } from '../kit/api.ts';
import type { LiveModel } from '../kit/live-model.ts';

interface PlanShelf {
  keptPlan(version: number): Promise<ApiAnswer<PlanView>>;
}

/**
 * The plan that the room follows. The newest plan is often another one: every preview of a change makes a draft.
 * @param newest the newest plan, as the store fetched it
 */
export function followPlan(
  api: PlanShelf,
  live: Pick<LiveModel, 'room'>,
  newest: ReadonlySignal<PlanView | null | undefined>,
): { readonly followed: ReadonlySignal<PlanView | null>; readonly stop: () => void } {
  const fetched = signal<PlanView | null>(null);
  const wanted = computed(() => live.room.value?.moment.planVersion ?? 0);
  const stop = effect(() => {
    const version = wanted.value;
    if (version === 0 || newest.value === undefined) return;
    if (newest.value?.version === version) {
      // kept when a draft takes its place as the newest
      fetched.value = newest.value;
      return;
    }
    if (fetched.peek()?.version === version) return;
    void api.keptPlan(version).then((answer) => {
      if (answer.ok && wanted.peek() === version) fetched.value = answer.value;
    });
  });
  const followed = computed(() => (fetched.value?.version === wanted.value ? fetched.value : null));
  return { followed, stop };
}
