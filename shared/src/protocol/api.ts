/**
 * What the console, the phones and the displays say to the server over HTTP and what it answers. The table of routes
 * and of who may call them is `access.ts`; the bodies are checked against `schemas.ts`.
 */

import type { Cancelled } from '../event/cancelled.ts';
import type { DeskCall } from '../event/desk-call.ts';
import type { EveningSettings } from '../event/event.ts';
import type { Landmark, Table } from '../event/floor.ts';
import type { PlanPrice } from '../event/plan-price.ts';
import type { Reseat } from '../event/reseat.ts';
import type { RoomChange, SeatsChange } from '../event/room-change.ts';
import type { RoomTonight } from '../event/room-tonight.ts';
import type { Attendee, AttendeeRole } from '../event/roster.ts';
import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId, EventId } from '../kernel/ids.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { LiveCommand, PersonCommand, Phase } from '../live/state.ts';
import type { PrintedBadge, PrintedSheet } from '../paper/sheets.ts';
import type { ProposalKind } from '../rotation/replan/proposal-kinds.ts';
import type { PlanReport } from '../rotation/report.ts';
import type { Aim } from '../rotation/solve.ts';
import type { DisplayLayout, DisplayLook, RoomFrame } from './messages.ts';

/** Every answer with a status of 400 or more. */
export interface ErrorAnswer {
  readonly error: Refusal;
}

/** GET /api/link-address; PUT takes {host}, one of `choices`. `choices` is empty where PUBLIC_URL or HOST decide. */
export interface LinkAddress {
  readonly host: string;
  readonly choices: readonly string[];
}

/** GET /api/events → EventSummary[] , newest first. */
export interface EventSummary {
  readonly id: EventId;
  readonly code: string;
  readonly name: string;
  readonly place: string;
  readonly startsAt: Instant;
  readonly timeZone: string;
  readonly phase: Phase['kind'];
  /** It does not take place. */
  readonly cancelled: boolean;
  readonly students: number;
  readonly mentors: number;
}

/** GET /api/events/:eventId, and the answer to PUT …/settings and PUT …/floor. */
export interface EventDetail {
  readonly id: EventId;
  /** In the address of the public page. */
  readonly code: string;
  /** What people in the room type to check themselves in. */
  readonly roomCode: string;
  readonly settings: EveningSettings;
  /** In order of their numbers. */
  readonly tables: readonly Table[];
  readonly landmarks: readonly Landmark[];
  readonly links: { readonly join: string; readonly display: string };
  /** 0: none. */
  readonly publishedPlan: number;
  /** Whether people may say on their own page that they are here; PUT …/self-check-in {on} changes it. */
  readonly selfCheckIn: boolean;
  /** Null: it takes place. PUT …/cancelled changes it (`cancelled-api.ts`). */
  readonly cancelled: Cancelled | null;
  /** An evening with people under 18; PUT …/privacy {under18} changes it. */
  readonly under18: boolean;
  /** An evening to practise on: it has no public registration. */
  readonly rehearsal: boolean;
  readonly room: RoomFrame;
}

/** GET /api/events/:eventId/people. Mentors and students, in order of names. */
export type People = readonly Attendee[];
/** GET /api/events/:eventId/people/:attendeeId/link */
export interface PersonalLink {
  readonly url: string;
}
/** POST /api/events/:eventId/people/:attendeeId/link/renew, and …/links/renew for everybody: old links open nothing. */
export interface LinksRenewed {
  readonly people: number;
}
/** GET /api/events/:eventId/links → LinkToMail[], everybody expected */
export interface LinkToMail {
  readonly role: AttendeeRole;
  readonly name: string;
  readonly email: string;
  readonly url: string;
}
/**
 * PUT /api/events/:eventId/people/:attendeeId/presence {here, at} → `at`: when it was said, in server time, where that
 * was not now. The word that was said last counts, and of several arrivals the first.
 */
export interface PresenceAnswer {
  readonly attendee: Attendee;
  /** Their first table of the published plan that is not over yet, null when there is none for this person. */
  readonly firstTable: { readonly number: number; readonly name: string } | null;
}

/**
 * POST /api/events/:eventId/scans {code} or {person} → who stands behind a badge code, or behind the id in a personal
 * link. unknown-code for nobody; after five of those in a minute too-many-requests.
 */
export interface ScanAnswer {
  /** Null: of another evening, which `elsewhere` names. */
  readonly attendee: Attendee | null;
  readonly elsewhere: { readonly event: string; readonly name: string; readonly role: AttendeeRole } | null;
  /** Their place on the waitlist, from 1; null for everybody else. */
  readonly place: number | null;
}

/**
 * GET /b/:code/way → where a badge leads: signed in to the check-in, `to` ends in "/badge/" and the asker adds the code;
 * everybody else to the event's public page.
 */
export interface BadgeWay {
  readonly to: string;
}

/**
 * POST /e/:code/waiting {who} → a number to show at the desk, the same for everybody. `who`: an address or a badge code.
 * POST /e/:code/waiting/:number/session {secret} → DeskTurn; link-invalid once the number is used up.
 */
export interface DeskNumber {
  readonly number: string;
  readonly secret: string;
  readonly validUntil: Instant;
}
/** Null while nobody at the desk has let this phone in; then the person's own address. */
export interface DeskTurn {
  readonly to: string | null;
}
/**
 * GET /api/events/:eventId/waiting → phones that wait at the desk, the longest first. PUT …/waiting/:number {person} →
 * 204: that phone gets this person's page.
 */
export interface WaitingPhone {
  readonly number: string;
  readonly since: Instant;
  readonly validUntil: Instant;
  /** Whose address or badge code was typed; nobody, or several who share one. */
  readonly people: readonly AttendeeId[];
}

export type PlanBasis = 'expected' | 'here';
/** quick: about a second for an ordinary evening; thorough: about thirty times as long. Either can be stopped. */
export type PlanEffort = 'quick' | 'thorough';
/**
 * POST /api/events/:eventId/plan → PlanView, a draft, once it is found; how far the search is stands in `Staff` of the
 * console's socket. It goes on when the asker leaves. While a search goes on for an event, whoever asks for a plan gets
 * the one it finds, whatever they asked for.
 */
export interface NewPlanRequest {
  readonly basis: PlanBasis;
  /** A number of the server's own when left out. */
  readonly seed?: number | undefined;
  /** `balanced` when left out. */
  readonly aim?: Aim | undefined;
  /** `quick` when left out. */
  readonly effort?: PlanEffort | undefined;
}
/** POST /api/events/:eventId/plan/stop → 204, also when nothing is searched: the search ends with the best it has. */

/** GET /api/events/:eventId/plan (latest, draft or published; 204 when there is none), GET …/plan/:version */
export interface PlanView {
  readonly version: number;
  readonly status: 'draft' | 'published';
  readonly basis: PlanBasis;
  readonly madeAt: Instant;
  readonly schedule: Schedule;
  readonly report: PlanReport;
  /** Seed, iterations, stop and aim make the same plan again from the same people and tables. */
  readonly seed: number;
  readonly iterations: number;
  /** Moves after which the search was stopped; null when it came to its end. */
  readonly stoppedAfter: number | null;
  readonly aim: Aim;
  /** edited: changed by hand from plan `editedFrom`. */
  readonly origin: 'searched' | 'edited';
  readonly editedFrom: number | null;
  /** True when people, tables or settings changed after it was made. */
  readonly outdated: boolean;
  /** The room that a plan mended during the evening is for; null before. */
  readonly room: RoomTonight | null;
}
/** GET /api/events/:eventId/plans → those that somebody asked for and the published one, newest first */
export type PlanSummary = Omit<PlanView, 'schedule' | 'room'>;
/**
 * POST /api/events/:eventId/plan/:version/edited → PlanView: a new draft, that plan with these changes. Refused with
 * plan-broken (details: `rules`) when it breaks a firm rule, plan-outdated when people or tables changed meanwhile.
 */
export interface EditedPlanRequest {
  readonly changes: readonly Reseat[];
}
/** POST /api/events/:eventId/plan/:version/publish → PlanView */

/** POST /api/events/:eventId/start-offer {basis} → what *Start* would do now. Then live command `start` with `planVersion`. */
export interface StartOffer {
  readonly planVersion: number;
  /** published: the published plan as it is; healed: the published one, mended for who is here; new: made now. */
  readonly kind: 'published' | 'healed' | 'new';
  readonly basis: PlanBasis;
  readonly students: number;
  readonly mentors: number;
  /** Tables in use in round 1. */
  readonly tables: number;
  /** People who had a first table and get another. */
  readonly moved: readonly { readonly id: AttendeeId; readonly from: number | null; readonly to: number | null }[];
  /** Numbers of the tables that stay closed because their mentors are not here. */
  readonly closed: readonly number[];
}

/**
 * POST /api/events/:eventId/repairs → RepairOffer[]: what a change of the room would do to the plan of a night that runs,
 * the first with the fewest moves. Nothing happens yet: live command `replan` with `planVersion` and the same change
 * makes it so, and is refused with plan-outdated when the plan or the round changed meanwhile.
 * Refused with not-now outside a running night, unknown-person, unknown-table, no-seat-free, already-so,
 * last-mentor, plan-impossible. no-seat-free: nobody who arrives finds a seat in any round to come; while some do, they
 * wait a round and `moreSitOuts` says so. Rounds that are left out cost nothing.
 */
export interface RepairRequest {
  readonly change: RoomChange;
  /** fewest-moves alone when left out, which is there in an instant. */
  readonly kinds?: readonly ProposalKind[] | undefined;
}
export interface RepairOffer extends PlanPrice {
  readonly planVersion: number;
  readonly kind: ProposalKind;
  readonly change: RoomChange;
}
/**
 * POST /api/events/:eventId/seats/offers {change} → RepairOffer[], POST …/seats → LiveAnswer: what organisers ask of
 * …/repairs and press as `replan`, for helpers, and for no other change. Helpers are not told why a plan is broken.
 */
export interface SeatsPress extends Omit<LiveRequest, 'command'> {
  readonly planVersion: number;
  readonly change: SeatsChange;
}

/**
 * PUT /api/events/:eventId/prints → 204. Sheets that are not named stay as they are; GET answers with `Paper`. Repeat it
 * freely.
 */
export interface PaperChange {
  /** `at` as the foot of the sheet says; `planVersion` 0: there is no such paper in the room after all. `mark` '' when left out. */
  readonly sheets: readonly (Omit<PrintedSheet, 'by' | 'mark'> & { readonly mark?: string | undefined })[];
  /** Badges, at most BADGES_AT_ONCE; others stay as they are. `planVersion` 0: nobody has this one after all. */
  readonly badges?: readonly PrintedBadge[] | undefined;
  /** Whether anybody looks at paper tonight. */
  readonly inUse: boolean;
}

/** GET /api/events/:eventId/calls → what phones told the desk and nobody answered yet, oldest first. */
export type DeskCalls = readonly DeskCall[];
/** PUT /api/events/:eventId/calls/:attendeeId/:call {answered} → 204; false opens it again. */
export interface AnswerCall {
  readonly answered: boolean;
}
/** PUT /me/:attendeeId/calls/:call {calling, minutes, afterRound} → 204. Repeat it freely; `calling` false takes it back. */
export interface MakeCall {
  readonly calling: boolean;
  /** 0–240; 0 when left out. */
  readonly minutes?: number | undefined;
  /** Of `leaving`: the last round they stay for, 0–20. */
  readonly afterRound?: number | undefined;
}
/** PUT /me/:attendeeId/all-here {round} → 204: everybody sits at this person's table in that round. */

/**
 * PUT /api/events/:eventId/displays/:screenId → 204; what is left out stays. POST …/flash: it shows who it is. DELETE
 * forgets a lost one.
 */
export interface DisplaySettings extends Partial<Omit<DisplayLook, 'layout'>> {
  readonly name: string;
  readonly layout: DisplayLayout;
}
/** PUT /display/:displayId/look {DisplayLook} → 204, from the display's own setup. `names` only where it was set already. */
/** PUT /display/:displayId/state {DisplayState} → 204. Kept until it is lost. */

/** POST /api/events/:eventId/live → LiveAnswer. 409 version-conflict or not-now carry the newest room in `room`. */
export interface LiveRequest {
  /** Made by the client per press, 16–64 characters of [A-Za-z0-9_-]; the same key has one effect, however often sent. */
  readonly key: string;
  /** The version the person saw when pressing. */
  readonly expectedVersion: number;
  readonly command: PersonCommand;
}
export interface LiveAnswer {
  readonly room: RoomFrame;
}
export interface LiveRefused extends ErrorAnswer {
  readonly room: RoomFrame;
}

/** GET /api/events/:eventId/log → newest first */
export interface LogEntry {
  readonly version: number;
  readonly at: Instant;
  /** First name of who pressed; '' when the clock did it. */
  readonly by: string;
  readonly command: LiveCommand;
  /** The phase it led to. */
  readonly phase: Phase;
  readonly undone: boolean;
  /** Whether *Undo* can still come to it; the newest such entry is what it takes back now. */
  readonly undoable: boolean;
}

/** GET /e/:code/event → the join page's public facts (404 for an unknown code). */
export interface JoinFacts {
  readonly id: EventId;
  /** From three hours before the start on: whoever comes now is at the door, or late. */
  readonly atDoor: boolean;
  readonly name: string;
  readonly place: string;
  readonly startsAt: Instant;
  readonly timeZone: string;
}
