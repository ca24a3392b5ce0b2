import { callNames } from '@lapwing/shared/event/call-names';
import type { Reseat } from '@lapwing/shared/event/reseat';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import type { EventDetail, PlanView } from '@lapwing/shared/protocol/api';
import { eveningToPlan } from '@lapwing/shared/protocol/planned-for';
import { useMemo } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';
import { withoutLast, withStep } from './plan-edit.ts';
import { type Assessed, assessed, movesFor, type Price, priceOf } from './price.ts';
import type { Names } from './price-sentences.ts';

/** Where somebody may be put: a table, or the seat of somebody there who takes theirs. */
export interface Target {
  readonly table: TableId | null;
  readonly person: AttendeeId | null;
}

/** The plan on screen as it can be changed by hand, every change with its price. */
export interface PlanDesk {
  readonly names: Names;
  /** The plan as it is with all changes that are not kept yet. */
  readonly now: Assessed;
  /** Price of all changes together; null while there are none. */
  readonly total: Price | null;
  readonly steps: number;
  /** The changes that would seat a person there, and what they cost; null where nothing would change. */
  priced(round: number, person: AttendeeId, target: Target): { changes: readonly Reseat[]; price: Price } | null;
  take(changes: readonly Reseat[]): void;
  putBack(): void;
  /** Prices nothing at all: the first real price then comes as fast as the later ones. */
  warmUp(): void;
  putAllBack(): void;
}

/** Counts anew only when the plan, its changes or the people are others. */
export function usePlanDesk(store: EventStore, event: EventDetail, plan: PlanView): PlanDesk {
  const people = store.people.value ?? [];
  const edit = store.drafts.plan.value;
  const company = store.company.value;
  const { settings, tables } = event;
  const names = useMemo(() => namesOf(store), [people, tables]);
  const evening = useMemo(
    () => eveningToPlan(settings, tables, people, plan.basis, company),
    [settings, tables, people, plan.basis, company],
  );
  const kept = useMemo(() => ({ schedule: plan.schedule, report: plan.report }), [plan]);
  // the kept report may be of an earlier version of this programme, so what is compared is counted here and now
  const begin = useMemo(() => once(() => assessed(plan.schedule, evening)), [plan, evening]);
  const total = useMemo(
    () => (edit === null ? null : priceOf(begin(), edit.steps.flat(), evening)),
    [begin, edit, evening],
  );
  const now = total?.after ?? kept;
  const counted = (): Assessed => total?.after ?? begin();
  return {
    names,
    now,
    total,
    steps: edit?.steps.length ?? 0,
    priced(round, person, target) {
      const changes = movesFor(now.schedule, round, person, target);
      return changes.length === 0 ? null : { changes, price: priceOf(counted(), changes, evening) };
    },
    take(changes) {
      store.drafts.plan.value = withStep(edit, plan, changes);
    },
    warmUp() {
      priceOf(counted(), [], evening);
    },
    putBack() {
      if (edit !== null) store.drafts.plan.value = withoutLast(edit);
    },
    putAllBack() {
      store.drafts.plan.value = null;
    },
  };
}

/** Counts when it is first asked, and not again. */
function once(count: () => Assessed): () => Assessed {
  let known: Assessed | null = null;
  return () => {
    known ??= count();
    return known;
  };
}

function namesOf(store: EventStore): Names {
  const called = callNames(store.people.value ?? []);
  const numbers = new Map((store.detail.value?.tables ?? []).map(({ id, number }) => [id, number]));
  return {
    person: (id) => called.get(id) ?? t('plan.gone'),
    table: (id) => numbers.get(id) ?? '?',
  };
}
