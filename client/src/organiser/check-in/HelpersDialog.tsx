import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { HelpersView } from '@lapwing/shared/protocol/staff-api';
import { useEffect, useState } from 'preact/hooks';
import type { ApiAnswer } from '../../kit/api.ts';
import { clockText, dateText } from '../../kit/figures.ts';
import type { DeskProps } from '../live/LiveDialogs.tsx';
import { CopyAddress } from '../shell/CopyAddress.tsx';
import { Dialog } from '../shell/Dialog.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { listText, t } from '../words.ts';

/** Lets people without an account check in for tonight, by a code that is read out. */
export function HelpersDialog({ store, event, onClose }: Pick<DeskProps, 'store' | 'event' | 'onClose'>) {
  const [view, setView] = useState<HelpersView | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const take = (answer: ApiAnswer<HelpersView>): void => {
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) setView(answer.value);
  };
  const { timeZone } = event.settings;
  const changes = store.live.staff.value?.changes;
  useEffect(() => void store.api.helpers().then(take), [store, changes]);
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
          <p role="status" translate={false}>
            {view.helpers.length === 0 ? t('helpers.nobody') : t('helpers.names', { names: listText(view.helpers) })}
          </p>
        </>
      ) : null}
      {view ? (
        <div class="dialog-actions">
          <button type="button" class={view.open ? '' : 'primary'} onClick={() => void letIn(!view.open)}>
            {t(view.open ? 'helpers.close' : 'helpers.let-in')}
          </button>
        </div>
      ) : null}
    </Dialog>
  );
}
