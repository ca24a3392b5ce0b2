import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf } from '../../../../shared/src/rotation/proof/bounds.ts';
import { score } from '../../../../shared/src/rotation/score.ts';
import { parsed, type RawInstance, rawRotation, solved } from '../builders.ts';

const bounds = (raw: RawInstance) => boundsOf(parsed(raw));
const groupTables = (raw: RawInstance): void => {
  for (const table of raw.tables) table.mentors = [];
};

test('R60 counts sit-outs, and how even they can be', () => {
  expect(bounds(rawRotation(7, 1, 7, 5))).toMatchObject({
    idle: { value: 14, exact: true },
    spread: { value: 0, exact: true },
  });
  expect(bounds(rawRotation(8, 1, 7, 5))).toMatchObject({ idle: { value: 21 }, spread: { value: 1 } });
  // nobody knows how fair it can be for people who come for different rounds
  const late = rawRotation(8, 1, 7, 5, ({ students }) => Object.assign(students[0] ?? {}, { present: [1, 2] }));
  expect(bounds(late)).toMatchObject({ idle: { value: 16 }, spread: { value: 0, exact: false } });
});

test('R60 counts repeats: more rounds than tables, and people whom few tables suit', () => {
  expect(bounds(rawRotation(24, 4, 9, 6)).repeats).toEqual({ value: 120, exact: true });
  const stairs = rawRotation(6, 3, 3, 2, ({ students, tables }) => {
    Object.assign(students[0] ?? {}, { stepFree: true });
    Object.assign(tables[0] ?? {}, { stepFree: true });
  });
  // s1 stays at t1 for three rounds; the five others share three places there and twelve elsewhere
  expect(bounds(stairs).repeats.value).toBe(2 + 2);
  const pinned = rawRotation(4, 2, 2, 2, (raw) => {
    for (const round of [1, 2]) raw.pinned.push({ round, student: 's1', table: 't1' });
  });
  expect(bounds(pinned).repeats.value).toBe(2);
});

test('R60 counts seats that cannot be even', () => {
  const crowded = rawRotation(4, 2, 1, 4, (raw) => {
    for (const student of ['s1', 's2', 's3']) raw.pinned.push({ round: 1, student, table: 't1' });
  });
  // three and one instead of two and two
  expect(bounds(crowded).balance.value).toBe(2);
});

test('R60 people who sit together share their wishes', () => {
  const raw = rawRotation(2, 2, 1, 2, ({ students }) => {
    Object.assign(students[0] ?? {}, { wants: { m1: 5 }, together: ['s2'] });
    Object.assign(students[1] ?? {}, { wants: { m2: 4 } });
  });
  // each alone could have their mentor; together they have one of the two
  expect(boundsOf(parsed(raw), { balance: 2 }).want.value).toBe(5);
});

test('R60 pairs that must meet again: by counting, per student, by the pigeonhole, and in the past', () => {
  const mixing = (raw: RawInstance) => bounds(raw).mixing;
  expect(mixing(rawRotation(4, 2, 4, 2, groupTables))).toMatchObject({ meetings: 8, canMeet: 6, repeated: 2 });
  expect(mixing(rawRotation(6, 2, 2, 3))).toMatchObject({ repeated: 6, because: 'pigeonhole', different: 6 });
  const apart = rawRotation(6, 2, 2, 3, (raw) => {
    groupTables(raw);
    Object.assign(raw.students[0] ?? {}, { apart: ['s2', 's3'] });
  });
  expect(mixing(apart).canMeet).toBe(13);
  const past = rawRotation(6, 3, 3, 2, (raw) => {
    groupTables(raw);
    for (const round of [1, 2]) for (const student of ['s1', 's2']) raw.pinned.push({ round, student, table: 't1' });
  });
  expect(mixing(past)).toMatchObject({ repeated: 1, because: 'past', different: 8 });
  const alone = rawRotation(9, 3, 5, 3, (raw) => {
    groupTables(raw);
    Object.assign(raw.students[0] ?? {}, { apart: ['s2', 's3', 's4', 's5'] });
  });
  // 45 meetings of the 32 pairs who may meet at all
  expect(mixing(alone)).toMatchObject({ because: 'counting', repeated: 45 - 32 });
});

test('R60 thirty people in turn at six tables cannot all meet others only: six is not a field', () => {
  const six = bounds(rawRotation(30, 6, 6, 5)).mixing;
  expect(six).toMatchObject({ meetings: 360, repeated: 12, because: 'permutations', different: 348 });
  // seven is, and forty-two people do
  expect(bounds(rawRotation(42, 7, 7, 6)).mixing.repeated).toBe(0);
  expect(bounds(rawRotation(30, 6, 5, 5)).mixing.repeated).toBe(0);
});

test('R61 wishes and fields are exact where everybody may sit with everybody', () => {
  const raw = rawRotation(12, 6, 3, 2, ({ students }) => {
    students.forEach((student, index) => {
      student.wants = index < 9 ? { m1: 5, m2: 1 } : { m3: 4 };
    });
  });
  const { want, variety } = bounds(raw);
  expect(want).toEqual({ value: 6 * 5 + 6 * 1 + 3 * 4, exact: true });
  expect(variety).toEqual({ value: 36, exact: true });
});

test('R62 wishes and fields share their visits, so both together may be worth less than each alone', () => {
  const raw = rawRotation(2, 4, 2, 2, ({ students, mentors, tables }) => {
    mentors.forEach((mentor, index) => {
      mentor.tags = [index < 2 ? 'law' : `field ${index}`];
    });
    for (const student of students) student.wants = { m1: 5, m2: 5 };
    for (const table of tables) table.seats = 1;
  });
  const { want, variety, quality } = bounds(raw);
  expect([want.value, variety.value]).toEqual([20, 4]);
  // all wishes are for law: who meets them all sees half the fields, and giving one up costs more than a field is worth
  expect(quality.value).toBeCloseTo((100 * (50 + 20 / 2)) / 70, 3);
});

test('R63 a plan that falls short of a firm aim is measured against plans that do so as well', () => {
  const raw = rawRotation(2, 2, 2, 1, ({ students }) => {
    Object.assign(students[0] ?? {}, { wants: { m2: 5 } });
    Object.assign(students[1] ?? {}, { avoid: ['m1'] });
  });
  const instance = parsed(raw);
  // while s2 sits, they are at the only table that s1 wishes for
  expect(boundsOf(instance).want).toEqual({ value: 0, exact: true });
  expect(boundsOf(instance, { idle: 1, spread: 1 }).want).toEqual({ value: 5, exact: false });
});

test('R60 a plan of the search passes no bound', () => {
  const shape = fc.record({
    students: fc.integer({ min: 1, max: 24 }),
    tables: fc.integer({ min: 1, max: 6 }),
    rounds: fc.integer({ min: 1, max: 6 }),
    seats: fc.integer({ min: 1, max: 6 }),
    wish: fc.integer({ min: 1, max: 7 }),
  });
  fc.assert(
    fc.property(shape, ({ students, tables, rounds, seats, wish }) => {
      const raw = rawRotation(students, tables, rounds, seats, (instance) => {
        instance.students.forEach((student, index) => {
          student.wants = { [`m${((index * wish) % tables) + 1}`]: 1 + (index % 5) };
        });
      });
      const { instance, schedule } = solved(raw, { iterations: 500 });
      const figures = score(instance, schedule);
      const limits = boundsOf(instance, figures);
      for (const metric of ['idle', 'repeats', 'balance'] as const)
        expect(figures[metric]).toBeGreaterThanOrEqual(limits[metric].value);
      for (const metric of ['want', 'distinctPairs', 'variety'] as const)
        expect(figures[metric]).toBeLessThanOrEqual(limits[metric].value);
    }),
    { numRuns: 40 },
  );
});
