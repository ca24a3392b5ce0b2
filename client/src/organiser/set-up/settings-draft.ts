import {
  type Boundary,
  type EveningSettings,
  inEveningTimes,
  SETTING_RANGES,
  type WhoMoves,
} from '@lapwing/shared/event/event';
import { instantAt, wallTime } from '../../kit/zoned-time.ts';
import type { Word } from '../sentence.ts';

/** The form as it is typed: figures are text until they are saved. */
export interface SettingsDraft {
  readonly name: string;
  readonly place: string;
  readonly date: string;
  readonly time: string;
  readonly timeZone: string;
  readonly rounds: string;
  readonly roundMinutes: string;
  readonly changeoverMinutes: string;
  /** '0': no break. */
  readonly breakAfterRound: string;
  readonly breakMinutes: string;
  readonly whoMoves: WhoMoves;
  readonly boundary: Boundary;
  readonly talkBegins: Boundary;
  /** '0': none. */
  readonly welcomeMinutes: string;
  readonly panelMinutes: string;
  readonly freeTalkMinutes: string;
}
export type DraftErrors = Partial<Record<keyof SettingsDraft, Word>>;
export type DraftRead =
  | { readonly ok: true; readonly settings: EveningSettings }
  | { readonly ok: false; readonly errors: DraftErrors };

/** The settings as they stand in the form. */
export function draftOf(settings: EveningSettings): SettingsDraft {
  const { startsAt, ...same } = settings;
  return {
    ...same,
    ...wallTime(startsAt, settings.timeZone),
    rounds: String(settings.rounds),
    roundMinutes: String(settings.roundMinutes),
    changeoverMinutes: String(settings.changeoverMinutes),
    breakAfterRound: String(settings.breakAfterRound),
    breakMinutes: String(settings.breakMinutes),
    welcomeMinutes: String(settings.welcomeMinutes),
    panelMinutes: String(settings.panelMinutes),
    freeTalkMinutes: String(settings.freeTalkMinutes),
  };
}

/** A whole number of the range, or null. */
function whole(text: string, { min, max }: { readonly min: number; readonly max: number }): number | null {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max ? value : null;
}

/** What the form says as settings, or what is wrong with which field. */
export function settingsOf(draft: SettingsDraft): DraftRead {
  const errors: DraftErrors = {};
  const figure = (field: keyof typeof SETTING_RANGES): number => {
    const value = whole(draft[field], SETTING_RANGES[field]);
    if (value === null) errors[field] = `set-up.error.${field}`;
    return value ?? 0;
  };
  const rounds = figure('rounds');
  const roundMinutes = figure('roundMinutes');
  const changeoverMinutes = figure('changeoverMinutes');
  const breakAfterRound = whole(draft.breakAfterRound, { min: 0, max: Math.max(0, rounds - 1) }) ?? 0;
  const hasBreak = breakAfterRound > 0;
  const breakMinutes = hasBreak
    ? figure('breakMinutes')
    : (whole(draft.breakMinutes, SETTING_RANGES.breakMinutes) ?? SETTING_RANGES.breakMinutes.min);
  const agenda = {
    welcomeMinutes: figure('welcomeMinutes'),
    panelMinutes: figure('panelMinutes'),
    freeTalkMinutes: figure('freeTalkMinutes'),
  };
  const name = draft.name.trim();
  if (name === '' || name.length > 80) errors.name = 'set-up.error.name';
  const startsAt = instantAt(draft, draft.timeZone);
  if (startsAt === null) errors.date = 'set-up.error.date';
  else if (startsAt !== inEveningTimes(startsAt)) errors.date = 'set-up.error.year';
  if (startsAt === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const { timeZone, whoMoves, boundary, talkBegins } = draft;
  const lengths = { rounds, roundMinutes, changeoverMinutes, breakAfterRound, breakMinutes, ...agenda };
  return {
    ok: true,
    settings: { name, place: draft.place.trim(), startsAt, timeZone, ...lengths, whoMoves, boundary, talkBegins },
  };
}
