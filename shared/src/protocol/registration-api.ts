/** What the public page of an event and a person's own details say to the server, and what it answers. */
import type { Cancelled } from '../event/cancelled.ts';
import type { ProgrammeItem } from '../event/programme.ts';
import type { AttendeeRole, MentorCard, Standing } from '../event/roster.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { MentorAnswers, StudentAnswers } from '../registration/answers.ts';
import type { JoinFacts } from './api.ts';
import type { DataDates } from './privacy-api.ts';

/** A mentor on the public page: only those who agreed to it. */
export interface PublicMentor {
  readonly id: AttendeeId;
  readonly name: string;
  readonly jobTitle: string;
  readonly company: string;
  readonly industry: string;
  readonly askMeAbout: string;
}

/** Whether the evening is still to come. */
export type EveningPhase = 'toCome' | 'running' | 'over';

/** GET /e/:code/event → what everybody may know (404 for an unknown code). It also stands in the page itself. */
export interface PublicEvent extends JoinFacts {
  readonly data: DataDates;
  readonly phase: EveningPhase;
  readonly about: string;
  /** As it is planned. */
  readonly endsAt: Instant;
  readonly programme: readonly ProgrammeItem[];
  readonly roundMinutes: number;
  readonly mentors: readonly PublicMentor[];
  readonly contactName: string;
  readonly contactEmail: string;
  /** The code of conduct ('': ours, `event/conduct`), and who is turned to; how to reach them is for those who come (`ConductForPerson`). */
  readonly conduct: string;
  readonly trustedName: string;
  /** Who can register now. */
  readonly open: Readonly<Record<AttendeeRole, boolean>>;
  /** Places that students could still have when they were counted last, at least (`placesTold`); 0: none. Null: there is no limit. */
  readonly placesLeft: number | null;
  /** What the community is called that can be joined ('' for no name); null: nobody said whose it is (C21). */
  readonly community: string | null;
  /** Whether a link can be asked for by mail (`AskForLink`). */
  readonly mails: boolean;
  /** It does not take place, and why ('' for no reason given); null: it does. */
  readonly cancelled: Pick<Cancelled, 'reason'> | null;
}

/**
 * What POST /me/:id/session answers to a mailed link of a registration that nobody has owned up to: nothing is opened and
 * nothing confirmed before `mine: seen` comes with the secret. POST /me/:id/not-mine with the secret deletes it instead.
 */
export interface WasItYou {
  readonly asks: {
    readonly eventName: string;
    readonly role: AttendeeRole;
    readonly name: string;
    /** All that was typed, with what is agreed to; null in the other role. */
    readonly student: StudentAnswers | null;
    readonly mentor: MentorAnswers | null;
    /** Whom a student would like to meet. */
    readonly wished: readonly Pick<PublicMentor, 'id' | 'name'>[];
    readonly under18: boolean;
    readonly timeZone: string;
    /** Until when a student's place is kept without a yes (P15); null: there is none, or it is theirs. */
    readonly keptUntil: Instant | null;
    /** A yes brings them forward in line (P17). */
    readonly waiting: boolean;
    /** Stands for all that was typed: a yes to something else than what stands there now is asked again. */
    readonly seen: string;
  };
}

/**
 * POST /new-link → 204, the same and as fast for every address: where it belongs to somebody, their link is on its way a
 * moment later. bad-request for what is no address; come-to-desk where no mail can go out; too-many-requests.
 */
export interface AskForLink {
  readonly email: string;
  /** Of the event whose page it is; null: of every event that still knows the address. */
  readonly code: string | null;
}

/**
 * POST /e/:code/students and /e/:code/mentors. `key`: random, made by the page for this name and address; the same key
 * has one effect, however often it is sent. bad-request names the `field` and the `problem`; registration-closed;
 * key-reused when another name or address comes with it.
 */
export interface RegistrationRequest<Answers> {
  readonly key: string;
  readonly answers: Answers;
}

/**
 * The same for everybody, known or new. Only where no mail can go out, somebody new gets their link here, since there
 * is no other way to give it to them.
 */
export interface RegistrationAnswer {
  /** Whether a mail goes out. */
  readonly mailed: boolean;
  readonly link: string | null;
  /** Until when a place is kept for a student without a yes in the mail, if they have one (P15); null: places are not lent. */
  readonly keptUntil: Instant | null;
}

/**
 * PUT /e/:code/mentors → 204, the same request: whoever began with this key goes on with their card, a page at a time.
 * Also a 204 for who was registered before: then the mail says what to do. go-on-by-link once the link of that person was
 * opened, the organiser changed them, or a day has passed: then nothing is kept. POST answers the same with that key.
 */

/**
 * GET /me/:attendeeId/details, and the answer to PUT …/details {answers, was} and PUT …/coming {coming}; the last is refused
 * with taken-off-list where others than the person said that they do not come. `was`: what the form showed when it was
 * opened. Only what it changed is written; changed-meanwhile (`fields`) where somebody else changed the same, and then
 * nothing is. Pages of before this had a `was` send none, and all that they say is written.
 */
export interface OwnDetails {
  readonly role: AttendeeRole;
  readonly standing: Standing;
  /** Their place on the waitlist, from 1; null for everybody else. */
  readonly place: number | null;
  /** Until when their place is kept without a yes in the mail (P15); null: it is theirs, or they have none. */
  readonly keptUntil: Instant | null;
  /** They wait, and a yes in the mail brings them forward (P17). */
  readonly asked: boolean;
  /** As on the public page. */
  readonly placesLeft: number | null;
  /** Whether answers can still be changed, and whether one can still cancel or come after all: until *Start*. */
  readonly open: boolean;
  /** Who cancelled themselves can come back by themselves; false where others took them off the list. */
  readonly mayComeBack: boolean;
  readonly student: StudentAnswers | null;
  readonly mentor: MentorAnswers | null;
  /** When they agreed that their answers are used; null for who was never asked. */
  readonly registeredAt: Instant | null;
  /** Whether this page was opened by a mailed link, and so reaches their other evenings too. */
  readonly fromMailbox: boolean;
  /** What a mentor said at an earlier event, where it may be offered. */
  readonly earlierCard: MentorCard | null;
  /** Mentors a student can say they would like to meet. */
  readonly mentors: readonly PublicMentor[];
  readonly data: DataDates;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly timeZone: string;
  readonly contactName: string;
  readonly contactEmail: string;
}
