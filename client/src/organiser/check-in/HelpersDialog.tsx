import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { Helper, HelpersView } from '@lapwing/shared/protocol/staff-api';
import { useEffect, useState } from 'preact/hooks';
import type { ApiAnswer } from '../../kit/api.ts';
import { clockText, dateText } from '../../kit/figures.ts';
import { Name } from '../../kit/Name.tsx';
import type { DeskProps } from '../live/LiveDialogs.tsx';
import { CopyAddress } from '../shell/CopyAddress.tsx';
import { Dialog } from '../shell/Dialog.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { HelpersWalkIns } from './HelpersWalkIns.tsx';
import './who-helps.css';

/** Lets people without an account check in for tonight, by a code that is read out. */
export function HelpersDialog({
  store,
  control,
  event,
  onClose,
}: Pick<DeskProps, 'store' | 'control' | 'event' | 'onClose'>) {
  const [view, setView] = useState<HelpersView | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  /** Who was sent away a moment ago. */
  const [removed, setRemoved] = useState<string | null>(null);
  const take = (answer: ApiAnswer<HelpersView>): void => {
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) setView(answer.value);
  };
  const { timeZone } = event.settings;
  const changes = store.live.staff.value?.changes;
  useEffect(() => void store.api.helpers().then(take), [store, changes]);
  const remove = async ({ id, name }: Helper): Promise<void> => {
    const answer = await store.api.removeHelper(id);
    take(answer);
    setRemoved(answer.ok ? name : null);
  };
  const newCode = async (): Promise<void> => {
    take(await store.api.newHelperCode());
    setRemoved(null);
  };
  const letIn = async (open: boolean): Promise<void> => take(await store.api.letHelpersIn(open));
  return (
    <Dialog title={t('helpers.heading')} onClose={onClose}>
      <p>{t('helpers.what')}</p>
      <RefusalNote code={refusal} />
      {view?.code && view.until !== null ? (
        <>
          <p class="helper-code k-face k-num" translate={false}>
            {view.code.slice(0, 4)} {view.code.slice(4)}
          </p>
          <CopyAddress label={t('helpers.address')} address={`${new URL(event.links.join).origin}/check-in`} />
          <p class="quiet">
            {t('helpers.until', { day: dateText(view.until, timeZone), at: clockText(view.until, timeZone) })}
          </p>
          <HelperList helpers={view.helpers} timeZone={timeZone} onRemove={(helper) => void remove(helper)} />
          {removed === null ? null : <Note tone="warn">{t('helpers.removed', { name: removed })}</Note>}
        </>
      ) : null}
      {view ? <HelpersWalkIns {...{ store, control, walkIns: view.walkIns }} onTaken={setView} /> : null}
      {view ? (
        <div class="dialog-actions">
          {view.open ? (
            <button type="button" onClick={() => void newCode()}>
              {t('helpers.new-code')}
            </button>
          ) : null}
          <button type="button" class={view.open ? '' : 'primary'} onClick={() => void letIn(!view.open)}>
            {t(view.open ? 'helpers.close' : 'helpers.let-in')}
          </button>
        </div>
      ) : null}
    </Dialog>
  );
}

interface ListProps {
  readonly helpers: readonly Helper[];
  readonly timeZone: string;
  readonly onRemove: (helper: Helper) => void;
}

/** Who helps now and since when; each can be sent away alone. */
function HelperList({ helpers, timeZone, onRemove }: ListProps) {
  if (helpers.length === 0) return <p role="status">{t('helpers.nobody')}</p>;
  return (
    <>
      <p class="quiet">{t('helpers.joined', { count: helpers.length })}</p>
      <ul class="helper-list">
        {helpers.map((helper) => (
          <li key={helper.id}>
            <b>
              <Name of={helper.name} />
            </b>
            <span class="quiet">{t('helpers.since', { at: clockText(helper.joinedAt, timeZone) })}</span>
            <button
              type="button"
              aria-label={t('helpers.remove.label', { name: helper.name })}
              onClick={() => onRemove(helper)}
            >
              {t('helpers.remove')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
