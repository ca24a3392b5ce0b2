import type { RefObject } from 'preact';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import type { LiveControl } from '../live/live-control.ts';
import type { Open } from '../live/open-dialog.ts';
import { checkInAddress } from '../place.ts';
import { t } from '../words.ts';
import { DoorSearch } from './DoorSearch.tsx';
import type { Door } from './door.ts';
import { HereCounts } from './HereCounts.tsx';
import { KeptNote } from './KeptNote.tsx';
import { ResultCard } from './ResultCard.tsx';
import { SelfCheckInSwitch } from './SelfCheckInSwitch.tsx';
import { WaitingPhones } from './WaitingPhones.tsx';

interface Props {
  readonly store: EventStore;
  readonly door: Door;
  readonly control: LiveControl;
  readonly open: Open;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

/** The desk on the live page: search, the card that says where to go, phones that wait, who is missing. */
export function CheckIn({ store, door, control, open, searchRef }: Props) {
  return (
    <section class="check-in" aria-labelledby="check-in-heading">
      <h2 id="check-in-heading">{t('check-in.heading')}</h2>
      <DoorSearch {...{ store, door, open, searchRef }} hint="C /" />
      <ResultCard {...{ door, store, control, open }} />
      <KeptNote door={door} />
      <WaitingPhones store={store} door={door} />
      <HereCounts store={store} />
      <div class="button-row">
        <a class="button" href={checkInAddress(store.id)}>
          <Icon name="qr" /> {t('check-in.scan')}
        </a>
        <button type="button" onClick={() => open({ kind: 'missing' })}>
          <Icon name="people" /> {t('missing.open')}
        </button>
        <button type="button" onClick={() => open({ kind: 'helpers' })}>
          {t('helpers.open')}
        </button>
      </div>
      <SelfCheckInSwitch store={store} />
    </section>
  );
}
