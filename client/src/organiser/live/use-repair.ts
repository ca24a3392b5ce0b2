import type { RoomChange } from '@lapwing/shared/event/room-change';
import { planWindow } from '@lapwing/shared/live/plan-window';
import { useEffect, useMemo } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
import type { LiveControl } from './live-control.ts';
import { createRepair, type Repair } from './repair.ts';

/** Several changes of the room in a row are asked about once. */
const GATHER_MS = 250;

/** A change of the room with its price, asked again whenever the plan or the round moves on. */
export function useRepair(store: EventStore, control: LiveControl, change: RoomChange): Repair {
  const about = JSON.stringify(change);
  const repair = useMemo(
    () =>
      createRepair(JSON.parse(about) as RoomChange, {
        ask: store.api.repairs,
        send: control.send,
        forgive: () => control.press.dismiss(),
      }),
    [store, control, about],
  );
  const moment = store.live.moment.value;
  const standpoint = moment && JSON.stringify([moment.planVersion, planWindow(moment)]);
  useEffect(() => {
    const timer = setTimeout(() => void repair.ask(), GATHER_MS);
    return () => clearTimeout(timer);
  }, [repair, standpoint]);
  return repair;
}
