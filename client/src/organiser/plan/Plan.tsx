import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { EventDetail, NewPlanRequest, PlanView } from '@lapwing/shared/protocol/api';
import { useState } from 'preact/hooks';
import { clockText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import type { SectionProps } from '../EventShell.tsx';
import { type EventStore, hasStarted } from '../event-store.ts';
import { toPrint } from '../paper/to-print.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { CompareDialog } from './CompareDialog.tsx';
import { EditStrip, type Picked } from './EditStrip.tsx';
import { LockNotes } from './LockNotes.tsx';
import { MakePlan } from './MakePlan.tsx';
import { PersonFinder } from './PersonFinder.tsx';
import { PlanGrid } from './PlanGrid.tsx';
import { PlanningStrip } from './PlanningStrip.tsx';
import { PlanWishes } from './PlanWishes.tsx';
import { PublishButton } from './PublishButton.tsx';
import { type PlanActions, usePlanActions } from './plan-actions.ts';
import { usePlanDesk } from './plan-desk.ts';
import { planOnScreen } from './plan-edit.ts';
import { ReportPanel } from './ReportPanel.tsx';
import { SeatConflicts } from './SeatConflicts.tsx';
import './plan.css';
import './plan-edit.css';

/** The whole rotation: make it, look at it, change it by hand, compare it, publish it. */
export function Plan({ store }: SectionProps) {
  const actions = usePlanActions(store);
  const plan = store.plan.value;
  const event = store.detail.value;
  if (plan === undefined || event === null || store.people.value === null) {
    return <p class="note quiet">{t('plan.waiting')}</p>;
  }
  if (plan === null) return <MakePlan store={store} actions={actions} />;
  return <PlanPage store={store} event={event} latest={plan} actions={actions} />;
}

interface PageProps {
  readonly store: EventStore;
  readonly event: EventDetail;
  readonly latest: PlanView;
  readonly actions: PlanActions;
}

function PlanPage({ store, event, latest, actions }: PageProps) {
  const [chosen, setChosen] = useState<AttendeeId | null>(null);
  const [open, setOpen] = useState<'make' | 'compare' | null>(null);
  const [byHand, setByHand] = useState(false);
  const [picked, setPicked] = useState<Picked | null>(null);
  const edit = store.drafts.plan.value;
  const plan = planOnScreen(latest, edit);
  const desk = usePlanDesk(store, event, plan);
  // the plan of a started evening stays: the server offers no other
  const started = hasStarted(store);
  const changeable = !started && !plan.outdated;
  const editing = !changeable ? 'off' : byHand || edit !== null ? 'on' : 'mouse';
  const make = (wanted: NewPlanRequest): void => {
    setOpen(null);
    actions.make(wanted);
  };
  return (
    <div class="plan">
      <div class="plan-main">
        <div class="page-head">
          <h2>{t('plan.heading')}</h2>
          <PersonFinder store={store} plan={plan} chosen={chosen} onChoose={setChosen} />
          <span class="grow" />
          <div class="button-row">
            <button type="button" onClick={() => setOpen('compare')}>
              {t('plan.compare')}
            </button>
            {changeable ? (
              <button
                type="button"
                aria-pressed={editing === 'on'}
                aria-disabled={edit !== null}
                onClick={() => {
                  if (edit === null) setByHand(!byHand);
                  setPicked(null);
                }}
              >
                <Icon name="edit" /> {t('plan.by-hand')}
              </button>
            ) : null}
            {started ? null : (
              <button type="button" aria-disabled={actions.busy} onClick={() => actions.busy || setOpen('make')}>
                <Icon name="swap" /> {t('plan.again')}
              </button>
            )}
            {plan.status === 'published' ? (
              <button type="button" onClick={() => toPrint(store.id, null)}>
                <Icon name="print" /> {t('plan.print')}
              </button>
            ) : null}
            {edit === null ? (
              <PublishButton plan={plan} busy={actions.busy} onPublish={() => actions.publish(plan.version)} />
            ) : null}
          </div>
        </div>
        <PlanningStrip store={store} />
        <p class="plan-state quiet">
          {t(plan.status === 'draft' ? 'plan.state.draft' : 'plan.state.published', {
            version: plan.version,
            at: clockText(plan.madeAt, event.settings.timeZone),
            basis: plan.basis,
          })}
        </p>
        <RefusalNote code={actions.refusal} />
        {started ? null : <SeatConflicts store={store} basis={plan.basis} />}
        <PlanNotes {...{ store, plan, latest, started }} onMake={() => make({ basis: plan.basis, aim: plan.aim })} />
        {started ? null : <LockNotes {...{ store, plan }} names={desk.names} />}
        <PlanGrid
          {...{ store, event, plan, desk, chosen, editing, picked }}
          onPick={setPicked}
          onDropped={() => setPicked(null)}
        />
        {editing === 'on' ? (
          <EditStrip
            {...{ store, plan, desk, event, picked }}
            busy={actions.busy}
            onPick={setPicked}
            onKeep={actions.keepEdit}
            onDone={() => setByHand(false)}
          />
        ) : null}
      </div>
      <ReportPanel plan={{ ...plan, report: desk.now.report }} byId={store.byId.value} onChoose={setChosen} />
      {open === 'compare' ? (
        <CompareDialog {...{ store, plan, actions }} timeZone={event.settings.timeZone} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'make' ? (
        <Dialog title={t('plan.again.title')} onClose={() => setOpen(null)}>
          <PlanWishes store={store} first={plan} onMake={make} onCancel={() => setOpen(null)} />
        </Dialog>
      ) : null}
    </div>
  );
}

interface NotesProps {
  readonly store: EventStore;
  readonly plan: PlanView;
  readonly latest: PlanView;
  readonly started: boolean;
  readonly onMake: () => void;
}

/** What the organiser should know before going on: people changed, or somebody made a newer plan meanwhile. */
function PlanNotes({ store, plan, latest, started, onMake }: NotesProps) {
  const putAllBack = (): void => {
    store.drafts.plan.value = null;
  };
  return (
    <>
      {plan.version === latest.version ? null : (
        <Note tone="warn">
          {t('edit.newer', { base: plan.version, latest: latest.version })}{' '}
          <button type="button" onClick={putAllBack}>
            {t('edit.put-all-back')}
          </button>
        </Note>
      )}
      {plan.outdated ? (
        <Note tone="warn">
          {t(started ? 'plan.outdated.started' : 'plan.outdated')}{' '}
          {started ? null : (
            <button type="button" onClick={onMake}>
              {t('plan.again')}
            </button>
          )}
          {store.drafts.plan.value === null ? null : (
            <button type="button" onClick={putAllBack}>
              {t('edit.put-all-back')}
            </button>
          )}
        </Note>
      ) : null}
    </>
  );
}
