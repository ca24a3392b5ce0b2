import fc from 'fast-check';
import { type Instance2, parseInstance2 } from '../../../../shared/src/rotation/instance-2/instance-2.ts';
import { solveAny } from '../../../../shared/src/rotation/instance-2/solve-2.ts';
import type { SolveOptions } from '../../../../shared/src/rotation/solve.ts';
import { type RawInstance, type RawStudent, type RawTable, rawRotation } from '../builders.ts';

export interface RawTable2 extends RawTable {
  position?: { x: number; y: number };
}
export interface RawMentor2 {
  id: string;
  tags?: string[];
  present?: number[];
  rests?: number;
}
export interface RawStudent2 extends RawStudent {
  staysAt?: string | null;
  promisedFields?: number;
  wantsTags?: Record<string, number>;
  metMentors?: string[];
  metStudents?: string[];
}
export interface RawInstance2 extends RawInstance {
  whoMoves?: string;
  mentorsAtTable?: number;
  tables: RawTable2[];
  mentors: RawMentor2[];
  students: RawStudent2[];
  groups?: string[][];
  pinnedMentors?: { round: number; mentor: string; table: string | null }[];
}

/** As `rawRotation`, in the second format. */
export function rawRotation2(
  students: number,
  tables: number,
  rounds: number,
  seats: number,
  change: Partial<RawInstance2> | ((raw: RawInstance2) => void) = {},
): RawInstance2 {
  const raw: RawInstance2 = { ...rawRotation(students, tables, rounds, seats), format: 'rotation-instance/2' };
  if (typeof change === 'function') change(raw);
  else Object.assign(raw, change);
  return raw;
}

/** The instance of a raw one that is known to be well formed. */
export function parsed2(raw: unknown): Instance2 {
  const result = parseInstance2(raw);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

/** The schedule of an instance that is known to have one. */
export function solved2(raw: unknown, options: Partial<SolveOptions> = {}) {
  const instance = parsed2(raw);
  const result = solveAny(instance, { seed: 1, iterations: 3_000, ...options });
  if (!result.ok) throw new Error(result.refusal.message);
  return { instance, ...result.value };
}

const rounds = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
/** Said of one in eight. */
const optional = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 7 }, { arbitrary: value, weight: 1 });
const place = fc.integer({ min: 0, max: 99 });

/** Evenings of every kind with everything that can be said about tables, mentors and students. */
export const anyRaw2 = fc
  .record({
    whoMoves: fc.constantFrom('students', 'mentors', 'groups', 'mixed'),
    mentorsAtTable: fc.constantFrom(1, 2),
    students: fc.array(
      fc.record({
        present: optional(fc.oneof(rounds, fc.constant<number[]>([]))),
        stepFree: optional(fc.boolean()),
        avoid: optional(place),
        apart: optional(fc.integer({ min: 3, max: 5 })),
        together: optional(fc.integer({ min: 1, max: 2 })),
        staysAt: optional(place),
        promisedFields: optional(fc.integer({ min: 1, max: 4 })),
        tag: optional(fc.integer({ min: 1, max: 5 })),
        metMentor: optional(place),
        metStudent: optional(fc.integer({ min: 1, max: 4 })),
      }),
      { minLength: 2, maxLength: 16 },
    ),
    tables: fc.array(
      fc.record({
        seats: fc.integer({ min: 2, max: 7 }),
        stepFree: fc.boolean(),
        open: optional(rounds),
        mentors: fc.integer({ min: 0, max: 2 }),
        position: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    guests: fc.integer({ min: 0, max: 4 }),
    mentors: fc.array(fc.record({ present: optional(rounds), rests: optional(fc.integer({ min: 1, max: 2 })) }), {
      minLength: 14,
      maxLength: 14,
    }),
    groups: fc.option(fc.integer({ min: 1, max: 5 })),
    pinned: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), place, fc.option(place)), { maxLength: 1 }),
    pinnedMentors: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), place, fc.option(place)), { maxLength: 1 }),
  })
  .map((plan) => {
    const raw = rawRotation2(plan.students.length, plan.tables.length, 4, 1, {
      whoMoves: plan.whoMoves,
      mentorsAtTable: plan.mentorsAtTable,
    });
    const mentorCount = plan.tables.reduce((sum, { mentors }) => sum + mentors, 0) + plan.guests;
    raw.mentors = Array.from({ length: mentorCount }, (_, index) => {
      const { present, rests = 0 } = plan.mentors[index] ?? {};
      const mentor: RawMentor2 = { id: `m${index + 1}`, tags: [`field ${index % 3}`] };
      if (present) mentor.present = present;
      mentor.rests = Math.min(rests, (present?.length ?? 4) - 1);
      return mentor;
    });
    let next = 0;
    raw.tables.forEach((table, index) => {
      const { seats, stepFree, open, mentors, position } = plan.tables[index] as (typeof plan.tables)[number];
      Object.assign(table, { seats, stepFree, mentors: raw.mentors.slice(next, next + mentors).map(({ id }) => id) });
      next += mentors;
      if (open) table.open = open;
      if (position) table.position = { x: index % 2, y: index };
    });
    const tableAt = (number: number): string => `t${(number % raw.tables.length) + 1}`;
    const mentorAt = (number: number): string[] => (mentorCount === 0 ? [] : [`m${(number % mentorCount) + 1}`]);
    const other = (index: number, step: number | undefined): string[] =>
      step === undefined || step % raw.students.length === 0 ? [] : [`s${((index + step) % raw.students.length) + 1}`];
    raw.students.forEach((student, index) => {
      const said = plan.students[index] as (typeof plan.students)[number];
      if (said.present) student.present = said.present;
      if (said.stepFree) student.stepFree = true;
      if (said.avoid !== undefined) student.avoid = mentorAt(said.avoid);
      student.apart = other(index, said.apart);
      student.together = other(index, said.together);
      if (said.staysAt !== undefined) student.staysAt = tableAt(said.staysAt);
      if (said.promisedFields !== undefined) student.promisedFields = said.promisedFields;
      if (said.tag !== undefined) student.wantsTags = { [`field ${index % 3}`]: said.tag };
      if (said.metMentor !== undefined) student.metMentors = mentorAt(said.metMentor);
      student.metStudents = other(index, said.metStudent);
    });
    if (plan.groups !== null) {
      const groups = Array.from({ length: Math.min(plan.groups, raw.students.length) }, (): string[] => []);
      raw.students.forEach(({ id }, index) => {
        if (index % 3 > 0) groups[index % groups.length]?.push(id);
      });
      raw.groups = groups;
    }
    for (const [round, student, table] of plan.pinned) {
      raw.pinned.push({
        round,
        student: `s${(student % raw.students.length) + 1}`,
        table: table === null ? null : tableAt(table),
      });
    }
    raw.pinnedMentors = plan.pinnedMentors.flatMap(([round, mentor, table]) =>
      mentorAt(mentor).map((id) => {
        const home = raw.tables.find(({ mentors }) => mentors.includes(id))?.id ?? null;
        const moves = plan.whoMoves === 'mentors' || plan.whoMoves === 'mixed';
        return { round, mentor: id, table: table === null ? null : moves ? tableAt(table) : home };
      }),
    );
    return raw;
  });
