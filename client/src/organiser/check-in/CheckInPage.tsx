import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import type { SectionProps } from '../EventShell.tsx';
import type { DialogsProps } from '../live/LiveDialogs.tsx';
import { LostStrip } from '../live/LostStrip.tsx';
import { createLiveControl, type LiveControl } from '../live/live-control.ts';
import type { OpenDialog } from '../live/open-dialog.ts';
import { useAwake } from '../live/use-awake.ts';
import { sectionHash } from '../place.ts';
import { leaveDoor } from '../session.ts';
import { CancelledStrip } from '../shell/CancelledStrip.tsx';
import { loadSection } from '../shell/load-section.tsx';
import { t } from '../words.ts';
import { CameraView } from './CameraView.tsx';
import { DoorSearch } from './DoorSearch.tsx';
import { openDoor } from './door.ts';
import { KeptNote } from './KeptNote.tsx';
import { RecentResults } from './RecentResults.tsx';
import { ResultCard } from './ResultCard.tsx';
import { useDoorSounds } from './use-door-sounds.ts';
import { useSearchKeys } from './use-search-keys.ts';
import { WaitingPhones } from './WaitingPhones.tsx';
import './door.css';
import '../live/needs.css';
import './check-in.css';

const LiveDialogs = loadSection<DialogsProps>(() =>
  import('../live/LiveDialogs.tsx').then(({ LiveDialogs: view }) => view),
);

/** The door alone, for a helper's phone or laptop: camera, the card that says where to go, a field, a walk-in. */
export function CheckInPage({ store, badge }: SectionProps & { readonly badge: string | null }) {
  const door = useMemo(() => openDoor(store), [store]);
  const [control, setControl] = useState<LiveControl | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const sounds = useDoorSounds(door);
  useAwake();
  useEffect(() => {
    const made = createLiveControl(store);
    setControl(made);
    return () => made.close();
  }, [store]);
  useSearchKeys(search);
  const ready = store.people.value !== null;
  useEffect(() => {
    if (badge !== null && ready) void door.offer(badge);
  }, [badge, ready, door]);
  const event = store.detail.value;
  const moment = store.live.moment.value;
  if (!control || !event || !moment || !ready) return <p class="note quiet">{t('live.waiting')}</p>;
  const facts = store.live.facts.value;
  const parts = { store, control, door, event, moment, open: setDialog };
  return (
    <div class="check-in-page">
      <header class="check-in-head">
        {store.isHelper ? null : (
          <a href={`/${sectionHash(event.id, 'live')}`} aria-label={t('check-in.back')}>
            <Icon name="undo" />
          </a>
        )}
        <h1>{t('check-in.title')}</h1>
        {facts ? (
          <span class="k-num">
            {t('check-in.count', {
              here: facts.studentsHere + facts.mentorsHere,
              expected: facts.studentsExpected + facts.mentorsExpected,
            })}
          </span>
        ) : null}
        <button type="button" class="sound-switch" onClick={() => sounds.turn(!sounds.on.value)}>
          <Icon name={sounds.on.value ? 'sound' : 'mute'} />{' '}
          {t(sounds.on.value ? 'check-in.sound.on' : 'check-in.sound.off')}
        </button>
      </header>
      <LostStrip store={store} />
      <CancelledStrip event={event} toSetUp={false} />
      <CameraView onCode={(text) => void door.present(text)} />
      <ResultCard {...{ door, store, control, open: setDialog }} />
      <KeptNote door={door} />
      <RecentResults door={door} store={store} />
      <WaitingPhones store={store} door={door} />
      {store.isHelper ? (
        <button type="button" class="helper-leave" onClick={() => void leaveDoor()}>
          {t('helper.leave')}
        </button>
      ) : null}
      <div class="check-in-bar">
        <DoorSearch {...{ store, door, open: setDialog, searchRef: search }} />
        <button type="button" onClick={() => setDialog({ kind: 'walkIn' })}>
          <Icon name="plus" /> {t('live.walk-in')}
        </button>
        <button type="button" onClick={() => setDialog({ kind: 'missing' })}>
          <Icon name="people" /> {t('missing.open')}
        </button>
      </div>
      {dialog ? <LiveDialogs {...parts} dialog={dialog} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}
