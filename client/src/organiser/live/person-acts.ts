import type { Attendee } from '@lapwing/shared/event/roster';
import type { RoomNow } from './room-now.ts';

/** What can be done with somebody while the evening runs. */
export type PersonAct = 'seat' | 'left' | 'move' | 'swap' | 'replace';

/**
 * In the order of how often they are needed.
 * @param reserves how many mentors are free to take a chair
 */
export function personActs({ id, role }: Attendee, room: RoomNow, reserves: number): PersonAct[] {
  if (!room.seated.has(id)) return ['seat'];
  const acts: PersonAct[] = role === 'student' ? ['left', 'move', 'swap'] : ['left'];
  if (role === 'mentor' && reserves > 0) acts.push('replace');
  return acts;
}

/** The rounds in which somebody can be moved by hand: the one that runs, and those to come. */
export const roundsAhead = ({ first, last }: RoomNow): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
