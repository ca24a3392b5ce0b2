import { type EveningSettings, plannedMinutes, SETTING_RANGES } from './event.ts';

/** A talk shorter than this is over before people have said who they are, in minutes. */
export const SHORT_TALK_MINUTES = 5;
/** So many rounds fewer and more than now are looked at. */
const AROUND = 3;

/** A number of rounds, and the longest talks with which they fit. */
export interface WhatIf {
  readonly rounds: number;
  /** Whole minutes. */
  readonly roundMinutes: number;
  /** Of the whole evening, in minutes from its start. */
  readonly total: number;
  /** Talks are shorter than they should be. */
  readonly isShort: boolean;
}

/**
 * How an evening could be cut so that it lasts at most so long: for every number of rounds around the one chosen the
 * longest talk that fits, all else as it is. Numbers of rounds that do not fit with talks of a minute are left out.
 * @param within minutes from the start to the wished end
 */
export function whatIf(settings: EveningSettings, within: number): WhatIf[] {
  const { min, max } = SETTING_RANGES.rounds;
  const first = Math.max(min, settings.rounds - AROUND);
  const last = Math.min(max, settings.rounds + AROUND);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((rounds): WhatIf[] => {
    const without = plannedMinutes({ ...settings, rounds, roundMinutes: 0 });
    const roundMinutes = Math.min(SETTING_RANGES.roundMinutes.max, Math.floor((within - without) / rounds));
    if (roundMinutes < SETTING_RANGES.roundMinutes.min) return [];
    const total = plannedMinutes({ ...settings, rounds, roundMinutes });
    return [{ rounds, roundMinutes, total, isShort: roundMinutes < SHORT_TALK_MINUTES }];
  });
}
