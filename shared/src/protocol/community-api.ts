/**
 * The community between evenings on the wire. The rules are in `../community/SPEC.md`.
 *
 * Anybody:
 * - GET /community → the page
 * - POST /community/members with JoinCommunity → JoinAnswer, the same whoever it is (C2)
 * - POST /community/links with LinkAsked → { } whoever it is (C5)
 *
 * A member, by the secret of their link in every body (no cookie, C5):
 * - GET /community/:memberId → the page, the same for every id
 * - POST /community/:memberId/page with Opened → OwnMembership
 * - PUT /community/:memberId/profile with Opened & { profile, consents, seen } → OwnMembership; the first one confirms, where
 *   `mayConfirm` says so and nothing was typed since the page with this `seen`: else refused with changed-meanwhile. Another
 *   address counts once its code was typed:
 * - PUT /community/:memberId/address with Opened & { code } → MovedMembership: links of before open nothing any more
 * - PUT /community/:memberId/again with Opened & { seen, take } → OwnMembership: what was typed once more counts, or goes (C2)
 * - POST /community/:memberId/not-mine with Opened → { }: what was typed goes; refused with changed-meanwhile once confirmed
 * - POST /community/:memberId/requests with Opened & { key, ask } → OwnMembership; the same key once
 * - POST /community/:memberId/requests/:requestId/withdrawn with Opened → OwnMembership
 * - POST /community/:memberId/data with Opened → OwnData of everything kept
 * - POST /community/:memberId/gone with Opened → { }: erased
 *
 * Who was at an evening, from their own page there (the cookie of that page, C4):
 * - GET /me/:attendeeId/community → CommunityOffer
 * - POST /me/:attendeeId/community with { consents } → CommunityOffer: joins in one tap
 *
 * One question, by the secret of its own link (C12, C14):
 * - GET /introductions/:questionId → the page, the same for every id
 * - POST /introductions/:questionId with { secret, language } → QuestionPage; changes nothing
 * - PUT /introductions/:questionId with QuestionAnswer → QuestionPage
 *
 * Consoles (all of the server, no event in the address):
 * - GET /api/community → CommunityView
 * - PUT /api/community/keeper with Keeper → CommunityView (C20)
 * - DELETE /api/community/invented → CommunityView: nobody is invented any more (C26)
 * - GET /api/community/members?find&from → MembersPage: fifty at a time, by name
 * - POST /api/community/members/:memberId/confirmed with { } → MemberLink: where no mail goes out (C2)
 * - DELETE /api/community/members/:memberId → 204: erased, at all evenings too
 * - POST /api/community/runs with { key } → CommunityView (C8)
 * - PUT /api/community/proposals/:proposalId with Decision → CommunityView (C9, C10)
 * - PUT /api/community/proposals/:proposalId/open with { } → { }: marks it for a minute
 * - POST /api/community/mails/:mailId/:act (MailAct) → CommunityView: settles one that did not arrive
 * - POST /api/community/slack-messages/:messageId/:act (SlackAct) → CommunityView: settles one that is in doubt
 * - POST /api/community/imports?kind=members|introductions&apply=yes|no with the file, as a form → CommunityImport; its id is ''
 *   before it is applied
 * - GET /api/community/imports → PastImport[], the newest first
 * - POST /api/community/imports/:importId/undone → PastImport[] as they are then; already-undone, or nothing-to-undo where
 *   nothing of it can be taken back
 * - POST /api/community/imports/:importId/asked → ImportAsked: writes to whom it wrote down, once each (C17)
 * - GET /api/community/funnel?from&until&event → Funnel; instants in milliseconds, all time where they are left out
 * - GET /api/community/funnel.csv?from&until&event → a line for each evening, and one for all; of one evening its own alone
 */
import type { ImportField, ImportProblemCode } from '../community/import-rows.ts';
import type { Keeper } from '../community/keeper.ts';
import type { Ask, Profile, Typed } from '../community/profile.ts';
import type { IntroRequestId, MemberId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import type { Instant } from '../kernel/time.ts';
import type { Reason } from '../matching/candidates.ts';
import type { WhyNone } from '../matching/match.ts';

export type { Keeper } from '../community/keeper.ts';

export interface CommunityConsents {
  readonly member: boolean;
  readonly introductions: boolean;
}

export interface JoinCommunity {
  readonly profile: Profile;
  readonly consents: CommunityConsents;
  /** What they ask for first; null for nothing yet. */
  readonly ask: Ask | null;
  readonly language: Language;
}

export interface LinkAsked {
  readonly email: string;
  readonly language: Language;
}

/**
 * not-asked: they are not offered it (they did not agree to be kept, or this browser has not shown their mailbox);
 * offered: one tap joins with `profile`; member: their own page is at `address`.
 */
export interface CommunityOffer {
  readonly state: 'not-asked' | 'offered' | 'member';
  readonly profile: Profile | null;
  /** Holds the secret of their link; '' before. */
  readonly address: string;
}

/** To be handed to the member by whoever sees it. */
export interface MemberLink {
  readonly link: string;
}

export interface Opened {
  readonly secret: string;
  readonly language: Language;
}

export interface OwnMembership {
  /** Server time of the answer. */
  readonly at: Instant;
  /** Null until they said that it was they who registered; then `typed` is what they are asked about. */
  readonly profile: Profile | null;
  readonly typed: Profile | null;
  /** Whether saying *it was me* counts with this link: it was mailed to the address that was typed. */
  readonly mayConfirm: boolean;
  /** Names what `typed` and `requests` say, so that *it was me* counts for that alone; '' once they said so. */
  readonly seen: string;
  /** What was typed into the form since, and counts for nothing yet; null for nothing new. `seen` names it. */
  readonly again: (Typed & { readonly seen: string }) | null;
  /** The address they want instead, until its code was typed; '' for none. */
  readonly newEmail: string;
  readonly consents: CommunityConsents;
  readonly requests: readonly OwnRequest[];
  /** What they gave: introductions made, of those met, this month, and what was said in thanks. */
  readonly given: {
    readonly made: number;
    readonly met: number;
    readonly thisMonth: number;
    readonly thanks: readonly string[];
  };
  /** Asks that wait for their answer, each with the address of its page. */
  readonly waiting: readonly { readonly firstName: string; readonly line: string; readonly address: string }[];
}

/** The page once a new address is theirs, and the secret that opens it from now on. */
export interface MovedMembership extends OwnMembership {
  readonly secret: string;
}

/** waiting: in the queue; asked: a mentor was asked; introduced; ended. */
export interface OwnRequest {
  readonly id: IntroRequestId;
  readonly ask: Ask;
  readonly at: Instant;
  readonly stands: 'waiting' | 'asked' | 'introduced' | 'ended';
  /** Why nobody was proposed in the last run; null where somebody was, or none was made. */
  readonly why: WhyNone | null;
  /** With whom; '' before the introduction. */
  readonly withName: string;
}

export interface QuestionAnswer extends Opened {
  /** asker-silent: of a mentor, to *did you meet?*: nobody wrote to them. */
  readonly answer: 'yes' | 'no' | 'met' | 'not-yet' | 'not-met' | 'asker-silent' | 'in-touch' | 'not-in-touch';
  /** A word of thanks for the other side; '' for none. At most REQUEST_LENGTH characters. */
  readonly thanks: string;
}

export interface QuestionPage {
  readonly question: 'introduce' | 'met' | 'in-touch';
  /** Who answers: who asked for the introduction, or who gave it. */
  readonly side: 'asker' | 'mentor';
  readonly state: 'open' | 'answered' | 'over';
  readonly answer: QuestionAnswer['answer'] | null;
  readonly firstName: string;
  /** The other side. */
  readonly other: { readonly firstName: string; readonly headline: string };
  readonly line: string;
  readonly reason: Reason | null;
  /** A text to forward to a colleague. */
  readonly passOn: string;
}

export interface Person {
  readonly id: MemberId;
  readonly name: string;
  readonly headline: string;
  readonly years: number;
}

export interface ProposalSeen {
  readonly id: string;
  readonly asker: Person;
  readonly mentor: Person;
  readonly ask: Ask;
  readonly askedAt: Instant;
  readonly reason: Reason;
  /** Evenings at which they sat at one table. */
  readonly timesMet: number;
  /** Introductions of the mentor this month, of how many. */
  readonly load: { readonly taken: number; readonly perMonth: number };
  readonly state: 'proposed' | 'approved' | 'skipped' | 'asked';
  /** First name of who decided; '' for nobody yet. */
  readonly by: string;
  /** First name of who has it open now; '' for nobody. */
  readonly openBy: string;
  /** When the mentor is asked; until then it can be taken back (C11). */
  readonly goesAt: Instant | null;
}

/** mailed: a link went to the address; without a mail server organisers confirm (C2). The same for known and new. */
export interface JoinAnswer {
  readonly mailed: boolean;
}

export interface CommunityView {
  /** Where anybody joins. */
  readonly joinAt: string;
  readonly keeper: Keeper;
  /** When it was so, in server time. */
  readonly at: Instant;
  /** What is there of the demo: how many members, and whether nobody but the demo has said who keeps the community (C22). */
  readonly invented: { readonly members: number; readonly keeper: boolean };
  readonly counts: {
    readonly members: number;
    readonly giving: number;
    readonly unconfirmed: number;
    readonly requests: number;
  };
  readonly run: {
    readonly at: Instant;
    readonly served: number;
    readonly left: number;
    readonly longestWaitDays: number;
    readonly optimal: boolean;
  } | null;
  readonly nextRunAt: Instant;
  readonly proposals: readonly ProposalSeen[];
  /** Requests without anybody, with the reason of the last run. */
  readonly without: readonly { readonly asker: Person; readonly ask: Ask; readonly why: WhyNone }[];
  /** Under way: asked, introduced, ended in the last 28 days. */
  readonly underWay: readonly UnderWay[];
  /** Mails that were refused, or may not have arrived; the newest first. */
  readonly missed: readonly MissedMail[];
  /** Introductions of which nobody knows whether they are in Slack; the newest first. */
  readonly inSlack: readonly DoubtfulInSlack[];
}

export interface DoubtfulInSlack {
  readonly id: string;
  /** Names of the two. */
  readonly asker: string;
  readonly mentor: string;
  /** Why it cannot be looked for. */
  readonly reason: string;
  readonly at: Instant;
}

export interface MissedMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly state: 'refused' | 'unsure';
  /** What the other side said; '' for nothing. */
  readonly reason: string;
  readonly at: Instant;
}

export interface UnderWay {
  readonly asker: Person;
  readonly mentor: Person;
  readonly phase: 'asked' | 'introduced' | 'met' | 'not-met' | 'unknown' | 'declined' | 'no-answer';
  readonly since: Instant;
  /** When the clock does something next; null when never. */
  readonly nextAt: Instant | null;
}

/** undo: takes back what was decided, while `goesAt` is ahead. */
export interface Decision {
  readonly decision: 'approve' | 'skip' | 'undo';
}

export interface MembersPage {
  /** No mail goes out: organisers say for members that it was they (C2). */
  readonly byHand: boolean;
  readonly total: number;
  readonly members: readonly (Person & {
    readonly email: string;
    readonly industries: readonly string[];
    readonly perMonth: number;
    readonly confirmed: boolean;
    readonly origin: 'joined' | 'evening' | 'import';
    readonly introductions: number;
    readonly lastSeenAt: Instant;
  })[];
}

export interface CommunityImport {
  readonly id: string;
  readonly kind: 'members' | 'introductions';
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly problems: readonly {
    readonly row: number;
    readonly field: ImportField;
    readonly code: ImportProblemCode;
    readonly value: string;
  }[];
  readonly applied: boolean;
}

/**
 * Why somebody or something that an import brought stays when it is taken back: they have said themselves what is so; a later
 * import changed them; introductions that were made before name them; somebody has said what came of it.
 */
export const WHY_STAYS = ['their-word', 'later-import', 'introduced', 'answered'] as const;
export type WhyStays = (typeof WHY_STAYS)[number];

/** An import that was taken over, with what can be done about it now (C17). */
export interface PastImport {
  readonly id: string;
  readonly kind: CommunityImport['kind'];
  readonly at: Instant;
  /** First name of the organiser; '' once they have no account any more. */
  readonly by: string;
  /** '' once it has gone. */
  readonly fileName: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** When something of it was taken back last; null for never. */
  readonly undoneAt: Instant | null;
  /** What Undo would do now. */
  readonly undo: {
    readonly removes: number;
    readonly restores: number;
    readonly stays: Readonly<Partial<Record<WhyStays, number>>>;
  };
  /** How many were asked by mail whether they agree, and how many have not agreed and were not asked. */
  readonly asked: number;
  readonly toAsk: number;
}

export interface ImportAsked {
  /** How many were asked now. */
  readonly asked: number;
  readonly imports: readonly PastImport[];
}

/** People, each counted once in a step (C19). Null: too few to tell. */
export interface Funnel {
  readonly came: number;
  readonly picked: number | null;
  readonly introduced: number | null;
  readonly met: number | null;
  readonly inTouch: number | null;
}
