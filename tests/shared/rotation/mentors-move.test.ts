import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personLines, type Schedule } from '../../../shared/src/event/schedule.ts';
import { type AttendeeId, attendeeId } from '../../../shared/src/kernel/ids.ts';
import type { EveningToPlan } from '../../../shared/src/rotation/evening.ts';
import { planMentorsMove } from '../../../shared/src/rotation/mentors-move.ts';
import { evening, INDUSTRIES } from './builders.ts';

const plan = (which: EveningToPlan): Schedule => {
  const planned = planMentorsMove(which, new Map(), { seed: 3, iterations: 2_000 });
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusal));
  return planned.value.schedule;
};
/** An evening with a second mentor at the first tables and mentors without a table. */
const crowd = (tables: number, rounds: number, pairs: number, guests: number): EveningToPlan => {
  const which = evening(tables * 3, tables, rounds, 4, { whoMoves: 'mentors' });
  const more = (name: string, index: number) => ({
    id: attendeeId(`${name}${index + 1}`),
    industry: INDUSTRIES[index % INDUSTRIES.length] ?? '',
  });
  return {
    ...which,
    tables: which.tables.map((table, index) =>
      index < pairs ? { ...table, mentors: [...table.mentors, attendeeId(`mate${index + 1}`)] } : table,
    ),
    mentors: [
      ...which.mentors,
      ...Array.from({ length: pairs }, (_, index) => more('mate', index)),
      ...Array.from({ length: guests }, (_, index) => more('guest', index)),
    ],
  };
};
const sitOuts = (schedule: Schedule, which: EveningToPlan): number[] => {
  const lines = personLines(schedule);
  const outOf = (id: AttendeeId): number =>
    which.rounds - (lines.get(id) ?? []).filter(({ table }) => table !== null).length;
  return which.mentors.map(({ id }) => outOf(id));
};

test('R22 R40 with pairs as without, mentors sit out in turn', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 2, max: 6 }),
      fc.nat(6),
      fc.nat(8),
      (tables, rounds, pairs, guests) => {
        const which = crowd(tables, rounds, Math.min(pairs, tables), guests);
        const outs = sitOuts(plan(which), which);
        expect(Math.max(...outs) - Math.min(...outs)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 30 },
  );
});

test('R22 mentors of one table are together in every round, whoever else comes', () => {
  const which = crowd(4, 5, 2, 5);
  const lines = personLines(plan(which));
  const tables = (id: string) => lines.get(attendeeId(id))?.map(({ table }) => table);
  expect(tables('m1')).toEqual(tables('mate1'));
  expect(tables('m2')).toEqual(tables('mate2'));
});

test('R41 on a short evening students sit where mentors of their industry come', () => {
  const which = evening(24, 8, 2, 3, { whoMoves: 'mentors' });
  const students = which.students.map((student, index) => ({ ...student, industries: [INDUSTRIES[index % 5] ?? ''] }));
  const lines = personLines(plan({ ...which, students }));
  const industryOf = new Map(which.mentors.map(({ id, industry }) => [id, industry]));
  const served = students.filter(({ id, industries }) =>
    lines.get(id)?.some(({ meets }) => meets.some((mentor) => industryOf.get(mentor) === industries[0])),
  );
  expect(served.length).toBeGreaterThanOrEqual(22);
});
