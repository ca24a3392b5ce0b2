import type { PersonCommand } from '@lapwing/shared/live/state';

/**
 * done: the server said so. refused: it said no. unknown: the line broke, or the server itself said that it does not
 * know; asking again with the same key settles it.
 */
export type Outcome = 'done' | 'refused' | 'unknown';

/** One press of an organiser, as the organiser remembers it. */
export interface Pressed {
  readonly key: string;
  readonly expectedVersion: number;
  readonly command: PersonCommand;
  readonly by: string;
  outcome: Outcome;
  /** It was unknown once, whatever it is now. */
  wasUnknown: boolean;
  /** The code of the refusal. */
  code: string;
  /** The version that the answer showed. */
  version: number;
}

/** One check-in: the last word about a person counts. */
export interface CheckedIn {
  readonly person: string;
  readonly here: boolean;
  outcome: Outcome;
}

/** What the organisers were told, kept outside the server. */
export class Record {
  readonly presses: Pressed[] = [];
  readonly checkIns: CheckedIn[] = [];

  get done(): readonly Pressed[] {
    return this.presses.filter(({ outcome }) => outcome === 'done');
  }

  get unknown(): readonly Pressed[] {
    return this.presses.filter(({ outcome }) => outcome === 'unknown');
  }

  /** Of the presses that were unknown once: how many are settled. */
  get unknownResolved(): number {
    return this.presses.filter(({ wasUnknown, outcome }) => wasUnknown && outcome !== 'unknown').length;
  }
}
