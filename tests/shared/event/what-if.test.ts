import { type EveningSettings, plannedMinutes } from '@lapwing/shared/event/event';
import { whatIf } from '@lapwing/shared/event/what-if';
import { instant } from '@lapwing/shared/kernel/time';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const SETTINGS: EveningSettings = {
  ...{ name: 'Careers Night', place: '', startsAt: instant(0), timeZone: 'UTC' },
  ...{ rounds: 6, roundMinutes: 10, changeoverMinutes: 2, breakAfterRound: 3, breakMinutes: 15 },
  ...{ whoMoves: 'students', boundary: 'auto', talkBegins: 'auto' },
  ...{ welcomeMinutes: 10, panelMinutes: 0, freeTalkMinutes: 0 },
};

it('finds the longest talks for every number of rounds around the one chosen', () => {
  const found = whatIf(SETTINGS, 80).map(({ rounds, roundMinutes, total }) => [rounds, roundMinutes, total]);
  // with three rounds the break after the third falls away
  expect(found).toEqual([
    [3, 22, 80],
    [4, 12, 79],
    [5, 9, 78],
    [6, 7, 77],
    [7, 6, 79],
    [8, 5, 79],
    [9, 4, 77],
  ]);
  expect(whatIf(SETTINGS, 80).filter(({ isShort }) => isShort)).toHaveLength(1);
});

it('has nothing to say where no talk fits', () => {
  expect(whatIf(SETTINGS, 12)).toEqual([]);
});

it('never ends late, and a minute more in each round always would', () => {
  const setting = fc.record({
    rounds: fc.integer({ min: 1, max: 20 }),
    changeoverMinutes: fc.integer({ min: 0, max: 15 }),
    breakAfterRound: fc.integer({ min: 0, max: 20 }),
    welcomeMinutes: fc.integer({ min: 0, max: 120 }),
  });
  fc.assert(
    fc.property(setting, fc.integer({ min: 0, max: 600 }), (part, within) => {
      for (const { rounds, roundMinutes, total } of whatIf({ ...SETTINGS, ...part }, within)) {
        const longer = { ...SETTINGS, ...part, rounds, roundMinutes: roundMinutes + 1 };
        expect(total).toBeLessThanOrEqual(within);
        expect(roundMinutes === 60 || plannedMinutes(longer) > within).toBe(true);
      }
    }),
  );
});
