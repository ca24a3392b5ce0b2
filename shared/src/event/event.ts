import { after, type Instant, instant, minutes } from '../kernel/time.ts';

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
  /** Doors open / first round planned for this instant; within `EVENING_TIMES`. */
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
  /** At the end of a talk. */
  readonly boundary: Boundary;
  /** At the end of a changeover: `hold` waits for the organiser to begin the talk. */
  readonly talkBegins: Boundary;
  /** Minutes of welcome and of a panel before the first round, 0 for none; at most 120. */
  readonly welcomeMinutes: number;
  readonly panelMinutes: number;
  /** Minutes of free talk after the last round, 0 for none; at most 120. */
  readonly freeTalkMinutes: number;
}

/** What an evening has besides rounds. */
export type AgendaTitle = 'welcome' | 'panel' | 'break' | 'freeTalk';

export const SETTING_RANGES = {
  rounds: { min: 1, max: 20 },
  roundMinutes: { min: 1, max: 60 },
  changeoverMinutes: { min: 0, max: 15 },
  breakMinutes: { min: 1, max: 60 },
  welcomeMinutes: { min: 0, max: 120 },
  panelMinutes: { min: 0, max: 120 },
  freeTalkMinutes: { min: 0, max: 120 },
} as const;

/** Between these lies every time of an evening: a year that was mistyped is refused, and what is counted from a time stays one. */
export const EVENING_TIMES = { min: instant(Date.UTC(2000, 0, 1)), max: instant(Date.UTC(2200, 0, 1)) } as const;

/** The nearest time that an evening may have. */
export const inEveningTimes = (at: Instant): Instant =>
  instant(Math.min(EVENING_TIMES.max, Math.max(EVENING_TIMES.min, at)));

/** What comes besides the rounds, in its order. `length` in minutes; `afterRound` 0 for before the first. */
export function agendaOf(
  settings: EveningSettings,
): { readonly title: AgendaTitle; readonly afterRound: number; readonly length: number }[] {
  const { rounds, breakAfterRound, breakMinutes, welcomeMinutes, panelMinutes, freeTalkMinutes } = settings;
  const hasBreak = breakAfterRound > 0 && breakAfterRound < rounds;
  return [
    { title: 'welcome' as const, afterRound: 0, length: welcomeMinutes },
    { title: 'panel' as const, afterRound: 0, length: panelMinutes },
    { title: 'break' as const, afterRound: breakAfterRound, length: hasBreak ? breakMinutes : 0 },
    { title: 'freeTalk' as const, afterRound: rounds, length: freeTalkMinutes },
  ].filter(({ length }) => length > 0);
}

/** When each round talks, in minutes after the start, when nothing is added or cut. */
export function plannedRounds(settings: EveningSettings): { readonly begins: number; readonly ends: number }[] {
  const { rounds, roundMinutes, changeoverMinutes } = settings;
  const agenda = agendaOf(settings);
  return Array.from({ length: rounds }, (_, index) => {
    const before = agenda.filter(({ afterRound }) => afterRound <= index).reduce((sum, { length }) => sum + length, 0);
    const begins = before + index * (roundMinutes + changeoverMinutes);
    return { begins, ends: begins + roundMinutes };
  });
}

/** Length of the evening from *Start* to the last bell, in minutes, when nothing is added or cut. */
export function plannedMinutes(settings: EveningSettings): number {
  const { rounds, roundMinutes, changeoverMinutes } = settings;
  const agenda = agendaOf(settings).reduce((sum, { length }) => sum + length, 0);
  return rounds * roundMinutes + (rounds - 1) * changeoverMinutes + agenda;
}

/** When the evening is over as it is planned. */
export const plannedEnd = (settings: EveningSettings): Instant =>
  after(settings.startsAt, minutes(plannedMinutes(settings)));
