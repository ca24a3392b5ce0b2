import type { EveningSettings } from '../event/event.ts';
import type { Table } from '../event/floor.ts';
import type { RoomTonight } from '../event/room-tonight.ts';
import type { Attendee } from '../event/roster.ts';
import type { Schedule } from '../event/schedule.ts';
import type { Instant } from '../kernel/time.ts';
import { phasesAhead } from '../live/evening-line.ts';
import type { Moment } from '../live/state.ts';

/** What sheets are cut from: the plan people follow, and where the night stands. */
export interface PaperParts {
  readonly settings: EveningSettings;
  readonly moment: Moment;
  readonly now: Instant;
  readonly schedule: Schedule;
  /** The room of a plan mended during the evening; null before. */
  readonly room: RoomTonight | null;
  /** Every table of tonight, also those that are closed. */
  readonly tables: readonly Table[];
  readonly people: readonly Attendee[];
  /** Among people under 18 nobody's last name hangs on a wall, not even its first letter. */
  readonly firstNamesOnly?: boolean;
  /** Where people find their tables with the code of the evening; '' or left out where no sheet says it. */
  readonly join?: string;
}

/** When a round talks, by the clock as it stands. */
export interface PaperRound {
  /** From 1. */
  readonly round: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** Rounds worth ink: the one that runs, and those to come. */
export const roundsToPrint = ({ moment, now, settings, schedule }: PaperParts): PaperRound[] =>
  phasesAhead(moment, now, settings.startsAt).phases.flatMap(({ kind, round, startsAt, endsAt }) =>
    kind === 'talking' && round <= schedule.rounds.length ? [{ round, startsAt, endsAt }] : [],
  );

/** The tables of tonight where people may still sit, in order of numbers. */
export const openTables = ({ tables, room }: Pick<PaperParts, 'tables' | 'room'>, from: number): Table[] =>
  tables
    .filter(({ id }) => !(room?.closed ?? []).some((closed) => closed.table === id && closed.from <= from))
    .sort((one, other) => one.number - other.number);
