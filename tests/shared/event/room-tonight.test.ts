import { asEnrolled } from '@lapwing/shared/event/as-enrolled';
import { amongSkipped, withoutRounds } from '@lapwing/shared/event/left-out';
import { attends, openIn, type RoomTonight, roomAtStart } from '@lapwing/shared/event/room-tonight';
import type { Schedule } from '@lapwing/shared/event/schedule';
import { attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import { expect, it } from 'vitest';

const id = attendeeId;
const table = (own: string, mentors: string[]) => ({
  ...{ id: tableId(own), number: 1, name: '', seats: 3, stepFree: true, quiet: false, column: 0, row: 0 },
  mentors: mentors.map(id),
});
const PLAN: Schedule = {
  rounds: [
    { t1: { students: [id('a')], mentors: [id('m')] } },
    { t1: { students: [id('b')], mentors: [id('m')] } },
    { t1: { students: [id('a'), id('b')], mentors: [id('m')] } },
  ],
};
const TABLES = [table('t1', ['m']), table('t2', ['missing'])];

it('at Start everybody whom the plan seats anywhere is there for all of it, and nobody else', () => {
  const room = roomAtStart(PLAN, TABLES);
  expect(room.people.map(({ person }) => person).sort()).toEqual(['a', 'b', 'm']);
  expect([0, 1, 2, 3, 4].map((round) => attends(room, id('b'), round))).toEqual([false, true, true, true, false]);
  expect(attends(room, id('missing'), 1)).toBe(false);
  expect(openIn(room, 3)).toEqual(TABLES);
});

it('a table is closed from its round on', () => {
  const room: RoomTonight = { ...roomAtStart(PLAN, TABLES), closed: [{ table: tableId('t1'), from: 2 }] };
  expect([1, 2, 3].map((round) => openIn(room, round).map((one) => one.id))).toEqual([['t1', 't2'], ['t2'], ['t2']]);
});

it('rounds that are left out are taken away and put back as they were', () => {
  const talked = withoutRounds(PLAN, [2]);
  expect(talked.rounds).toEqual([PLAN.rounds[0], PLAN.rounds[2]]);
  const mended = { rounds: [{}, { t2: { students: [id('a')], mentors: [] } }] };
  expect(amongSkipped(mended, PLAN, [2]).rounds).toEqual([{}, PLAN.rounds[1], mended.rounds[1]]);
  expect(amongSkipped(PLAN, PLAN, [])).toEqual(PLAN);
  // an emptied round is a round all the same
  expect(amongSkipped({ rounds: [{}, {}, {}] }, PLAN, []).rounds).toEqual([{}, {}, {}]);
});

it('who is on the roster as something else, or no more, loses seat and chair in rounds to come', () => {
  const roles = new Map([
    ['a', 'mentor'],
    ['m', 'mentor'],
  ] as const);
  const at = { done: 1, current: 2, talks: true, whoMoves: 'students' } as const;
  const { room, schedule } = asEnrolled(roomAtStart(PLAN, [table('t1', ['m', 'b'])]), PLAN, {
    ...at,
    roleOf: (person) => roles.get(person as 'a'),
  });
  expect(room.people.map(({ person }) => person).sort()).toEqual(['a', 'm']);
  expect(room.tables[0]?.mentors).toEqual(['m']);
  expect(schedule.rounds.map((round) => round.t1?.students)).toEqual([['a'], [], []]);
});
