import { describe, expect, it } from 'vitest';
import {
  at,
  FULL_TIMINGS,
  momentWith,
  move,
  STARTS_AT,
  studentCard,
  TIMINGS,
  talk,
  withRound,
} from '../../../client/src/gallery/fixtures.ts';
import { phoneView } from '../../../client/src/gallery/phone-fixture.ts';
import {
  goneFrom,
  metSoFar,
  moveTime,
  nextSeat,
  roundAfter,
  stepInto,
  tableLeft,
} from '../../../client/src/phone/phone-view.ts';

const skipped = { timings: { ...TIMINGS, skipped: [4] } };
const seated = phoneView(studentCard(), momentWith(talk(3), 3, skipped), at(27));

describe('a round that is left out', () => {
  it('is no next seat, and nobody moves to it', () => {
    expect(nextSeat(seated, 3)?.round).toBe(5);
    expect(roundAfter(seated, 3)?.table).toBe(10);
    expect(moveTime(seated, 4)).toBeNull();
    expect(moveTime(seated, 5)).toBe(at(34));
  });

  it('is no round that people come from', () => {
    expect(tableLeft(phoneView(studentCard(), momentWith(move(5), 3, skipped), at(47)), 5)).toBe(8);
  });

  it('is not counted as met', () => {
    const begun = [at(0), null, at(24)];
    expect(metSoFar(studentCard(), { ...momentWith(talk(3), 3), begun })).toBe(2);
  });
});

describe('who leaves', () => {
  const rounds = studentCard().rounds.map((one) => (one.round > 3 ? { ...one, table: null, meets: [] } : one));
  it('is gone from the first round without a table, and only if they said so', () => {
    expect(goneFrom({ card: studentCard({ rounds }), leaving: true })).toBe(4);
    expect(goneFrom({ card: studentCard({ rounds }), leaving: false })).toBeNull();
    expect(goneFrom({ card: studentCard(), leaving: true })).toBeNull();
  });
});

describe('where people come from', () => {
  it('is the round before', () => {
    expect(tableLeft(phoneView(studentCard(), momentWith(move(4), 3), at(35)), 4)).toBe(8);
  });

  it('is the round that ran, when the night goes back', () => {
    const back = phoneView(studentCard(), momentWith(move(2), 1, { before: talk(3) }), at(27));
    expect(tableLeft(back, 2)).toBe(8);
    expect(stepInto(back, 2)).toBe('go');
  });

  it('is nowhere after a round sat out', () => {
    const out = studentCard({ rounds: withRound(3, { table: null }) });
    expect(tableLeft(phoneView(out, momentWith(move(4), 3), at(35)), 4)).toBeNull();
  });
});

describe('times', () => {
  it('people sit at their first table without a move', () => {
    const before = momentWith({ kind: 'doors' }, 0, { timings: FULL_TIMINGS });
    const view = phoneView(studentCard(), before, at(-10));
    expect(moveTime(view, 1)).toBe(at(30));
    expect(view.card.startsAt).toBe(STARTS_AT);
  });
});
