import { expect, test } from 'vitest';
import { verify2 } from '../../../../shared/src/rotation/instance-2/verify-2.ts';
import { parsed2, type RawInstance2, rawRotation2 } from './any-instance-2.ts';

type Rounds = Record<string, [students: string[], mentors: string[]]>[];
const schedule = (rounds: Rounds) => ({
  format: 'rotation-schedule/2',
  instance: 'made for a test',
  rounds: rounds.map((round) =>
    Object.fromEntries(Object.entries(round).map(([table, [students, mentors]]) => [table, { students, mentors }])),
  ),
});
/** What is broken for four students, two tables with m1 and m2, two rounds. */
const broken = (rounds: Rounds, change: Partial<RawInstance2> | ((raw: RawInstance2) => void) = {}) =>
  verify2(parsed2(rawRotation2(4, 2, 2, 3, change)), schedule(rounds));

const STUDENTS_MOVE: Rounds = [
  { t1: [['s1', 's2'], ['m1']], t2: [['s3', 's4'], ['m2']] },
  { t1: [['s3', 's4'], ['m1']], t2: [['s1', 's2'], ['m2']] },
];
const MENTORS_MOVE: Rounds = [
  { t1: [['s1', 's2'], ['m1']], t2: [['s3', 's4'], ['m2']] },
  { t1: [['s1', 's2'], ['m2']], t2: [['s3', 's4'], ['m1']] },
];
const mentor = (index: number, change: object) => (raw: RawInstance2) => {
  Object.assign(raw.mentors[index] ?? {}, change);
};
const said = (rule: string, round: number, table: string | null, students: string[] = [], mentors: string[] = []) => ({
  rule,
  round,
  table,
  students,
  mentors,
});

test('R28 the rules of the first format hold for the students of the second', () => {
  expect(broken(STUDENTS_MOVE)).toEqual([]);
  const late = ({ students }: RawInstance2): void => {
    Object.assign(students[0] ?? {}, { present: [2], apart: ['s2'] });
  };
  expect(broken(STUDENTS_MOVE, late)).toEqual([
    said('absent-seated', 1, 't1', ['s1']),
    said('apart', 1, 't1', ['s1', 's2']),
    said('apart', 2, 't2', ['s1', 's2']),
  ]);
});

test('R5 whoever comes to the table counts, not whose home it is', () => {
  const avoid = (raw: RawInstance2): void => {
    raw.whoMoves = 'mentors';
    Object.assign(raw.students[0] ?? {}, { avoid: ['m2'] });
  };
  expect(broken(MENTORS_MOVE, avoid)).toEqual([said('avoid', 2, 't1', ['s1'], ['m2'])]);
  expect(broken([MENTORS_MOVE[0] ?? {}, MENTORS_MOVE[0] ?? {}], avoid)).toEqual([]);
});

test('R30 sees a mentor who is not there', () => {
  expect(broken(STUDENTS_MOVE, mentor(1, { present: [2] }))).toEqual([said('mentor-absent', 1, 't2', [], ['m2'])]);
  expect(broken(STUDENTS_MOVE, mentor(1, { present: [2, 1] }))).toEqual([]);
});

test('R31 sees a mentor at two tables, and twice at one', () => {
  const twice: Rounds = [{ t1: [[], ['m1']], t2: [[], ['m1']] }, { t2: [[], ['m2', 'm2']] }];
  expect(broken(twice, { whoMoves: 'mentors', mentorsAtTable: 2 })).toEqual([
    said('mentor-twice-in-round', 1, 't2', [], ['m1']),
    said('mentor-twice-in-round', 2, 't2', [], ['m2']),
  ]);
});

test('R32 sees more mentors at a table than may sit there', () => {
  const both: Rounds = [{ t1: [['s1'], ['m1', 'm2']] }, {}];
  expect(broken(both, { whoMoves: 'mentors' })).toEqual([said('too-many-mentors', 1, 't1', [], ['m1', 'm2'])]);
  expect(broken(both, { whoMoves: 'mentors', mentorsAtTable: 2 })).toEqual([]);
  expect(broken(both, { whoMoves: 'mixed' }).map(({ rule }) => rule)).toEqual(['too-many-mentors']);
});

test('R33 sees a mentor away from home, unless mentors move', () => {
  for (const whoMoves of ['students', 'groups']) {
    const found = broken(MENTORS_MOVE, { whoMoves });
    expect(found).toEqual([said('mentor-away', 2, 't1', [], ['m2']), said('mentor-away', 2, 't2', [], ['m1'])]);
  }
  for (const whoMoves of ['mentors', 'mixed']) expect(broken(MENTORS_MOVE, { whoMoves })).toEqual([]);
});

test('R34 sees students at a table that its mentors left, but not at one that never had any', () => {
  const alone: Rounds = [{ t1: [['s1', 's2'], []], t2: [['s3', 's4'], ['m2']] }, {}];
  expect(broken(alone)).toEqual([said('closed-table', 1, 't1')]);
  expect(broken(alone, ({ tables }) => Object.assign(tables[0] ?? {}, { mentors: [] }))).toEqual([]);
  expect(broken(alone, { whoMoves: 'mentors' })).toEqual([]);
});

test('R4 sees a mentor who waits at a closed table', () => {
  const empty: Rounds = [{ t1: [[], ['m1']] }, {}];
  const closed = ({ tables }: RawInstance2): void => {
    Object.assign(tables[0] ?? {}, { open: [2] });
  };
  expect(broken(empty, closed)).toEqual([said('closed-table', 1, 't1', [], ['m1'])]);
  expect(broken(empty)).toEqual([]);
});

test('R35 sees a mentor with too few rests; rounds of absence are none', () => {
  const rests = (present?: number[]) => (raw: RawInstance2) => {
    raw.rounds = 3;
    mentor(0, present ? { rests: 1, present } : { rests: 1 })(raw);
  };
  const seated = { t1: [[], ['m1']] } as unknown as Rounds[number];
  expect(broken([seated, seated, {}], rests())).toEqual([]);
  expect(broken([seated, seated, seated], rests())).toEqual([said('mentor-rests', 0, null, [], ['m1'])]);
  expect(broken([seated, seated, {}], rests([1, 2]))).toEqual([said('mentor-rests', 0, null, [], ['m1'])]);
});

test('R37 sees a mentor who is not where they were promised, or not resting', () => {
  const pins = (first: string | null, second: string | null): Partial<RawInstance2> => ({
    whoMoves: 'mentors',
    pinnedMentors: [
      { round: 1, mentor: 'm1', table: first },
      { round: 2, mentor: 'm1', table: second },
    ],
  });
  expect(broken(MENTORS_MOVE, pins('t1', 't2'))).toEqual([]);
  expect(broken(MENTORS_MOVE, pins('t2', null))).toEqual([
    said('mentor-pinned', 1, 't2', [], ['m1']),
    said('mentor-pinned', 2, null, [], ['m1']),
  ]);
});

test('R38 sees a pair at two tables; one of a pair may rest', () => {
  const pair = ({ tables }: RawInstance2): void => {
    Object.assign(tables[0] ?? {}, { mentors: ['m1', 'm2'] });
    Object.assign(tables[1] ?? {}, { mentors: [] });
  };
  const moving = (size: number) => (raw: RawInstance2) => {
    pair(raw);
    Object.assign(raw, { whoMoves: 'mentors', mentorsAtTable: size });
  };
  const split = said('pair-split', 1, null, [], ['m1', 'm2']);
  expect(broken(MENTORS_MOVE, moving(2))).toEqual([split, { ...split, round: 2 }]);
  expect(broken(MENTORS_MOVE, moving(1))).toEqual([]);
  expect(broken([{ t1: [[], ['m1']] }, { t2: [[], ['m1', 'm2']] }], moving(2))).toEqual([]);
});

test('R39 sees a student who moves although mentors do', () => {
  expect(broken(MENTORS_MOVE, { whoMoves: 'mentors' })).toEqual([]);
  const moved = broken(STUDENTS_MOVE, { whoMoves: 'mentors' });
  expect(moved.map(({ rule, round, students }) => [rule, round, ...students])).toEqual([
    ['student-moved', 2, 's3'],
    ['student-moved', 2, 's4'],
    ['student-moved', 2, 's1'],
    ['student-moved', 2, 's2'],
  ]);
});

test('R42 sees a listed group that is torn, and one that was dealt; who is away tears nothing', () => {
  const torn: Rounds = [{ t1: [['s1'], ['m1']], t2: [['s2'], ['m2']] }, {}];
  const groups = { whoMoves: 'groups', groups: [['s1', 's2']] };
  expect(broken(torn, groups)).toEqual([said('group-split', 1, null, ['s1', 's2'])]);
  expect(broken(torn, { whoMoves: 'groups' })).toEqual([]);
  const dealt: Rounds = [STUDENTS_MOVE[0] ?? {}, { t1: [['s1', 's3'], ['m1']], t2: [['s2', 's4'], ['m2']] }];
  expect(broken(dealt, { whoMoves: 'groups' }).map(({ rule, round }) => `${rule} ${round}`)).toEqual([
    'group-split 1',
    'group-split 2',
  ]);
  const away = (raw: RawInstance2): void => {
    Object.assign(raw, groups);
    Object.assign(raw.students[1] ?? {}, { present: [2] });
  };
  expect(broken([{ t1: [['s1'], ['m1']] }, { t1: [['s1', 's2'], ['m1']] }], away)).toEqual([]);
});

test('R43 sees two listed groups at one table', () => {
  const together: Rounds = [{ t1: [['s1', 's2'], ['m1']] }, { t2: [['s1', 's2'], ['m2']] }];
  expect(broken(together, { whoMoves: 'groups', groups: [['s1'], ['s2']] })).toEqual([
    said('two-groups', 1, 't1', ['s1', 's2']),
    said('two-groups', 2, 't2', ['s1', 's2']),
  ]);
  expect(broken(together, { whoMoves: 'groups', groups: [['s1', 's2'], []] })).toEqual([]);
});

test('R45 sees somebody away from their stay-put seat', () => {
  const stays = (table: string) => (raw: RawInstance2) => {
    raw.whoMoves = 'mixed';
    Object.assign(raw.students[0] ?? {}, { staysAt: table });
  };
  expect(broken(MENTORS_MOVE, stays('t1'))).toEqual([]);
  expect(broken(STUDENTS_MOVE, stays('t1'))).toEqual([said('stay-put', 2, 't2', ['s1'])]);
});

const plain = schedule(STUDENTS_MOVE);
test.each([
  ['nothing', null],
  ['of the first format', { ...plain, format: 'rotation-schedule/1' }],
  ['of another instance', { ...plain, instance: 'x' }],
  ['too short', { ...plain, rounds: [{}] }],
  ['a list in a round', { ...plain, rounds: [[], {}] }],
  ['a list at a table', { ...plain, rounds: [{ t1: ['s1'] }, {}] }],
  ['nothing at a table', { ...plain, rounds: [{ t1: null }, {}] }],
  ['about an unknown mentor', { ...plain, rounds: [{ t1: { students: [], mentors: ['x'] } }, {}] }],
  ['about an unknown student', { ...plain, rounds: [{ t1: { students: ['x'], mentors: [] } }, {}] }],
  ['about an unknown table', { ...plain, rounds: [{ x: { students: [], mentors: [] } }, {}] }],
])('R29 a schedule that is %s is malformed', (_, input) => {
  const found = verify2(parsed2(rawRotation2(4, 2, 2, 3)), input);
  expect(found.map(({ rule }) => rule)).toEqual(['malformed']);
  expect(found[0]?.message).not.toBe('');
});
