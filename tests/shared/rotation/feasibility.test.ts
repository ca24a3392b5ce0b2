import { expect, test } from 'vitest';
import { infeasibilities } from '../../../shared/src/rotation/feasibility.ts';
import { solve } from '../../../shared/src/rotation/solve.ts';
import { parsed, type RawInstance, rawRotation } from './builders.ts';

const CONTRADICTIONS: [string, string, string, (raw: RawInstance) => void][] = [
  [
    'somebody who avoids every mentor',
    'no-seat',
    's2',
    ({ students }) => Object.assign(students[1] ?? {}, { avoid: ['m1', 'm2'] }),
  ],
  [
    'somebody who needs a step-free table where there is none',
    'no-seat',
    's3',
    ({ students }) => Object.assign(students[2] ?? {}, { stepFree: true }),
  ],
  [
    'somebody who comes when every table is closed',
    'no-seat',
    's1',
    ({ students, tables }) => {
      for (const table of tables) table.open = [1];
      Object.assign(students[0] ?? {}, { present: [2] });
    },
  ],
  [
    'friends who avoid different mentors, so that no table is left',
    'no-seat',
    's1',
    ({ students }) => {
      Object.assign(students[0] ?? {}, { avoid: ['m1'], together: ['s2'] });
      Object.assign(students[1] ?? {}, { avoid: ['m2'] });
    },
  ],
  [
    'a group larger than any table',
    'group-too-big',
    's1',
    ({ students }) => Object.assign(students[0] ?? {}, { together: ['s2', 's3', 's4'] }),
  ],
  [
    'two people apart who are together over a third',
    'apart-together',
    's3',
    ({ students }) => {
      Object.assign(students[0] ?? {}, { together: ['s2'], apart: ['s3'] });
      Object.assign(students[2] ?? {}, { together: ['s2'] });
    },
  ],
  [
    'somebody pinned to two places',
    'pin-conflict',
    's1',
    ({ pinned }) => pinned.push({ round: 1, student: 's1', table: 't1' }, { round: 1, student: 's1', table: null }),
  ],
  [
    'a pin to a closed table',
    'pin-conflict',
    't1',
    ({ tables, pinned }) => {
      Object.assign(tables[0] ?? {}, { open: [2] });
      pinned.push({ round: 1, student: 's1', table: 't1' });
    },
  ],
  [
    'a pin of somebody absent',
    'pin-conflict',
    's1',
    ({ students, pinned }) => {
      Object.assign(students[0] ?? {}, { present: [2] });
      pinned.push({ round: 1, student: 's1', table: 't1' });
    },
  ],
  [
    'more pins than seats',
    'pin-conflict',
    't2',
    ({ pinned }) => {
      for (const student of ['s1', 's2', 's3', 's4']) pinned.push({ round: 2, student, table: 't2' });
    },
  ],
  [
    'two people apart pinned to one table',
    'pin-conflict',
    's2',
    ({ students, pinned }) => {
      Object.assign(students[0] ?? {}, { apart: ['s2'] });
      pinned.push({ round: 1, student: 's1', table: 't1' }, { round: 1, student: 's2', table: 't1' });
    },
  ],
  [
    'friends pinned to two tables',
    'pin-conflict',
    's2',
    ({ students, pinned }) => {
      Object.assign(students[0] ?? {}, { together: ['s2'] });
      pinned.push({ round: 1, student: 's1', table: 't1' }, { round: 1, student: 's2', table: 't2' });
    },
  ],
  [
    'somebody pinned to a table that a friend avoids',
    'pin-conflict',
    's2',
    ({ students, pinned }) => {
      Object.assign(students[0] ?? {}, { together: ['s2'] });
      Object.assign(students[1] ?? {}, { avoid: ['m1'] });
      pinned.push({ round: 1, student: 's1', table: 't1' });
    },
  ],
  [
    'a pinned person whose friend finds no seat at that table',
    'pin-conflict',
    't1',
    ({ tables, students, pinned }) => {
      Object.assign(tables[0] ?? {}, { seats: 1 });
      Object.assign(students[0] ?? {}, { together: ['s2'] });
      pinned.push({ round: 1, student: 's1', table: 't1' });
    },
  ],
  [
    'a friend pinned to a table while the other one is to sit out',
    'pin-conflict',
    's2',
    ({ students, pinned }) => {
      Object.assign(students[0] ?? {}, { together: ['s2'] });
      pinned.push({ round: 1, student: 's1', table: 't1' }, { round: 1, student: 's2', table: null });
    },
  ],
];

test.each(CONTRADICTIONS)('R20 refuses %s as %s and names %s', (_, kind, culprit, change) => {
  const instance = parsed(rawRotation(5, 2, 2, 3, change));
  expect(infeasibilities(instance).map((found) => found.kind)).toContain(kind);
  const result = solve(instance, { seed: 1, iterations: 0 });
  expect(result.ok ? '' : result.refusal.kind).toBe(kind);
  expect(result.ok ? '' : result.refusal.message).toContain(culprit);
});

test('R20 somebody who does not come at all contradicts nothing', () => {
  const noShow = rawRotation(5, 2, 2, 3, ({ students }) => {
    Object.assign(students[0] ?? {}, { present: [], stepFree: true });
  });
  expect(infeasibilities(parsed(noShow))).toEqual([]);
});

test('R20 a friend who is away leaves the seat of the other one free', () => {
  const away = rawRotation(5, 2, 2, 3, ({ tables, students, pinned }) => {
    Object.assign(tables[0] ?? {}, { seats: 1 });
    Object.assign(students[0] ?? {}, { together: ['s2'] });
    Object.assign(students[1] ?? {}, { present: [2] });
    pinned.push({ round: 1, student: 's1', table: 't1' });
  });
  expect(infeasibilities(parsed(away))).toEqual([]);
});

test('R20 thousands who may sit nowhere are told without a look at every seat for each', () => {
  const raw = rawRotation(5_000, 1_000, 20, 4, ({ students }) => {
    students.forEach((student, index) => {
      if (index % 5 > 0) student.together = [`s${index + 1 - (index % 5)}`];
    });
  });
  const found = infeasibilities(parsed(raw));
  expect(found).toHaveLength(100);
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['group-too-big']));
});

test('R20 the rounds of a huge group are looked at once, not for each of its people', () => {
  const raw = rawRotation(50_000, 3, 2, 60_000, ({ students, tables }) => {
    students.slice(1, -1).forEach((student, index) => {
      student.together = [`s${index + 1}`];
    });
    for (const table of tables) table.stepFree = false;
    Object.assign(students[49_999] ?? {}, { stepFree: true });
  });
  expect(infeasibilities(parsed(raw))).toEqual([
    { kind: 'no-seat', message: 'student "s50000" comes, but may sit at no open table' },
  ]);
});

test('R20 a group all of whom need few tables is told by the one they share, or that there is none', () => {
  const group = (avoid: string[]) =>
    rawRotation(6, 3, 2, 6, ({ students }) => {
      Object.assign(students[0] ?? {}, { together: ['s2'], avoid: ['m1'] });
      Object.assign(students[1] ?? {}, { avoid });
    });
  expect(infeasibilities(parsed(group(['m2'])))).toEqual([]);
  expect(infeasibilities(parsed(group(['m2', 'm3']))).map(({ kind }) => kind)).toEqual(['no-seat', 'no-seat']);
});
