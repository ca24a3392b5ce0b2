import { roundShown } from '@lapwing/shared/live/timeline';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CheckIn } from '../check-in/CheckIn.tsx';
import { openDoor } from '../check-in/door.ts';
import type { SectionProps } from '../EventShell.tsx';
import { loadPrint, toPrint } from '../paper/to-print.ts';
import { loadSection } from '../shell/load-section.tsx';
import { t } from '../words.ts';
import type { KeyAction } from './keys.ts';
import type { DialogsProps } from './LiveDialogs.tsx';
import { LiveFoot } from './LiveFoot.tsx';
import { LogList } from './LogList.tsx';
import { LostStrip } from './LostStrip.tsx';
import { createLiveControl, type LiveControl } from './live-control.ts';
import { liveActs } from './live-desk.ts';
import { NeedsYou, openNeed } from './NeedsYou.tsx';
import { namesOf } from './names.ts';
import type { OpenDialog } from './open-dialog.ts';
import { StartPanel } from './StartPanel.tsx';
import { TableTiles } from './TableTiles.tsx';
import { Transport } from './Transport.tsx';
import { useAwake } from './use-awake.ts';
import { type KeyDesk, useKeys } from './use-keys.ts';
import './transport.css';
import './needs.css';
import '../check-in/door.css';
import './live.css';
import './live-phone.css';

const loadDialogs = () => import('./LiveDialogs.tsx').then(({ LiveDialogs: view }) => view);
const LiveDialogs = loadSection<DialogsProps>(loadDialogs);

/** The night itself: time, the one next step, what needs a decision, who sits where, who is at the door. */
export function Live({ store }: SectionProps) {
  const [control, setControl] = useState<LiveControl | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const asked = useRef<OpenDialog | null>(null);
  const open = (next: OpenDialog | null): void => {
    asked.current = next;
    setDialog(next);
  };
  const search = useRef<HTMLInputElement>(null);
  const door = useMemo(() => openDoor(store), [store]);
  const awake = useAwake();
  useEffect(() => {
    const made = createLiveControl(store);
    setControl(made);
    return () => made.close();
  }, [store]);
  // here before the first is asked for: whoever types at once types into it. Then the page to print: paper is for when
  // the server is gone, and then it is too late to fetch it
  useEffect(
    () =>
      void loadDialogs()
        .then(loadPrint)
        .catch(() => {}),
    [],
  );
  const toCheckIn = (): void => search.current?.focus();
  const tables = store.detail.value?.tables ?? [];
  const act = (action: Parameters<KeyDesk['act']>[0]): void =>
    actByKey(action, control, open, toCheckIn, () => toPrint(store.id, null));
  useEffect(() => {
    if (!control) return;
    store.desk.value = {
      acts: () => (store.live.moment.value ? liveActs(control, store.live.moment.value) : []),
      act: (id) => act(id as Parameters<typeof act>[0]),
      open,
    };
    return () => {
      store.desk.value = null;
    };
  }, [store, control]);
  useKeys({
    dialogComes: () => asked.current !== null,
    act,
    openNeed,
    openTable(number) {
      const table = tables.find((one) => one.number === number);
      if (table) open({ kind: 'table', table: table.id });
    },
    tableNumbers: () => tables.map(({ number }) => number),
  });

  const { live, detail } = store;
  const shown = live.shown.value;
  const moment = live.moment.value;
  const event = detail.value;
  if (!control || !shown || !moment || !event) return <p class="note quiet">{t('live.waiting')}</p>;
  const parts = { store, control, door, event, moment, open };
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
        <Transport {...parts} shown={shown} />
        {moment.phase.kind === 'doors' && !event.cancelled ? <StartPanel {...{ store, control, awake, open }} /> : null}
        <TableTiles {...parts} />
        <LiveFoot {...parts} awake={awake} onCheckIn={toCheckIn} />
      </div>
      <aside class="live-side" aria-label={t('live.side')}>
        {event.cancelled ? null : <NeedsYou {...parts} />}
        <CheckIn {...parts} searchRef={search} />
        <LogList log={store.log.value} names={namesOf(store)} timeZone={event.settings.timeZone} control={control} />
      </aside>
      {dialog ? <LiveDialogs {...parts} dialog={dialog} onClose={() => open(null)} /> : null}
    </div>
  );
}

function actByKey(
  action: Parameters<KeyDesk['act']>[0],
  control: LiveControl | null,
  open: (dialog: OpenDialog) => void,
  checkIn: () => void,
  print: () => void,
): void {
  const dialogs: Partial<Record<KeyAction, OpenDialog>> = {
    keys: { kind: 'keys' },
    message: { kind: 'message' },
    walkIn: { kind: 'walkIn' },
    displays: { kind: 'displays' },
  };
  const dialog = dialogs[action];
  if (dialog) open(dialog);
  else if (action === 'checkIn') checkIn();
  else if (action === 'print') print();
  else if (action !== 'keys' && action !== 'message' && action !== 'walkIn' && action !== 'displays')
    control?.act(action);
}
