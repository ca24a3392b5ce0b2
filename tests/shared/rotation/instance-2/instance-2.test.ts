import { expect, test } from 'vitest';
import { parseInstance2, parseInstance2Text } from '../../../../shared/src/rotation/instance-2/instance-2.ts';
import { score2 } from '../../../../shared/src/rotation/instance-2/score-2.ts';
import { verify2 } from '../../../../shared/src/rotation/instance-2/verify-2.ts';
import { score } from '../../../../shared/src/rotation/score.ts';
import { parsed, rawRotation, solved } from '../builders.ts';
import { parsed2, type RawInstance2, rawRotation2, solved2 } from './any-instance-2.ts';

test('R28 an instance of the first format is read as one on which students move', () => {
  const raw = rawRotation(12, 4, 3, 4);
  expect(parsed2(raw)).toEqual(parsed2({ ...raw, format: 'rotation-instance/2' }));
  expect(parsed2(raw)).toMatchObject(parsed(raw));
  expect(parsed2(raw)).toMatchObject({ whoMoves: 'students', mentorsAtTable: 1, groups: null, pinnedMentors: [] });
});

test('R28 fields of the second format mean nothing in the first', () => {
  const raw = { ...rawRotation(4, 2, 2, 2), whoMoves: 'groups', mentorsAtTable: 7 };
  expect(parsed2(raw).whoMoves).toBe('students');
});

test('R28 an instance of the first format gets the same plan, with the mentors beside the students, and the same figures', () => {
  const raw = rawRotation(22, 5, 4, 5, ({ students }) => {
    students.forEach((student, index) => {
      student.wants = { [`m${(index % 5) + 1}`]: 1 + (index % 5) };
    });
    Object.assign(students[0] ?? {}, { present: [2, 3], avoid: ['m2'], together: ['s4'] });
  });
  const one = solved(raw);
  const two = solved2({ ...raw, format: 'rotation-instance/2' });
  const seats = two.schedule.rounds.map((round) =>
    Object.fromEntries(Object.entries(round).map(([table, { students }]) => [table, students])),
  );
  expect(seats).toEqual(one.schedule.rounds);
  expect(two.schedule.rounds[2]?.t3?.mentors).toEqual(['m3']);
  expect(verify2(two.instance, two.schedule)).toEqual([]);
  expect(score2(two.instance, two.schedule)).toMatchObject(score(one.instance, one.schedule));
});

const first = (list: 'tables' | 'mentors' | 'students', change: object) => (raw: RawInstance2) => {
  Object.assign(raw[list][0] ?? {}, change);
};
const whole = (change: object) => (raw: RawInstance2) => {
  Object.assign(raw, change);
};

test.each<[string, string, string, (raw: RawInstance2) => void]>([
  ['nobody who moves', 'bad-type', 'chairs', whole({ whoMoves: 'chairs' })],
  ['three mentors at a table', 'bad-number', 'mentorsAtTable', whole({ mentorsAtTable: 3 })],
  ['a mentor in round 9', 'bad-round', 'm1', first('mentors', { present: [9] })],
  ['rests that are no number', 'bad-number', 'm1', first('mentors', { rests: '1' })],
  ['rests in every round', 'bad-number', 'm1', first('mentors', { rests: 3 })],
  ['rests in every round of a short visit', 'bad-number', 'm1', first('mentors', { rests: 1, present: [2, 2] })],
  ['an unknown table to stay at', 'unknown-id', 't9', first('students', { staysAt: 't9' })],
  ['half a field promised', 'bad-number', 's1', first('students', { promisedFields: 0.5 })],
  ['more fields than rounds promised', 'bad-number', '4', first('students', { promisedFields: 4 })],
  ['a tag wished for six times', 'bad-weight', 'law', first('students', { wantsTags: { law: 6 } })],
  ['a tag without a name', 'bad-id', 'wantsTags', first('students', { wantsTags: { '': 1 } })],
  ['tags in a list', 'bad-type', 'wantsTags', first('students', { wantsTags: ['law'] })],
  ['an unknown mentor met', 'unknown-id', 'm9', first('students', { metMentors: ['m9'] })],
  ['an unknown student met', 'unknown-id', 's9', first('students', { metStudents: ['s9'] })],
  ['oneself met', 'self-reference', 's1', first('students', { metStudents: ['s1'] })],
  ['half a step', 'bad-number', 't1', first('tables', { position: { x: 0.5, y: 1 } })],
  ['a place without y', 'bad-number', 't1', first('tables', { position: { x: 1 } })],
  ['a place as a list', 'bad-type', 't1', first('tables', { position: [1, 2] })],
  ['groups in an object', 'bad-type', 'groups', whole({ groups: {} })],
  ['a group that is a name', 'bad-type', 'group 1', whole({ groups: ['s1'] })],
  ['no group', 'empty', 'groups', whole({ groups: [] })],
  ['somebody in two groups', 'duplicate-id', 's1', whole({ groups: [['s1'], ['s2', 's1']] })],
  ['an unknown student in a group', 'unknown-id', 'x', whole({ groups: [['x']] })],
  ['more groups than people', 'too-large', 'groups', whole({ groups: [[], [], [], [], []] })],
  ['an unknown mentor pinned', 'unknown-id', 'x', whole({ pinnedMentors: [{ round: 1, mentor: 'x', table: 't1' }] })],
  ['a mentor pinned in round 0', 'bad-round', '0', whole({ pinnedMentors: [{ round: 0, mentor: 'm1', table: null }] })],
  ['a mentor pinned nowhere', 'bad-id', 'mentor pin 1', whole({ pinnedMentors: [{ round: 1, mentor: 'm1' }] })],
  ['another format', 'format', 'rotation-instance/3', whole({ format: 'rotation-instance/3' })],
  ['what is wrong in the first format', 'bad-number', 't1', first('tables', { seats: 0 })],
])('R29 refuses %s as %s and names %s', (_, kind, culprit, change) => {
  const raw = rawRotation2(4, 2, 3, 3);
  change(raw);
  const result = parseInstance2(raw);
  expect(result.ok ? null : result.refusal).toMatchObject({ kind, message: expect.stringContaining(culprit) });
});

test('R29 everything that may be said is read', () => {
  const raw = rawRotation2(4, 2, 3, 3, {
    whoMoves: 'mixed',
    mentorsAtTable: 2,
    groups: [['s1', 's2'], []],
    pinnedMentors: [{ round: 1, mentor: 'm1', table: null }],
  });
  first('tables', { position: { x: -2, y: 0 } })(raw);
  first('mentors', { present: [1, 2], rests: 1 })(raw);
  const said = { staysAt: 't2', promisedFields: 3, wantsTags: { __proto: 1 }, metMentors: ['m2'], metStudents: ['s2'] };
  first('students', said)(raw);
  expect(parsed2(raw)).toMatchObject({
    whoMoves: 'mixed',
    mentorsAtTable: 2,
    groups: [['s1', 's2'], []],
    pinnedMentors: [{ round: 1, mentor: 'm1', table: null }],
    tables: [{ position: { x: -2, y: 0 } }, { position: null }],
    mentors: [
      { present: [1, 2], rests: 1 },
      { present: null, rests: 0 },
    ],
    students: [{ ...said, wantsTags: new Map([['__proto', 1]]) }, { staysAt: null, promisedFields: 0 }, {}, {}],
  });
});

test('R29 a text that is not JSON, and one that is', () => {
  expect(parseInstance2Text('{').ok).toBe(false);
  expect(parseInstance2Text(JSON.stringify(rawRotation2(2, 1, 1, 2))).ok).toBe(true);
});
