import type { Instant } from '../kernel/time.ts';

/** What stands at a boundary: the clock passes it by itself, or the night waits for the organiser. */
export type Boundary = 'auto' | 'hold';
/** Who changes table between rounds. */
export type WhoMoves = 'students' | 'mentors';

/** Everything the organiser sets up about one evening. */
export interface EveningSettings {
  /** 1–80 characters. */
  readonly name: string;
  /** Free text, e.g. "King's Hall"; at most 80 characters. */
  readonly place: string;
  /** Doors open / first round planned for this instant. */
  readonly startsAt: Instant;
  /** IANA zone in which times are shown, e.g. "Europe/London". */
  readonly timeZone: string;
  /** 1–20. */
  readonly rounds: number;
  /** Minutes of talk in a round, 1–60. */
  readonly roundMinutes: number;
  /** Minutes of changeover between two rounds, 0–15. */
  readonly changeoverMinutes: number;
  /** The round after which there is a break; 0 for none, below `rounds`. */
  readonly breakAfterRound: number;
  /** 1–60. */
  readonly breakMinutes: number;
  readonly whoMoves: WhoMoves;
  readonly boundary: Boundary;
}

export const SETTING_RANGES = {
  rounds: { min: 1, max: 20 },
  roundMinutes: { min: 1, max: 60 },
  changeoverMinutes: { min: 0, max: 15 },
  breakMinutes: { min: 1, max: 60 },
} as const;

/** Length of the evening from the first round to the last bell, in minutes, when nothing is added or cut. */
export function plannedMinutes(settings: EveningSettings): number {
  const { rounds, roundMinutes, changeoverMinutes, breakAfterRound, breakMinutes } = settings;
  const pause = breakAfterRound > 0 && breakAfterRound < rounds ? breakMinutes : 0;
  return rounds * roundMinutes + (rounds - 1) * changeoverMinutes + pause;
}
