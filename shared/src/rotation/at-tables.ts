import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import type { Infeasible } from './feasibility.ts';
import type { InstancePin } from './instance.ts';
import type { Instance2, MentorPin } from './instance-2/instance-2.ts';
import { planMixed } from './instance-2/mixed-mode.ts';
import { type Planned2, planStudents } from './instance-2/students-mode.ts';
import { keptTables, placesOfStudents } from './replan/kept-tables.ts';
import type { SolveOptions } from './solve.ts';

/**
 * Plans an evening on which students move, whether or not somebody keeps their table.
 * @param before a plan whose tables are kept from round `done` (from 0) as far as `options.keeping` says; null for none
 */
export function planAtTables(
  instance: Instance2,
  options: SolveOptions,
  before: Schedule | null,
  done = 0,
): Result<Planned2, Infeasible> {
  const keep = before && keptTables(instance, placesOfStudents(before), done);
  if (instance.whoMoves !== 'mixed') return planStudents(instance, options, keep);
  const mentorsAt = (round: number, table: number): readonly AttendeeId[] =>
    before?.rounds[round]?.[instance.tables[table]!.id]?.mentors ?? [];
  return planMixed(instance, options, keep && { keep, mentorsAt });
}

/** Moves of a search that only finds places for one round. */
const ONE_ROUND = 4_000;

/**
 * Places for one round by all rules, with as few people as possible at another table than before.
 * @param instance of this one round
 */
export function seatRound(
  instance: Instance2,
  before: Schedule,
  seed: number,
): Result<{ readonly students: InstancePin[]; readonly mentors: MentorPin[] }, Infeasible> {
  const planned = planAtTables(instance, { seed, iterations: ONE_ROUND, keeping: 'before-all' }, before);
  if (!planned.ok) return planned;
  const round = Object.entries(planned.value.schedule.rounds[0] ?? {});
  const tableOf = new Map(round.flatMap(([table, { students }]) => students.map((id) => [id, table] as const)));
  return {
    ok: true,
    value: {
      students: instance.students.map(({ id }) => ({ round: 1, student: id, table: tableOf.get(id) ?? null })),
      mentors: round.flatMap(([table, { mentors }]) => mentors.map((mentor) => ({ round: 1, mentor, table }))),
    },
  };
}
