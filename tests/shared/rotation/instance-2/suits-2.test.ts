import { expect, test } from 'vitest';
import type { Schedule2 } from '../../../../shared/src/rotation/instance-2/instance-2.ts';
import { parseInstance2 } from '../../../../shared/src/rotation/instance-2/instance-2.ts';
import { solveAny } from '../../../../shared/src/rotation/instance-2/solve-2.ts';
import { verify2 } from '../../../../shared/src/rotation/instance-2/verify-2.ts';
import { parsed2, rawRotation2, solved2 } from './any-instance-2.ts';

/** Four tables of which 1 and 2 are quiet and 2 and 3 step-free; s1 needs both. */
const raw = (whoMoves: string, mentors: object[] = []) => {
  const plain = rawRotation2(12, 4, 3, 4, { whoMoves, mentorsAtTable: 2 });
  return {
    ...plain,
    tables: plain.tables.map((table, at) => ({ ...table, quiet: at < 2, stepFree: at === 1 || at === 2 })),
    students: plain.students.map((one, at) => (at === 0 ? { ...one, quiet: true, stepFree: true } : one)),
    mentors: [...plain.mentors.map((one, at) => ({ ...one, ...mentors[at] })), { id: 'm5' }, { id: 'm6' }],
  };
};
const moved = ({ rounds }: Schedule2, from: string, to: string): Schedule2['rounds'] =>
  rounds.map((round) =>
    Object.fromEntries(
      Object.entries(round).map(([table, seating]) => [table === from ? to : table === to ? from : table, seating]),
    ),
  );

test.each(['students', 'mentors', 'groups', 'mixed'])(
  'R53 who needs a quiet and step-free table gets one: %s move',
  (who) => {
    const { instance, schedule } = solved2(raw(who), { iterations: 500 });
    expect(verify2(instance, schedule)).toEqual([]);
    for (const round of schedule.rounds) {
      const at = Object.keys(round).filter((table) => round[table]?.students.includes('s1'));
      expect(['t2', undefined]).toContain(at[0]);
    }
    // somewhere else the rule is broken, and told
    const elsewhere = { ...schedule, rounds: moved(schedule, 't2', 't4') };
    expect(verify2(instance, elsewhere).map(({ rule }) => rule)).toContain('quiet');
  },
);

test('R53 R54 mentors who move keep to tables that suit them, and from those they are kept apart from', () => {
  const { instance, schedule } = solved2(raw('mentors', [{ quiet: true }, { apart: ['m5'] }]), { iterations: 500 });
  expect(verify2(instance, schedule)).toEqual([]);
  const [first] = schedule.rounds;
  const wrong = Object.fromEntries(
    Object.entries(first ?? {}).map(([table, { students }]) => [
      table,
      { students, mentors: table === 't4' ? ['m1'] : table === 't3' ? ['m2', 'm5'] : [] },
    ]),
  );
  const told = verify2(instance, { ...schedule, rounds: [wrong, ...schedule.rounds.slice(1)] });
  expect(told.map(({ rule, mentors }) => [rule, ...mentors])).toEqual(
    expect.arrayContaining([
      ['mentor-unsuited', 'm1'],
      ['mentors-apart', 'm2', 'm5'],
    ]),
  );
});

test('R54 R29 a mentor is not kept apart from themselves, a stranger, or the one they travel with', () => {
  for (const [apart, kind] of [
    [['m1'], 'self-reference'],
    [['nobody'], 'unknown-id'],
  ] as const) {
    const read = parseInstance2(raw('mentors', [{ apart }]));
    expect(read.ok ? '' : read.refusal.kind).toBe(kind);
  }
  const pair = raw('mentors', [{ apart: ['m5'] }]);
  const tables = pair.tables.map((table, at) => (at === 0 ? { ...table, mentors: ['m1', 'm5'] } : table));
  const solved = solveAny(parsed2({ ...pair, tables }), { seed: 1, iterations: 100 });
  expect(solved.ok ? '' : solved.refusal.kind).toBe('apart-together');
});
