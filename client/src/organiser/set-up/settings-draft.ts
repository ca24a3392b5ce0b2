import { type Boundary, type EveningSettings, SETTING_RANGES, type WhoMoves } from '@lapwing/shared/event/event';
import type { Word } from '../sentence.ts';
import { instantAt, wallTime } from '../zoned-time.ts';

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
}
export type DraftErrors = Partial<Record<keyof SettingsDraft, Word>>;
export type DraftRead =
  | { readonly ok: true; readonly settings: EveningSettings }
  | { readonly ok: false; readonly errors: DraftErrors };

export function draftOf(settings: EveningSettings): SettingsDraft {
  const { startsAt, rounds, roundMinutes, changeoverMinutes, breakAfterRound, breakMinutes, ...same } = settings;
  return {
    ...same,
    ...wallTime(startsAt, settings.timeZone),
    rounds: String(rounds),
    roundMinutes: String(roundMinutes),
    changeoverMinutes: String(changeoverMinutes),
    breakAfterRound: String(breakAfterRound),
    breakMinutes: String(breakMinutes),
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
  const name = draft.name.trim();
  if (name === '' || name.length > 80) errors.name = 'set-up.error.name';
  const startsAt = instantAt(draft, draft.timeZone);
  if (startsAt === null) errors.date = 'set-up.error.date';
  if (startsAt === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const { timeZone, whoMoves, boundary } = draft;
  const lengths = { rounds, roundMinutes, changeoverMinutes, breakAfterRound, breakMinutes };
  return {
    ok: true,
    settings: { name, place: draft.place.trim(), startsAt, timeZone, ...lengths, whoMoves, boundary },
  };
}
