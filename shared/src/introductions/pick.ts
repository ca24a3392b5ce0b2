import type { AttendeeId } from '../kernel/ids.ts';
import { earlier, type Instant } from '../kernel/time.ts';

/** introduce: to be introduced; not-now; pass-on: somebody else may be of more help (H13). */
export const WISHES = ['introduce', 'not-now', 'pass-on'] as const;
export type Wish = (typeof WISHES)[number];

/** Characters of the line that says why. */
export const LINE_LENGTH = 200;

/** What one person says about one other (SPEC.md). */
export interface Pick {
  readonly star: boolean;
  readonly wish: Wish | null;
  /** Why, in one line; '' for nothing. At most LINE_LENGTH characters. */
  readonly line: string;
  /** Whom a wish `pass-on` names; null for nobody in particular, and with every other wish. */
  readonly to: AttendeeId | null;
  /** Server time, as the page knew it. */
  readonly at: Instant;
}

/** Nothing is said, or what was said is taken back. */
export const saysNothing = ({ star, wish }: Pick): boolean => !star && wish === null;

/**
 * The pick that counts of what is known and what is heard now (H1). Of two words said at the same instant, on two devices,
 * always the same one counts, so that it does not matter which comes first.
 * @param heardAt server time; a word from the future counts as said then
 */
export function newest(known: Pick | null, said: Pick, heardAt: Instant): Pick {
  const heard = { ...said, at: earlier(said.at, heardAt) };
  if (known === null || heard.at > known.at) return heard;
  return heard.at === known.at && asText(heard) > asText(known) ? heard : known;
}

const asText = ({ star, wish, to, line }: Pick): string => JSON.stringify([star, wish, to, line]);
