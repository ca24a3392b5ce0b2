import { tableName } from '@lapwing/shared/event/floor';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PresenceAnswer } from '@lapwing/shared/protocol/api';
import type { EventStore } from '../event-store.ts';
import { roomOf } from './room-now.ts';

/** The table a person sits at, or goes to, now; null for none, undefined while no evening runs. */
export function seatNow(store: EventStore, person: AttendeeId): PresenceAnswer['firstTable'] | undefined {
  const room = roomOf(store);
  if (!room) return undefined;
  const id = room.tableOf(person);
  const table = store.detail.value?.tables.find((one) => one.id === id);
  return table ? { number: table.number, name: tableName(table) } : null;
}
