/**
 * Picks and the introductions of an evening on the wire. The rules are in `../introductions/SPEC.md`.
 *
 * Phones (a person's own session):
 * - GET /me/:attendeeId/picks → OwnPicks
 * - PUT /me/:attendeeId/picks/:otherId with a Pick → Pick as it is kept now. Repeat it freely. Refused for good: not-found (nobody
 *   of the other role of this evening), bad-request (passed on to nobody who is there), not-allowed (a wish at an evening with people under 18). Refused for now:
 *   not-now (they have not met yet, or wishes can be said no more), event-cancelled.
 * - PUT /me/:attendeeId/introductions with OwnTerms → OwnPicks
 *
 * From the mail, without a page of one's own (the secret of the link opens this and nothing else):
 * - POST /requests/:attendeeId with { secret, language } → RequestsPage
 * - PUT /requests/:attendeeId/:otherId with RequestAnswer → RequestsPage
 *
 * Consoles:
 * - GET /events/:eventId/introductions → EveningIntroductions
 * - PUT /events/:eventId/introductions with SendingChoice → EveningIntroductions
 * - PUT /events/:eventId/introductions/:introductionId with DraftChange → EveningIntroductions
 * - POST /events/:eventId/introductions/suggestions with SuggestionsApproved → EveningIntroductions: each is asked once, however often
 *   this is said; what is not possible any more is left out. not-now before the last bell and once wishes can be said no more
 * - DELETE /events/:eventId/introductions/suggestions/:suggestionId → EveningIntroductions. not-now once the mentor has answered
 * - POST /events/:eventId/introductions/send with { ids } → EveningIntroductions: each goes once, however often this is said
 */
import type { Pick, Wish } from '../introductions/pick.ts';
import type { Suits } from '../introductions/suggest.ts';
import type { AttendeeId, IntroductionId, SuggestionId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import type { Instant } from '../kernel/time.ts';

export type { Pick, Wish } from '../introductions/pick.ts';

export interface OwnPicks {
  /**
   * Whether this person takes part: off at an evening with people under 18, where only stars are given (H9); ask while they
   * have not agreed that their address goes to the other side; agreed.
   */
  readonly introductions: 'off' | 'ask' | 'agreed';
  readonly picks: readonly { readonly about: AttendeeId; readonly pick: Pick }[];
  /** Null until the last bell (H4). */
  readonly after: AfterBell | null;
}

/** What opens with the last bell. */
export interface AfterBell {
  readonly at: Instant;
  /** Until when wishes can be said (H12). */
  readonly until: Instant;
  /** Who wishes to be introduced to this person; also those that were answered. */
  readonly requests: readonly IntroRequestSeen[];
  /** How what this person said stands with the other side, without those of `requests` that are only asked. */
  readonly standings: readonly {
    readonly about: AttendeeId;
    readonly stands: OwnStanding;
    readonly passedTo: PassedTo | null;
  }[];
  /** What this person has to give first; empty when nothing is missing (H9). */
  readonly missing: readonly Missing[];
  /** Of a mentor: how many in 30 days, and how many were made. */
  readonly limit: { readonly perMonth: number; readonly taken: number } | null;
  /** A mentor: people this one may be passed on to. */
  readonly colleagues: readonly PassedTo[];
  /** A student: mentors whom the organisers asked for them (H19), also where they took it back; left out for none. */
  readonly suggested?: readonly PassedTo[];
}

/**
 * asked: the other side has not answered (or said *not now*, before the next morning); confirm: both want it, and this
 * person said so before the last bell; agreed: it goes out by itself; full: the mentor's limit is reached; sent;
 * declined: *not this time*; passed-on; over: nobody answered until the end.
 */
export type OwnStanding = 'asked' | 'confirm' | 'agreed' | 'full' | 'sent' | 'declined' | 'passed-on' | 'over';
export type Missing = 'consent' | 'address' | 'proof';

export interface PassedTo {
  readonly id: AttendeeId;
  readonly name: string;
  /** What they do. */
  readonly line: string;
}

/** Somebody who asks to be introduced. Their address is not in it. */
export interface IntroRequestSeen {
  readonly from: AttendeeId;
  readonly name: string;
  /** What they study or do. */
  readonly about: string;
  readonly round: number;
  /** Why; '' for nothing. */
  readonly line: string;
  /** This person's own answer; null while there is none. */
  readonly answer: Wish | null;
  /** The organisers ask for them (H19); left out where they ask themselves. */
  readonly suggestion?: SuggestionId;
}

export interface OwnTerms {
  /** Agrees that the address goes to the other side of an introduction both want; false takes it back. */
  readonly consent?: boolean;
  /** Of a mentor, 0 to MOST_PER_MONTH. */
  readonly perMonth?: number;
}

/** Introductions a mentor may give in 30 days. */
export const MOST_PER_MONTH = 20;

export interface RequestsPage {
  readonly state: 'open' | 'over';
  readonly firstName: string;
  readonly eventName: string;
  readonly requests: readonly IntroRequestSeen[];
  readonly limit: { readonly perMonth: number; readonly taken: number } | null;
  readonly colleagues: readonly PassedTo[];
}

/** With *introduce* it is agreed, too, that the address goes to the other side: the page says so (H9). */
export interface RequestAnswer {
  readonly secret: string;
  readonly wish: Wish;
  readonly to: AttendeeId | null;
  readonly language: Language;
}

/** at-once: introductions go out by themselves; by-hand: they wait as drafts. */
export const SENDING = ['at-once', 'by-hand'] as const;
export type Sending = (typeof SENDING)[number];
export interface SendingChoice {
  readonly sending: Sending;
}

export interface EveningIntroductions {
  readonly sending: Sending;
  /** The last bell; null while talks are to come. */
  readonly bell: Instant | null;
  /** Requests said in rounds that are over (H4); after the last bell all. */
  readonly requests: number;
  /** Of those, after the last bell: not answered yet. */
  readonly waiting: number;
  /** Agreed, and made within minutes (H8). */
  readonly soon: number;
  /** Agreed, and waiting for room within a mentor's limit. */
  readonly full: number;
  /** Whether Slack is switched on. */
  readonly slack: boolean;
  /** Made (H7 to H10), the newest last. */
  readonly introductions: readonly MadeIntroduction[];
  /** Students who were there, and for whom no introduction is made or under way (H23), by name. */
  readonly without: readonly Named[];
  readonly suggestions: Suggestions;
}

export interface Named {
  readonly id: AttendeeId;
  readonly name: string;
}

/** What those without an introduction are offered (H19 to H21). */
export interface Suggestions {
  /** What could be asked now, for all at once. */
  readonly proposed: readonly Proposed[];
  readonly asked: readonly AskedFor[];
  /** Students without an introduction who have not agreed to any, or whose address nobody has shown to be theirs. */
  readonly unready: number;
  /** Students for whom no mentor has room. */
  readonly alone: number;
}

export interface Proposed extends Suits {
  /** What all of several named; '' where none of them named anything, null for one alone. */
  readonly interest: string | null;
  readonly students: readonly Named[];
  readonly mentor: Named;
}

/** What was asked for somebody. */
export interface AskedFor {
  readonly id: SuggestionId;
  readonly students: readonly Named[];
  readonly mentor: Named;
  /** asked: the mentor has not answered (or said no, before the next morning); yes; ended: it does not come about. */
  readonly state: 'asked' | 'yes' | 'ended';
}

export interface SuggestionsApproved {
  readonly suggestions: readonly { readonly students: readonly AttendeeId[]; readonly mentor: AttendeeId }[];
}

export interface MadeIntroduction {
  readonly id: IntroductionId;
  readonly student: { readonly id: AttendeeId; readonly name: string };
  readonly mentor: { readonly id: AttendeeId; readonly name: string };
  readonly madeAt: Instant;
  /**
   * draft: waits for the organiser; held: put aside by them; sending: on its way; sent: both have it; trouble: one side
   * has not got it, `reason` says why.
   */
  readonly state: 'draft' | 'held' | 'sending' | 'sent' | 'trouble';
  readonly by: 'mail' | 'slack' | null;
  readonly sentAt: Instant | null;
  readonly reason: string;
  /** What stands between greeting and names, as it goes out. */
  readonly words: string;
}

export interface DraftChange {
  /** In place of ours; '' for ours again. At most DRAFT_LENGTH characters. */
  readonly words?: string;
  readonly held?: boolean;
}

/** Characters of an introduction's own words. */
export const DRAFT_LENGTH = 2_000;
