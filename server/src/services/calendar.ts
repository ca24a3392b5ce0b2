import type { EveningSettings } from '@lapwing/shared/event/event';
import type { Invitation } from '@lapwing/shared/event/invitation';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { Instant } from '@lapwing/shared/kernel/time';
import { hoursThere, plannedHours } from '@lapwing/shared/registration/hours';
import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** request: put it into the calendar, or take the new time; cancel: take it out; publish: a file to be downloaded. */
export type CalendarPurpose = 'request' | 'cancel' | 'publish';

export interface CalendarParts {
  readonly settings: EveningSettings;
  readonly person: Pick<Attendee, 'id' | 'name' | 'email' | 'registration'>;
  readonly contact: Pick<Invitation, 'contactName' | 'contactEmail'>;
  /** Rises with every entry that is sent for this person: a calendar ignores what is older than what it has. */
  readonly sequence: number;
  /** The person's own page, or what stands for it until the mail goes out. */
  readonly link: string;
  readonly now: Instant;
}

const METHODS: Readonly<Record<CalendarPurpose, ICalCalendarMethod>> = {
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
  publish: ICalCalendarMethod.PUBLISH,
};
/** An invitation needs somebody who invites (RFC 5546, 3.2.2); nobody reads what is sent here. */
const NOBODY = 'nobody@lapwing.invalid';

/** The evening as an iCalendar object (RFC 5545) for one person, always under the same UID. */
export function calendarFor(purpose: CalendarPurpose, parts: CalendarParts): string {
  const { settings, person, contact, sequence, link, now } = parts;
  const there = hoursThere(person.registration, plannedHours(settings));
  const calendar = new ICalCalendar({ prodId: '//Lapwing//Lapwing//EN', method: METHODS[purpose] });
  const entry = calendar.createEvent({
    id: `${person.id}@lapwing`,
    sequence,
    stamp: new Date(now),
    start: new Date(there.from),
    end: new Date(there.to),
    summary: settings.name,
    location: settings.place,
    // first on its line, so that folding cannot break it in two
    description: link,
    status: purpose === 'cancel' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: plain(contact.contactName || settings.name), email: contact.contactEmail || NOBODY },
  });
  // without their name: whoever types a stranger's address chose it
  if (person.email !== '') entry.createAttendee({ email: person.email, rsvp: false });
  return calendar.toString();
}

/** A parameter of iCalendar can hold no quotes and no control characters (RFC 5545, 3.2). */
const plain = (text: string): string => text.replace(/["\p{Cc}]/gu, ' ').trim();

/** What a calendar shows of an entry. */
const SHOWN = /^(DTSTART|DTEND|SUMMARY|LOCATION)[;:]/u;

/** Whether two entries stand at the same time and place in a calendar, under the same name. */
export const sameInCalendar = (one: string, other: string): boolean => shown(one) === shown(other);

/** A long line goes on in the next one, after a space (RFC 5545, 3.1). */
const shown = (calendar: string): string =>
  calendar
    .replace(/\r?\n[ \t]/gu, '')
    .split(/\r?\n/u)
    .filter((line) => SHOWN.test(line))
    .join('\n');
