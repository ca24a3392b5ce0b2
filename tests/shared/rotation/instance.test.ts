import { expect, test } from 'vitest';
import { parseInstance, parseInstanceText } from '../../../shared/src/rotation/instance.ts';
import { type RawInstance, rawRotation, solved } from './builders.ts';

const wrong = (change: (raw: Record<string, unknown>) => void) => {
  const raw = rawRotation(4, 2, 3, 3) as unknown as Record<string, unknown>;
  change(raw);
  const result = parseInstance(raw);
  return result.ok ? null : result.refusal;
};
const first = (raw: Record<string, unknown>, list: string): Record<string, unknown> =>
  (raw[list] as Record<string, unknown>[])[0] as Record<string, unknown>;
const repeatFirst = (list: string) => (raw: Record<string, unknown>) => {
  (raw[list] as unknown[]).push(first(raw, list));
};

const MALFORMED: [string, string, string, (raw: Record<string, unknown>) => void][] = [
  ['tables that are no list', 'bad-type', 'tables', (raw) => Object.assign(raw, { tables: {} })],
  ['a student that is null', 'bad-type', 'student 1', (raw) => Object.assign(raw, { students: [null] })],
  ['a flag that is a text', 'bad-type', 's1', (raw) => Object.assign(first(raw, 'students'), { stepFree: 'no' })],
  ['another format', 'format', 'rotation-instance/9', (raw) => Object.assign(raw, { format: 'rotation-instance/9' })],
  ['no name', 'bad-id', 'name', (raw) => Object.assign(raw, { name: '' })],
  ['an empty id', 'bad-id', 'table 1', (raw) => Object.assign(first(raw, 'tables'), { id: '' })],
  ['an endless id', 'bad-id', '200', (raw) => Object.assign(first(raw, 'tables'), { id: 'x'.repeat(201) })],
  ['half a round', 'bad-number', '1.5', (raw) => Object.assign(raw, { rounds: 1.5 })],
  ['no seats', 'bad-number', 't1', (raw) => Object.assign(first(raw, 'tables'), { seats: 0 })],
  ['too many rounds', 'too-large', '1001', (raw) => Object.assign(raw, { rounds: 1001 })],
  ['too many seats', 'too-large', 't1', (raw) => Object.assign(first(raw, 'tables'), { seats: 1e9 })],
  ['no table', 'empty', 'tables', (raw) => Object.assign(raw, { tables: [] })],
  ['no student', 'empty', 'students', (raw) => Object.assign(raw, { students: [] })],
  ['a student twice', 'duplicate-id', 's1', repeatFirst('students')],
  ['a table twice', 'duplicate-id', 't1', repeatFirst('tables')],
  ['a mentor twice', 'duplicate-id', 'm1', repeatFirst('mentors')],
  ['an unknown mentor', 'unknown-id', 'nobody', (raw) => Object.assign(first(raw, 'tables'), { mentors: ['nobody'] })],
  [
    'an unknown wish',
    'unknown-id',
    'toString',
    (raw) => Object.assign(first(raw, 'students'), { wants: { toString: 3 } }),
  ],
  [
    'an unknown friend',
    'unknown-id',
    'nobody',
    (raw) => Object.assign(first(raw, 'students'), { together: ['nobody'] }),
  ],
  ['a mentor at two tables', 'mentor-twice', 'm2', (raw) => Object.assign(first(raw, 'tables'), { mentors: ['m2'] })],
  ['a round that is not', 'bad-round', 's1', (raw) => Object.assign(first(raw, 'students'), { present: [4] })],
  ['a weight of six', 'bad-weight', 'm1', (raw) => Object.assign(first(raw, 'students'), { wants: { m1: 6 } })],
  ['a friend of oneself', 'self-reference', 's1', (raw) => Object.assign(first(raw, 'students'), { apart: ['s1'] })],
  [
    'a pin to an unknown table',
    'unknown-id',
    't9',
    (raw) => Object.assign(raw, { pinned: [{ round: 1, student: 's1', table: 't9' }] }),
  ],
];

test.each(MALFORMED)('R19 refuses %s as %s and names %s', (_, kind, culprit, change) => {
  const refusal = wrong(change);
  expect(refusal?.kind).toBe(kind);
  expect(refusal?.message).toContain(culprit);
  expect(refusal?.message).not.toMatch(/[\n\r\u2028\u2029]/u);
});

test('R19 a text that is not JSON is refused, and one that is, is read', () => {
  const bad = parseInstanceText('{"rounds":\n');
  expect(bad.ok ? '' : bad.refusal.kind).toBe('json-syntax');
  expect(parseInstanceText(JSON.stringify(rawRotation(2, 1, 1, 2))).ok).toBe(true);
});

test('R19 a line break in an id stays out of the message', () => {
  const refusal = wrong((raw) => Object.assign(first(raw, 'students'), { apart: ['a\u2028b\nc'] }));
  expect(refusal?.message).not.toMatch(/[\n\r\u2028\u2029]/u);
});

test('R19 ids may be any text, even the names that JavaScript objects carry', () => {
  const raw: RawInstance = {
    format: 'rotation-instance/1',
    name: '__proto__',
    rounds: 2,
    tables: [
      { id: '__proto__', seats: 2, mentors: ['constructor'] },
      { id: '7', seats: 2, mentors: ['valueOf'] },
    ],
    mentors: [{ id: 'constructor', tags: ['__proto__'] }, { id: 'valueOf' }],
    students: [
      { id: '__proto__', wants: Object.fromEntries([['constructor', 5]]) },
      { id: 'hasOwnProperty' },
      { id: ' ' },
    ],
    pinned: [{ round: 1, student: '__proto__', table: '__proto__' }],
  };
  const { schedule } = solved(raw);
  expect(new Map(Object.entries(schedule.rounds[0] ?? {})).get('__proto__')).toContain('__proto__');
  expect(schedule.rounds.flatMap((round) => Object.values(round).flat())).toHaveLength(6);
});

test('R19 values nested thousands deep, endless lists and texts are refused in one short line', () => {
  let deepList: unknown = [];
  let deepObject: unknown = {};
  for (let level = 0; level < 20_000; level++) {
    deepList = [deepList];
    deepObject = { deeper: deepObject };
  }
  const endless = Array.from({ length: 50_000 }, () => 's1');
  for (const value of [deepList, deepObject, endless, 'x'.repeat(1_000_000), { ['k'.repeat(9_999)]: endless }]) {
    for (const field of ['seats', 'stepFree', 'id', 'open', 'mentors']) {
      const refusal = wrong((raw) => Object.assign(first(raw, 'tables'), { [field]: value }));
      expect(refusal?.message.length).toBeLessThan(400);
    }
  }
});

test('R19 a field "__proto__" is data like any other', () => {
  const refusal = wrong((raw) => {
    Object.assign(raw, { tables: JSON.parse('[{"__proto__": {"id": "t1", "seats": 3}}]') });
  });
  expect(refusal).toMatchObject({ kind: 'bad-id', message: expect.stringContaining('table 1') });
});
