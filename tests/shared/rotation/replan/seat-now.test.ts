import { describe, expect, it } from 'vitest';
import type { Schedule, Seating } from '../../../../shared/src/event/schedule.ts';
import { attendeeId, tableId } from '../../../../shared/src/kernel/ids.ts';
import type { EveningToPlan } from '../../../../shared/src/rotation/evening.ts';
import { seatNow } from '../../../../shared/src/rotation/replan/seat-now.ts';

const id = attendeeId;
const at = (students: string[], mentors: string[]): Seating => ({
  students: students.map(id),
  mentors: mentors.map(id),
});
const SEATS = { t1: 3, t2: 3, t3: 3 };

function evening(seats: Record<string, number> = SEATS, more: Partial<EveningToPlan> = {}): EveningToPlan {
  const tables = Object.entries(seats).map(([own, count], index) => ({
    ...{ id: tableId(own), number: index + 1, name: '', seats: count, mentors: [], column: index, row: 0 },
    stepFree: index > 0,
    quiet: false,
  }));
  const students = ['x', 'y', 'z'].map((one) => ({ id: id(one), industries: [], stepFree: one === 'z' }));
  return { rounds: 2, whoMoves: 'students', tables, students, mentors: [], ...more };
}

const seated = (round: Record<string, Seating>, people: string[], of = evening(), before: Schedule['rounds'] = []) =>
  seatNow({ schedule: { rounds: [...before, round] }, seatless: people.map(id) }, of, before.length + 1).rounds.at(-1);

describe('a seat now', () => {
  it('is at the table with the fewest students, and moves nobody', () => {
    const now = seated({ t1: at(['a', 'b'], ['m']), t2: at(['c'], ['n']) }, ['x', 'y']);
    expect(now).toEqual({ t1: at(['a', 'b', 'y'], ['m']), t2: at(['c', 'x'], ['n']) });
  });

  it('is with mentors they have not met, even at a fuller table', () => {
    const now = seated({ t1: at(['a', 'b'], ['m']), t2: at(['c'], ['n']) }, ['x'], evening(), [
      { t1: at(['x'], ['n']) },
    ]);
    expect(now?.t1?.students).toEqual(['a', 'b', 'x']);
    const only = seated({ t2: at(['c'], ['n']) }, ['x'], evening(), [{ t1: at(['x'], ['n']) }]);
    expect(only?.t2?.students).toEqual(['c', 'x']);
  });

  it('is never at a table that is full, closed, or without a mentor', () => {
    const round = { t1: at(['a', 'b', 'c'], ['m']), t2: at(['d'], []), t9: at([], ['n']) };
    expect(seated(round, ['x'])).toEqual(round);
    expect(seated({ ...round, t3: at(['e', 'f'], ['o']) }, ['x', 'y'])?.t3?.students).toEqual(['e', 'f', 'x']);
  });

  it('is step-free for those who need it, and these come first', () => {
    expect(seated({ t1: at([], ['m']) }, ['z'])).toEqual({ t1: at([], ['m']) });
    const now = seated({ t1: at(['a', 'b'], ['m']), t2: at([], ['n']) }, ['x', 'z'], evening({ t1: 3, t2: 1 }));
    expect(now).toEqual({ t1: at(['a', 'b', 'x'], ['m']), t2: at(['z'], ['n']) });
  });

  it('is at a table that waits for its mentor where mentors move, last of all', () => {
    const mentorsMove = evening(SEATS, { whoMoves: 'mentors' });
    const round = { t1: at(['a', 'b'], ['m']), t2: at(['c'], []), t3: at([], []) };
    const now = seated(round, ['x', 'y'], mentorsMove);
    expect(now).toEqual({ ...round, t1: at(['a', 'b', 'x'], ['m']), t2: at(['c', 'y'], []) });
  });
});
