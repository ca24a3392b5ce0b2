import { expect, test } from 'vitest';
import type { InstanceSchedule } from '../../../shared/src/rotation/instance.ts';
import { verify } from '../../../shared/src/rotation/verify.ts';
import { parsed, type RawInstance, rawRotation } from './builders.ts';

type Rounds = InstanceSchedule['rounds'];
const broken = (rounds: Rounds, change: (raw: RawInstance) => void = () => {}) => {
  const instance = parsed(rawRotation(4, 2, 2, 2, change));
  const schedule = { format: 'rotation-schedule/1', instance: instance.name, rounds };
  return verify(instance, schedule).map(({ rule, round, table, students }) => ({ rule, round, table, students }));
};
const GOOD: Rounds = [
  { t1: ['s1', 's2'], t2: ['s3', 's4'] },
  { t1: ['s3', 's4'], t2: ['s1', 's2'] },
];
const student = (raw: RawInstance, index: number, change: Partial<RawInstance['students'][number]>): void => {
  Object.assign(raw.students[index] ?? {}, change);
};

test('R1 to R9 a plan that keeps every rule has nothing to answer for', () => {
  expect(broken(GOOD)).toEqual([]);
});

test('R1 sees somebody at two tables, and twice at one', () => {
  expect(broken([{ t1: ['s1'], t2: ['s1'] }, { t1: ['s2', 's2'] }])).toEqual([
    { rule: 'twice-in-round', round: 1, table: 't2', students: ['s1'] },
    { rule: 'twice-in-round', round: 2, table: 't1', students: ['s2'] },
  ]);
});

test('R2 sees somebody seated who is not there', () => {
  expect(broken(GOOD, (raw) => student(raw, 0, { present: [1] }))).toEqual([
    { rule: 'absent-seated', round: 2, table: 't2', students: ['s1'] },
  ]);
});

test('R3 sees more people than seats', () => {
  expect(broken([GOOD[0] ?? {}, { t2: ['s1', 's2', 's3'] }])).toEqual([
    { rule: 'over-capacity', round: 2, table: 't2', students: [] },
  ]);
});

test('R4 sees people at a closed table', () => {
  expect(broken(GOOD, ({ tables }) => Object.assign(tables[0] ?? {}, { open: [2] }))).toEqual([
    { rule: 'closed-table', round: 1, table: 't1', students: [] },
  ]);
});

test('R5 sees somebody with a mentor they are to avoid', () => {
  expect(broken(GOOD, (raw) => student(raw, 2, { avoid: ['m1'] }))).toEqual([
    { rule: 'avoid', round: 2, table: 't1', students: ['s3'] },
  ]);
});

test('R6 sees two people apart at one table, told once, whoever asked', () => {
  const both = (raw: RawInstance): void => {
    student(raw, 0, { apart: ['s2'] });
    student(raw, 1, { apart: ['s1'] });
  };
  expect(broken([GOOD[0] ?? {}, {}], both)).toHaveLength(1);
  expect(broken([GOOD[0] ?? {}, {}], (raw) => student(raw, 1, { apart: ['s1'] }))).toEqual([
    { rule: 'apart', round: 1, table: 't1', students: ['s2', 's1'] },
  ]);
});

test('R7 sees friends of friends at different tables, or one who sits out alone', () => {
  const chain = (raw: RawInstance): void => {
    student(raw, 0, { together: ['s2'] });
    student(raw, 3, { together: ['s1'], present: [2] });
  };
  expect(broken(GOOD, chain).map(({ rule, round }) => `${rule} ${round}`)).toEqual(['absent-seated 1', 'together 2']);
  expect(broken([{ t1: ['s1'] }, {}], chain).map(({ rule }) => rule)).toEqual(['together']);
  expect(broken([{}, {}], chain)).toEqual([]);
});

test('R8 sees somebody at a table with a step', () => {
  const change = (raw: RawInstance): void => {
    student(raw, 0, { stepFree: true });
    Object.assign(raw.tables[0] ?? {}, { stepFree: true });
  };
  expect(broken(GOOD, change)).toEqual([{ rule: 'step-free', round: 2, table: 't2', students: ['s1'] }]);
});

test('R9 sees a given seat that was not kept, and a break that was not', () => {
  const pins = ({ pinned }: RawInstance): void => {
    pinned.push({ round: 1, student: 's1', table: 't2' }, { round: 2, student: 's2', table: null });
  };
  expect(broken(GOOD, pins)).toEqual([
    { rule: 'pinned', round: 1, table: 't2', students: ['s1'] },
    { rule: 'pinned', round: 2, table: null, students: ['s2'] },
  ]);
});

test.each([
  ['nothing', null],
  ['another format', { format: 'x', instance: 'made for a test', rounds: GOOD }],
  ['the plan of another instance', { format: 'rotation-schedule/1', instance: 'other', rounds: GOOD }],
  ['a round too few', { format: 'rotation-schedule/1', instance: 'made for a test', rounds: [{}] }],
  ['an unknown table', { format: 'rotation-schedule/1', instance: 'made for a test', rounds: [{ toString: [] }, {}] }],
  ['an unknown student', { format: 'rotation-schedule/1', instance: 'made for a test', rounds: [{ t1: ['x'] }, {}] }],
  [
    'a table that is no list',
    { format: 'rotation-schedule/1', instance: 'made for a test', rounds: [{ t1: 's1' }, {}] },
  ],
  ['a round that is a list', { format: 'rotation-schedule/1', instance: 'made for a test', rounds: [[], {}] }],
])('R19 a schedule that is %s is malformed', (_, schedule) => {
  const found = verify(parsed(rawRotation(4, 2, 2, 2)), schedule);
  expect(found.map(({ rule }) => rule)).toEqual(['malformed']);
  expect(found[0]?.message).not.toBe('');
});

test.each<[string, (raw: RawInstance) => void]>([
  ['R2', (raw) => student(raw, 0, { present: [1, 2] })],
  ['R3', ({ tables }) => Object.assign(tables[0] ?? {}, { seats: 2 })],
  ['R4', ({ tables }) => Object.assign(tables[0] ?? {}, { open: [2, 1] })],
  ['R5', (raw) => student(raw, 0, { avoid: [] })],
  ['R6', (raw) => student(raw, 0, { apart: ['s3', 's4'] })],
  ['R7', (raw) => student(raw, 0, { together: ['s2'] })],
  [
    'R8',
    (raw) => {
      student(raw, 0, { stepFree: true });
      for (const table of raw.tables) table.stepFree = true;
    },
  ],
  [
    'R9',
    ({ pinned }) => pinned.push({ round: 1, student: 's1', table: 't1' }, { round: 2, student: 's3', table: 't1' }),
  ],
])('%s finds nothing wrong in a plan that keeps it', (_, change) => {
  expect(broken(GOOD, change)).toEqual([]);
});
