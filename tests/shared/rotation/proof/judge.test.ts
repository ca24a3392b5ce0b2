import { expect, test } from 'vitest';
import type { InstanceSchedule } from '../../../../shared/src/rotation/instance.ts';
import { judge } from '../../../../shared/src/rotation/proof/judge.ts';
import { parsed, type RawInstance, rawRotation } from '../builders.ts';

/** A plan in short: per round and table the numbers of the students. */
const judged = (raw: RawInstance, rounds: readonly (readonly (readonly number[])[])[]) => {
  const schedule: InstanceSchedule = {
    format: 'rotation-schedule/1',
    instance: raw.name,
    rounds: rounds.map((tables) =>
      Object.fromEntries(tables.map((seated, table) => [`t${table + 1}`, seated.map((number) => `s${number}`)])),
    ),
  };
  return judge(parsed(raw), schedule);
};
const wanting = (wants: readonly Record<string, number>[], change: (raw: RawInstance) => void = () => {}) =>
  rawRotation(4, 2, 2, 2, (raw) => {
    raw.students.forEach((student, index) => {
      student.wants = wants[index] ?? {};
    });
    change(raw);
  });
const TURN = [
  [
    [1, 2],
    [3, 4],
  ],
  [
    [3, 4],
    [1, 2],
  ],
];

test('R62 a plan that reaches every bound is worth all there is', () => {
  const { quality, best, gated, measures, firm } = judged(wanting([{ m1: 5 }, { m2: 3 }]), TURN);
  expect({ quality, best, gated }).toEqual({ quality: 100, best: 100, gated: 100 });
  expect(measures.want).toEqual({ value: 8, bound: 8, exact: true });
  // two pairs meet twice: the pigeonhole says that it must be so
  expect(measures.distinctPairs).toMatchObject({ value: 2, bound: 2 });
  expect(Object.values(firm)).toEqual([true, true, true, true]);
});

test('R62 wishes count half, mixing three tenths, fields two', () => {
  const raw = rawRotation(4, 2, 1, 2, ({ students }) => {
    for (const student of students) student.wants = { m1: 2 };
    Object.assign(students[3] ?? {}, { wants: { m1: 5 } });
  });
  const { measures, quality } = judged(raw, [[[1, 2], [3, 4]]]); // biome-ignore format: rounds of tables
  expect(measures.want).toMatchObject({ value: 4, bound: 7 });
  expect(quality).toBe(Math.round(10 * (50 * (4 / 7) + 30 + 20)) / 10);
});

test('R63 a plan that repeats meetings is told so, and still measured', () => {
  const { firm, gated, quality, best, measures } = judged(wanting([{ m1: 5 }, { m2: 3 }]), [
    [
      [1, 2],
      [3, 4],
    ],
    [
      [1, 4],
      [3, 2],
    ],
  ]);
  expect(firm).toEqual({ idle: true, spread: true, repeats: false, balance: true });
  expect(measures.repeats).toMatchObject({ value: 2, bound: 0 });
  expect(gated).toBe(0);
  expect(quality).toBeGreaterThan(50);
  expect(quality).toBeLessThanOrEqual(best);
});

test('R64 names those who got least and why: too sought-after a mentor', () => {
  const raw = rawRotation(4, 2, 1, 2, ({ students }) => {
    for (const student of students) student.wants = { m1: 2 };
  });
  const { least, served } = judged(raw, [[[1, 2], [3, 4]]]); // biome-ignore format: rounds of tables
  expect(served.map(({ met, best }) => [met, best])).toEqual([[2, 2], [2, 2], [0, 2], [0, 2]]); // biome-ignore format: pairs
  expect(least).toEqual([
    { student: 's3', met: 0, best: 2, wished: 2, reason: 'popular', mentor: 'm1' },
    { student: 's4', met: 0, best: 2, wished: 2, reason: 'popular', mentor: 'm1' },
  ]);
});

test('R64 … too few rounds, tables that do not suit, or given up for others', () => {
  const late = wanting([{ m1: 2, m2: 5 }], ({ students }) => Object.assign(students[0] ?? {}, { present: [1] }));
  const plan = [[[1, 2], [3, 4]], [[3, 4], [2]]]; // biome-ignore format: rounds of tables
  expect(judged(late, plan).least[0]).toMatchObject({ met: 2, best: 5, wished: 7, reason: 'traded' });
  const heavier = wanting([{ m1: 4, m2: 5 }], ({ students }) => Object.assign(students[0] ?? {}, { present: [1] }));
  expect(judged(heavier, plan).least[0]).toMatchObject({ met: 4, best: 5, wished: 9, reason: 'few-rounds' });
  const barred = wanting([{ m1: 4, m2: 5 }], ({ students }) => Object.assign(students[0] ?? {}, { avoid: ['m2'] }));
  expect(judged(barred, [[[1, 2], [3, 4]], [[1, 4], [2, 3]]]).least[0]).toMatchObject({ met: 4, best: 4, wished: 9, reason: 'barred' }); // biome-ignore format: rounds of tables
});

test('R64 says nothing of people who do not come or have all they wish', () => {
  const raw = wanting([{ m1: 5 }, { m1: 5 }], ({ students }) => Object.assign(students[0] ?? {}, { present: [] }));
  expect(judged(raw, [[[2], [3, 4]], [[3], [2, 4]]]).least).toEqual([]); // biome-ignore format: rounds of tables
});
