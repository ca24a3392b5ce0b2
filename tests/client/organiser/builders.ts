import type { EveningSettings } from '@lapwing/shared/event/event';
import type { Table } from '@lapwing/shared/event/floor';
import { type Attendee, EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import { attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import type { Moment, Phase } from '@lapwing/shared/live/state';
import { timingsOf } from '@lapwing/shared/live/state';

/** 26 November 2026, 19:00 in London (which is UTC then). */
export const NINETEEN = instant(Date.UTC(2026, 10, 26, 19));
export const at = (minutes: number) => instant(NINETEEN + minutes * 60_000);

export const settings = (over: Partial<EveningSettings> = {}): EveningSettings => ({
  name: 'Careers Night',
  place: 'King’s Hall',
  startsAt: NINETEEN,
  timeZone: 'Europe/London',
  rounds: 6,
  roundMinutes: 15,
  changeoverMinutes: 2,
  breakAfterRound: 0,
  breakMinutes: 10,
  whoMoves: 'students',
  boundary: 'auto',
  talkBegins: 'auto',
  welcomeMinutes: 0,
  panelMinutes: 0,
  freeTalkMinutes: 0,
  ...over,
});

export const person = (name: string, over: Partial<Attendee> = {}): Attendee => ({
  id: attendeeId(name.toLowerCase().replaceAll(' ', '-')),
  ...EMPTY_DETAILS,
  name,
  checkedInAt: null,
  badgeCode: '',
  unnamed: false,
  unconfirmed: false,
  keptUntil: null,
  ...over,
});

export const table = (number: number, over: Partial<Table> = {}): Table => ({
  id: tableId(`t${number}`),
  number,
  name: '',
  seats: 6,
  mentors: [],
  stepFree: false,
  quiet: false,
  column: number - 1,
  row: 0,
  ...over,
});

export const moment = (phase: Phase, over: Partial<EveningSettings> = {}): Moment => ({
  phase,
  before: null,
  timings: timingsOf(settings(over)),
  begun: [],
  planVersion: 1,
  announcement: null,
  blank: false,
});
