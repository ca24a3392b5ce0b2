import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { NewPlanRequest, PlanView } from '@lapwing/shared/protocol/api';
import { useState } from 'preact/hooks';
import type { ApiAnswer } from '../../kit/api.ts';
import type { EventStore } from '../event-store.ts';
import { netChanges } from './plan-edit.ts';

export interface PlanActions {
  /** A request of this page is on its way, or a search goes on, whoever asked for it. */
  readonly busy: boolean;
  readonly refusal: RefusalCode | 'no-answer' | null;
  make(wanted: NewPlanRequest): void;
  publish(version: number): void;
  /** Sends the changes by hand; they stay where they are when the server refuses them. */
  keepEdit(): void;
}

/** What can be done with a plan, one thing at a time. */
export function usePlanActions(store: EventStore): PlanActions {
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const searching = store.live.staff.value?.planning != null;

  const take = (work: () => Promise<ApiAnswer<PlanView>>, done: () => void = () => {}): void => {
    if (sending) return;
    setSending(true);
    setRefusal(null);
    void work().then((answer) => {
      setSending(false);
      if (!answer.ok) return setRefusal(answer.refusal.code);
      store.plan.value = answer.value;
      done();
    });
  };
  return {
    busy: sending || searching,
    refusal,
    make: (wanted) => take(() => store.api.makePlan(wanted)),
    publish: (version) => take(() => store.api.publishPlan(version)),
    keepEdit: () => {
      const edit = store.drafts.plan.value;
      if (edit === null) return;
      take(
        () => store.api.editPlan(edit.base.version, netChanges(edit.base.schedule, edit.steps)),
        () => {
          store.drafts.plan.value = null;
        },
      );
    },
  };
}
