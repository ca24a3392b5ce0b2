import { expect, test } from 'vitest';
import { attendeeId, tableId } from '../../../shared/src/kernel/ids.ts';
import { type EveningToPlan, planEvening } from '../../../shared/src/rotation/evening.ts';
import { evening } from './builders.ts';
import { expectFewestSitOuts } from './needless-sit-outs.ts';
import { brokenByHand } from './rules-of-people.ts';

test.each([true, false])(
  'R98 nobody sits out a round who could have a seat; somebody keeps their table: %s',
  (stays) => {
    expectFewestSitOuts(stays, 25);
  },
);

/** Only table 2 is without steps: s1 and s2 keep a seat there, others need one. */
function oneStepFreeTable(
  seats: number,
  needing: readonly number[],
  pairs: EveningToPlan['pairs'] = [],
): EveningToPlan {
  const plain = evening(16, 4, 3, 5);
  return {
    ...plain,
    tables: plain.tables.map((table, at) => ({ ...table, stepFree: at === 1, seats: at === 1 ? seats : 5 })),
    students: plain.students.map((one, at) => ({
      ...one,
      stepFree: needing.includes(at + 1),
      ...(at < 2 ? { staysAt: tableId('t2') } : {}),
    })),
    pairs,
  };
}

test('R98 R99 two friends who need the step-free table sit there with those who keep it, in every round', () => {
  const which = oneStepFreeTable(5, [3, 4], [{ one: attendeeId('s3'), other: attendeeId('s4'), kind: 'together' }]);
  const planned = planEvening(which, { seed: 1, iterations: 2_000 });
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusal));
  const { schedule } = planned.value;
  expect(brokenByHand(schedule, which)).toEqual([]);
  for (const { t2 } of schedule.rounds) expect(t2?.students).toEqual(expect.arrayContaining(['s1', 's2', 's3', 's4']));
});

test('R98 when its seats are too few, the report says that few tables suit those who wait', () => {
  const which = oneStepFreeTable(3, [3, 4, 5]);
  const planned = planEvening(which, { seed: 1, iterations: 2_000 });
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusal));
  const needing = new Set<string>(['s3', 's4', 's5']);
  const waiting = planned.value.report.leastServed.filter(({ person }) => needing.has(person));
  expect(waiting.length).toBeGreaterThan(0);
  expect(new Set(waiting.map(({ reason }) => reason))).toEqual(new Set(['barred']));
});

test('R98 somebody who may sit anywhere leaves the step-free table to one who may not share it', () => {
  const plain = evening(3, 2, 1, 4);
  const which: EveningToPlan = {
    ...plain,
    tables: plain.tables.map((table, at) => ({ ...table, stepFree: at === 1 })),
    students: plain.students.map((one, at) => ({ ...one, stepFree: at === 0 })),
    pairs: [{ one: attendeeId('s1'), other: attendeeId('s2'), kind: 'apart' }],
  };
  const planned = planEvening(which, { seed: 1, iterations: 2_000 });
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusal));
  expect(planned.value.schedule.rounds[0]?.t2?.students).toContain('s1');
  expect(brokenByHand(planned.value.schedule, which)).toEqual([]);
});

test('R98 when mentors move, a table for everybody is found though few seats are quiet and somebody comes with a friend', () => {
  const plain = evening(6, 2, 1, 3, { whoMoves: 'mentors' });
  const pair = (one: string, other: string, kind: 'apart' | 'together') => ({
    one: attendeeId(one),
    other: attendeeId(other),
    kind,
  });
  const which: EveningToPlan = {
    ...plain,
    tables: plain.tables.map((table, at) => ({ ...table, quiet: at === 0 })),
    students: plain.students.map((one, at) => ({
      ...one,
      ...(at === 3 || at === 4 ? { quiet: true } : {}),
      ...(at === 1 ? { staysAt: tableId('t2') } : {}),
    })),
    pairs: [pair('s3', 's6', 'together'), pair('s2', 's5', 'apart')],
  };
  const planned = planEvening(which, { seed: 1, iterations: 2_000 });
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusal));
  const { t1, t2 } = planned.value.schedule.rounds[0] ?? {};
  expect([t1?.students, t2?.students]).toEqual([
    ['s1', 's4', 's5'],
    ['s2', 's3', 's6'],
  ]);
});
