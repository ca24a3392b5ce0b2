import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personLines, type Schedule } from '../../../shared/src/event/schedule.ts';
import { type AttendeeId, attendeeId, tableId } from '../../../shared/src/kernel/ids.ts';
import { brokenRules } from '../../../shared/src/rotation/broken-rules.ts';
import { type EveningToPlan, healEvening, planEvening } from '../../../shared/src/rotation/evening.ts';
import { sameIndustry } from '../../../shared/src/rotation/wishes.ts';
import { evening } from './builders.ts';

const OPTIONS = { seed: 4, iterations: 1_000 };
const plan = (which: EveningToPlan) => {
  const planned = planEvening(which, OPTIONS);
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusal));
  expect(brokenRules(planned.value.schedule, which)).toEqual([]);
  return planned.value;
};
const heal = (before: Schedule, which: EveningToPlan) => {
  const healed = healEvening(before, which, OPTIONS);
  if (!healed.ok) throw new Error(JSON.stringify(healed.refusal));
  expect(brokenRules(healed.value.schedule, which)).toEqual([]);
  return healed.value;
};
const sizes = (schedule: Schedule, round: number): number[] =>
  Object.values(schedule.rounds[round] ?? {}).map(({ students }) => students.length);
const tablesOf = (schedule: Schedule, person: string) =>
  (personLines(schedule).get(attendeeId(person)) ?? []).map(({ table }) => table);
const without = (which: EveningToPlan, ...gone: string[]): EveningToPlan => ({
  ...which,
  students: which.students.filter(({ id }) => !gone.includes(id)),
  mentors: which.mentors.filter(({ id }) => !gone.includes(id)),
});

test.each([
  ['no-tables', { tables: [] }],
  ['no-mentors', { mentors: [] }],
  ['no-students', { students: [] }],
  ['no-mentors', { mentors: [{ id: attendeeId('guest'), industry: 'Law' }] }],
])('R21 an evening is refused with %s', (code, change) => {
  const planned = planEvening(evening(6, 2, 2, 4, change), OPTIONS);
  expect(planned.ok ? '' : planned.refusal.code).toBe(code);
});

test('R21 somebody without any table to sit at makes the plan impossible, and the reason names them', () => {
  const which = evening(6, 2, 2, 4);
  const tables = which.tables.map((table) => ({ ...table, stepFree: false }));
  const students = which.students.map((student) => ({ ...student, stepFree: student.id === 's2' }));
  for (const whoMoves of ['students', 'mentors'] as const) {
    const planned = planEvening({ ...which, tables, students, whoMoves }, OPTIONS);
    expect(planned.ok ? '' : planned.refusal.code).toBe('plan-impossible');
    expect(JSON.stringify(planned)).toContain('s2');
  }
});

test('R21 mentors keep their table all evening, and a table whose mentors are missing is closed', () => {
  const { schedule } = plan(without(evening(20, 5, 4, 6), 'm3'));
  for (const round of schedule.rounds) {
    expect(Object.entries(round).map(([table, { mentors }]) => [table, ...mentors])).toEqual([
      ['t1', 'm1'],
      ['t2', 'm2'],
      ['t4', 'm4'],
      ['t5', 'm5'],
    ]);
  }
});

test('R22 students keep their table and no mentor visits a table twice', () => {
  const { schedule } = plan(evening(32, 8, 6, 5, { whoMoves: 'mentors' }));
  for (const [person, line] of personLines(schedule)) {
    const tables = new Set(line.map(({ table }) => table));
    expect(tables.size).toBe(person.startsWith('m') ? 6 : 1);
  }
  for (const round of schedule.rounds) {
    expect(Object.values(round).every(({ mentors, students }) => mentors.length === 1 && students.length === 4)).toBe(
      true,
    );
  }
});

test('R22 mentors start at their own table, and two who share one travel together', () => {
  const which = evening(24, 6, 4, 5, { whoMoves: 'mentors' });
  const pair = [attendeeId('m1'), attendeeId('m1b')];
  const tables = which.tables.map((table, index) => (index === 0 ? { ...table, mentors: pair } : table));
  const mentors = [...which.mentors, { id: attendeeId('m1b'), industry: 'Law' }];
  const { schedule } = plan({ ...which, tables, mentors });
  expect(tablesOf(schedule, 'm1')).toEqual(tablesOf(schedule, 'm1b'));
  for (const { id, mentors: own } of tables) expect(tablesOf(schedule, own[0] ?? '')[0]).toBe(id);
});

test('R22 with fewer mentors than tables only as many tables are used, as long as the students fit', () => {
  const few = without(evening(24, 8, 4, 8, { whoMoves: 'mentors' }), 'm5', 'm6', 'm7', 'm8');
  expect(sizes(plan(few).schedule, 0)).toEqual([6, 6, 6, 6]);
  const full = without(evening(36, 6, 5, 6, { whoMoves: 'mentors' }), 'm1');
  const { schedule, report } = plan(full);
  expect(sizes(schedule, 0)).toHaveLength(6);
  // one table a round waits for a mentor, each time another one
  const waits = [...personLines(schedule)].map(([person, line]) =>
    person.startsWith('s') ? line.filter(({ meets }) => meets.length === 0).length : 0,
  );
  expect(Math.max(...waits)).toBe(1);
  expect(report.rows.find(({ aim }) => aim === 'sitting-out')).toMatchObject({ tablesWithoutMentor: 5, value: 0 });
});

test('R22 more mentors than tables share tables by twos, and with more than that they sit out in turn', () => {
  const guests = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: attendeeId(`g${index}`), industry: 'Law' }));
  const which = evening(20, 5, 4, 5, { whoMoves: 'mentors' });
  const shared = plan({ ...which, mentors: [...which.mentors, ...guests(3)] });
  for (const round of shared.schedule.rounds) {
    expect(Object.values(round).flatMap(({ mentors }) => mentors)).toHaveLength(8);
  }
  const crowd = plan({ ...which, mentors: [...which.mentors, ...guests(7)] });
  expect(crowd.report.rows.find(({ aim }) => aim === 'sitting-out')).toMatchObject({ value: 8, fewest: 0, most: 1 });
});

test('R22 too few seats for everybody to keep one all evening is refused with the numbers', () => {
  const planned = planEvening(evening(30, 4, 3, 5, { whoMoves: 'mentors' }), OPTIONS);
  expect(planned).toMatchObject({
    refusal: { code: 'plan-impossible', details: { reason: 'too-few-seats', seats: 20, students: 30 } },
  });
});

test('R23 an industry is the same in other letters, other marks, or with more words after it', () => {
  expect(sameIndustry('Consulting', 'consulting & agencies')).toBe(true);
  expect(sameIndustry('Health-Care', 'health care')).toBe(true);
  expect(sameIndustry('Law', 'Media')).toBe(false);
  expect(sameIndustry('', 'Law')).toBe(false);
  expect(sameIndustry('&', '-')).toBe(false);
});

test('R23 a student meets a mentor of the industry they named', () => {
  const which = evening(10, 5, 1, 2);
  const students = which.students.map((student, index) => ({
    ...student,
    industries: [['LAW', 'health', 'Consulting', 'media!', 'energy'][index % 5] ?? ''],
  }));
  expect(plan({ ...which, students }).report.rows.find(({ aim }) => aim === 'wishes')).toMatchObject({ value: 10 });
});

const anyEvening = fc.record({
  students: fc.integer({ min: 8, max: 40 }),
  tables: fc.integer({ min: 3, max: 8 }),
  rounds: fc.integer({ min: 1, max: 5 }),
  whoMoves: fc.constantFrom('students' as const, 'mentors' as const),
});

test('R24 when everybody comes the plan stays as it is and nobody changes table', () => {
  fc.assert(
    fc.property(anyEvening, ({ students, tables, rounds, whoMoves }) => {
      const which = evening(students, tables, rounds, 14, { whoMoves });
      const { schedule } = plan(which);
      const healed = heal(schedule, which);
      expect(healed.firstTableChanges).toEqual([]);
      expect(healed.schedule).toEqual(schedule);
    }),
    { numRuns: 25 },
  );
});

test('R24 a table that lost two gets one back, and only that one changes', () => {
  const which = evening(20, 4, 3, 6);
  const { schedule } = plan(which);
  const table = tablesOf(schedule, 's1')[0];
  const mates = Object.entries(schedule.rounds[0] ?? {}).find(([id]) => id === table)?.[1].students ?? [];
  const { firstTableChanges } = heal(schedule, without(which, ...mates.slice(0, 2)));
  expect(firstTableChanges).toHaveLength(1);
  expect(firstTableChanges[0]?.to).toBe(table);
});

test('R24 to R25 whoever stays away or comes anew, tables stay even and changes are few', () => {
  const night = fc.record({ which: anyEvening, gone: fc.uniqueArray(fc.nat(7), { maxLength: 5 }), fresh: fc.nat(4) });
  fc.assert(
    fc.property(night, ({ which: { students, tables, rounds, whoMoves }, gone, fresh }) => {
      const before = evening(students, tables, rounds, 40, { whoMoves });
      const { schedule } = plan(before);
      const come = Array.from({ length: fresh }, (_, index) => ({
        id: attendeeId(`new${index}`),
        industries: ['Law'],
        // with more rounds than step-free tables R12 and R13 clash; see the test of their order
        stepFree: index === 0 && rounds <= Math.ceil(tables / 2),
      }));
      const staying = without(before, ...gone.map((index) => `s${index + 1}`));
      const which = { ...staying, students: [...staying.students, ...come] };
      const healed = heal(schedule, which);
      for (let round = 0; round < rounds; round++) {
        const now = sizes(healed.schedule, round);
        expect(Math.max(...now) - Math.min(...now)).toBeLessThanOrEqual(1);
      }
      const moved = healed.firstTableChanges.filter(({ from }) => from !== null);
      expect(moved.length).toBeLessThanOrEqual(gone.length + fresh);
      const arrived = healed.firstTableChanges
        .filter(({ from }) => from === null)
        .map(({ person }) => person as string);
      expect(arrived.sort()).toEqual(come.map(({ id }) => id as string).sort());
    }),
    { numRuns: 40 },
  );
});

test('R25 tables are even, too, where every table is visited and one person is missing', () => {
  const before = evening(9, 4, 4, 40);
  const healed = heal(plan(before).schedule, without(before, 's1'));
  for (let round = 0; round < 4; round++) expect(sizes(healed.schedule, round)).toEqual([2, 2, 2, 2]);
});

test('R25 the people of a table without its mentor are spread over the others', () => {
  const which = evening(24, 6, 4, 6);
  const { schedule } = plan(which);
  const healed = heal(schedule, without(which, 'm2'));
  expect(sizes(healed.schedule, 0).sort()).toEqual([4, 5, 5, 5, 5]);
  expect(healed.firstTableChanges.map(({ from }) => from)).toEqual([
    tableId('t2'),
    tableId('t2'),
    tableId('t2'),
    tableId('t2'),
  ]);
});

test('R25 a plan that broke a rule is mended although everybody came', () => {
  const which = evening(12, 4, 3, 4);
  const { schedule } = plan(which);
  const twice = { rounds: [schedule.rounds[0] ?? {}, schedule.rounds[0] ?? {}, schedule.rounds[2] ?? {}] };
  const healed = heal(twice, which);
  expect(healed.firstTableChanges).toEqual([]);
  expect(healed.schedule).not.toEqual(twice);
});

test('R17 an evening planned twice is planned alike', () => {
  const which = evening(30, 6, 5, 6);
  const everybody: AttendeeId[] = which.students.map(({ id }) => id);
  expect(plan(which)).toEqual(plan(which));
  expect([...personLines(plan(which).schedule).keys()].filter((id) => id.startsWith('s')).sort()).toEqual(
    everybody.sort(),
  );
});
