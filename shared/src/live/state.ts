import type { Boundary, EveningSettings } from '../event/event.ts';
import { type Duration, type Instant, milliseconds, minutes } from '../kernel/time.ts';

/** The announced start lies this far ahead when people have to act on it, so that all screens flip together. */
export const LEAD: Duration = milliseconds(2_500);
/** How many acts can be taken back. */
export const UNDO_DEPTH = 50;

/** A phase that ends by the clock. `round` is the one running, or for `moving` and `agenda` the one that comes. */
export type TimedPhase =
  | { readonly kind: 'moving'; readonly round: number; readonly startsAt: Instant; readonly endsAt: Instant }
  | { readonly kind: 'talking'; readonly round: number; readonly startsAt: Instant; readonly endsAt: Instant }
  | {
      readonly kind: 'agenda';
      readonly title: 'break';
      readonly round: number;
      readonly startsAt: Instant;
      readonly endsAt: Instant;
    };

export type Phase =
  | { readonly kind: 'doors' }
  | TimedPhase
  /** The round is over and the night waits for *Next*; screens count up from `since`. */
  | { readonly kind: 'timeUp'; readonly round: number; readonly since: Instant }
  | { readonly kind: 'paused'; readonly of: TimedPhase; readonly remaining: Duration; readonly since: Instant }
  | { readonly kind: 'finished'; readonly at: Instant };

/** The lengths of tonight, frozen at *Start* so that a later edit of the settings cannot shift a running night. */
export interface Timings {
  readonly rounds: number;
  readonly talk: Duration;
  readonly changeover: Duration;
  /** 0 for none. */
  readonly breakAfterRound: number;
  readonly breakLength: Duration;
  readonly boundary: Boundary;
}

/** Where the night stands: everything that undo restores. Holds no personal data: every screen gets it as it is. */
export interface Moment {
  readonly phase: Phase;
  /** What screens go on showing until `phase` starts, when that start was announced for a little later. */
  readonly before: Phase | null;
  readonly timings: Timings;
  /** When each round began to talk; index 0 is round 1. */
  readonly begun: readonly Instant[];
  /** The plan people follow, that is: the published one; 0 while there is none. */
  readonly planVersion: number;
}

/** What a person did, or the clock to a running talk, kept so that it can be named and taken back. */
export interface Act {
  /** The version of the night that the act made. */
  readonly version: number;
  readonly command: LiveCommand;
  /** First name of who pressed; '' for the clock. */
  readonly by: string;
  readonly at: Instant;
  /** What undo goes back to. */
  readonly moment: Moment;
}

/** The running night of one event. `undoable` holds the latest acts, oldest first. */
export interface Night {
  readonly version: number;
  readonly moment: Moment;
  readonly undoable: readonly Act[];
}

export type PersonCommand =
  /** Make this plan the one people follow; only before *Start*. */
  | { readonly kind: 'publish'; readonly planVersion: number }
  | { readonly kind: 'start'; readonly planVersion: number }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** Whole minutes, −5 … 5, not 0. */
  | { readonly kind: 'addMinutes'; readonly minutes: number }
  /** The one next step, whatever it is: see `nextStep`. */
  | { readonly kind: 'next' }
  /** End the talk (or the break) and send people to the next table. */
  | { readonly kind: 'moveNow' }
  /** End the talk without sending anybody anywhere yet. */
  | { readonly kind: 'endRound' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'undo' };
/** What the server does by itself: the clock acts, or the settings changed before *Start*. */
export type ServerCommand = { readonly kind: 'timeUp' } | { readonly kind: 'retime'; readonly timings: Timings };
export type LiveCommand = PersonCommand | ServerCommand;

/** What the engine has to do after the commit. */
export type Effect =
  /** Send the room frame to everybody. */
  | { readonly kind: 'publish' }
  /** The plan people follow changed: send personal cards. */
  | { readonly kind: 'cards' }
  /** Wake up at this instant (null: nothing is due). */
  | { readonly kind: 'wake'; readonly at: Instant | null };

export function timingsOf(settings: EveningSettings): Timings {
  return {
    rounds: settings.rounds,
    talk: minutes(settings.roundMinutes),
    changeover: minutes(settings.changeoverMinutes),
    breakAfterRound: settings.breakAfterRound < settings.rounds ? settings.breakAfterRound : 0,
    breakLength: minutes(settings.breakMinutes),
    boundary: settings.boundary,
  };
}

/** A night before its first command. */
export function nightBeforeDoors(settings: EveningSettings, planVersion: number): Night {
  return {
    version: 0,
    moment: { phase: { kind: 'doors' }, before: null, timings: timingsOf(settings), begun: [], planVersion },
    undoable: [],
  };
}
