import type { PlanSummary, PlanView } from '@lapwing/shared/protocol/api';
import { useEffect, useId, useState } from 'preact/hooks';
import { clockText, decimalText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { TableBox } from '../shell/TableBox.tsx';
import { listText, say, t } from '../words.ts';
import { type ComparedRow, comparedRows, tableChanges } from './compare-plans.ts';
import type { PlanActions } from './plan-actions.ts';

interface Props {
  readonly store: EventStore;
  readonly plan: PlanView;
  readonly timeZone: string;
  readonly actions: PlanActions;
  readonly onClose: () => void;
}

/** Two kept plans side by side: every row, who would sit elsewhere, and each can be published. */
export function CompareDialog({ store, plan, timeZone, actions, onClose }: Props) {
  const { others, other, refusal, choose } = useOtherPlan(store, plan);
  const id = useId();
  const name = (one: PlanSummary): string =>
    t(one.status === 'published' ? 'compare.option.published' : `compare.option.${one.origin}`, {
      version: one.version,
      at: clockText(one.madeAt, timeZone),
      aim: one.aim,
    });
  return (
    <Dialog title={t('compare.title')} onClose={onClose} wide>
      <RefusalNote code={refusal ?? actions.refusal} />
      {others === null ? <p class="quiet">{t('plan.waiting')}</p> : null}
      {others?.length === 0 ? <p>{t('compare.none')}</p> : null}
      {others && others.length > 0 ? (
        <div class="field compare-choice">
          <label for={id}>{t('compare.with', { version: plan.version })}</label>
          <select
            id={id}
            value={other?.version ?? ''}
            onChange={(change) => choose(Number(change.currentTarget.value))}
          >
            {others.map((one) => (
              <option key={one.version} value={one.version}>
                {name(one)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {other ? (
        <>
          <CompareTable here={plan} there={other} />
          <p class="compare-moves">{movesText(plan, other)}</p>
          <div class="dialog-actions">
            {[plan, other].map((one) => (
              <PublishOne key={one.version} plan={one} actions={actions} />
            ))}
          </div>
        </>
      ) : null}
    </Dialog>
  );
}

function PublishOne({ plan, actions }: { plan: PlanView; actions: PlanActions }) {
  if (plan.status === 'published') {
    return (
      <span class="tag ok">
        <Icon name="check" size="1.1em" /> {t('compare.is-published', { version: plan.version })}
      </span>
    );
  }
  return (
    <button type="button" aria-busy={actions.busy} onClick={() => actions.publish(plan.version)}>
      {t('compare.publish', { version: plan.version })}
    </button>
  );
}

function CompareTable({ here, there }: { here: PlanView; there: PlanView }) {
  return (
    <TableBox
      class="compare"
      label={t('compare.title')}
      columns={[
        t('compare.column.aim'),
        t('compare.column.plan', { version: here.version }),
        t('compare.column.plan', { version: there.version }),
      ]}
    >
      {comparedRows(here.report, there.report).map((row) => (
        <tr key={row.aim}>
          <th scope="row">{say(row.title)}</th>
          <td>{say(row.here)}</td>
          <td>
            {say(row.there)} <Difference of={row.difference} />
          </td>
        </tr>
      ))}
    </TableBox>
  );
}

function Difference({ of }: { of: ComparedRow['difference'] }) {
  if (of === null) return <small>{t('compare.same')}</small>;
  return (
    <small class={of.better ? 'better' : 'worse'}>
      {t(of.better ? 'compare.better' : 'compare.worse', { by: decimalText(of.by, 0) })}
    </small>
  );
}

function movesText(here: PlanView, there: PlanView): string {
  const counts = tableChanges(here.schedule, there.schedule);
  const some = counts.flatMap((count, index) =>
    count === 0 ? [] : [t('compare.moves.round', { count, round: index + 1 })],
  );
  return some.length === 0 ? t('compare.moves.none') : t('compare.moves', { rounds: listText(some) });
}

/** The other kept plans, and the one that is compared, fetched whole: its seats are needed to count who moves. */
function useOtherPlan(store: EventStore, plan: PlanView) {
  const [others, setOthers] = useState<readonly PlanSummary[] | null>(null);
  const [other, setOther] = useState<PlanView | null>(null);
  const [refusal, setRefusal] = useState<Props['actions']['refusal']>(null);
  const choose = (version: number): void => {
    void store.api.keptPlan(version).then((answer) => {
      if (answer.ok) setOther(answer.value);
      else setRefusal(answer.refusal.code);
    });
  };
  useEffect(() => {
    void store.api.keptPlans().then((answer) => {
      if (!answer.ok) return setRefusal(answer.refusal.code);
      const rest = answer.value.filter(({ version }) => version !== plan.version);
      setOthers(rest);
      const wanted = other?.version ?? rest[0]?.version;
      if (wanted !== undefined) choose(wanted);
    });
  }, [plan.version, store.detail.value?.publishedPlan]);
  return { others, other: other?.version === plan.version ? null : other, refusal, choose };
}
