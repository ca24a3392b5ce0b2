import { planPrice } from '@lapwing/shared/event/plan-price';
import { roomAtStart } from '@lapwing/shared/event/room-tonight';
import type { Schedule, Seating } from '@lapwing/shared/event/schedule';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import { describe, expect, it } from 'vitest';

const at = (students: string, mentor: string): Seating => ({
  students: [...students].map(attendeeId),
  mentors: [attendeeId(mentor)],
});
const OLD: Schedule = {
  rounds: [
    { t1: at('ab', 'M'), t2: at('cd', 'N') },
    { t1: at('cd', 'M'), t2: at('ab', 'N') },
    { t1: at('', 'M'), t2: at('abcd', 'N') },
  ],
};
const FROM = { done: 0, current: 1, skipped: [], isStudent: (one: string) => one === one.toLowerCase() };
const price = (mended: Schedule, over: Partial<typeof FROM> = {}, room = roomAtStart(OLD, [])) =>
  planPrice(OLD, mended, room, { ...FROM, ...over });
const without = (round: number, who: string): Schedule => ({
  rounds: OLD.rounds.map((tables, index) =>
    index + 1 < round
      ? tables
      : Object.fromEntries(
          Object.entries(tables).map(([id, seating]) => [
            id,
            { ...seating, students: seating.students.filter((one) => one !== who) },
          ]),
        ),
  ),
});

describe('the price of a mended plan', () => {
  it('is nothing for the same plan', () => {
    expect(price(OLD)).toMatchObject({ seats: [], lost: [], gained: [], fromRound: 0, moreRepeats: 0, moreSitOuts: 0 });
  });

  it('tells who loses whom, from which round, and how often somebody sits out more', () => {
    const found = price(without(2, 'a'));
    expect(found).toMatchObject({ fromRound: 2, moreSitOuts: 2, sizes: { least: 1, most: 2 }, moreRepeats: -1 });
    expect(found.lost).toEqual([{ student: 'a', mentor: 'N' }]);
  });

  it('who goes loses nothing, but the plan changes from the round they miss', () => {
    const room = roomAtStart(OLD, []);
    const people = room.people.map((one) => (one.person === 'a' ? { ...one, until: 1 } : one));
    const found = price(without(2, 'a'), {}, { ...room, people });
    expect(found).toMatchObject({ seats: [], lost: [], fromRound: 2, moreSitOuts: 0 });
  });

  it('a round that is left out costs nothing', () => {
    const last = { rounds: [...OLD.rounds.slice(0, 2), {}] };
    expect(price(last).moreSitOuts).toBe(4);
    expect(price(last, { skipped: [3] as never })).toMatchObject({ seats: [], moreSitOuts: 0, moreRepeats: 0 });
  });

  it('of a plan in which nobody sits any more has no sizes', () => {
    expect(price({ rounds: [OLD.rounds[0] ?? {}, {}, {}] }).sizes).toEqual({ least: 0, most: 0 });
  });
});
