import { attendeeId, type TableId } from '@lapwing/shared/kernel/ids';
import { allHereMeter, isRoomSeated, roundSeated } from '@lapwing/shared/live/all-here';
import { describe, expect, test } from 'vitest';
import { started } from './evening.ts';

const seat = (students: number) => ({
  mentors: [],
  students: Array.from({ length: students }, (_, index) => attendeeId(`s${index}`)),
});
const ROUND = { t1: seat(4), t2: seat(4), t3: seat(0), t4: seat(5), t5: seat(5), t6: seat(4) };
const SCHEDULE = { rounds: [ROUND, ROUND, ROUND] };
const said = (...tables: string[]) => new Set(tables as TableId[]);

describe('how far the room is seated', () => {
  test('L44 counts tables at which students are to sit, in the round people move to, and nothing else', () => {
    const { moment } = started().wait(610).night;
    expect(allHereMeter(moment, SCHEDULE, said('t1', 't3', 'unknown'))).toEqual({ round: 2, tables: 1, of: 5 });
    expect(allHereMeter(started().wait(10).night.moment, SCHEDULE, said('t1'))).toBeNull();
    expect(allHereMeter(started().wait(610).press('pause').night.moment, SCHEDULE, said('t1'))).toBeNull();
  });

  test('L44 four of five tables are enough, three are not', () => {
    expect(isRoomSeated({ round: 2, tables: 4, of: 5 })).toBe(true);
    expect(isRoomSeated({ round: 2, tables: 3, of: 5 })).toBe(false);
    expect(isRoomSeated({ round: 2, tables: 7, of: 9 })).toBe(false);
  });

  test('L44 what was said counts for the round people move to or talk in, also paused, and for none between', () => {
    expect(roundSeated(started().wait(610).phase)).toBe(2);
    expect(roundSeated(started().wait(610).press('pause').phase)).toBe(2);
    expect(roundSeated(started({ breakAfterRound: 1 }).wait(700).phase)).toBeNull();
    expect(roundSeated(started().press('finish').phase)).toBeNull();
  });
});
