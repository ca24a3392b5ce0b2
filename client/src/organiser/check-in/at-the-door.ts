import type { ApiAnswer } from '../../kit/api.ts';
import type { EventApi } from '../console-api.ts';

/** What whoever helps for tonight may ask the server; the access table says the same. */
const OPEN: ReadonlySet<string> = new Set<keyof EventApi>([
  ...(['detail', 'people', 'setHere', 'scan', 'waiting', 'letPhoneIn'] as const),
]);

const closed = async (): Promise<ApiAnswer<never>> => ({ ok: false, refusal: { code: 'not-allowed' } });

/** The calls about an event without those that the server would refuse a helper: they are not sent at all. */
export const atTheDoor = (api: EventApi): EventApi =>
  Object.fromEntries(Object.entries(api).map(([name, call]) => [name, OPEN.has(name) ? call : closed])) as EventApi;
