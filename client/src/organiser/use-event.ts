import type { EventId } from '@lapwing/shared/kernel/ids';
import { useEffect, useState } from 'preact/hooks';
import { type EventStore, openEvent } from './event-store.ts';
import { lostSession } from './session.ts';

/** An event that is open for as long as the page is; null before. Whoever is signed out meanwhile is asked to sign in. */
export function useEvent(id: EventId): EventStore | null {
  const [store, setStore] = useState<EventStore | null>(null);
  useEffect(() => {
    const opened = openEvent(id);
    setStore(opened);
    return () => opened.close();
  }, [id]);
  const refusal = store?.refusal.value ?? null;
  useEffect(() => {
    if (refusal === 'not-signed-in') lostSession();
  }, [refusal]);
  return store;
}
