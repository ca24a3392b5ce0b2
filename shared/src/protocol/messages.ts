import type { Instant } from '../kernel/time.ts';
import type { Moment, Night } from '../live/state.ts';
import type { Facts, Hall, PersonalCard } from '../live/views.ts';
import type { Aim } from '../rotation/solve.ts';

export type { CardRound, Facts, Hall, Met, PersonalCard, TableOnFloor } from '../live/views.ts';

/** Raised when an old page can no longer understand a new server. */
export const PROTOCOL_VERSION = 2;

/**
 * Seconds an exchange may stay unanswered before a page calls itself offline, and the time after which the server cuts
 * a silent socket.
 */
export const OFFLINE_AFTER_MS = 10_000;
export const SILENT_AFTER_MS = 45_000;

/** Close codes of ours. Everything else means: connect again, with jitter. */
export const CLOSE = {
  /** The server restarts. */
  restarting: 1012,
  /** No place is free for one more page: ask over HTTP, and come back much later. */
  full: 1013,
  /** The link, session or event is gone: do not connect again by yourself. */
  notAllowed: 4401,
} as const;

/**
 * Why a personal page shows nothing any more: the reason beside `notAllowed`, and `why` in the details of a refusal to
 * whoever holds a cookie or a link that once opened it. elsewhere: three further devices opened the link; renewed: there is a
 * new link; notTheirs: another device of the same link said "Not me"; ended: its time is over.
 */
export const WHY_OVER = ['elsewhere', 'renewed', 'notTheirs', 'ended'] as const;
export type WhyOver = (typeof WHY_OVER)[number];

/** A clock exchange, also the heartbeat. `a`: the page's performance.now() at sending. */
export interface ClockQuestion {
  readonly t: 'c';
  readonly a: number;
}
/** `a` as sent; `b`: server time (an Instant with fractions) when the question came in; `s`: when the answer left. */
export interface ClockAnswer {
  readonly t: 'c';
  readonly a: number;
  readonly b: number;
  readonly s: number;
}

/** The same bytes for every screen of the event. `v` never falls within one `epoch` (one start of the server). */
export interface RoomFrame {
  readonly t: 'room';
  readonly protocol: number;
  readonly epoch: string;
  readonly v: number;
  readonly moment: Moment;
}

/** The frame that everybody gets. Holds no personal data. */
export const roomFrame = (night: Night, epoch: string): RoomFrame => ({
  t: 'room',
  protocol: PROTOCOL_VERSION,
  epoch,
  v: night.version,
  moment: night.moment,
});

/** A search for a plan that goes on now. Told a few times a second. */
export interface Planning {
  readonly aim: Aim;
  /** Share of the search that is done, 0–100. */
  readonly done: number;
  /** Moves tried, of those to try. */
  readonly tried: number;
  readonly of: number;
  /** Points by which the best plan so far is better than the one the search began with. */
  readonly gained: number;
  /** Somebody pressed *Stop*: the best so far is about to come. */
  readonly stopping: boolean;
}

/** What a display shows: the stage as the night goes, the countdown alone, or the map alone. */
export type DisplayLayout = 'auto' | 'clock' | 'map';

/** One page that shows the display, as consoles list it. */
export interface ConnectedDisplay {
  readonly id: string;
  /** "Display 1" until somebody names it. */
  readonly name: string;
  readonly layout: DisplayLayout;
  /** Null while it listens; else since when it is lost. */
  readonly lostSince: Instant | null;
}

/** For one display: who it is. `flashedAt`: show name and number large for a few seconds from then. */
export interface OwnDisplay {
  readonly t: 'display';
  readonly name: string;
  readonly layout: DisplayLayout;
  readonly flashedAt: Instant | null;
}

/** For the phones of a person: their link was opened on a further device. */
export interface AlsoOpened {
  readonly t: 'also';
  readonly at: Instant;
}

/** For consoles only: who listens, and a counter that moves when people, plan or settings were changed by anybody. */
export interface Staff {
  readonly t: 'staff';
  /** Those seen tonight, in the order in which they came. */
  readonly displays: readonly ConnectedDisplay[];
  /** Phones heard in the last 30 s. */
  readonly phones: number;
  /** First names of who has a console open, each once. */
  readonly controllers: readonly string[];
  /** Rises with every change of people, floor, settings, calls or plan: fetch again. */
  readonly changes: number;
  /** Moves with every phone that asks at the desk or is let in there: fetch …/waiting again. */
  readonly waitingChanges: number;
  /** Null while no plan is being made. */
  readonly planning: Planning | null;
  /** The machine slept: the night stands where the clock says, and the time can be given back. Null when it did not. */
  readonly slept: { readonly from: Instant; readonly until: Instant } | null;
}

export type ServerMessage = ClockAnswer | RoomFrame | PersonalCard | Hall | Facts | Staff | OwnDisplay | AlsoOpened;
export type ClientMessage = ClockQuestion;
