import type { Moment } from '@lapwing/shared/live/state';
import { announcementShown } from '@lapwing/shared/live/timeline';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';
import type { LiveControl } from './live-control.ts';

/** What stands on the screens of the room besides the evening itself, with the way to take it away. */
export function OnScreens({ store, control, moment }: { store: EventStore; control: LiveControl; moment: Moment }) {
  const said = announcementShown(moment, store.live.now.value);
  return (
    <div role="status">
      {said ? (
        <div class="on-screens">
          <Icon name={said.kind === 'stop' ? 'stop' : 'message'} />
          <span>
            {said.kind === 'stop' ? t('screens.stopped') : t('screens.message', { text: said.text })}
            {said.kind === 'stop' && said.text !== '' ? ` ${said.text}` : ''}
          </span>
          {said.kind === 'message' || moment.phase.kind !== 'paused' ? (
            <button type="button" onClick={() => control.act('clearMessage')}>
              {t('screens.clear')}
            </button>
          ) : null}
        </div>
      ) : null}
      {moment.blank ? (
        <div class="on-screens">
          <Icon name="blank" />
          <span>{t('screens.blank')}</span>
          <button type="button" onClick={() => control.act('blank')}>
            {t('clock.unblank')}
          </button>
        </div>
      ) : null}
    </div>
  );
}
