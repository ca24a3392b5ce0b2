import { firstName } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId, MemberId } from '@lapwing/shared/kernel/ids';
import { DEFAULT_LANGUAGE, type Language } from '@lapwing/shared/kernel/language';
import { findAnybody } from '../db/repositories/attendees.ts';
import { findProfile } from '../db/repositories/community-profiles.ts';
import type { AnyIntroduction, Side } from '../db/repositories/introductions.ts';
import type { Tx } from '../db/transact.ts';

/** One of two who were introduced, as we can write to them: a member, or somebody of an evening. */
export interface Party {
  readonly name: string;
  readonly firstName: string;
  readonly headline: string;
  readonly email: string;
  readonly language: Language;
  readonly memberId: MemberId | null;
  readonly eventId: EventId | null;
  readonly attendeeId: AttendeeId | null;
}

/** Who is on this side of an introduction; undefined where they are gone. */
export function partyOf(tx: Tx, introduction: AnyIntroduction, side: Side): Party | undefined {
  const member = side === 'student' ? introduction.studentMember : introduction.mentorMember;
  const profile = member === null ? undefined : findProfile(tx, member);
  if (profile && profile.confirmedAt !== null) {
    const { name, headline, email, language, memberId } = profile;
    return {
      ...{ name, headline, email, language, memberId },
      firstName: firstName(name),
      eventId: null,
      attendeeId: null,
    };
  }
  const person = introduction[side];
  const row = person === null ? undefined : findAnybody(tx, person);
  if (!row) return undefined;
  const { name, email, course, card } = row;
  return {
    ...{ name, email, firstName: firstName(name), language: row.language ?? DEFAULT_LANGUAGE },
    headline: row.role === 'mentor' ? [card.jobTitle, card.company].filter(Boolean).join(', ') : course,
    ...{ memberId: null, eventId: row.eventId, attendeeId: row.id },
  };
}

export const otherSide = (side: Side): Side => (side === 'student' ? 'mentor' : 'student');
