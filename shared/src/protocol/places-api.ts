/** Places, the waitlist, the invitation and mentors who are asked to come: what the console is told about them. */

import type { Invitation } from '../event/invitation.ts';
import type { MailState } from '../event/mail.ts';
import type { AskAnswer, Nearness, Pace, PlaceState } from '../event/mentor-asks.ts';
import type { RadarRow } from '../event/mentor-radar.ts';
import type { Attendee, Standing } from '../event/roster.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

/** How somebody stands, since when on the waitlist, and whether it was themselves who cancelled. */
export interface Stand {
  readonly standing: Standing;
  readonly waitingSince: Instant | null;
  readonly saidNo: boolean;
  /** Until when the place was lent (P15); null: it was theirs. */
  readonly lentUntil: Instant | null;
}

/** Somebody who came from the waitlist to a place, and since when they had waited. */
export interface MovedUp {
  readonly id: AttendeeId;
  readonly since: Instant;
}

/** What came of a change of standing; `before` and `movedUp` sent back take it back. */
export interface StandingAnswer {
  readonly person: Attendee;
  readonly before: Stand;
  /** They wait now, but a mail has already told them that they have a place. */
  readonly told: boolean;
  readonly movedUp: readonly MovedUp[];
  /** Mentors in reserve who were asked by mail. */
  readonly asked: readonly AttendeeId[];
}

/** The places and who waits for one. */
export interface PlacesView {
  /** Given out to students; null: no limit. */
  readonly places: number | null;
  readonly active: number;
  /** Whether places are lent until people say yes in the mail (P15). */
  readonly lends: boolean;
  /** In the order in which they move up. */
  readonly line: readonly MovedUp[];
}

/** The public side of an event as the organiser sets it up. */
export interface InvitationView {
  readonly invitation: Invitation;
  /** The public page. */
  readonly address: string;
  readonly places: PlacesView;
  /** How many of those who had booked stayed away from the organiser's own evenings; null: none was held yet. */
  readonly stayedAway: { readonly booked: number; readonly came: number; readonly events: number } | null;
}

export interface InvitationAnswer extends InvitationView {
  /** Who got a place by the change. */
  readonly movedUp: readonly MovedUp[];
}

/** A mentor who was asked to come. */
export interface AskView {
  readonly id: string;
  readonly attendeeId: AttendeeId;
  readonly name: string;
  readonly askedAt: Instant;
  readonly answer: AskAnswer | null;
  readonly answeredAt: Instant | null;
  /** What became of the mail; null: none was written, the organiser passes the text on. */
  readonly mail: MailState | null;
  /** The text with the link in it, to be passed on by hand; '' once it is answered. */
  readonly text: string;
}

/** A mentor in reserve who could be asked. */
export interface CouldAsk {
  readonly id: AttendeeId;
  readonly name: string;
  readonly email: string;
  readonly industry: string;
  readonly nearness: Nearness;
}

/** A mentor who does not come, and how it stands with their place. */
export interface MentorPlace {
  readonly leaver: { readonly id: AttendeeId; readonly name: string; readonly industry: string };
  /** The number of the table at which nobody hosts now; null: none. */
  readonly table: number | null;
  readonly state: PlaceState;
  readonly asks: readonly AskView[];
  /** In the order in which they are asked. */
  readonly next: readonly CouldAsk[];
}

/** GET /api/events/:eventId/asks */
export interface AsksView {
  readonly places: readonly MentorPlace[];
  /** Who was asked to come as one more. */
  readonly more: readonly AskView[];
  /** So many are asked at once now, and so long is waited for an answer. */
  readonly pace: Pace;
}

/** What the page behind the link of an ask shows. Once it is answered it says nothing about anybody any more. */
export interface AnswerPage {
  readonly state: 'open' | 'over' | AskAnswer;
  readonly firstName: string;
  readonly event: {
    readonly name: string;
    readonly place: string;
    readonly startsAt: Instant;
    readonly timeZone: string;
  };
  /** Whether it is for somebody who cannot come. */
  readonly instead: boolean;
  readonly contactName: string;
  readonly contactEmail: string;
  /** What they can forward to a colleague. */
  readonly passOn: string;
}

/** A mentor who could fill what is missing: in reserve, or known from an earlier evening. */
export interface RadarMentor {
  readonly kind: 'reserve' | 'past';
  /** The attendee in reserve, or the member. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly industry: string;
  readonly jobTitle: string;
  /** The name of the evening they were last at; '' for those in reserve. */
  readonly lastEvent: string;
}

/** GET /api/events/:eventId/radar */
export interface RadarView {
  readonly students: number;
  readonly rows: readonly (RadarRow & { readonly couldCome: readonly RadarMentor[] })[];
}
