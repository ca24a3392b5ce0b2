import type { EventId } from '@lapwing/shared/kernel/ids';
import { useEffect } from 'preact/hooks';
import { useTitle } from '../../kit/use-title.ts';
import { lostSession } from '../session.ts';
import { EventRefused } from '../shell/EventRefused.tsx';
import { useEvent } from '../use-event.ts';
import { t } from '../words.ts';
import { CheckInPage } from './CheckInPage.tsx';

export interface CheckInShellProps {
  readonly id: EventId;
  readonly badge: string | null;
  readonly isHelper: boolean;
}

/** One event's check-in without the rest of the console. */
export function CheckInShell({ id, badge, isHelper }: CheckInShellProps) {
  const store = useEvent(id, isHelper);
  const sentAway = isHelper && store?.live.status.value === 'refused';
  useEffect(() => {
    if (sentAway) lostSession();
  }, [sentAway]);
  const name = store?.detail.value?.settings.name ?? '';
  useTitle(t('shell.title', { section: t('check-in.title'), name }));
  return (
    <main class="check-in-ground">
      {store ? <EventRefused store={store} /> : null}
      {store ? <CheckInPage store={store} badge={badge} /> : null}
    </main>
  );
}
