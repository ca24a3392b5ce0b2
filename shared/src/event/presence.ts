import { earlier, type Instant } from '../kernel/time.ts';

/** Who says that somebody is here: the desk, or the person on their own phone. */
export type PresenceVoice = 'desk' | 'self';

/** One word about whether somebody is here, and when it was said, which may be long before it is heard. */
export interface PresenceWord {
  readonly here: boolean;
  readonly at: Instant;
  readonly by: PresenceVoice;
}

/** What is known of somebody's presence: since when they are here, and the newest word about it. */
export interface Presence {
  readonly checkedInAt: Instant | null;
  /** Null where nothing was ever said. */
  readonly word: PresenceWord | null;
}

/** Somebody who was checked in before words were kept: that was a word of the desk. */
const newestOf = ({ checkedInAt, word }: Presence): PresenceWord | null =>
  word ?? (checkedInAt === null ? null : { here: true, at: checkedInAt, by: 'desk' });

/** The desk took the check-in back: their own phone cannot bring it again, they have to come to the desk. */
export const mustComeToDesk = (known: Presence): boolean => known.word?.here === false && known.word.by === 'desk';

/**
 * Takes a word about somebody's presence, in whatever order words arrive and however often: the newest said counts, and
 * of several arrivals the first. A word that is older than what is known can only make an arrival earlier.
 */
export function presenceAfter(known: Presence, word: PresenceWord): Presence {
  const newest = newestOf(known);
  const arrival = word.here ? (known.checkedInAt === null ? word.at : earlier(known.checkedInAt, word.at)) : null;
  if (newest === null || word.at >= newest.at) return { checkedInAt: arrival, word };
  return known.checkedInAt !== null && word.here ? { checkedInAt: arrival, word: newest } : { ...known, word: newest };
}
