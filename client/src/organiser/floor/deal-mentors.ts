import { needsStepFree } from '@lapwing/shared/event/asked-privately';
import { MAX_MENTORS_AT_TABLE, type Table } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';

type Place = Pick<Table, 'mentors' | 'stepFree' | 'quiet'>;

/** How many kinds of table are too little for somebody: who is hardest to seat is dealt first. */
const demands = (mentor: Attendee): number => (needsStepFree(mentor) ? 1 : 0) + (mentor.needs.quiet ? 1 : 0);

const suits = (mentor: Attendee, table: Place): boolean =>
  (table.stepFree || !needsStepFree(mentor)) && (table.quiet || !mentor.needs.quiet);

/**
 * Fills tables with mentors who have none: first every empty table gets one, then, while mentors are left, tables get a
 * second. Who already sits somewhere stays; who needs a step-free or quiet table is dealt first, and to no other table
 * while there is one.
 * @param mentors everybody who may be dealt, in the order of dealing
 */
export function dealMentors<T extends Place>(tables: readonly T[], mentors: readonly Attendee[]): T[] {
  const placed = new Set(tables.flatMap((table) => table.mentors));
  const spare = mentors.filter(({ id }) => !placed.has(id)).sort((one, other) => demands(other) - demands(one));
  const dealt = tables.map((table) => [...table.mentors]);
  const deal = (mentor: Attendee, may: (table: T) => boolean): boolean => {
    for (let most = 0; most < MAX_MENTORS_AT_TABLE; most++) {
      const at = dealt.find((sitting, index) => sitting.length === most && may(tables[index] as T));
      if (at) return at.push(mentor.id) > 0;
    }
    return false;
  };
  for (const mentor of spare) deal(mentor, (table) => suits(mentor, table)) || deal(mentor, () => true);
  return tables.map((table, index) => ({ ...table, mentors: dealt[index] ?? [] }));
}
