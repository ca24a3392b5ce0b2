import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import type { SectionProps } from '../EventShell.tsx';
import { createLiveControl, type LiveControl } from '../live/live-control.ts';
import { RepairView } from '../live/RepairView.tsx';
import { sectionHash } from '../place.ts';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { ReportRow } from './ReportRow.tsx';
import './reports.css';

export type Pair = readonly [AttendeeId, AttendeeId];
type Refused = RefusalCode | 'no-answer' | null;

const RULES_CHANGED = { kind: 'rulesChanged' } as const;

/** What people told the named contact in private, and who never sits with whom. */
export function Reports({ store }: SectionProps) {
  const [refusal, setRefusal] = useState<Refused>(null);
  const [released, setReleased] = useState<Pair | null>(null);
  /** A pair that was blocked here: whether they still meet tonight is looked at below. */
  const [kept, setKept] = useState<Pair | null>(null);
  const trusted = store.invitation.value?.invitation;
  const reports = store.reports.value;
  const { blocked } = store.company.value;
  const nameOf = (id: AttendeeId): string => store.byId.value.get(id)?.name ?? t('report.left');
  const names = ([one, other]: Pair) => ({ one: nameOf(one), other: nameOf(other) });
  const change = async (pair: Pair, isBlock: boolean): Promise<void> => {
    const answer = await (isBlock ? store.api.block(...pair) : store.api.unblock(...pair));
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (!answer.ok) return;
    store.company.value = answer.value;
    setKept(isBlock ? pair : null);
    setReleased(isBlock ? null : pair);
  };
  const settle = async (id: string, settled: boolean): Promise<void> => {
    const answer = await store.api.settleReport(id, settled);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) await store.refresh();
  };
  return (
    <div class="page reports">
      <h2>{t('reports.heading')}</h2>
      <p class="quiet">{t('reports.what')}</p>
      {trusted && trusted.trustedName === '' ? (
        <Note tone="warn">
          {t('reports.nobody')} <a href={sectionHash(store.id, 'set-up')}>{t('section.set-up')}</a>
        </Note>
      ) : null}
      <RefusalNote code={refusal} />
      {reports.length === 0 ? <p class="empty">{t('reports.none')}</p> : null}
      <ul class="report-list">
        {reports.map((notice) => (
          <ReportRow
            key={notice.id}
            {...{ store, notice, nameOf, blocked }}
            onBlock={(pair) => void change(pair, true)}
            onSettle={(settled) => void settle(notice.id, settled)}
          />
        ))}
      </ul>
      {kept ? <Mending store={store} words={t('reports.kept', names(kept))} onGone={() => setKept(null)} /> : null}
      <section class="card" aria-labelledby="blocks-heading">
        <h3 id="blocks-heading">{t('blocks.heading')}</h3>
        <p class="quiet">{t('blocks.what')}</p>
        {blocked.length === 0 ? <p>{t('blocks.none')}</p> : null}
        <ul class="block-list">
          {blocked.map((pair) => (
            <li key={pair.join(' ')}>
              <span translate={false}>{t('blocks.pair', names(pair))}</span>
              <button type="button" onClick={() => void change(pair, false)}>
                {t('blocks.release')}
              </button>
            </li>
          ))}
        </ul>
        {released ? (
          <div class="undo-strip" role="status">
            <span>{t('blocks.released', names(released))}</span>
            <button type="button" onClick={() => void change(released, true)}>
              <Icon name="undo" /> {t('blocks.undo')}
            </button>
          </div>
        ) : null}
      </section>
    </div>
  );
}

/** What the block does: to the night that runs, before and after; else to plans that are still to be made. */
function Mending({ store, words, onGone }: SectionProps & { words: string; onGone: () => void }) {
  const [control, setControl] = useState<LiveControl | null>(null);
  useEffect(() => {
    const made = createLiveControl(store);
    setControl(made);
    return () => made.close();
  }, [store]);
  const phase = store.live.moment.value?.phase.kind;
  const isRunning = phase !== undefined && phase !== 'doors' && phase !== 'finished';
  return (
    <section class="card" role="status">
      <p>
        <b>{words}</b> {t(isRunning ? 'reports.mend' : 'reports.plan')}
      </p>
      {isRunning && control ? (
        <RepairView store={store} control={control} change={RULES_CHANGED} onApplied={onGone}>
          <button type="button" onClick={onGone}>
            {t('reports.later')}
          </button>
        </RepairView>
      ) : null}
    </section>
  );
}
