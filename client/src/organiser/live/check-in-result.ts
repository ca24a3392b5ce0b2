import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { PresenceAnswer } from '@lapwing/shared/protocol/api';

/** The card that stays until the next check-in. */
export type CheckInResult = {
  readonly id: AttendeeId;
  readonly name: string;
} & (
  | { readonly kind: 'checking' }
  /** The server is silent: kept here, sent later. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'in'; readonly table: PresenceAnswer['firstTable']; readonly undoable: boolean }
  | { readonly kind: 'already'; readonly at: Attendee['checkedInAt'] }
  | { readonly kind: 'not-expected'; readonly standing: 'waiting' | 'cancelled' }
  | { readonly kind: 'taken-back' }
  | { readonly kind: 'refused'; readonly code: RefusalCode | 'no-answer' }
);

/** What pressing on a person's name leads to, before anything is sent; null: simply check them in. */
export function verdictBefore(person: Attendee, here: boolean): CheckInResult | null {
  const { id, name, standing } = person;
  if (here) return { id, name, kind: 'already', at: person.checkedInAt };
  return standing === 'active' ? null : { id, name, kind: 'not-expected', standing };
}
