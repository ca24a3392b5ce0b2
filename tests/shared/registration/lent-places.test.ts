import { type InLine, lineUp, type Said, whoMovesUp } from '@lapwing/shared/event/places';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import { keptUntil, type Lent, saidYes, whoGivesBack } from '@lapwing/shared/registration/lent-places';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const HOUR = 3_600_000;
const START = instant(Date.UTC(2026, 10, 26, 18));
const ahead = (hours: number): Instant => instant(START - hours * HOUR);
const hoursBefore = fc.integer({ min: 1, max: 300 * 60 }).map((minutes) => minutes / 60);

describe('P15 how long a place is kept', () => {
  it.each([
    [200, 176],
    [72, 48],
    [60, 46],
    [49, 46],
    [48, 46],
    [30, 28],
    [2, 0],
    [1, 0],
  ])('given %i h before the evening, until %i h before it', (given, kept) => {
    expect(keptUntil(ahead(given), START)).toBe(ahead(kept));
  });

  it('is two hours at the door, where somebody registers after the start', () => {
    expect(keptUntil(ahead(-1), START)).toBe(ahead(-3));
  });

  it('is never more than a day, ends by the start, and nobody who came later keeps theirs for less long', () => {
    fc.assert(
      fc.property(hoursBefore, hoursBefore, (one, other) => {
        const at = ahead(Math.max(one, other));
        const until = keptUntil(at, START);
        expect(until).toBeGreaterThan(at);
        expect(until - at).toBeLessThanOrEqual(24 * HOUR);
        expect(until).toBeLessThanOrEqual(START);
        expect(keptUntil(ahead(Math.min(one, other)), START)).toBeGreaterThanOrEqual(until);
      }),
    );
  });

  it('is a question for nobody whom the mailbox or an organiser confirmed, or who typed nothing', () => {
    expect(saidYes({ unproven: true, unconfirmed: true })).toBe(false);
    expect(saidYes({ unproven: false, unconfirmed: true })).toBe(true);
    expect(saidYes({ unproven: true, unconfirmed: false })).toBe(true);
  });
});

const NOW = instant(1_000);
const lent = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    until: fc.integer({ min: 990, max: 1_010 }).map(instant),
  }),
  { selector: ({ id }) => id, maxLength: 25 },
);

describe('P16 whose place goes to who said yes', () => {
  it('is only theirs whose time is over, the longest ago first, and only as many as let somebody in', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), lent, (places, others, waiting, all) => {
        const active = all.length + others;
        const back = whoGivesBack<Lent>({ places, active, waiting, lent: all, now: NOW });
        const over = all.filter(({ until }) => until <= NOW);
        expect(back.every((one) => over.includes(one))).toBe(true);
        const stays = over.filter((one) => !back.includes(one));
        const last = Math.max(0, ...back.map(({ until }) => until));
        expect(stays.every(({ until }) => until >= last)).toBe(true);
        const comeIn = (after: number): number => Math.max(0, Math.min(waiting, places - active + after));
        expect(comeIn(back.length), 'as many as can be let in are').toBe(comeIn(over.length));
        if (back.length > 0)
          expect(comeIn(back.length - 1), 'and none loses it for nobody').toBeLessThan(comeIn(back.length));
      }),
    );
  });

  it('is nobody’s while nobody waits, whatever time it is', () => {
    const all = [{ id: 'a', until: instant(0) }];
    expect(whoGivesBack({ places: 1, active: 1, waiting: 0, lent: all, now: NOW })).toEqual([]);
  });
});

const said = fc.constantFrom<Said | undefined>('yes', 'open', 'late', undefined);
const lines = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      since: fc.integer({ min: 0, max: 9 }).map(instant),
      said,
    }),
    { selector: ({ id }) => id, maxLength: 25 },
  )
  .map((people): InLine[] =>
    people.map(({ said: word, ...one }) => (word === undefined ? one : { ...one, said: word })),
  );
const isYes = ({ said: word = 'yes' }: InLine): boolean => word === 'yes';

describe('P17 the line', () => {
  it('has who said yes before who has not, each by since when they wait, in whatever order it is read', () => {
    fc.assert(
      fc.property(lines, (waiting) => {
        const line = lineUp(waiting);
        const yes = waiting.filter(isYes);
        expect(new Set(line.slice(0, yes.length))).toEqual(new Set(yes));
        for (const part of [line.slice(0, yes.length), line.slice(yes.length)])
          expect(part.map(({ since }) => since)).toEqual(part.map(({ since }) => since).sort((a, b) => a - b));
        expect(lineUp([...waiting].reverse())).toEqual(line);
      }),
    );
  });

  it('lets nobody unanswered up while somebody who said yes waits, and nobody who was late at all', () => {
    fc.assert(
      fc.property(lines, fc.nat(25), fc.nat(25), (waiting, places, active) => {
        const moved = whoMovesUp(places, active, waiting);
        const left = waiting.filter((one) => !moved.includes(one));
        expect(moved.some(({ said: word }) => word === 'late')).toBe(false);
        if (moved.some((one) => !isYes(one))) expect(left.some(isYes)).toBe(false);
      }),
    );
  });

  it('has somebody who says yes late where they would stand had they said it at once', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (waiting, pick) => {
        const late = waiting[pick % Math.max(1, waiting.length)];
        if (!late) return;
        const rest = waiting.filter((one) => one !== late);
        const yes = { ...late, said: 'yes' as const };
        const line = lineUp([...rest, yes]);
        const first = line.slice(0, line.indexOf(yes));
        expect(first.every((one) => isYes(one) && one.since <= yes.since)).toBe(true);
      }),
    );
  });
});
