import type { EventId } from '@lapwing/shared/kernel/ids';
import type { Services } from './services.ts';

/** A phone, and for every second person a tablet or a phone that is dying. */
const PAGES_EACH = 1.5;
/** However few are expected: walk-ins come, and so many cost nothing. */
const FEWEST_PLACES = 500;

/** Places of their own, so that no flood of phones takes them. Consoles are not counted: the organiser always gets in. */
export const MOST_DISPLAYS = 200;
export const MOST_HELPERS = 200;

/** How many phone pages may listen at a time, of all events together. */
export function phonePlaces({ mostPhones, hub, evenings }: Services, eventId: EventId): number {
  if (mostPhones !== null) return mostPhones;
  const listening = new Set([...hub.events(), eventId]);
  const people = [...listening].reduce((sum, id) => sum + (evenings.get(id)?.people.size ?? 0), 0);
  return Math.max(FEWEST_PLACES, Math.ceil(PAGES_EACH * people));
}
