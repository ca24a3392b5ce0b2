import type { SeatsChange } from '@lapwing/shared/event/room-change';
import type { ApiAnswer } from '../../kit/api.ts';
import type { EventApi } from '../console-api.ts';

/** What whoever helps for tonight may ask the server; the access table says the same. */
const OPEN: ReadonlySet<string> = new Set<keyof EventApi>([
  ...(['detail', 'people', 'setHere', 'scan', 'waiting', 'letPhoneIn', 'keptPlan'] as const),
]);

const closed = async (): Promise<ApiAnswer<never>> => ({ ok: false, refusal: { code: 'not-allowed' } });

/**
 * The calls about an event without those that the server would refuse a helper: they are not sent at all. Walk-ins and
 * seats go where helpers may ask for them.
 */
export function atTheDoor(api: EventApi): EventApi {
  const open = Object.entries(api).map(([name, call]) => [name, OPEN.has(name) ? call : closed]);
  return {
    ...(Object.fromEntries(open) as EventApi),
    addWalkIn: api.addAtDoor,
    repairs: (change) => api.offerSeats(change as SeatsChange),
    live: ({ command, ...press }) =>
      command.kind === 'replan'
        ? api.changeSeats({ ...press, planVersion: command.planVersion, change: command.change as SeatsChange })
        : closed(),
  };
}
