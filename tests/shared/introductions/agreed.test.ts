import {
  introductionsDue,
  isToldOfNo,
  type Pair,
  type Room,
  SECOND_THOUGHTS,
  SILENCE,
  standingOf,
} from '@lapwing/shared/introductions/agreed';
import { lastBell } from '@lapwing/shared/introductions/last-bell';
import type { Pick, Wish } from '@lapwing/shared/introductions/pick';
import { attendeeId, suggestionId } from '@lapwing/shared/kernel/ids';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import type { Moment } from '@lapwing/shared/live/state';
import { describe, expect, it } from 'vitest';

const BELL = instant(1_000_000_000);
const at = (sinceBell: number): Instant => instant(BELL + sinceBell);
const said = (wish: Wish, sinceBell: number, to: string | null = null): Pick => ({
  ...{ star: false, wish, line: '', at: at(sinceBell) },
  to: to === null ? null : attendeeId(to),
});
const pair = (ofStudent: Pick | null, ofMentor: Pick | null, student = 's', mentor = 'm'): Pair => ({
  ...{ student: attendeeId(student), mentor: attendeeId(mentor), ofStudent, ofMentor },
});
const rooms = (limits: Record<string, Room>) =>
  new Map(Object.entries(limits).map(([id, room]) => [attendeeId(id), room]));
const of = (pairs: readonly Pair[]) => pairs.map(({ student, mentor }) => `${student}${mentor}`);
const FREE = rooms({ m: { limit: 5, taken: 0 }, n: { limit: 5, taken: 0 } });

describe('when two people are agreed', () => {
  it('H7 both wish it; a star, a no or silence is not enough', () => {
    expect(standingOf(pair(said('introduce', -5), said('introduce', -9)), BELL).is).toBe('agreed');
    expect(standingOf(pair(said('introduce', -5), null), BELL)).toEqual({ is: 'asked', by: 'student' });
    expect(standingOf(pair(null, said('introduce', 5)), BELL)).toEqual({ is: 'asked', by: 'mentor' });
    const star: Pick = { ...said('introduce', -5), wish: null, star: true };
    expect(standingOf(pair(said('introduce', -5), star), BELL)).toEqual({ is: 'asked', by: 'student' });
    expect(standingOf(pair(star, star), BELL)).toEqual({ is: 'nothing' });
    expect(standingOf(pair(said('introduce', -5), said('not-now', -5)), BELL)).toEqual({
      is: 'declined',
      by: 'mentor',
    });
    expect(standingOf(pair(said('not-now', -5), said('introduce', -5)), BELL)).toEqual({
      is: 'declined',
      by: 'student',
    });
  });

  it('H13 passing on names somebody, or nobody', () => {
    const passed = (to: string | null) => standingOf(pair(said('introduce', 1), said('pass-on', 2, to)), BELL);
    expect(passed('n')).toEqual({ is: 'passed-on', by: 'mentor', to: 'n' });
    expect(passed(null)).toEqual({ is: 'passed-on', by: 'mentor', to: null });
  });

  it('H8 who says it after the last bell has confirmed it; who said it before, by saying it again or by silence', () => {
    const readyAt = (one: number, other: number) => {
      const standing = standingOf(pair(said('introduce', one), said('introduce', other)), BELL);
      return standing.is === 'agreed' ? standing.readyAt - BELL : null;
    };
    expect(readyAt(5_000, 9_000)).toBe(9_000 + SECOND_THOUGHTS);
    expect(readyAt(0, 0)).toBe(SECOND_THOUGHTS);
    expect(readyAt(-1, 9_000), 'one of them was said before').toBe(SILENCE + SECOND_THOUGHTS);
    expect(readyAt(-5_000, -9_000)).toBe(SILENCE + SECOND_THOUGHTS);
    expect(readyAt(-5_000, SILENCE + 7)).toBe(SILENCE + 7 + SECOND_THOUGHTS);
  });
});

describe('which introductions are made', () => {
  const agreedAt = (since: number, student: string, mentor = 'm') =>
    pair(said('introduce', since), said('introduce', since), student, mentor);

  it('H8 not before a minute has passed, and the clock is told when', () => {
    const pairs = [agreedAt(0, 'a'), agreedAt(2_000, 'b'), pair(said('introduce', 0), null, 'c')];
    expect(introductionsDue(pairs, FREE, BELL, at(SECOND_THOUGHTS))).toEqual({
      ...{ now: [pairs[0]], full: [], next: at(2_000 + SECOND_THOUGHTS) },
    });
    expect(introductionsDue(pairs, FREE, BELL, at(59_999)).now).toEqual([]);
    expect(introductionsDue(pairs, FREE, BELL, at(900_000)).next).toBeNull();
  });

  it('H10 a mentor gets no more than they said, those who agreed first go first, and the rest wait', () => {
    const pairs = [agreedAt(3_000, 'c'), agreedAt(1_000, 'b'), agreedAt(2_000, 'a'), agreedAt(9_000, 'd', 'n')];
    const due = (m: Room) => introductionsDue(pairs, rooms({ m, n: { limit: 1, taken: 0 } }), BELL, at(900_000));
    expect(of(due({ limit: 2, taken: 0 }).now)).toEqual(['bm', 'am', 'dn']);
    expect(of(due({ limit: 2, taken: 0 }).full)).toEqual(['cm']);
    expect(of(due({ limit: 2, taken: 1 }).now)).toEqual(['bm', 'dn']);
    expect(of(due({ limit: 0, taken: 0 }).now), 'none at all').toEqual(['dn']);
    expect(of(due({ limit: 2, taken: 7 }).full), 'the limit was lowered').toEqual(['bm', 'am', 'cm']);
    expect(of(due({ limit: null, taken: 1 }).now), 'nothing said: two').toEqual(['bm', 'dn']);
    expect(of(introductionsDue(pairs, rooms({}), BELL, at(900_000)).now)).toEqual([]);
  });

  it('H10 at the same instant ids decide, not the order of the list', () => {
    const pairs = [agreedAt(0, 'b'), agreedAt(0, 'a')];
    const room = rooms({ m: { limit: 1, taken: 0 } });
    for (const list of [pairs, pairs.toReversed()])
      expect(of(introductionsDue(list, room, BELL, at(900_000)).now)).toEqual(['am']);
  });

  it('H5 a no is told the next morning', () => {
    expect(isToldOfNo(at(1), at(2))).toBe(false);
    expect(isToldOfNo(at(2), at(2))).toBe(true);
  });
});

describe('the last bell', () => {
  const night = (phase: object, skipped: number[] = []) =>
    ({ phase, timings: { rounds: 3, skipped } }) as unknown as Moment;

  it('H4 is the end of the last talk that is held, and not before', () => {
    expect(lastBell(night({ kind: 'doors' }), null)).toBeNull();
    expect(lastBell(night({ kind: 'talking', round: 3, startsAt: 1, endsAt: 2 }), null)).toBeNull();
    expect(lastBell(night({ kind: 'timeUp', round: 2, since: 70 }), null)).toBeNull();
    expect(lastBell(night({ kind: 'timeUp', round: 2, since: 70 }, [3]), null)).toBe(70);
    expect(lastBell(night({ kind: 'timeUp', round: 3, since: 90 }), null)).toBe(90);
    expect(lastBell(night({ kind: 'agenda', round: 3, startsAt: 40, endsAt: 50 }), null), 'a break').toBeNull();
    expect(lastBell(night({ kind: 'agenda', round: 4, startsAt: 95, endsAt: 99 }), null)).toBe(95);
    expect(lastBell(night({ kind: 'paused', of: { kind: 'agenda', round: 4, startsAt: 95 } }), null)).toBe(95);
    expect(lastBell(night({ kind: 'finished', at: 99 }), null)).toBe(99);
  });

  it('H4 comes no later for what follows it, and is gone after an undo', () => {
    expect(lastBell(night({ kind: 'finished', at: 99 }), instant(95))).toBe(95);
    expect(lastBell(night({ kind: 'talking', round: 3, startsAt: 1, endsAt: 2 }), instant(95))).toBeNull();
  });
});

describe('who were suggested together', () => {
  it('H22 take the room of one, also where one of them was introduced before', () => {
    const both = (student: string, suggestion: string | null): Pair => ({
      ...pair(said('introduce', 5), said('introduce', 9), student),
      suggestion: suggestion === null ? null : suggestionId(suggestion),
    });
    const pairs = [both('a', 'x'), both('b', 'x'), both('c', null), both('d', 'x')];
    const due = introductionsDue(pairs, rooms({ m: { limit: 1, taken: 0 } }), BELL, at(SILENCE));
    expect(of(due.now)).toEqual(['am', 'bm', 'dm']);
    expect(of(due.full)).toEqual(['cm']);
    const two = introductionsDue(pairs, rooms({ m: { limit: 2, taken: 0 } }), BELL, at(SILENCE));
    expect(of(two.now)).toEqual(['am', 'bm', 'cm', 'dm']);
    const later = rooms({ m: { limit: 1, taken: 1, groups: new Set([suggestionId('x')]) } });
    expect(of(introductionsDue(pairs, later, BELL, at(SILENCE)).now)).toEqual(['am', 'bm', 'dm']);
    expect(introductionsDue(pairs, rooms({ m: { limit: 1, taken: 1 } }), BELL, at(SILENCE)).now).toEqual([]);
  });
});
