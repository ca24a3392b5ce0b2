import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useState } from 'preact/hooks';
import type { ApiAnswer } from '../../../kit/api.ts';
import { clockText } from '../../../kit/figures.ts';
import { Dialog } from '../../shell/Dialog.tsx';
import { Note, RefusalNote } from '../../shell/Note.tsx';
import { t } from '../../words.ts';
import type { DeskProps } from '../LiveDialogs.tsx';
import { AskedTwice } from './AskedTwice.tsx';
import { DisplayRow } from './DisplayRow.tsx';

/** The displays seen tonight: which is which, what it shows, and since when one is lost. */
export function DisplaysDialog({ store, event, onClose }: DeskProps) {
  const { displays = [], unlisted = 0 } = store.live.staff.value ?? {};
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const tell = async (asked: Promise<ApiAnswer<unknown>>): Promise<void> => {
    const answer = await asked;
    setRefusal(answer.ok ? null : answer.refusal.code);
  };
  return (
    <Dialog title={t('displays.heading')} onClose={onClose} wide>
      {displays.length === 0 ? <p class="quiet">{t('displays.none')}</p> : null}
      <RefusalNote code={refusal} />
      <ul class="display-list">
        {displays.map((display) => (
          <DisplayRow
            key={display.id}
            display={display}
            lost={display.lostSince === null ? null : clockText(display.lostSince, event.settings.timeZone)}
            onSet={(change) => {
              const { name, layout } = display;
              void tell(store.api.setDisplay(display.id, { name, layout, ...change }));
            }}
            onFlash={() => void tell(store.api.flashDisplay(display.id))}
            onTakeBack={() => void tell(store.api.takeDisplayBack(display.id))}
            onForget={() => void tell(store.api.forgetDisplay(display.id))}
          />
        ))}
      </ul>
      {unlisted > 0 ? <Note tone="warn">{t('displays.unlisted', { count: unlisted })}</Note> : null}
      <p>
        <a class="way-link" href={event.links.display} target="_blank" rel="noreferrer">
          {t('addresses.display.open')}
        </a>
      </p>
      <p class="quiet">{t('displays.ends')}</p>
      <AskedTwice
        label={t('displays.renew')}
        question={t('displays.renew.ask')}
        what={t('displays.renew.what')}
        yes={t('displays.renew')}
        onYes={() => void tell(store.api.renewDisplayLink())}
      />
    </Dialog>
  );
}
