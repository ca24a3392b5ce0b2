import type { Attendee } from '@lapwing/shared/event/roster';
import type { RoomNow } from './room-now.ts';

/** What of it whoever helps at the door may do. */
const OF_HELPERS: readonly PersonAct[] = ['seat', 'move', 'swap'];

/** What can be done with somebody while the evening runs. */
export type PersonAct = 'seat' | 'left' | 'move' | 'swap' | 'replace';

/**
 * In the order of how often they are needed.
 * @param reserves how many mentors are free to take a chair
 */
export function personActs(person: Attendee, room: RoomNow, reserves: number, isHelper: boolean): PersonAct[] {
  const acts = actsOfOrganisers(person, room, reserves);
  if (!isHelper) return acts;
  return person.role === 'student' ? acts.filter((act) => OF_HELPERS.includes(act)) : [];
}

function actsOfOrganisers({ id, role }: Attendee, room: RoomNow, reserves: number): PersonAct[] {
  if (!room.seated.has(id)) return ['seat'];
  if (role === 'student') return ['left', 'move', 'swap'];
  // a reserve who takes the chair moves nobody
  return reserves > 0 ? ['replace', 'left'] : ['left'];
}

/** The rounds in which somebody can be moved by hand: the one that runs, and those to come. */
export const roundsAhead = ({ first, last }: RoomNow): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
