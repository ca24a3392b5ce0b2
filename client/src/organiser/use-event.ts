import type { EventId } from '@lapwing/shared/kernel/ids';
import { useEffect, useState } from 'preact/hooks';
import { type EventStore, openEvent } from './event-store.ts';
import { lostSession } from './session.ts';
import { staffApi } from './staff/staff-api.ts';

/** An event that is open for as long as the page is; null before. Whoever is signed out meanwhile is asked to sign in. */
export function useEvent(id: EventId, isHelper = false): EventStore | null {
  const [store, setStore] = useState<EventStore | null>(null);
  useEffect(() => {
    const opened = openEvent(id, isHelper);
    setStore(opened);
    return () => opened.close();
  }, [id, isHelper]);
  const refusal = store?.refusal.value ?? null;
  useEffect(() => {
    if (refusal === 'not-signed-in') lostSession();
  }, [refusal]);
  const isCut = store?.live.status.value === 'refused';
  useEffect(() => {
    if (!isCut) return;
    void staffApi.door().then((answer) => {
      // also when the event is gone: then whoever it is may still be here
      if (answer.ok && answer.value[isHelper ? 'helper' : 'me'] === null) lostSession();
    });
  }, [isCut, isHelper]);
  return store;
}
