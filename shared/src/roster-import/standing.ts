import type { Standing } from '../event/roster.ts';

/** What a row's own cells say about coming. */
export interface StandingCells {
  /** Cells of status columns: Attendee Status, approval_status, RSVP, Status. */
  readonly statuses: readonly string[];
  /** Cells in which organisers and mentors write a cancellation by hand: badge, availability, notes. */
  readonly handwritten: readonly string[];
  readonly checkedIn: boolean;
}

/** Active unless a cell says otherwise; a cancellation written by hand outweighs an "approved" beside it. */
export function standingOf({ statuses, handwritten, checkedIn }: StandingCells): Standing {
  if (handwritten.some(isCancelledByHand)) return 'cancelled';
  if (checkedIn) return 'active';
  if (statuses.some((status) => CANCELLED.test(status))) return 'cancelled';
  if (statuses.some((status) => WAITING.test(status)) || handwritten.some((note) => WAITING_BY_HAND.test(note)))
    return 'waiting';
  return 'active';
}

const CANCELLED =
  /cancel|refund|delete|declin|reject|withdr[ae]w|charge ?back|not (?:attend|going|coming)|can(?:'|’)?t (?:go|come|make|attend)|\bcannot\b|^no\b|^void|expired|storniert|abgesagt|annul/iu;
const WAITING =
  /wait|pending|invited|maybe|reserve|interested|tentative|^sent$|^unpaid$|warteliste|liste d['’]attente/iu;
const WAITING_BY_HAND = /^\W*(?:wait(?:ing)?[ -]?list|reserve list)/iu;

/** A time or a part of the evening: what cannot be made is not the whole of it. */
const LIMITED =
  /\b(?:before|until|till|after(?! all)|by|past|the (?:start|beginning|end|first|last|whole|full))\b|\d[:.]\d{2}|\d ?[ap]\.?m\b/iu;

/**
 * "CANCELLED - emailed 14/10" and "can't make it any more" cancel; "can't make it before 19:00" and "cancelled my other
 * plans" do not: the evening is named as a whole or a time limits it.
 */
function isCancelledByHand(note: string): boolean {
  const text = note.replace(/[’‘]/gu, "'");
  if (/^\W*cancell?(?:ed|ing)?\b(?!\s+(?:my|other|another|all)\b)/iu.test(text)) return true;
  if (
    /^\W*(?:withdrawn|withdrew|not coming|not attending|no longer (?:coming|attending|able|available))\b/iu.test(text)
  )
    return true;
  return (
    /\b(?:can'?t|cannot|can not|won'?t be able to|unable to) (?:make|come|attend|be there|join)\b/iu.test(text) &&
    !LIMITED.test(text.replace(/\([^)]*\)/gu, ''))
  );
}
