import type { Instant } from '../kernel/time.ts';
import type { Moment, Night } from '../live/state.ts';
import type { Facts, Hall, NameBoard, PersonalCard } from '../live/views.ts';
import type { Aim } from '../rotation/solve.ts';

export type { BoardLine, CardRound, Facts, Hall, Met, NameBoard, PersonalCard, TableOnFloor } from '../live/views.ts';

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

/**
 * What a display shows: the stage as the night goes, the countdown alone, the map alone, or at a move everybody's name
 * with their table.
 */
export const DISPLAY_LAYOUTS = ['auto', 'clock', 'map', 'names'] as const;
export type DisplayLayout = (typeof DISPLAY_LAYOUTS)[number];
/** night: light on dark; bright: dark on light, for projectors in lit rooms. */
export const DISPLAY_THEMES = ['night', 'bright'] as const;
export type DisplayTheme = (typeof DISPLAY_THEMES)[number];

/** How one display looks and what it does besides. */
export interface DisplayLook {
  readonly layout: DisplayLayout;
  readonly theme: DisplayTheme;
  /** With a bell its ground changes for a moment, for those who do not hear it. */
  readonly light: boolean;
  /** It says aloud what is announced, for those who do not see it. */
  readonly speaks: boolean;
}

/** A display that nobody has changed. */
export const PLAIN_LOOK: DisplayLook = { layout: 'auto', theme: 'night', light: true, speaks: false };

/** What only the display itself knows, told by it. */
export interface DisplayState {
  /** Browsers stay silent until somebody touched them. */
  readonly sound: boolean;
  /** Whether the device has a voice for its language. */
  readonly voice: boolean;
  /** Whether everybody's name can be read on it; null where it is not asked to show them. */
  readonly board: 'fits' | 'too-many' | null;
}

/** One page that shows the display, as consoles list it. */
export interface ConnectedDisplay extends DisplayLook {
  readonly id: string;
  /** "Display 1" until somebody names it. */
  readonly name: string;
  /** Null while it listens; else since when it is lost. */
  readonly lostSince: Instant | null;
  /** Null while it listens and has not told yet, and when it is lost. */
  readonly state: DisplayState | null;
}

/** For one display: who it is. `flashedAt`: show name and number large for a few seconds from then. */
export interface OwnDisplay extends DisplayLook {
  readonly t: 'display';
  readonly name: string;
  readonly flashedAt: Instant | null;
}

/** For the phones of a person: their link was opened on a further device. */
export interface AlsoOpened {
  readonly t: 'also';
  readonly at: Instant;
}

/** For the phones of a person: GET …/picks answers something else than before. */
export interface PicksChanged {
  readonly t: 'picks';
}

/** For consoles only: who listens, and a counter that moves when people, plan or settings were changed by anybody. */
export interface Staff {
  readonly t: 'staff';
  /** Those seen tonight, in the order in which they came. */
  readonly displays: readonly ConnectedDisplay[];
  /** Screens that show the display beside those: there are more than one link may list unseen. */
  readonly unlisted: number;
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

export type ServerMessage =
  | ClockAnswer
  | RoomFrame
  | PersonalCard
  | Hall
  | Facts
  | Staff
  | OwnDisplay
  | NameBoard
  | AlsoOpened
  | PicksChanged;
export type ClientMessage = ClockQuestion;
