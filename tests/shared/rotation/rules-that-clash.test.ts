import { describe, expect, test } from 'vitest';
import type { PairRule } from '../../../shared/src/event/registration.ts';
import { attendeeId, tableId } from '../../../shared/src/kernel/ids.ts';
import { type EveningToPlan, healEvening, planEvening } from '../../../shared/src/rotation/evening.ts';
import { replanEvening } from '../../../shared/src/rotation/replan/replan-evening.ts';
import { evening } from './builders.ts';
import { brokenByHand } from './rules-of-people.ts';

const OPTIONS = { seed: 7, iterations: 150 };

interface Said {
  readonly students: number;
  readonly seats: number;
  readonly stays?: Readonly<Record<string, string>>;
  readonly stepFree?: readonly string[];
  readonly pairs: readonly (readonly [one: string, kind: PairRule['kind'], other: string])[];
}

/** One round at two tables, the first of them step-free; students are s1, s2, …, mentors m1 at t1 and m2 at t2. */
function smallEvening({ students, seats, stays = {}, stepFree = [], pairs }: Said): EveningToPlan {
  const plain = evening(students, 2, 1, seats);
  return {
    ...plain,
    tables: plain.tables.map((table) => ({ ...table, stepFree: table.id === 't1' })),
    students: plain.students.map((one) => {
      const table = stays[one.id];
      return { ...one, stepFree: stepFree.includes(one.id), ...(table ? { staysAt: tableId(table) } : {}) };
    }),
    pairs: pairs.map(([one, kind, other]) => ({ one: attendeeId(one), kind, other: attendeeId(other) })),
  };
}

/** Everybody but one; the plan is made with all. */
function without(which: EveningToPlan, gone: string): EveningToPlan {
  return { ...which, students: which.students.filter(({ id }) => id !== gone) };
}

function plan(which: EveningToPlan) {
  const result = planEvening(which, OPTIONS);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  expect(brokenByHand(result.value.schedule, which)).toEqual([]);
  return result.value.schedule;
}

describe('R98 where mentors come to those who stay', () => {
  test('two who keep one table and between them may meet nobody are named, both of them', () => {
    const which = smallEvening({
      students: 3,
      seats: 2,
      stays: { s1: 't2', s3: 't2' },
      pairs: [
        ['s3', 'apart', 'm1'],
        ['s1', 'apart', 'm2'],
      ],
    });
    expect(planEvening(which, OPTIONS)).toMatchObject({
      refusal: { code: 'plan-impossible', details: { reason: 'seat-rules', conflicts: ['no-table - s1 s3'] } },
    });
  });

  test('who comes with somebody who stays keeps that table, whoever is at home there', () => {
    const which = smallEvening({
      students: 11,
      seats: 6,
      stays: { s7: 't1' },
      stepFree: ['s9'],
      pairs: [
        ['s7', 'together', 's9'],
        ['s7', 'apart', 'm1'],
      ],
    });
    expect(plan(which).rounds[0]?.t1?.students).toEqual(expect.arrayContaining(['s7', 's9']));
  });

  test('who has no other table than one keeps it only beside those who may meet the same mentors', () => {
    plan(
      smallEvening({
        students: 3,
        seats: 2,
        stays: { s3: 't1' },
        stepFree: ['s2'],
        pairs: [
          ['s3', 'apart', 'm1'],
          ['s2', 'apart', 'm2'],
        ],
      }),
    );
  });

  test('a plan is healed though its mentors are guests at each other’s tables', () => {
    const which = smallEvening({
      students: 6,
      seats: 3,
      stays: { s3: 't2' },
      stepFree: ['s1'],
      pairs: [
        ['s1', 'together', 's5'],
        ['s3', 'apart', 'm2'],
      ],
    });
    const here = without(which, 's4');
    const healed = healEvening(plan(which), here, OPTIONS);
    if (!healed.ok) throw new Error(JSON.stringify(healed.refusal));
    expect(brokenByHand(healed.value.schedule, here)).toEqual([]);
  });

  test('a plan is healed though the step-free table is too small for all who need it', () => {
    const which = smallEvening({
      students: 5,
      seats: 3,
      stays: { s5: 't1' },
      stepFree: ['s1', 's3'],
      pairs: [['s1', 'together', 's2']],
    });
    const here = without(which, 's4');
    const healed = healEvening(plan(which), here, OPTIONS);
    if (!healed.ok) throw new Error(JSON.stringify(healed.refusal));
    expect(brokenByHand(healed.value.schedule, here)).toEqual([]);
  });

  test('the night goes on when the one to whom mentors came has left, and a friend finds no table', () => {
    const which = smallEvening({
      students: 3,
      seats: 2,
      stays: { s2: 't1' },
      stepFree: ['s1'],
      pairs: [
        ['s2', 'together', 's1'],
        ['s1', 'apart', 'm1'],
      ],
    });
    const running = { schedule: plan(which), evening: without(which, 's2'), done: 0, freezeCurrent: true };
    expect(replanEvening(running, { ...OPTIONS, kinds: ['fewest-moves'] })).toMatchObject({ ok: true });
  });
});
