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
/** Devices that wrote one note, over all its time. */
export const MOST_DEVICES = 32;

type Seen = Note['seen'];

/** `one` has seen everything that `other` had seen. */
const hasSeen = (one: Seen, other: Seen): boolean =>
  Object.entries(other).every(([device, count]) => (one[device] ?? 0) >= count);

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
  return { ...newer, seen: allSeen(one.seen, other.seen), beside: beside.slice(-MOST_BESIDE) };
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
      Math.max(one[device] ?? 0, other[device] ?? 0),
    ]),
  );

/**
 * The next version, written on `device` by somebody who saw `base`.
 * @param count how often this device has written this note
 */
export const written = (base: Note | null, device: string, count: number, text: string, at: Instant): Note => ({
  ...{ text: text.slice(0, NOTE_LENGTH), at },
  seen: { ...base?.seen, [device]: count },
  beside: base?.beside ?? [],
});
