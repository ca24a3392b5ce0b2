import fc from 'fast-check';
import { expect, test } from 'vitest';
import { score } from '../../../shared/src/rotation/score.ts';
import { solve } from '../../../shared/src/rotation/solve.ts';
import { verify } from '../../../shared/src/rotation/verify.ts';
import { parsed, type RawInstance, type RawStudent, rawRotation, solved } from './builders.ts';

const figuresOf = (raw: RawInstance, iterations = 3_000) => {
  const { instance, schedule } = solved(raw, { iterations });
  expect(verify(instance, schedule)).toEqual([]);
  return score(instance, schedule);
};

/** Evenings without special people: any numbers of people, tables, rounds and seats, with wishes. */
const plainEvening = fc
  .record({
    students: fc.integer({ min: 1, max: 30 }),
    tables: fc.integer({ min: 1, max: 7 }),
    rounds: fc.integer({ min: 1, max: 7 }),
    seats: fc.integer({ min: 1, max: 8 }),
    wish: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ students, tables, rounds, seats, wish }) =>
    rawRotation(students, tables, rounds, seats, (raw) => {
      raw.students.forEach((student, index) => {
        student.wants = { [`m${((index * wish) % tables) + 1}`]: 1 + (index % 5) };
      });
    }),
  );

const rounds = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 4 });
/** Evenings with everything that can be said about students and tables, contradictions included. */
const anyEvening = fc
  .record({
    students: fc.array(
      fc.record({
        present: optional(rounds),
        stepFree: optional(fc.boolean()),
        avoid: optional(fc.constantFrom<string[]>(['m1'], ['m2'], ['m1', 'm3'])),
        apart: optional(fc.integer({ min: 1, max: 3 })),
        together: optional(fc.integer({ min: 1, max: 3 })),
      }),
      { minLength: 5, maxLength: 16 },
    ),
    tables: fc.array(
      fc.record({ seats: fc.integer({ min: 1, max: 6 }), stepFree: fc.boolean(), open: optional(rounds) }),
      {
        minLength: 3,
        maxLength: 5,
      },
    ),
    pinned: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(15), fc.option(fc.nat(4))), { maxLength: 3 }),
  })
  .map(({ students, tables, pinned }) =>
    rawRotation(students.length, tables.length, 4, 1, (raw) => {
      const other = (index: number, step: number | undefined): string[] =>
        step === undefined ? [] : [`s${((index + step) % students.length) + 1}`];
      raw.tables.forEach((table, index) => {
        const { open, ...rest } = tables[index] ?? { open: undefined };
        Object.assign(table, rest, open ? { open } : {});
      });
      raw.students.forEach((student: RawStudent, index) => {
        const { present, stepFree, avoid, apart, together } = students[index] ?? {};
        if (present) student.present = present;
        if (stepFree) student.stepFree = stepFree;
        if (avoid) student.avoid = avoid;
        student.apart = other(index, apart);
        student.together = other(index, together);
      });
      for (const [round, student, table] of pinned) {
        raw.pinned.push({
          round,
          student: `s${(student % students.length) + 1}`,
          table: table === null ? null : `t${(table % tables.length) + 1}`,
        });
      }
    }),
  );

test('R1 to R9 every instance gets a plan that keeps all rules, or a reason', () => {
  fc.assert(
    fc.property(anyEvening, fc.integer(), (raw, seed) => {
      const instance = parsed(raw);
      const result = solve(instance, { seed, iterations: 1_500 });
      if (result.ok) expect(verify(instance, result.value.schedule)).toEqual([]);
      else expect(result.refusal.message).toMatch(/"[st]\d+"/u);
    }),
    { numRuns: 150 },
  );
});

test('R10 to R13 with everybody there, sit-outs, repeats and sizes are as good as counting allows', () => {
  fc.assert(
    fc.property(plainEvening, (raw) => {
      const { idle, spread, repeats, balance } = figuresOf(raw, 500);
      const places = raw.tables.length * (raw.tables[0]?.seats ?? 0);
      const seated = Math.min(raw.students.length, places) * raw.rounds;
      expect(idle).toBe(raw.students.length * raw.rounds - seated);
      expect(spread).toBeLessThanOrEqual(1);
      expect(balance).toBe(0);
      const most = raw.students.length * raw.tables.length;
      if (idle === 0) expect(repeats).toBe(Math.max(0, seated - most));
      else expect(repeats).toBeLessThanOrEqual(Math.max(0, seated - Math.min(seated, most)));
    }),
    { numRuns: 120 },
  );
});

test('R10 a free seat is used although a group must sit together', () => {
  const raw = rawRotation(8, 2, 2, 4, ({ students }) => {
    Object.assign(students[0] ?? {}, { together: ['s2', 's3'] });
    Object.assign(students[4] ?? {}, { together: ['s6'] });
  });
  expect(figuresOf(raw).idle).toBe(0);
});

test('R11 seven people at five seats sit out in turn', () => {
  expect(figuresOf(rawRotation(7, 1, 7, 5))).toMatchObject({ idle: 14, spread: 0 });
});

test('R12 with a given first round nobody returns to the mentor of that round', () => {
  const raw = rawRotation(24, 6, 5, 4, ({ students, pinned }) => {
    students.forEach(({ id }, index) => {
      pinned.push({ round: 1, student: id, table: `t${Math.floor(index / 4) + 1}` });
    });
  });
  expect(figuresOf(raw)).toMatchObject({ idle: 0, repeats: 0, balance: 0 });
});

test('R12 late students, tables that close and people apart still meet nobody twice', () => {
  const raw = rawRotation(30, 7, 5, 6, ({ students, tables }) => {
    Object.assign(students[0] ?? {}, { present: [3, 4, 5] });
    Object.assign(students[1] ?? {}, { present: [1, 2] });
    Object.assign(students[2] ?? {}, { apart: ['s4', 's5'] });
    Object.assign(tables[6] ?? {}, { open: [1, 2, 3] });
  });
  expect(figuresOf(raw, 20_000)).toMatchObject({ idle: 0, repeats: 0, balance: 0 });
});

test('R12 goes before R13: tables are rather uneven than that one more person meets a mentor twice', () => {
  const raw = rawRotation(9, 3, 3, 9, ({ students, tables }) => {
    Object.assign(students[0] ?? {}, { stepFree: true });
    for (const id of [0, 2]) Object.assign(tables[id] ?? {}, { stepFree: true });
  });
  // s1 has two tables for three rounds; everybody else visits all three tables
  expect(figuresOf(raw)).toMatchObject({ idle: 0, repeats: 1 });
});

test('R13 small tables fill up and the others share the rest evenly', () => {
  const raw = rawRotation(20, 4, 3, 8, ({ tables }) => Object.assign(tables[0] ?? {}, { seats: 2 }));
  const { schedule } = solved(raw);
  for (const round of schedule.rounds) {
    expect(Object.values(round).map((seated) => seated.length)).toEqual([2, 6, 6, 6]);
  }
});

test('R14 wishes are met as far as the seats go', () => {
  const raw = rawRotation(12, 6, 3, 2, ({ students }) => {
    students.forEach((student, index) => {
      student.wants = index < 9 ? { m1: 5, m2: 1 } : { m3: 4 };
    });
  });
  const { instance, schedule } = solved(raw, { iterations: 3_000, aim: 'wishes' });
  // three rounds of two seats: six of the nine meet m1, six meet m2
  expect(score(instance, schedule).want).toBe(6 * 5 + 6 * 1 + 3 * 4);
});

test('R15 without wishes everybody meets as many fields as there are', () => {
  expect(figuresOf(rawRotation(27, 9, 3, 3), 20_000).variety).toBe(27 * 3);
});

test('R16 sixteen people meet everybody else exactly once in five rounds', () => {
  const raw = rawRotation(16, 4, 5, 4, ({ tables }) => {
    for (const table of tables) table.mentors = [];
  });
  expect(figuresOf(raw, 60_000)).toMatchObject({ distinctPairs: 120, repeatedPairs: 0 });
});

test('R17 the same seed gives the same plan, another one another', () => {
  fc.assert(
    fc.property(plainEvening, fc.integer(), (raw, seed) => {
      expect(solved(raw, { seed, iterations: 700 }).schedule).toEqual(solved(raw, { seed, iterations: 700 }).schedule);
    }),
    { numRuns: 25 },
  );
  const raw = rawRotation(24, 6, 4, 4);
  expect(solved(raw, { seed: 1 }).schedule).not.toEqual(solved(raw, { seed: 2 }).schedule);
});

test('R18 a search that may not begin still gives a plan without repeats', () => {
  const raw = rawRotation(24, 6, 4, 4);
  const { instance, schedule, stoppedAfter } = solved(raw, { iterations: 1_000_000, shouldStop: () => true });
  expect(stoppedAfter).toBe(0);
  expect(verify(instance, schedule)).toEqual([]);
  expect(score(instance, schedule)).toMatchObject({ idle: 0, repeats: 0, balance: 0 });
});

test('R18 more moves make a plan better, never worse', () => {
  const raw = rawRotation(30, 6, 5, 5);
  expect(figuresOf(raw, 20_000).repeatedPairs).toBeLessThan(figuresOf(raw, 0).repeatedPairs);
});
