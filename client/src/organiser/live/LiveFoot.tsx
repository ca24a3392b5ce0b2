import type { Moment } from '@lapwing/shared/live/state';
import type { Awake } from '../../kit/awake.ts';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { toPrint } from '../paper/to-print.ts';
import { sectionHash } from '../place.ts';
import { KeyCap } from '../shell/KeyCap.tsx';
import { t } from '../words.ts';
import type { LiveControl } from './live-control.ts';
import type { Open } from './open-dialog.ts';

interface Props {
  readonly store: EventStore;
  readonly control: LiveControl;
  readonly moment: Moment;
  readonly open: Open;
  readonly awake: Awake;
  readonly onCheckIn: () => void;
}

/** What is needed now and then, and whether this screen stays on. */
export function LiveFoot({ store, moment, open, awake, onCheckIn }: Props) {
  const isOver = moment.phase.kind === 'finished';
  return (
    <footer class="live-foot">
      <button type="button" class="text" onClick={onCheckIn}>
        <KeyCap name="C" /> {t('live.check-in')}
      </button>
      {isOver ? null : (
        <button type="button" class="text" onClick={() => open({ kind: 'walkIn' })}>
          <KeyCap name="W" /> {t('live.walk-in')}
        </button>
      )}
      <button type="button" class="text" onClick={() => open({ kind: 'displays' })}>
        <KeyCap name="D" /> {t('live.displays')}
      </button>
      {isOver ? null : (
        <button type="button" class="text" onClick={() => toPrint(store.id, null)}>
          <KeyCap name="L" /> {t('live.print')}
        </button>
      )}
      <a class="foot-link" href={sectionHash(store.id, 'guide')}>
        <Icon name="message" /> {t('section.guide')}
      </a>
      <button type="button" class="text" onClick={() => open({ kind: 'pairing' })}>
        <Icon name="phone" /> {t('live.use-phone')}
      </button>
      <button type="button" class="text" onClick={() => open({ kind: 'keys' })}>
        <KeyCap name="?" /> {t('live.all-keys')}
      </button>
      <span class="grow" />
      {awake === 'asking' ? null : (
        <span class={awake === 'held' ? 'awake' : 'awake off'}>
          <Icon name={awake === 'held' ? 'check' : 'warn'} /> {t(awake === 'held' ? 'awake.held' : 'awake.off')}
        </span>
      )}
    </footer>
  );
}
