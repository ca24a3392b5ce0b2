import type { Instant } from '../kernel/time.ts';

/** What the public page of an event says and whom it lets register; the organiser's. */
export interface Invitation {
  /** Whether students may register now. Mentors come by their own address and may always. */
  readonly open: boolean;
  /** What the evening is about, at most 2,000 characters of plain text. */
  readonly about: string;
  /** Students expected in the room; null: no limit. 1–2,000. */
  readonly capacity: number | null;
  /** Places given out beyond `capacity`, in percent of it, since not all who book come. 0–100. */
  readonly overbookPercent: number;
  /** Whether mentors who agreed stand on the public page; students may then say whom they would like to meet. */
  readonly showMentors: boolean;
  /** Whether the careers guide, which search engines read, names this evening and its page while students can register. */
  readonly inGuide: boolean;
  /** Whom to write to, shown to everybody: a name and an address, '' for none. */
  readonly contactName: string;
  readonly contactEmail: string;
  /** After it nobody can register; null: until the evening starts. */
  readonly closesAt: Instant | null;
  /** The code of conduct, at most 2,000 characters of plain text; '' for the usual one (`conductWords`). */
  readonly conduct: string;
  /** Whom people turn to when something is wrong, and how tonight: a number, or where they stand. '' for nobody. */
  readonly trustedName: string;
  readonly trustedReach: string;
}

export const CLOSED_INVITATION: Invitation = {
  open: false,
  about: '',
  capacity: null,
  overbookPercent: 0,
  showMentors: false,
  inGuide: false,
  contactName: '',
  contactEmail: '',
  closesAt: null,
  conduct: '',
  trustedName: '',
  trustedReach: '',
};
