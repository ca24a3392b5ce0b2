import { tableIn } from '../../event/reseat.ts';
import { attends, openIn, type RoomTonight } from '../../event/room-tonight.ts';
import type { Schedule } from '../../event/schedule.ts';
import type { AttendeeId } from '../../kernel/ids.ts';
import type { EveningToPlan } from '../evening-to-plan.ts';

/**
 * Whoever is to be seated in the rounds to come, at the tables that are open then.
 * @param everybody all people and tables of the night
 * @param fixed rounds whose seats stay, from 0
 */
export function eveningToCome(room: RoomTonight, everybody: EveningToPlan, fixed: number): EveningToPlan {
  const { rounds: last, whoMoves } = everybody;
  const next = Math.min(fixed + 1, last);
  const comes = ({ id }: { readonly id: AttendeeId }): boolean => attends(room, id, next) || attends(room, id, last);
  const open = openIn(room, last);
  const seated = new Set(open.flatMap(({ mentors }) => mentors));
  return {
    ...everybody,
    // in an evening on which students move, a mentor without a table is not to be counted on
    mentors: everybody.mentors.filter((one) => comes(one) && (whoMoves === 'mentors' || seated.has(one.id))),
    students: everybody.students.filter(comes),
    tables: whoMoves === 'mentors' ? open : everybody.tables,
  };
}

/** Whoever is to be seated and has no seat in a round. */
export const waitingIn = (schedule: Schedule, round: number, { students }: EveningToPlan): AttendeeId[] =>
  students.flatMap(({ id }) => (tableIn(schedule, round, id) === null ? [id] : []));
