import type { EventId } from '@lapwing/shared/kernel/ids';
import { findDisplayOfSession } from '../db/repositories/displays.ts';
import type { Services } from './services.ts';

/** A phone, and for every second person a tablet or a phone that is dying. */
const PAGES_EACH = 1.5;
/** However few are expected: walk-ins come, and so many cost nothing. */
const FEWEST_PLACES = 500;

/** Places of their own, so that no flood of phones takes them. Consoles are not counted: the organiser always gets in. */
const DISPLAYS = { most: 200, ofOne: 50 };
const HELPERS = { most: 200, ofOne: 100 };

/** Whether one more display of this event may listen: one that an organiser confirmed always may. */
export function displayComes({ db, hub }: Services, eventId: EventId, sessionHash: string): boolean {
  const isConfirmed = (hash: string): boolean => findDisplayOfSession(db, hash)?.confirmed === true;
  const [first, mayGo] = [isConfirmed(sessionHash), (hash: string) => !isConfirmed(hash)];
  return hub.admitsTo(eventId, 'display', { ...DISPLAYS, first, mayGo });
}

export const helperComes = ({ hub }: Services, eventId: EventId): boolean =>
  hub.admitsTo(eventId, 'helper', { ...HELPERS, first: false, mayGo: () => true });

/** How many phone pages may listen at a time, of all events together. */
export function phonePlaces({ mostPhones, hub, evenings }: Services, eventId: EventId): number {
  if (mostPhones !== null) return mostPhones;
  const listening = new Set([...hub.events(), eventId]);
  const people = [...listening].reduce((sum, id) => sum + (evenings.get(id)?.people.size ?? 0), 0);
  return Math.max(FEWEST_PLACES, Math.ceil(PAGES_EACH * people));
}
