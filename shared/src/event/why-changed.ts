import type { AttendeeId } from '../kernel/ids.ts';
import type { RoomChange } from './room-change.ts';
import type { AttendeeRole } from './roster.ts';

/** What people whose seats changed are told about the reason. It names nobody. */
export const WHY_CHANGED = [
  ...(['mentorLeft', 'mentorMissing', 'left', 'noShows', 'arrived'] as const),
  ...(['tableClosed', 'tableMore', 'byHand'] as const),
] as const;
export type WhyChanged = (typeof WHY_CHANGED)[number];

/** Why a change of the room moved people; null where the reason is nobody's business. */
export function whyChanged(
  change: RoomChange,
  roleOf: (person: AttendeeId) => AttendeeRole | undefined,
): WhyChanged | null {
  const isMentor = (person: AttendeeId): boolean => roleOf(person) === 'mentor';
  switch (change.kind) {
    case 'arrived':
      return 'arrived';
    case 'noShows':
      return change.people.some(isMentor) ? 'mentorMissing' : 'noShows';
    case 'left':
      return change.people.some(isMentor) ? 'mentorLeft' : 'left';
    case 'replaced':
      return 'mentorLeft';
    case 'mentorSeated':
    case 'tableAdded':
      return 'tableMore';
    case 'tableClosed':
      return 'tableClosed';
    case 'moved':
    case 'swapped':
      return 'byHand';
    case 'rulesChanged':
      return null;
  }
}
