import { reseated, tableIn } from '@lapwing/shared/event/reseat';
import type { Schedule } from '@lapwing/shared/event/schedule';
import { attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import { expect, it } from 'vitest';

const ids = (...names: string[]) => names.map(attendeeId);
const [a, b, m] = [attendeeId('a'), attendeeId('b'), attendeeId('m')];
const plan: Schedule = {
  rounds: [
    { t1: { students: ids('a', 'b'), mentors: ids('m') }, t2: { students: ids('c'), mentors: ids('n') } },
    { t1: { students: ids('c'), mentors: ids('m') }, t2: { students: ids('a'), mentors: ids('n') } },
  ],
};

it('seats people elsewhere in one round, in the order of the changes, and leaves the plan it began with', () => {
  const before = structuredClone(plan);
  const after = reseated(plan, [
    { round: 1, person: a, table: tableId('t2') },
    { round: 2, person: b, table: tableId('t1') },
    { round: 1, person: a, table: null },
    { round: 1, person: m, table: tableId('t2') },
  ]);
  expect(after.rounds[0]).toEqual({
    t1: { students: ids('b'), mentors: [] },
    t2: { students: ids('c'), mentors: ids('n', 'm') },
  });
  expect(after.rounds[1]?.t1).toEqual({ students: ids('c', 'b'), mentors: ids('m') });
  expect(plan).toEqual(before);
});

it('knows a mentor also in a round that they sit out, and makes no round or table of nothing', () => {
  const resting = reseated(plan, [{ round: 1, person: m, table: null }]);
  const back = reseated(resting, [{ round: 1, person: m, table: tableId('t3') }]);
  expect(back.rounds[0]?.t3).toEqual({ students: [], mentors: ids('m') });
  expect(reseated(plan, [{ round: 3, person: a, table: tableId('t1') }])).toEqual(plan);
});

it('tells where somebody sits', () => {
  expect([tableIn(plan, 1, b), tableIn(plan, 2, b), tableIn(plan, 2, m), tableIn(plan, 7, a)]).toEqual([
    't1',
    null,
    't1',
    null,
  ]);
});
