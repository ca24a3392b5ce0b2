import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PairRule } from '../../../shared/src/event/registration.ts';
import { tableIn } from '../../../shared/src/event/reseat.ts';
import type { Schedule } from '../../../shared/src/event/schedule.ts';
import { locksMoved, locksNotKept, type SeatLock } from '../../../shared/src/event/seat-lock.ts';
import { attendeeId, tableId } from '../../../shared/src/kernel/ids.ts';
import { type EveningToPlan, healEvening, planEvening } from '../../../shared/src/rotation/evening.ts';
import { evening } from './builders.ts';

const OPTIONS = { seed: 4, iterations: 500 };
const lock = (person: string, round: number, table: string): SeatLock => ({
  round,
  person: attendeeId(person),
  table: tableId(table),
});
const plan = (which: EveningToPlan, seed = OPTIONS.seed): Schedule => {
  const planned = planEvening(which, { ...OPTIONS, seed });
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusal));
  return planned.value.schedule;
};
const seatsOf = ({ rounds }: Schedule, moving: 'students' | 'mentors'): SeatLock[] =>
  rounds.flatMap((round, index) =>
    Object.entries(round).flatMap(([table, seating]) => seating[moving].map((one) => lock(one, index + 1, table))),
  );
const MOVING = ['students', 'mentors'] as const;

test('R108 any seats of one plan, locked, are seats of every plan made after it, whoever moves', () => {
  const anyLocks = fc.record({
    whoMoves: fc.constantFrom(...MOVING),
    chosen: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
    seed: fc.integer({ min: 5, max: 1_000 }),
  });
  fc.assert(
    fc.property(anyLocks, ({ whoMoves, chosen, seed }) => {
      const which = evening(20, 5, 4, 6, { whoMoves });
      const seats = seatsOf(plan(which), whoMoves);
      const locked = [...new Set(chosen.flatMap((index) => seats.slice(index % seats.length).slice(0, 1)))];
      expect(locksNotKept(plan({ ...which, locked }, seed), locked)).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test('R108 a locked seat that the search would not have given is given, and two that meet a mentor twice too', () => {
  const which = evening(20, 5, 4, 6);
  const locked = [lock('s1', 1, 't3'), lock('s1', 2, 't3'), lock('s2', 4, 't1')];
  expect(locksNotKept(plan(which), locked)).not.toEqual([]);
  expect(locksNotKept(plan({ ...which, locked }), locked)).toEqual([]);
});

test('R108 who comes with somebody locked comes along, and where mentors go about locked seats stay too', () => {
  const pairs: PairRule[] = [{ one: attendeeId('s1'), other: attendeeId('s2'), kind: 'together' }];
  const which = evening(20, 5, 4, 6, { pairs });
  const locked = [lock('s1', 2, 't4')];
  expect(tableIn(plan({ ...which, locked }), 2, attendeeId('s2'))).toBe('t4');
  const students = which.students.map((one) => (one.id === 's9' ? { ...one, staysAt: tableId('t2') } : one));
  const mixed = { ...which, students, locked };
  expect(locksNotKept(plan(mixed), locked)).toEqual([]);
});

test.each<[string, readonly SeatLock[], Partial<EveningToPlan>]>([
  ['somebody who does not come', [lock('s99', 1, 't1')], {}],
  ['a table that is gone', [lock('s1', 1, 't99')], {}],
  ['a round that is no longer', [lock('s1', 9, 't1')], {}],
  ['a table with steps', [lock('s1', 1, 't1')], {}],
  ['more people than seats', [1, 2, 3, 4, 5, 6, 7].map((one) => lock(`s${one}`, 1, 't2')), {}],
  [
    'two who are kept apart',
    [lock('s1', 1, 't2'), lock('s2', 1, 't2')],
    { pairs: [{ one: attendeeId('s1'), other: attendeeId('s2'), kind: 'apart' }] },
  ],
  [
    'a mentor somebody avoids',
    [lock('s1', 1, 't2')],
    { pairs: [{ one: attendeeId('s1'), other: attendeeId('m2'), kind: 'apart' }] },
  ],
])(
  'R108 %s: a lock that cannot be is named, keeps nobody from a plan and no other lock from its seat',
  (_, locked, change) => {
    const which = evening(20, 5, 4, 6, change);
    const tables = which.tables.map((table) => ({ ...table, stepFree: table.id !== 't1' }));
    const students = which.students.map((one) => ({ ...one, stepFree: one.id === 's1' }));
    const good = lock('s12', 3, 't5');
    const made = plan({ ...which, tables, students, locked: [...locked, good] });
    const lost = locksNotKept(made, [...locked, good]);
    expect(lost.length).toBeGreaterThan(0);
    expect(lost).not.toContainEqual(good);
  },
);

test('R108 a mentor who goes before a locked round is not kept there, nor does anybody else lose their plan', () => {
  const which = evening(20, 5, 4, 6, { whoMoves: 'mentors' });
  const mentors = which.mentors.map((one) => (one.id === 'm1' ? { ...one, rounds: [1, 2] } : one));
  const locked = [lock('m1', 3, 't2'), lock('m2', 2, 't5'), lock('m3', 2, 't5')];
  const made = plan({ ...which, mentors, locked });
  expect(locksNotKept(made, locked)).toEqual([locked[0], locked[2]]);
});

test.each(MOVING)(
  'R108 a healed plan keeps locked seats of later rounds, and round 1 as it was published (%s)',
  (whoMoves) => {
    const which = evening(20, 5, 4, 6, { whoMoves });
    const before = plan(which);
    const of = whoMoves === 'students' ? 's' : 'm';
    const seats = seatsOf(before, whoMoves);
    const locked = seats.filter(({ person, round }) => round > 1 && [`${of}2`, `${of}3`].includes(person));
    const absent = { ...which, students: which.students.filter(({ id }) => !['s5', 's6', 's7'].includes(id)), locked };
    const healed = healEvening(before, absent, OPTIONS);
    if (!healed.ok) throw new Error(JSON.stringify(healed.refusal));
    expect(locked.length).toBeGreaterThan(3);
    expect(locksNotKept(healed.value.schedule, locked)).toEqual([]);
    expect(healed.value.firstTableChanges.length).toBeLessThanOrEqual(3);
  },
);

test('R108 a lock goes along with whoever is moved by hand, and ends where they sit out', () => {
  const locks = [lock('s1', 1, 't1'), lock('s2', 2, 't1')];
  const changes = [{ ...lock('s1', 1, 't2') }, { ...lock('s2', 2, 't1'), table: null }, { ...lock('s3', 1, 't4') }];
  expect(locksMoved(locks, changes)).toEqual({
    lock: [lock('s1', 1, 't2')],
    unlock: [{ round: 2, person: attendeeId('s2') }],
  });
});
