import type { NewPlanRequest, PlanBasis } from '@lapwing/shared/protocol/api';
import { useState } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
import { Choice } from '../shell/Field.tsx';
import { t } from '../words.ts';

const AIMS = ['wishes', 'balanced', 'mixing'] as const;
const EFFORTS = ['quick', 'thorough'] as const;
const BASES = ['expected', 'here'] as const;

interface Props {
  readonly store: EventStore;
  readonly first: Pick<NewPlanRequest, 'aim'> & { readonly basis: PlanBasis };
  readonly onMake: (wanted: NewPlanRequest) => void;
  /** The other button beside *Make the plan*, if any. */
  readonly onCancel?: () => void;
}

/** What a new plan is to be like: whom it is for, what weighs most, how long to search. */
export function PlanWishes({ store, first, onMake, onCancel }: Props) {
  const [basis, setBasis] = useState<PlanBasis>(first.basis);
  const [aim, setAim] = useState<NonNullable<NewPlanRequest['aim']>>(first.aim ?? 'balanced');
  const [effort, setEffort] = useState<NonNullable<NewPlanRequest['effort']>>('quick');
  const someHere = (store.people.value ?? []).some(({ checkedInAt }) => checkedInAt !== null);
  return (
    <form
      class="form plan-wishes"
      onSubmit={(event) => {
        event.preventDefault();
        onMake({ basis: someHere ? basis : 'expected', aim, effort });
      }}
    >
      {someHere ? (
        <Choice
          label={t('plan.basis')}
          value={basis}
          options={BASES.map((value) => ({ value, label: t(`plan.basis.${value}`) }))}
          onPick={setBasis}
        />
      ) : null}
      <Choice
        label={t('plan.aim')}
        value={aim}
        options={AIMS.map((value) => ({ value, label: t(`plan.aim.${value}`), hint: t(`plan.aim.${value}.hint`) }))}
        onPick={setAim}
      />
      <Choice
        label={t('plan.effort')}
        value={effort}
        options={EFFORTS.map((value) => ({ value, label: t(`plan.effort.${value}`) }))}
        onPick={setEffort}
      />
      {store.locks.value.length > 0 ? <p class="quiet">{t('lock.stay', { count: store.locks.value.length })}</p> : null}
      <div class="button-row">
        <button type="submit" class="primary">
          {t('plan.make')}
        </button>
        {onCancel ? (
          <button type="button" onClick={onCancel}>
            {t('plan.cancel')}
          </button>
        ) : null}
      </div>
    </form>
  );
}
