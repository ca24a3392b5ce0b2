import { MAX_MENTORS_AT_TABLE } from '@lapwing/shared/event/floor';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';

/**
 * Fills tables with mentors who have none: first every empty table gets one, then, while mentors are left, tables get a
 * second. Who already sits somewhere stays.
 * @param mentors everybody who may be dealt, in the order of dealing
 */
export function dealMentors<T extends { readonly mentors: readonly AttendeeId[] }>(
  tables: readonly T[],
  mentors: readonly AttendeeId[],
): T[] {
  const placed = new Set(tables.flatMap((table) => table.mentors));
  const spare = mentors.filter((mentor) => !placed.has(mentor));
  const dealt = tables.map((table) => [...table.mentors]);
  for (let wanted = 1; wanted <= MAX_MENTORS_AT_TABLE; wanted++) {
    for (const at of dealt) {
      const mentor = at.length < wanted ? spare.shift() : undefined;
      if (mentor !== undefined) at.push(mentor);
    }
  }
  return tables.map((table, index) => ({ ...table, mentors: dealt[index] ?? [] }));
}
