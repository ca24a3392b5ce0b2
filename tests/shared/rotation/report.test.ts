import { expect, test } from 'vitest';
import type { Schedule } from '../../../shared/src/event/schedule.ts';
import { attendeeId } from '../../../shared/src/kernel/ids.ts';
import { brokenRules } from '../../../shared/src/rotation/broken-rules.ts';
import type { EveningToPlan } from '../../../shared/src/rotation/evening.ts';
import { reportOn } from '../../../shared/src/rotation/report.ts';
import { evening } from './builders.ts';

/** A plan in short: per round and table the numbers of the students; mentor n sits at table n unless `mentors` says. */
function byHand(
  rounds: readonly (readonly (readonly number[])[])[],
  mentors?: readonly (readonly number[])[],
): Schedule {
  return {
    rounds: rounds.map((tables, round) =>
      Object.fromEntries(
        tables.map((students, table) => [
          `t${table + 1}`,
          {
            students: students.map((number) => attendeeId(`s${number}`)),
            mentors: [attendeeId(`m${mentors?.[round]?.[table] ?? table + 1}`)],
          },
        ]),
      ),
    ),
  };
}
const rules = (schedule: Schedule, which: EveningToPlan) =>
  brokenRules(schedule, which).map(({ rule, round, person }) => [rule, round, person]);
const row = (schedule: Schedule, which: EveningToPlan, aim: string) =>
  reportOn(schedule, which).rows.find((candidate) => candidate.aim === aim);

const FOUR = evening(4, 2, 2, 2);
const GOOD = byHand([[[1, 2], [3, 4]], [[3, 4], [1, 2]]]); // biome-ignore format: rounds of tables

test('R26 a plan that keeps the firm rules is not broken', () => {
  expect(rules(GOOD, FOUR)).toEqual([]);
});

test('R26 sees a person twice in a round, a full table, and people and tables it does not know', () => {
  expect(
    rules(
      byHand([
        [
          [1, 2],
          [1, 4],
        ],
        [[3], [2]],
      ]),
      FOUR,
    ),
  ).toEqual([['twice-in-round', 1, 's1']]);
  expect(
    rules(
      byHand([
        [[1, 2, 3], [4]],
        [[], []],
      ]),
      FOUR,
    ),
  ).toEqual([['too-few-seats', 1, null]]);
  expect(
    rules(
      byHand([
        [[9], []],
        [[], []],
      ]),
      FOUR,
    ),
  ).toEqual([['unknown-person', 1, 's9']]);
  expect(
    rules(
      byHand([
        [[1], [2], []],
        [[], []],
      ]),
      { ...FOUR, mentors: [...FOUR.mentors, { id: attendeeId('m3'), industry: '' }] },
    ),
  ).toEqual([['unknown-table', 1, null]]);
  expect(rules(byHand([[[1], [2]]]), FOUR)).toEqual([['wrong-rounds', 0, null]]);
});

test('R26 sees a mentor at two tables and three mentors at one', () => {
  expect(
    rules(
      byHand(
        [
          [[1], [2]],
          [[], []],
        ],
        [[1, 1]],
      ),
      FOUR,
    ),
  ).toEqual([['twice-in-round', 1, 'm1']]);
  const crowd = { rounds: [{ t1: { students: [], mentors: ['m1', 'm2', 'm3'].map(attendeeId) } }, {}] };
  const three = { ...FOUR, mentors: [...FOUR.mentors, { id: attendeeId('m3'), industry: '' }] };
  expect(rules(crowd, three)).toEqual([['too-many-mentors', 1, null]]);
});

test('R26 sees somebody who needs a step-free table at another one', () => {
  const students = FOUR.students.map((student) => ({ ...student, stepFree: student.id === 's3' }));
  expect(
    rules(
      byHand([
        [
          [1, 2],
          [3, 4],
        ],
        [
          [3, 4],
          [1, 2],
        ],
      ]),
      { ...FOUR, students },
    ),
  ).toEqual([['step-free', 1, 's3']]);
});

test('R26 sees a second meeting that could be avoided, and forgives one that could not', () => {
  const stuck = byHand([[[1, 2], [3, 4]], [[1, 4], [3, 2]]]); // biome-ignore format: rounds of tables
  expect(rules(stuck, FOUR)).toEqual([
    ['same-mentor-twice', 2, 's1'],
    ['same-mentor-twice', 2, 's3'],
  ]);
  const third = { rounds: [...GOOD.rounds, ...GOOD.rounds.slice(0, 1)] };
  expect(rules(third, evening(4, 2, 3, 2))).toEqual([]);
  expect(row(third, evening(4, 2, 3, 2), 'same-mentor-twice')).toMatchObject({ value: 4, bound: 4, good: true });
});

test('R26 sees a student who was moved to meet the same mentor elsewhere', () => {
  const which = evening(4, 2, 2, 3, { whoMoves: 'mentors' });
  const moved = byHand([[[1, 2], [3, 4]], [[2], [1, 3, 4]]], [[1, 2], [2, 1]]); // biome-ignore format: rounds of tables
  expect(rules(moved, which)).toEqual([['same-mentor-twice', 2, 's1']]);
});

test('R27 tells the sizes of tables, and tables that are not even', () => {
  const which = evening(9, 4, 1, 4);
  expect(row(byHand([[[1, 2, 3], [4, 5], [6, 7], [8, 9]]]), which, 'even-tables')).toMatchObject({
    good: true, value: 0, smallest: 2, tablesOfSmallest: 3, largest: 3, tablesOfLargest: 1, everyRound: true,
  }); // biome-ignore format: figures
  expect(row(byHand([[[1, 2, 3, 4], [5], [6, 7], [8, 9]]]), which, 'even-tables')).toMatchObject({
    good: false,
    value: 2,
  });
});

test('R27 tells who waits, and how much of it cannot be avoided', () => {
  const which = evening(5, 2, 2, 2);
  expect(row(byHand([[[1, 2], [3, 4]], [[3, 5], [1, 4]]]), which, 'sitting-out')).toMatchObject({
    good: true, value: 2, bound: 2, people: 2, fewest: 0, most: 1, who: 'students',
  }); // biome-ignore format: figures
  expect(
    row(
      byHand([
        [
          [1, 2],
          [3, 4],
        ],
        [[3], [1, 4]],
      ]),
      which,
      'sitting-out',
    ),
  ).toMatchObject({ good: false, value: 3, bound: 2 });
});

test('R27 tells the wishes met, the most that can be met, and who got least', () => {
  const wish = (law: boolean): string[] => (law ? ['Law'] : ['Law', 'Health']);
  const students = FOUR.students.map((student, index) => ({ ...student, industries: wish(index < 3) }));
  const which = { ...FOUR, rounds: 1, students };
  const report = reportOn(
    byHand([
      [
        [1, 4],
        [2, 3],
      ],
    ]),
    which,
  );
  // one law table of two seats; the fourth student can meet the other mentor
  expect(report.rows.find(({ aim }) => aim === 'wishes')).toMatchObject({ value: 2, bound: 3, wished: 5, good: false });
  expect(report.leastServed).toEqual([
    { person: 's2', met: 0, wanted: 1, fields: 1, reason: 'popular', mentor: 'm1' },
    { person: 's3', met: 0, wanted: 1, fields: 1, reason: 'popular', mentor: 'm1' },
  ]);
});

test('R27 tells the fields met and the pairs who meet again', () => {
  expect(row(GOOD, FOUR, 'fields')).toMatchObject({ value: 8, bound: 8, fewest: 2, inRoom: 2, students: 4 });
  expect(row(GOOD, FOUR, 'same-faces')).toMatchObject({ value: 2, bound: 2, pairs: 2 });
});

test('R27 leaves out the company of students who keep their table', () => {
  const which = evening(4, 2, 2, 2, { whoMoves: 'mentors' });
  const aims = reportOn(
    byHand(
      [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ],
      [
        [1, 2],
        [2, 1],
      ],
    ),
    which,
  ).rows.map(({ aim }) => aim);
  expect(aims).toEqual(['same-mentor-twice', 'even-tables', 'sitting-out', 'wishes', 'fields']);
});

test('R67 tells the plan as one number, and what no plan for these people can beat', () => {
  const all = FOUR.students.map((student) => ({ ...student, industries: ['Law', 'Health care'] }));
  expect(reportOn(GOOD, { ...FOUR, students: all }).overall).toEqual({ value: 100, best: 100 });
  // two of the four wish for each mentor, and there is one round: somebody is with the other one
  const half = { ...FOUR, rounds: 1, students: all.map((one, index) => ({ ...one, industries: [index < 2 ? 'Law' : 'Health'] })) }; // biome-ignore format: one evening
  expect(reportOn(byHand([[[1, 3], [2, 4]]]), half).overall).toEqual({ value: 75, best: 100 }); // biome-ignore format: rounds of tables
});

test('R67 two mentors at a table are met at once, so wishes at two tables compete', () => {
  const mentors = [...FOUR.mentors, { id: attendeeId('m3'), industry: 'Energy' }];
  const tables = FOUR.tables.map((table, index) => ({ ...table, seats: 4, mentors: [index === 0 ? ['m1', 'm2'] : ['m3']].flat().map(attendeeId) })); // biome-ignore format: one table
  const students = FOUR.students.map((student) => ({ ...student, industries: ['Law', 'Health care', 'Energy'] }));
  const two = { ...FOUR, rounds: 1, mentors, tables, students };
  const seating = (numbers: readonly number[], who: readonly string[]) => ({
    students: numbers.map((number) => attendeeId(`s${number}`)),
    mentors: who.map(attendeeId),
  });
  const schedule = { rounds: [{ t1: seating([1, 2], ['m1', 'm2']), t2: seating([3, 4], ['m3']) }] };
  // two people meet two mentors each and two meet one; counted mentor by mentor it would be two for everybody
  expect(row(schedule, two, 'wishes')).toMatchObject({ value: 6, bound: 6, wished: 12 });
  expect(row(schedule, two, 'fields')).toMatchObject({ value: 6, bound: 6 });
});

test('R67 when mentors move, everybody meets at most one mentor a round', () => {
  const students = FOUR.students.map((student) => ({ ...student, industries: ['Law', 'Health care'] }));
  const which = { ...FOUR, rounds: 1, students, whoMoves: 'mentors' as const };
  const report = reportOn(byHand([[[1, 2], [3, 4]]]), which); // biome-ignore format: rounds of tables
  expect(report.rows.find(({ aim }) => aim === 'wishes')).toMatchObject({ value: 4, bound: 4, wished: 8 });
  expect(report.overall).toEqual({ value: 100, best: 100 });
});

test('R64 tells an evening why somebody got least: no step-free table, or given up for others', () => {
  const students = FOUR.students.map((student, index) => ({
    ...student,
    industries: ['Health care'],
    stepFree: index === 0,
  }));
  // only table 1 is step-free, and Health care is at table 2
  const which = { ...FOUR, rounds: 1, students };
  const { leastServed } = reportOn(byHand([[[1, 2], [3, 4]]]), which); // biome-ignore format: rounds of tables
  expect(leastServed.map(({ person, reason }) => [person, reason])).toEqual([
    ['s1', 'barred'],
    ['s2', 'popular'],
  ]);
  const one = { ...which, students: students.map((who, index) => ({ ...who, stepFree: false, industries: index === 0 ? ['Law'] : [] })) }; // biome-ignore format: one evening
  expect(reportOn(byHand([[[2, 3], [1, 4]]]), one).leastServed).toMatchObject([{ person: 's1', reason: 'traded' }]); // biome-ignore format: rounds of tables
});
