import type { Table } from '../event/floor.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import { somebodyStays } from './company.ts';
import type { EveningToPlan } from './evening-to-plan.ts';

/** A table at which students sit tonight, and the mentors who are at home there. */
export interface OpenTable {
  readonly table: Table;
  readonly mentors: readonly AttendeeId[];
}

/** The tables with at least one mentor who is there; the others are closed while students move. */
export function openTables(evening: EveningToPlan): OpenTable[] {
  return tablesWithMentors(evening).filter(({ mentors }) => mentors.length > 0);
}

/** The open tables, and those at which somebody stays though no mentor is at home there: mentors come to them. */
export function tablesToUse(evening: EveningToPlan): OpenTable[] {
  if (!somebodyStays(evening)) return openTables(evening);
  const kept = new Set(evening.students.map(({ staysAt }) => staysAt));
  return tablesWithMentors(evening).filter(({ table, mentors }) => mentors.length > 0 || kept.has(table.id));
}

function tablesWithMentors(evening: EveningToPlan): OpenTable[] {
  const here = new Set(evening.mentors.map(({ id }) => id));
  return evening.tables.map((table) => ({ table, mentors: table.mentors.filter((mentor) => here.has(mentor)) }));
}
