import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { PlanBasis, PlanView } from '@lapwing/shared/protocol/api';
import { useState } from 'preact/hooks';
import { clockText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import type { SectionProps } from '../EventShell.tsx';
import { hasStarted } from '../event-store.ts';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { MakePlan } from './MakePlan.tsx';
import { PersonFinder } from './PersonFinder.tsx';
import { PlanGrid } from './PlanGrid.tsx';
import { PublishButton } from './PublishButton.tsx';
import { ReportPanel } from './ReportPanel.tsx';
import './plan.css';

/** The whole rotation: tables and rounds, one person's line, how good it is, publish. */
export function Plan({ store }: SectionProps) {
  const [chosen, setChosen] = useState<AttendeeId | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const plan = store.plan.value;
  const event = store.detail.value;
  if (plan === undefined || event === null || store.people.value === null) {
    return <p class="note quiet">{t('plan.waiting')}</p>;
  }

  const keep = (work: () => Promise<PlanView | RefusalCode | 'no-answer'>): void => {
    if (busy) return;
    setBusy(true);
    void work().then((made) => {
      setBusy(false);
      setRefusal(typeof made === 'string' ? made : null);
      if (typeof made !== 'string') store.plan.value = made;
    });
  };
  const make = (basis: PlanBasis): void =>
    keep(async () => {
      const answer = await store.api.makePlan(basis);
      return answer.ok ? answer.value : answer.refusal.code;
    });
  const publish = (version: number): void =>
    keep(async () => {
      const answer = await store.api.publishPlan(version);
      return answer.ok ? answer.value : answer.refusal.code;
    });

  // the plan of a started evening stays: the server offers no other
  const started = hasStarted(store);
  if (plan === null) return <MakePlan store={store} busy={busy} refusal={refusal} onMake={make} />;
  return (
    <div class="plan">
      <div class="plan-main">
        <div class="page-head">
          <h2>{t('plan.heading')}</h2>
          <PersonFinder store={store} plan={plan} chosen={chosen} onChoose={setChosen} />
          <span class="grow" />
          {started ? null : (
            <button type="button" aria-busy={busy} onClick={() => make(plan.basis)}>
              <Icon name="swap" /> {t('plan.again')}
            </button>
          )}
          <PublishButton plan={plan} busy={busy} onPublish={() => publish(plan.version)} />
        </div>
        <p class="plan-state quiet">
          {t(plan.status === 'draft' ? 'plan.state.draft' : 'plan.state.published', {
            version: plan.version,
            at: clockText(plan.madeAt, event.settings.timeZone),
            basis: plan.basis,
          })}
        </p>
        <RefusalNote code={refusal} />
        {plan.outdated ? (
          <Note tone="warn">
            {t(started ? 'plan.outdated.started' : 'plan.outdated')}{' '}
            {started ? null : (
              <button type="button" aria-busy={busy} onClick={() => make(plan.basis)}>
                {t('plan.again')}
              </button>
            )}
          </Note>
        ) : null}
        <PlanGrid store={store} event={event} plan={plan} chosen={chosen} />
      </div>
      <ReportPanel plan={plan} byId={store.byId.value} onChoose={setChosen} />
    </div>
  );
}
