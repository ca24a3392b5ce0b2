import { between, type Instant, instant, minutes } from '@lapwing/shared/kernel/time';
import { eveningLine } from '@lapwing/shared/live/evening-line';
import type { LiveCommand, Moment, Night } from '@lapwing/shared/live/state';
import { advance, isTimed, nextDeadline, phaseShown, timeLeft } from '@lapwing/shared/live/timeline';
import { transition } from '@lapwing/shared/live/transition';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, at } from './evening.ts';
import { anyGap, anyNight } from './random-night.ts';

const later = (now: Instant, gap: number): Instant => instant(now + gap);

/** The night after an accepted command, or null. */
function pressed(night: Night, command: LiveCommand, now: Instant): Night | null {
  const answer = transition(night, command, now, 'Ada');
  return answer.ok ? answer.value.night : null;
}

const ORDER = ['doors', 'agenda', 'moving', 'ready', 'talking', 'timeUp', 'paused'];
/** How far a night is: rises with every phase the clock enters. */
const rank = ({ phase }: Moment): number =>
  phase.kind === 'finished' ? 1_000 : ('round' in phase ? phase.round * 10 : 0) + ORDER.indexOf(phase.kind);

describe('random times', () => {
  test('L9 looking twice changes nothing, looking in between changes nothing, and time never runs back', () => {
    const property = fc.property(anyNight, anyGap, anyGap, ({ night, now }, first, second) => {
      const [a, b] = [later(now, first), later(now, first + second)];
      const halfway = advance(night.moment, a);
      const there = advance(night.moment, b);
      expect(advance(halfway, a)).toBe(halfway);
      expect(advance(halfway, b)).toEqual(there);
      expect(rank(there)).toBeGreaterThanOrEqual(rank(halfway));
      expect(advance(there, a)).toBe(there);
      const deadline = nextDeadline(there);
      if (deadline !== null) expect(deadline).toBeGreaterThan(b);
    });
    fc.assert(property, { numRuns: 500 });
  });

  test('L30 no screen ever counts below 0', () => {
    const property = fc.property(anyNight, anyGap, ({ night, now }, gap) => {
      for (const phase of [
        night.moment.phase,
        phaseShown(night.moment, now),
        advance(night.moment, later(now, gap)).phase,
      ]) {
        expect(timeLeft(phase, later(now, gap)) ?? 0).toBeGreaterThanOrEqual(0);
      }
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('L31 the evening never ends in the past while it runs, and its rounds stand in order', () => {
    const property = fc.property(anyNight, anyGap, ({ night, now }, gap) => {
      const look = later(now, gap);
      const moment = advance(night.moment, look);
      const { stations, finishesAt } = eveningLine(moment, look, at(0));
      if (moment.phase.kind !== 'finished') {
        expect(finishesAt).toBeGreaterThanOrEqual(look);
        const { rounds, skipped } = moment.timings;
        const all = Array.from({ length: rounds }, (_, index) => index + 1);
        expect(stations.map(({ round }) => round)).toEqual(all.filter((round) => !skipped.includes(round)));
      }
      stations.forEach(({ startsAt }, index) => {
        expect(startsAt).toBeGreaterThanOrEqual(stations[index - 1]?.startsAt ?? startsAt);
      });
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('L31 as long as nobody presses, the forecast of a running night does not change', () => {
    const property = fc.property(anyNight, anyGap, ({ night, now }, gap) => {
      if (
        !isTimed(night.moment.phase) ||
        [night.moment.timings.boundary, night.moment.timings.talkBegins].includes('hold')
      )
        return;
      const forecast = eveningLine(night.moment, now, at(0)).finishesAt;
      const look = later(now, gap);
      expect(eveningLine(advance(night.moment, look), look, at(0)).finishesAt).toBe(forecast);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('L15 pause and resume move the end by exactly the pause', () => {
    const property = fc.property(anyNight, anyGap, ({ night, now }, gap) => {
      const { phase } = night.moment;
      if (!isTimed(phase)) return;
      const paused = pressed(night, { kind: 'pause' }, now);
      const resumed = paused && pressed(paused, { kind: 'resume' }, later(now, gap));
      const counted = now < phase.startsAt ? phase.startsAt : now;
      const moved = between(counted, later(now, gap));
      expect(resumed && nextDeadline(resumed.moment)).toBe(later(phase.endsAt, moved));
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('L16 L17 where time is left, adding minutes and taking them back changes nothing', () => {
    const property = fc.property(anyNight, fc.integer({ min: 1, max: 5 }), ({ night, now }, count) => {
      if (!timeLeft(night.moment.phase, now)) return;
      const more = pressed(night, add(count), now);
      expect(more && pressed(more, add(-count), now)?.moment).toEqual(night.moment);
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('L16 minutes move the end of the phase by exactly their length', () => {
    const property = fc.property(anyNight, fc.constantFrom(-5, -1, 1, 5), ({ night, now }, count) => {
      const { phase } = night.moment;
      const changed = isTimed(phase) ? pressed(night, add(count), now) : null;
      if (changed && isTimed(phase)) expect(nextDeadline(changed.moment)).toBe(later(phase.endsAt, minutes(count)));
    });
    fc.assert(property, { numRuns: 300 });
  });
});
