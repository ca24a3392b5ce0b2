import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { HelpersView, HelpersWalkIns as WalkIns } from '@lapwing/shared/protocol/staff-api';
import { useState } from 'preact/hooks';
import { Name } from '../../kit/Name.tsx';
import { Sure } from '../../kit/Sure.tsx';
import type { DeskProps } from '../live/LiveDialogs.tsx';
import { RepairView } from '../live/RepairView.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';

const SURE_LOOK = { row: 'dialog-actions', no: '', yes: 'danger' } as const;

interface Props extends Pick<DeskProps, 'store' | 'control'> {
  readonly walkIns: readonly WalkIns[];
  readonly onTaken: (view: HelpersView) => void;
}

/** Whom each helper added, also one who was sent away; all of one helper's go in one act. Nothing where nobody added anybody. */
export function HelpersWalkIns({ store, control, walkIns, onTaken }: Props) {
  const [asking, setAsking] = useState<string | null>(null);
  const [freeing, setFreeing] = useState<string | null>(null);
  const [taken, setTaken] = useState<{ readonly name: string; readonly count: number } | null>(null);
  const isRunning = !['doors', 'finished'].includes(store.live.moment.value?.phase.kind ?? 'doors');
  const close = (): void => {
    setAsking(null);
    setFreeing(null);
  };
  if (walkIns.length === 0 && taken === null) return null;
  return (
    <section class="helper-walk-ins">
      <h3>{t('helpers.walk-ins')}</h3>
      {taken === null ? null : (
        <Note tone="ok">{t('helpers.walk-ins.taken', { name: taken.name, count: taken.count })}</Note>
      )}
      <ul class="helper-list">
        {walkIns.map((of) => (
          <li key={of.by}>
            <b>
              <Name of={of.by} />
            </b>
            <span class="quiet">{t('helpers.walk-ins.by', { count: of.count })}</span>
            {of.count > of.seated.length ? (
              <button
                type="button"
                aria-label={t('helpers.walk-ins.take-back.label', { name: of.by })}
                aria-expanded={asking === of.by}
                onClick={() => {
                  close();
                  setAsking(of.by);
                }}
              >
                {t('helpers.walk-ins.take-back')}
              </button>
            ) : null}
            <Seated {...{ store, control, of }} isRunning={isRunning} isOpen={freeing === of.by} onOpen={setFreeing} />
            {asking === of.by ? (
              <TakeBack
                {...{ store, of }}
                onNo={close}
                onTaken={(view) => {
                  close();
                  setTaken({ name: of.by, count: of.count - of.seated.length });
                  onTaken(view);
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SeatedProps extends Pick<Props, 'store' | 'control'> {
  readonly of: WalkIns;
  readonly isRunning: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (by: string | null) => void;
}

/** Who of them has a seat: in a night that runs they leave it first, like anybody who goes. */
function Seated({ store, control, of, isRunning, isOpen, onOpen }: SeatedProps) {
  const { seated } = of;
  if (seated.length === 0) return null;
  const free = t('helpers.walk-ins.free', { count: seated.length });
  return (
    <div class="helper-seated">
      <p class="quiet">{t('helpers.walk-ins.seated', { count: seated.length })}</p>
      {isRunning && !isOpen ? (
        <button type="button" onClick={() => onOpen(of.by)}>
          {free}
        </button>
      ) : null}
      {isRunning && isOpen ? (
        <RepairView
          {...{ store, control }}
          change={{ kind: 'left', people: seated, now: true }}
          onApplied={() => onOpen(null)}
          focus
        />
      ) : null}
    </div>
  );
}

interface TakeBackProps extends Pick<Props, 'store' | 'onTaken'> {
  readonly of: WalkIns;
  readonly onNo: () => void;
}

/** Asked twice: who is taken back is erased. */
function TakeBack({ store, of, onNo, onTaken }: TakeBackProps) {
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const count = of.count - of.seated.length;
  async function takeBack(): Promise<void> {
    if (sending) return;
    setSending(true);
    const answer = await store.api.takeBackWalkIns(of.by);
    setSending(false);
    if (!answer.ok) return setRefusal(answer.refusal.code);
    onTaken(answer.value);
  }
  return (
    <div class="helper-seated">
      <RefusalNote code={refusal} />
      <Sure
        question={t('helpers.walk-ins.ask', { name: of.by })}
        no={t('helpers.walk-ins.no')}
        yes={t('helpers.walk-ins.yes', { count })}
        sending={sending}
        onNo={onNo}
        onYes={takeBack}
        look={SURE_LOOK}
      >
        <p>{t('helpers.walk-ins.what', { count })}</p>
      </Sure>
    </div>
  );
}
