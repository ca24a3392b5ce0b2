import type { EventId } from '@lapwing/shared/kernel/ids';
import { useEffect, useState } from 'preact/hooks';
import { type EventStore, openEvent } from '../event-store.ts';
import { EVENTS_HASH } from '../place.ts';
import { lostSession } from '../session.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { CheckInPage } from './CheckInPage.tsx';

/** One event's check-in without the rest of the console. */
export function CheckInShell({ id, badge }: { id: EventId; badge: string | null }) {
  const [store, setStore] = useState<EventStore | null>(null);
  useEffect(() => {
    const opened = openEvent(id);
    setStore(opened);
    return () => opened.close();
  }, [id]);
  const name = store?.detail.value?.settings.name ?? '';
  useEffect(() => {
    document.title = t('shell.title', { section: t('check-in.title'), name });
  }, [name]);
  const refusal = store?.refusal.value ?? null;
  useEffect(() => {
    if (refusal === 'not-signed-in') lostSession();
  }, [refusal]);
  return (
    <main class="check-in-ground">
      {store && refusal !== null ? (
        <div class="shell-refusal">
          <RefusalNote code={refusal} />
          <button type="button" onClick={() => void store.refresh()}>
            {t('shell.again')}
          </button>{' '}
          <a href={`/${EVENTS_HASH}`}>{t('shell.all-events')}</a>
        </div>
      ) : null}
      {store ? <CheckInPage store={store} badge={badge} /> : null}
    </main>
  );
}
