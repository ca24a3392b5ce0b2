import type { EventId } from '@lapwing/shared/kernel/ids';
import { useEffect } from 'preact/hooks';
import { EventRefused } from '../shell/EventRefused.tsx';
import { useEvent } from '../use-event.ts';
import { t } from '../words.ts';
import { CheckInPage } from './CheckInPage.tsx';

/** One event's check-in without the rest of the console. */
export function CheckInShell({ id, badge }: { id: EventId; badge: string | null }) {
  const store = useEvent(id);
  const name = store?.detail.value?.settings.name ?? '';
  useEffect(() => {
    document.title = t('shell.title', { section: t('check-in.title'), name });
  }, [name]);
  return (
    <main class="check-in-ground">
      {store ? <EventRefused store={store} /> : null}
      {store ? <CheckInPage store={store} badge={badge} /> : null}
    </main>
  );
}
