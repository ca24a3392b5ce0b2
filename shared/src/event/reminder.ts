import { after, type Duration, type Instant, minutes } from '../kernel/time.ts';

const hours = (value: number): Duration => minutes(60 * value);

const BEFORE = hours(24);
/** Later than that a reminder helps nobody: they are on their way. */
const AT_THE_LATEST = hours(4);
/** Who registered so shortly before the reminder has just had a confirmation. */
const FRESH = hours(6);

/** When people are reminded of an evening. */
export const remindAt = (startsAt: Instant): Instant => after(startsAt, -BEFORE as Duration);

/** Whether it is time to remind people, also when the server was off at the very moment. */
export const isReminderDue = (startsAt: Instant, now: Instant): boolean =>
  now >= remindAt(startsAt) && now < after(startsAt, -AT_THE_LATEST as Duration);

/** Whether somebody who came on the list then is to be reminded. */
export const wantsReminder = (createdAt: Instant, startsAt: Instant): boolean =>
  createdAt < after(remindAt(startsAt), -FRESH as Duration);
