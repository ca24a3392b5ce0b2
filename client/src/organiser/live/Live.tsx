import { roundShown } from '@lapwing/shared/live/timeline';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keepAwake } from '../../kit/awake.ts';
import type { SectionProps } from '../EventShell.tsx';
import { KeyCap } from '../shell/KeyCap.tsx';
import { t } from '../words.ts';
import { CheckIn } from './CheckIn.tsx';
import { KeysSheet } from './KeysSheet.tsx';
import type { KeyAction } from './keys.ts';
import { LogList } from './LogList.tsx';
import { LostStrip } from './LostStrip.tsx';
import { createLiveControl, type LiveControl } from './live-control.ts';
import { namesOf } from './names.ts';
import { StartPanel } from './StartPanel.tsx';
import { TableTiles } from './TableTiles.tsx';
import { Transport } from './Transport.tsx';
import { useKeys } from './use-keys.ts';
import './transport.css';
import './door.css';
import './live.css';

/** The night itself: time, the one next step, who sits where, who is at the door. */
export function Live({ store }: SectionProps) {
  const [control, setControl] = useState<LiveControl | null>(null);
  const [keysOpen, setKeysOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const made = createLiveControl(store);
    setControl(made);
    return () => made.close();
  }, [store]);
  useEffect(keepAwake, []);
  useKeys((action: KeyAction) => {
    if (action === 'keys') setKeysOpen(true);
    else if (action === 'checkIn') search.current?.focus();
    else control?.act(action);
  });

  const { live, detail } = store;
  const shown = live.shown.value;
  const moment = live.moment.value;
  const event = detail.value;
  if (!control || !shown || !moment || !event) return <p class="note quiet">{t('live.waiting')}</p>;
  const doors = moment.phase.kind === 'doors';
  return (
    <div
      class="live"
      data-phase={shown.phase.kind}
      data-round={roundShown(shown.phase, moment.timings) ?? ''}
      data-left-ms={shown.left ?? ''}
      data-version={live.room.value?.v ?? ''}
    >
      <div class="live-main">
        <LostStrip store={store} />
        <Transport store={store} control={control} event={event} shown={shown} moment={moment} />
        {doors ? <StartPanel store={store} control={control} /> : null}
        <TableTiles store={store} event={event} moment={moment} />
        <footer class="live-foot">
          <button type="button" class="text" onClick={() => search.current?.focus()}>
            <KeyCap name="C" /> {t('live.check-in')}
          </button>
          <button type="button" class="text" onClick={() => setKeysOpen(true)}>
            <KeyCap name="?" /> {t('live.all-keys')}
          </button>
          <span class="grow" />
          {control.can('finish') ? (
            <button type="button" class="text" onClick={() => control.act('finish')}>
              {t('live.finish')}
            </button>
          ) : null}
        </footer>
      </div>
      <aside class="live-side" aria-label={t('live.side')}>
        <CheckIn store={store} searchRef={search} />
        <LogList log={store.log.value} names={namesOf(store)} timeZone={event.settings.timeZone} />
      </aside>
      {keysOpen ? <KeysSheet onClose={() => setKeysOpen(false)} /> : null}
    </div>
  );
}
