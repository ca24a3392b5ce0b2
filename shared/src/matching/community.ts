import type { IntroRequestId, MemberId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

/** A kind of work somebody does, and for how long; null where they did not say. */
export interface RoleHeld {
  readonly role: string;
  readonly years: number | null;
}

/** How much a member gives to others. */
export interface Offer {
  /** Introductions a month, as they said. */
  readonly perMonth: number;
  /** How many of them are made already, or asked for and not answered. */
  readonly takenThisMonth: number;
  readonly pausedUntil: Instant | null;
}

/** Somebody of the community, at any level; the same person may ask and be asked. */
export interface Member {
  readonly id: MemberId;
  readonly industries: readonly string[];
  readonly roles: readonly RoleHeld[];
  /** Years in work; 0 for a student. */
  readonly years: number;
  /** Tags (BCP 47) of what they speak; only the first part counts. */
  readonly languages: readonly string[];
  /** Null for whoever is not to be asked. */
  readonly offer: Offer | null;
}

/** "Somebody a few steps further along in X." */
export interface IntroRequest {
  readonly id: IntroRequestId;
  readonly by: MemberId;
  /** Any of these; none at all means any. */
  readonly industries: readonly string[];
  readonly roles: readonly string[];
  /** Null for a few (M6). */
  readonly stepsAhead: number | null;
  /** Empty for all that the asker speaks. */
  readonly languages: readonly string[];
  readonly askedAt: Instant;
  /** In their own words, for people; nothing here reads it. */
  readonly text: string;
}

/** What came of an introduction; `open` while nobody knows. */
export type Outcome =
  | 'open'
  | 'met'
  /** Both said yes, and one of them said that it did not come about. */
  | 'not-met'
  /** Both said yes, and nobody said what came of it. */
  | 'unknown'
  /** The mentor said no. */
  | 'declined'
  /** The mentor said nothing. */
  | 'no-answer'
  /** The mentor said yes, and the asker did not come forward. */
  | 'asker-silent'
  /** The asker took it back before anybody answered. */
  | 'withdrawn';

export interface PastIntroduction {
  readonly asker: MemberId;
  readonly mentor: MemberId;
  readonly at: Instant;
  readonly outcome: Outcome;
}

/** Two people, in no order. */
export type Pair = readonly [MemberId, MemberId];

/** What is known from before; people who are gone may still stand in it. */
export interface History {
  readonly introductions: readonly PastIntroduction[];
  readonly metAtTables: readonly Pair[];
  /** Either asked not to meet the other. */
  readonly blocked: readonly Pair[];
}

export interface Community {
  readonly members: readonly Member[];
  readonly requests: readonly IntroRequest[];
  readonly history: History;
}
