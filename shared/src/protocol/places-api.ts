/** Places, the waitlist, the invitation and mentors who are asked to come: what the console is told about them. */

import type { Invitation } from '../event/invitation.ts';
import type { Attendee, Standing } from '../event/roster.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

/** How somebody stands, and since when on the waitlist. */
export interface Stand {
  readonly standing: Standing;
  readonly waitingSince: Instant | null;
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
