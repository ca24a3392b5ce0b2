import { type AgendaTitle, agendaOf, type Boundary, type EveningSettings } from '../event/event.ts';
import type { RoomChange } from '../event/room-change.ts';
import { type Duration, type Instant, milliseconds, minutes } from '../kernel/time.ts';

/** The announced start lies this far ahead when people have to act on it, so that all screens flip together. */
export const LEAD: Duration = milliseconds(2_500);
/** How many acts can be taken back. */
export const UNDO_DEPTH = 50;

/** What everybody seated may ask of the clock: not before people had this long to find their table. */
export const EARLIEST_ALL_HERE: Duration = milliseconds(20_000);
/** A message stays on screens for this long unless it is taken away before. */
export const MESSAGE_STAYS: Duration = milliseconds(60_000);
export const MESSAGE_LENGTH = 80;

/** A phase that ends by the clock. `round` is the one running, or for `moving` and `agenda` the one that comes. */
export type TimedPhase =
  | { readonly kind: 'moving'; readonly round: number; readonly startsAt: Instant; readonly endsAt: Instant }
  | { readonly kind: 'talking'; readonly round: number; readonly startsAt: Instant; readonly endsAt: Instant }
  | {
      readonly kind: 'agenda';
      readonly title: AgendaTitle;
      /** Place in `Timings.agenda`. */
      readonly item: number;
      /** The round that comes; one more than the last when none does. */
      readonly round: number;
      readonly startsAt: Instant;
      readonly endsAt: Instant;
    };

export type Phase =
  | { readonly kind: 'doors' }
  | TimedPhase
  /** The round is over and the night waits for *Next*; screens count up from `since`. */
  | { readonly kind: 'timeUp'; readonly round: number; readonly since: Instant }
  /** Everybody had the time to move, and the talk waits for *Next*. */
  | { readonly kind: 'ready'; readonly round: number; readonly since: Instant }
  | { readonly kind: 'paused'; readonly of: TimedPhase; readonly remaining: Duration; readonly since: Instant }
  | { readonly kind: 'finished'; readonly at: Instant };

/** Something other than a round: it comes when the talk of round `afterRound` is over, 0 for before the first. */
export interface AgendaItem {
  readonly title: AgendaTitle;
  readonly afterRound: number;
  readonly length: Duration;
}

/**
 * The lengths of tonight, frozen at *Start* so that a later edit of the settings cannot shift a running night. Only
 * acts of the night change them.
 */
export interface Timings {
  readonly rounds: number;
  /** Of every round that has not begun yet. */
  readonly talk: Duration;
  readonly changeover: Duration;
  /** In the order in which they come. */
  readonly agenda: readonly AgendaItem[];
  /** What happens when a talk is over. */
  readonly boundary: Boundary;
  /** What happens when the time to move is over. */
  readonly talkBegins: Boundary;
  /** Rounds that are left out tonight, rising. */
  readonly skipped: readonly number[];
}

/** Words of the organiser on every screen. `stop`: the whole evening stands still until somebody goes on. */
export interface Announcement {
  readonly kind: 'message' | 'stop';
  /** At most MESSAGE_LENGTH characters. */
  readonly text: string;
  /** Over the whole screen instead of in its sentence. */
  readonly whole: boolean;
  readonly since: Instant;
  /** When screens take it away by themselves; null for never. */
  readonly until: Instant | null;
}

/** Where the night stands: everything that undo restores. Holds no personal data: every screen gets it as it is. */
export interface Moment {
  readonly phase: Phase;
  /** What screens go on showing until `phase` starts, when that start was announced for a little later. */
  readonly before: Phase | null;
  readonly timings: Timings;
  /** When each round began to talk; index 0 is round 1. Null for a round that was left out. */
  readonly begun: readonly (Instant | null)[];
  /** The plan people follow, that is: the published one; 0 while there is none. */
  readonly planVersion: number;
  readonly announcement: Announcement | null;
  /** Displays show nothing but their ground; phones go on. */
  readonly blank: boolean;
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
  /** The talk of this round again, whole, without moving anybody. */
  | { readonly kind: 'restartRound' }
  /** Back to the tables of the round before. */
  | { readonly kind: 'back' }
  /** Leave a round out: the coming one, or one further ahead. */
  | { readonly kind: 'skip'; readonly round: number }
  /** How long the rounds that have not begun will talk: whole minutes, 1 … 60. */
  | { readonly kind: 'roundLength'; readonly minutes: number }
  /** Time that the machine slept through, in milliseconds, for the phase that runs. */
  | { readonly kind: 'giveBack'; readonly milliseconds: number }
  /** Words on all screens. */
  | { readonly kind: 'message'; readonly text: string; readonly whole: boolean }
  /** Takes message or stop away; a stopped clock stays stopped. */
  | { readonly kind: 'clearMessage' }
  | { readonly kind: 'blank'; readonly on: boolean }
  /** Everything stands still, on every screen, at once. */
  | { readonly kind: 'stopAll'; readonly text: string }
  /** People follow a plan mended for this change of the room. */
  | { readonly kind: 'replan'; readonly planVersion: number; readonly change: RoomChange }
  | { readonly kind: 'undo' };
/** What the server does by itself: the clock acts, the room is seated, or the settings changed before *Start*. */
export type ServerCommand =
  | { readonly kind: 'timeUp' }
  /** Nearly every table of this round said that all are here. */
  | { readonly kind: 'allHere'; readonly round: number }
  | { readonly kind: 'retime'; readonly timings: Timings };
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
    agenda: agendaOf(settings).map(({ title, afterRound, length }) => ({ title, afterRound, length: minutes(length) })),
    boundary: settings.boundary,
    talkBegins: settings.talkBegins,
    skipped: [],
  };
}

/** A night before its first command. */
export function nightBeforeDoors(settings: EveningSettings, planVersion: number): Night {
  const moment: Moment = {
    phase: { kind: 'doors' },
    before: null,
    timings: timingsOf(settings),
    begun: [],
    planVersion,
    announcement: null,
    blank: false,
  };
  return { version: 0, moment, undoable: [] };
}
