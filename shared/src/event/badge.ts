import { type AttendeeId, attendeeId } from '../kernel/ids.ts';

/** Characters under a badge's QR code: no look-alikes. */
const BADGE_CODE = /^[ACDEFHJKMNPQRTUVWXY34679]{8}$/u;
/** What stands behind "/b/" in an address; a scanner that types for another keyboard may spell the strokes differently. */
const IN_ADDRESS = /[^A-Z0-9]B[^A-Z0-9]([A-Z0-9]{8})$/u;
const PERSONAL = /\/me\/([A-Za-z0-9_-]{1,64})(?:[#/?].*)?$/u;

/** What a camera, a scanner or a hand gave: a badge's code, or the id in a personal address. */
export type Presented =
  | { readonly kind: 'badge'; readonly code: string }
  /** The secret behind "#" is left out: nobody but the person's own phone needs it. */
  | { readonly kind: 'person'; readonly id: AttendeeId };

/** Reads what somebody presents at the door; null for anything else. */
export function presented(text: string): Presented | null {
  const trimmed = text.trim();
  const person = PERSONAL.exec(trimmed)?.[1];
  if (person !== undefined) return { kind: 'person', id: attendeeId(person) };
  const upper = trimmed.toUpperCase();
  const bare = (IN_ADDRESS.exec(upper)?.[1] ?? upper).replaceAll(/[\s-]/gu, '');
  return BADGE_CODE.test(bare) ? { kind: 'badge', code: bare } : null;
}

/** As it is read out and typed: "KQ4T 7ACD". */
export const spacedBadge = (code: string): string => code.replace(/^(.{4})(.+)$/u, '$1 $2');
