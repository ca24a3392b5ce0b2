import { emptiedRounds, lostWithout, planChange } from '@lapwing/shared/event/plan-change';
import type { Schedule, Seating } from '@lapwing/shared/event/schedule';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import { expect, it } from 'vitest';

const id = attendeeId;
const at = (students: string[], mentors: string[]): Seating => ({
  students: students.map(id),
  mentors: mentors.map(id),
});
const BEFORE: Schedule = {
  rounds: [
    { t1: at(['a'], ['m']), t2: at(['b'], ['n']) },
    { t1: at(['b'], ['m']), t2: at(['a'], ['n']) },
  ],
};
const everybody = new Set(['a', 'b', 'm', 'n'].map(id));

it('the same plan costs nothing', () => {
  expect(planChange(BEFORE, BEFORE, 1, everybody)).toEqual({ seats: [], lost: [], gained: [] });
});

it('tells who sits elsewhere, who sits out and who comes, and the meetings lost and gained', () => {
  const after = { rounds: [BEFORE.rounds[0] ?? {}, { t1: at(['a', 'b'], ['m']), t2: at(['c'], ['n']) }] };
  const { seats, lost, gained } = planChange(BEFORE, after, 1, new Set([...everybody, id('c')]));
  expect(seats).toEqual([
    { round: 2, person: 'a', from: 't2', to: 't1' },
    { round: 2, person: 'c', from: null, to: 't2' },
  ]);
  expect(lost).toEqual([{ student: 'a', mentor: 'n' }]);
  expect(gained).toEqual([{ student: 'c', mentor: 'n' }]);
  const out = { rounds: [BEFORE.rounds[0] ?? {}, { t1: at(['b'], ['m']) }] };
  expect(planChange(BEFORE, out, 1, everybody).seats).toContainEqual({ round: 2, person: 'a', from: 't2', to: null });
});

it('a meeting that is made up for in another round is neither lost nor gained', () => {
  const after = { rounds: [BEFORE.rounds[1] ?? {}, BEFORE.rounds[0] ?? {}] };
  const { seats, lost, gained } = planChange(BEFORE, after, 1, everybody);
  expect([seats.length, lost, gained]).toEqual([4, [], []]);
});

it('rounds that are over are not told of', () => {
  const after = { rounds: [BEFORE.rounds[1] ?? {}, BEFORE.rounds[1] ?? {}] };
  expect(planChange(BEFORE, after, 2, everybody).seats).toEqual([]);
});

it('who has left loses nothing, but those who stay lose them', () => {
  const after = { rounds: [BEFORE.rounds[0] ?? {}, { t1: at(['b'], ['m']) }] };
  const withoutN = new Set(['a', 'b', 'm'].map(id));
  expect(planChange(BEFORE, after, 1, withoutN).lost).toEqual([{ student: 'a', mentor: 'n' }]);
  expect(planChange(BEFORE, after, 1, new Set(['b', 'm'].map(id)))).toEqual({ seats: [], lost: [], gained: [] });
  expect(planChange(after, BEFORE, 1, withoutN).gained).toEqual([]);
});

it('a round that is left out costs nothing', () => {
  const after = { rounds: [BEFORE.rounds[0] ?? {}, {}] };
  expect(planChange(emptiedRounds(BEFORE, [2]), emptiedRounds(after, [2]), 1, everybody)).toEqual({
    ...{ seats: [], lost: [], gained: [] },
  });
  expect(lostWithout(BEFORE, 2)).toEqual([
    { student: 'b', mentor: 'm' },
    { student: 'a', mentor: 'n' },
  ]);
  expect(lostWithout({ rounds: [...BEFORE.rounds, ...BEFORE.rounds] }, 2)).toEqual([]);
});
