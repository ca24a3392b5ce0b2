import type { Instant } from '../kernel/time.ts';

/** Of a member: how many of each at most (C1, C7). */
export const MOST_FIELDS = 3;
export const MOST_PER_MONTH = 20;
/** Characters. */
export const HEADLINE_LENGTH = 120;
export const REQUEST_LENGTH = 200;
/** Requests of one member that are open at a time. */
export const MOST_REQUESTS = 3;

/** What a member tells about themselves (C1). */
export interface Profile {
  readonly name: string;
  readonly email: string;
  /** What they do, in one line; '' for nothing. */
  readonly headline: string;
  /** BCP 47 tags, at least one. */
  readonly languages: readonly string[];
  /** Ids of `../careers/industries`, or words of an import. */
  readonly industries: readonly string[];
  readonly roles: readonly { readonly role: string; readonly years: number | null }[];
  /** Years in work; 0 for a student. */
  readonly years: number;
  /** Introductions a month; 0 for none. */
  readonly perMonth: number;
  readonly pausedUntil: Instant | null;
}

/** What was typed into the form of the community, by anybody. */
export interface Typed {
  readonly profile: Profile;
  /** Whether it agrees that their address goes to the other side (C3). */
  readonly introductions: boolean;
  readonly ask: Ask | null;
}

/** What somebody asks for (C7). */
export interface Ask {
  readonly industries: readonly string[];
  readonly roles: readonly string[];
  /** Null for a few. */
  readonly stepsAhead: number | null;
  readonly languages: readonly string[];
  readonly line: string;
}
