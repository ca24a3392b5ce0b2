import type { StaffRole } from '../event/staff.ts';
import type { AttendeeId, EventId, StaffId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

/** Who is signed in on this browser. */
export interface ConsoleMe {
  /** As the log calls them. */
  readonly firstName: string;
  readonly role: StaffRole;
}

/** Whom an address invites; both '' where they are to say so themselves. */
export interface Invited {
  readonly name: string;
  readonly email: string;
}

/** Who helps at one event tonight, without an account. */
export interface HelperMe {
  readonly firstName: string;
  readonly eventId: EventId;
}

/** Somebody who helps tonight. */
export interface Helper {
  /** What they are sent away by; opens nothing. */
  readonly id: string;
  /** The first name they typed, and a sign of theirs ("Bo ·7KX"). */
  readonly name: string;
  readonly joinedAt: Instant;
}

/** Whom one helper added and who is still on the list, whether they help still or not. */
export interface HelpersWalkIns {
  /** What they are called in the audit ("Bo ·7KX"). */
  readonly by: string;
  readonly count: number;
  /** Of those, who has a seat in the round that runs or in one to come, or sat at a table of an evening that is over. */
  readonly seated: readonly AttendeeId[];
}

/** GET and PUT /api/events/:eventId/helpers {open}, DELETE …/helpers/:session, POST …/helpers/code, POST …/helpers/walk-ins {by} */
export interface HelpersView {
  readonly open: boolean;
  /** What helpers type; null while nobody may join. */
  readonly code: string | null;
  /** They are signed out then; null while nobody may join. */
  readonly until: Instant | null;
  readonly helpers: readonly Helper[];
  /** Who added the most first; nobody who added nobody. */
  readonly walkIns: readonly HelpersWalkIns[];
}

/** What the console's door looks like to this browser. */
export interface ConsoleDoor {
  /** Null: nobody is signed in. */
  readonly me: ConsoleMe | null;
  /** Who helps for tonight on this browser, if anybody. */
  readonly helper: HelperMe | null;
  /** Nobody has an account yet: the address from the terminal makes the first. */
  readonly isNew: boolean;
  /** Whether this server can mail a link that signs in. */
  readonly mails: boolean;
  /** False on another machine over plain http, unless it was allowed. */
  readonly maySignIn: boolean;
}

/** An address that signs one more device in, good for one use. */
export interface Pairing {
  readonly url: string;
  readonly validUntil: Instant;
  /** False: over plain http another device may not sign in until that is allowed. */
  readonly maySignIn: boolean;
}

/** An address with which somebody joins, or comes back in; shown once. */
export interface StaffLink {
  readonly url: string;
  readonly validUntil: Instant;
}

export interface TeamMember {
  readonly id: StaffId;
  readonly name: string;
  /** This and how they sign in: null of others, but to owners. */
  readonly email: string | null;
  readonly role: StaffRole;
  /** Whether they sign in with more than a password. */
  readonly secondFactor: boolean | null;
  readonly lastSeenAt: Instant | null;
}

/** One browser in which somebody is signed in. */
export interface OwnSession {
  /** What it is ended by; opens nothing. */
  readonly hash: string;
  readonly device: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly isThis: boolean;
}

export interface Team {
  readonly me: StaffId;
  readonly role: StaffRole;
  readonly people: readonly TeamMember[];
  /** Who was invited and has not come yet. */
  readonly invited: readonly { readonly name: string; readonly email: string; readonly validUntil: Instant }[];
  readonly sessions: readonly OwnSession[];
  readonly secondFactor: boolean;
  readonly passkeys: number;
  /** Whether this server can mail a link that signs in. */
  readonly mails: boolean;
}
