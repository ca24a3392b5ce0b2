import type { Attendee, AttendeeRole } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { PresenceAnswer } from '@lapwing/shared/protocol/api';

/** The card that stays until the next check-in. Without a person (an unknown code) `id` is ''. */
export type CheckInResult = {
  readonly id: AttendeeId;
  readonly name: string;
} & (
  | { readonly kind: 'checking' }
  /** Their badge's address was opened: nothing is said yet. */
  | { readonly kind: 'offered' }
  /** The server is silent: kept here, sent later. */
  | { readonly kind: 'kept' }
  | {
      readonly kind: 'in';
      readonly table: PresenceAnswer['firstTable'];
      readonly at: Attendee['checkedInAt'];
      readonly undoable: boolean;
    }
  | { readonly kind: 'already'; readonly at: Attendee['checkedInAt'] }
  /** `place`: on the waitlist, from 1; null while it is not known. */
  | { readonly kind: 'not-expected'; readonly standing: 'waiting' | 'cancelled'; readonly place: number | null }
  /** A badge of another evening. */
  | { readonly kind: 'elsewhere'; readonly event: string; readonly role: AttendeeRole }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'taken-back' }
  | { readonly kind: 'refused'; readonly code: RefusalCode | 'no-answer' }
);

/** What pressing on a person's name leads to, before anything is sent; null: simply check them in. */
export function verdictBefore(person: Attendee, here: boolean): CheckInResult | null {
  const { id, name, standing } = person;
  if (here) return { id, name, kind: 'already', at: person.checkedInAt };
  return standing === 'active' ? null : { id, name, kind: 'not-expected', standing, place: null };
}
