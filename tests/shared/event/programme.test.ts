import { describe, expect, it } from 'vitest';
import { type EveningSettings, plannedMinutes } from '../../../shared/src/event/event.ts';
import { programmeOf } from '../../../shared/src/event/programme.ts';
import { SETTINGS } from '../../support/evening-builder.ts';

const inMinutes = (settings: EveningSettings) =>
  programmeOf(settings).map(({ title, at, rounds }) => [title, (at - settings.startsAt) / 60_000, rounds]);

describe('the programme', () => {
  it('has the doors, the rounds and the end', () => {
    expect(inMinutes(SETTINGS)).toEqual([
      ['doors', 0, 0],
      ['rounds', 0, 3],
      ['end', 34, 0],
    ]);
  });

  it('has whatever is set up, at the time it comes: the break right after a talk, then people move', () => {
    const full = {
      ...SETTINGS,
      rounds: 5,
      breakAfterRound: 3,
      welcomeMinutes: 10,
      panelMinutes: 20,
      freeTalkMinutes: 30,
    };
    expect(inMinutes(full)).toEqual([
      ['doors', 0, 0],
      ['welcome', 0, 0],
      ['panel', 10, 0],
      ['rounds', 30, 3],
      ['break', 64, 0],
      ['rounds', 79, 2],
      ['freeTalk', 103, 0],
      ['end', 133, 0],
    ]);
  });

  it('ends when the evening is planned to end', () => {
    for (const rounds of [1, 2, 7, 20])
      for (const breakAfterRound of [0, 1, rounds - 1, rounds]) {
        const settings = { ...SETTINGS, rounds, breakAfterRound, welcomeMinutes: 5, freeTalkMinutes: 12 };
        expect(inMinutes(settings).at(-1)?.[1]).toBe(plannedMinutes(settings));
      }
  });
});
