import { conductWords, isUsualConduct } from '@lapwing/shared/event/conduct';
import type { Invitation } from '@lapwing/shared/event/invitation';
import type { Language } from '@lapwing/shared/kernel/language';
import { instantAt, wallTime } from '../../kit/zoned-time.ts';
import type { Word } from '../sentence.ts';

/** The invitation as it is typed: figures are text until they are saved. */
export interface InvitationDraft {
  readonly open: boolean;
  readonly about: string;
  /** '': no limit. */
  readonly capacity: string;
  readonly overbookPercent: string;
  readonly showMentors: boolean;
  readonly inGuide: boolean;
  readonly contactName: string;
  readonly contactEmail: string;
  /** '': until the evening starts. */
  readonly closesDate: string;
  readonly closesTime: string;
  /** The words as everybody reads them. */
  readonly conduct: string;
  readonly trustedName: string;
  readonly trustedReach: string;
}
export type InvitationErrors = Partial<Record<keyof InvitationDraft, Word>>;
type InvitationRead =
  | { readonly ok: true; readonly invitation: Invitation }
  | { readonly ok: false; readonly errors: InvitationErrors };

/** An invitation as it stands in the form. */
export function invitationDraftOf(invitation: Invitation, timeZone: string, language: Language): InvitationDraft {
  const { closesAt, capacity, overbookPercent, ...same } = invitation;
  const closes = closesAt === null ? null : wallTime(closesAt, timeZone);
  return {
    ...same,
    conduct: conductWords(same.conduct, language),
    capacity: capacity === null ? '' : String(capacity),
    overbookPercent: String(overbookPercent),
    closesDate: closes?.date ?? '',
    closesTime: closes?.time ?? '',
  };
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** A whole number of the range, or null. */
export function wholeIn(text: string, min: number, max: number): number | null {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max ? value : null;
}

/** What the form says, or what is wrong with which field. */
export function invitationIn(draft: InvitationDraft, timeZone: string): InvitationRead {
  const errors: InvitationErrors = {};
  const capacity = draft.capacity.trim() === '' ? null : wholeIn(draft.capacity, 1, 2_000);
  if (capacity === null && draft.capacity.trim() !== '') errors.capacity = 'invitation.error.capacity';
  const overbookPercent = wholeIn(draft.overbookPercent, 0, 100);
  if (overbookPercent === null) errors.overbookPercent = 'invitation.error.overbookPercent';
  const contactEmail = draft.contactEmail.trim();
  if (contactEmail !== '' && !ADDRESS.test(contactEmail)) errors.contactEmail = 'invitation.error.contactEmail';
  const dated = draft.closesDate !== '' || draft.closesTime !== '';
  const closesAt = dated ? instantAt({ date: draft.closesDate, time: draft.closesTime }, timeZone) : null;
  if (dated && closesAt === null) errors.closesDate = 'invitation.error.closesDate';
  if (overbookPercent === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const { open, about, showMentors, inGuide, contactName, trustedName, trustedReach } = draft;
  const conduct = draft.conduct.trim();
  return {
    ok: true,
    invitation: {
      ...{ open, about: about.trim(), capacity, overbookPercent, showMentors, inGuide },
      ...{ contactName: contactName.trim(), contactEmail, closesAt },
      // ours stay ours, so that they get better with us
      ...{ conduct: isUsualConduct(conduct) ? '' : conduct },
      ...{ trustedName: trustedName.trim(), trustedReach: trustedReach.trim() },
    },
  };
}
