import type { EventStore } from '../event-store.ts';
import { EVENTS_HASH } from '../place.ts';
import { t } from '../words.ts';
import { RefusalNote } from './Note.tsx';

/** Why the event could not be fetched, and the ways on; nothing while all is well. */
export function EventRefused({ store }: { store: EventStore }) {
  const refusal = store.refusal.value;
  if (refusal === null) return null;
  return (
    <div class="shell-refusal">
      <RefusalNote code={refusal} />
      <button type="button" onClick={() => void store.refresh()}>
        {t('shell.again')}
      </button>{' '}
      {store.isHelper ? null : <a href={`/${EVENTS_HASH}`}>{t('shell.all-events')}</a>}
    </div>
  );
}
