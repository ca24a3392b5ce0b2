import { expect, test } from 'vitest';
import type { Schedule2 } from '../../../../shared/src/rotation/instance-2/instance-2.ts';
import { brokenPromises, score2 } from '../../../../shared/src/rotation/instance-2/score-2.ts';
import { parsed2, type RawInstance2, rawRotation2 } from './any-instance-2.ts';

type Rounds = Record<string, [students: string[], mentors: string[]]>[];
/** Figures for four students, three tables with m1 (field 1), m2 (field 2), m3 (field 0) and two rounds. */
const evening = (rounds: Rounds, change: Partial<RawInstance2> | ((raw: RawInstance2) => void) = {}) => {
  const instance = parsed2(rawRotation2(4, 3, 2, 4, change));
  const schedule: Schedule2 = {
    format: 'rotation-schedule/2',
    instance: instance.name,
    rounds: rounds.map((round) =>
      Object.fromEntries(Object.entries(round).map(([table, [students, mentors]]) => [table, { students, mentors }])),
    ),
  };
  return { ...score2(instance, schedule), names: brokenPromises(instance, schedule) };
};
const student = (index: number, change: object) => (raw: RawInstance2) => {
  Object.assign(raw.students[index] ?? {}, change);
};
const mentorsMove = { whoMoves: 'mentors', mentorsAtTable: 2 };

test('R12 a second meeting counts with the mentor, wherever they sit', () => {
  const back: Rounds = [
    { t1: [['s1', 's2'], ['m1']] },
    {
      t1: [
        ['s1', 's2'],
        ['m2', 'm1'],
      ],
    },
  ];
  expect(evening(back, mentorsMove).repeats).toBe(2);
  expect(evening([back[0] ?? {}, { t1: [['s1', 's2'], ['m2']] }], mentorsMove).repeats).toBe(0);
});

test('R13 when others than students move, tables without anybody are not uneven', () => {
  const two: Rounds = [{ t1: [['s1', 's2'], ['m1']], t2: [['s3', 's4'], []], t3: [[], ['m2']] }, {}];
  expect(evening(two, mentorsMove).balance).toBe(0);
  expect(evening([{ t1: [['s1', 's2', 's3'], ['m1']], t2: [['s4'], []] }, {}], mentorsMove).balance).toBe(2);
  const mixed: Rounds = [{ t1: [['s1', 's2'], ['m2']], t2: [['s3', 's4'], ['m1']], t3: [[], ['m3']] }, {}];
  expect(evening(mixed, { whoMoves: 'mixed' }).balance).toBe(1);
});

test('R13 when students move, a table that its mentors left is closed, not uneven', () => {
  const left: Rounds = [{ t1: [['s1', 's2'], ['m1']], t2: [['s3', 's4'], ['m2']], t3: [[], []] }, {}];
  expect(evening(left).balance).toBe(0);
  expect(evening([{ ...left[0], t3: [[], ['m3']] }, {}]).balance).toBe(1);
});

test('R40 waits counts students without a mentor, mentorIdle mentors without a table, beyond their rests', () => {
  const rounds: Rounds = [
    { t1: [['s1', 's2'], ['m1']], t2: [['s3', 's4'], []] },
    { t1: [['s1', 's2'], ['m2']], t2: [['s3', 's4'], ['m1']] },
  ];
  expect(evening(rounds, mentorsMove)).toMatchObject({ waits: 2, mentorIdle: 3, mentorSpread: 2, displaced: 2 });
  const rested = evening(rounds, (raw) => {
    Object.assign(raw, mentorsMove);
    raw.mentors = [{ id: 'm1' }, { id: 'm2', rests: 1 }, { id: 'm3', present: [1] }];
  });
  expect(rested).toMatchObject({ mentorIdle: 1, mentorSpread: 1 });
});

test('R47 a wish for a tag counts for each of its mentors, the larger of two wishes once', () => {
  const rounds: Rounds = [{ t1: [['s1'], ['m1']] }, { t2: [['s1'], ['m2']] }];
  const wish = (change: object): number => evening(rounds, student(0, change)).want;
  expect(wish({ wantsTags: { 'field 1': 3 } })).toBe(3);
  expect(wish({ wantsTags: { 'field 1': 3, 'field 2': 1, 'field 0': 5 } })).toBe(4);
  expect(wish({ wantsTags: { 'field 1': 3 }, wants: { m1: 2 } })).toBe(3);
  expect(wish({ wantsTags: { 'field 1': 3 }, wants: { m1: 4, m2: 1 } })).toBe(5);
  expect(wish({ wantsTags: { other: 5 } })).toBe(0);
});

test('R48 a mentor of an earlier event is met again', () => {
  const rounds: Rounds = [{ t1: [['s1', 's2'], ['m1']] }, { t2: [['s1', 's2'], ['m2']] }];
  expect(evening(rounds, student(0, { metMentors: ['m1'] })).repeats).toBe(1);
  expect(evening(rounds, student(0, { metMentors: ['m3'] })).repeats).toBe(0);
});

test('R49 students of an earlier event are a repeated pair from their first table on', () => {
  const rounds: Rounds = [{ t1: [['s1', 's2', 's3'], ['m1']] }, {}];
  expect(evening(rounds)).toMatchObject({ distinctPairs: 3, repeatedPairs: 0 });
  expect(evening(rounds, student(1, { metStudents: ['s1'] }))).toMatchObject({ distinctPairs: 2, repeatedPairs: 1 });
  expect(evening(rounds, student(3, { metStudents: ['s1'] }))).toMatchObject({ distinctPairs: 3, repeatedPairs: 0 });
});

test('R50 a promise of more fields than are met is named, unless nobody comes', () => {
  const rounds: Rounds = [{ t1: [['s1'], ['m1']] }, { t2: [['s1'], ['m2']] }];
  expect(evening(rounds, student(0, { promisedFields: 2 }))).toMatchObject({ brokenPromises: 0, names: [] });
  const one = evening([rounds[0] ?? {}, rounds[0] ?? {}], student(0, { promisedFields: 2 }));
  expect(one).toMatchObject({ brokenPromises: 1, names: [{ student: 's1', promised: 2, met: 1 }] });
  expect(evening([{}, {}], student(0, { promisedFields: 2, present: [] })).names).toEqual([]);
});

test('R51 walked adds the steps of everybody from table to table', () => {
  const rounds: Rounds = [{ t1: [['s1', 's2'], ['m1']] }, { t3: [['s1'], ['m1']], t1: [['s2'], []] }];
  const places = (raw: RawInstance2): void => {
    raw.whoMoves = 'mixed';
    raw.tables.forEach((table, index) => {
      table.position = { x: 3 * index, y: -index };
    });
  };
  expect(evening(rounds, places).walked).toBe(2 * 8);
  expect(evening(rounds).walked).toBe(0);
});
