import type { AttendeeRole } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { readStored, writeStored } from '../../kit/stored.ts';

/** What is known of a walk-in. */
export interface WalkIn {
  readonly name: string;
  readonly role: AttendeeRole;
}

/** A word about somebody that the server has not confirmed yet. */
export interface KeptWord {
  readonly who: AttendeeId;
  readonly here: boolean;
  /** When it was said, in server time; null where this page does not know it. */
  readonly at: Instant | null;
  /** Somebody new, whom the server has to add before. */
  readonly add: WalkIn | null;
}

/** Where words survive a reload, each under a key of its own: two pages of one browser do not overwrite each other. */
export interface KeptWords {
  all(): KeptWord[];
  keep(word: KeptWord): void;
  drop(who: AttendeeId): void;
}

/** What this browser keeps about one event until the server has heard it. */
export function keptWords(event: EventId): KeptWords {
  const prefix = `door ${event} `;
  const keys = (): string[] => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch {
      return [];
    }
  };
  return {
    all: () => keys().flatMap((key) => readStored<KeptWord>(key) ?? []),
    keep: (word) => writeStored(prefix + word.who, word),
    drop(who) {
      try {
        localStorage.removeItem(prefix + who);
      } catch {
        // where nothing can be kept, nothing was
      }
    },
  };
}
