import type { Instant } from '../kernel/time.ts';

/** What one person wrote about another, for themselves alone, in one version (SPEC.md). */
export interface Note {
  readonly text: string;
  /** When it was written. */
  readonly at: Instant;
  /** How often each device had written when this was made: what it has seen. */
  readonly seen: Readonly<Record<string, number>>;
  /** What was written elsewhere at the same time, until the writer puts it in or leaves it out. Oldest first. */
  readonly beside: readonly string[];
}

/** Characters (N9). */
export const NOTE_LENGTH = 2_000;
/** Versions beside a note (N9). */
export const MOST_BESIDE = 8;
/** Devices that a version remembers to have seen. */
export const MOST_DEVICES = 32;
/** Further than that no device writes ahead of what the server knows: so a count that was made up never reaches the end of numbers (N10). */
export const MOST_AHEAD = 10_000;

type Seen = Note['seen'];

/** A device may be called like something that every object has. */
const countOf = (seen: Seen, device: string): number => (Object.hasOwn(seen, device) ? (seen[device] ?? 0) : 0);

/** `one` has seen everything that `other` had seen. */
const hasSeen = (one: Seen, other: Seen): boolean =>
  Object.entries(other).every(([device, count]) => countOf(one, device) >= count);

/** Both know the same. */
export const sameVersion = (one: Note, other: Note): boolean =>
  hasSeen(one.seen, other.seen) && hasSeen(other.seen, one.seen);

/**
 * What is kept of two versions of one note (N5, N6). The same whichever comes first, and however often.
 */
export function merged(one: Note, other: Note): Note {
  const [newer, older] = isNewer(one, other) ? [one, other] : [other, one];
  if (newer.text === older.text && sameVersion(one, other)) return newer;
  if (!sameVersion(one, other)) {
    if (hasSeen(one.seen, other.seen)) return one;
    if (hasSeen(other.seen, one.seen)) return other;
  }
  const beside = [...older.beside, ...newer.beside, older.text].filter(
    (text, index, all) => text !== '' && !newer.text.includes(text) && all.indexOf(text) === index,
  );
  return { ...newer, seen: mostSeen(allSeen(one.seen, other.seen), MOST_DEVICES), beside: beside.slice(-MOST_BESIDE) };
}

function isNewer(one: Note, other: Note): boolean {
  if (one.at !== other.at) return one.at > other.at;
  if (one.text !== other.text) return one.text > other.text;
  return one.beside.length >= other.beside.length;
}

const allSeen = (one: Seen, other: Seen): Seen =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((device) => [
      device,
      Math.max(countOf(one, device), countOf(other, device)),
    ]),
  );

/** The devices that wrote most; who is forgotten is taken for somebody who did not know, and no words are lost by it. */
const mostSeen = (seen: Seen, most: number): Seen =>
  Object.keys(seen).length <= most
    ? seen
    : Object.fromEntries(
        Object.entries(seen)
          .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
          .slice(0, most),
      );

/** Whether no count of this version is further ahead than anybody writes. */
export const isPlausible = (known: Note | undefined, said: Note): boolean =>
  Object.entries(said.seen).every(([device, count]) => count - (known ? countOf(known.seen, device) : 0) <= MOST_AHEAD);

/**
 * The next version, written on `device` by somebody who saw `base`.
 * @param count how often this device has written this note
 */
export const written = (base: Note | null, device: string, count: number, text: string, at: Instant): Note => ({
  ...{ text: text.slice(0, NOTE_LENGTH), at },
  seen: { ...withRoomFor(device, base?.seen ?? {}), [device]: count },
  beside: base?.beside ?? [],
});

const withRoomFor = (device: string, seen: Seen): Seen =>
  Object.hasOwn(seen, device) ? seen : mostSeen(seen, MOST_DEVICES - 1);
