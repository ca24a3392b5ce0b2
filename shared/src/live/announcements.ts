import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { after, type Instant } from '../kernel/time.ts';
import { pause } from './minutes.ts';
import { notNow } from './not-now.ts';
import { MESSAGE_LENGTH, MESSAGE_STAYS, type Moment } from './state.ts';
import { isTimed } from './timeline.ts';

const isTooLong = (text: string): boolean => [...text].length > MESSAGE_LENGTH;

export function message(moment: Moment, text: string, whole: boolean, now: Instant): Result<Moment, Refusal> {
  if (text.trim() === '' || isTooLong(text)) return refused(refusal('bad-request', { field: 'text' }));
  const announcement = {
    kind: 'message',
    text: text.trim(),
    whole,
    since: now,
    until: after(now, MESSAGE_STAYS),
  } as const;
  // a stop is more than any message: it goes when somebody goes on, or takes it away
  return moment.announcement?.kind === 'stop' ? notNow() : ok({ ...moment, announcement });
}

export const clearMessage = (moment: Moment): Result<Moment, Refusal> =>
  moment.announcement === null ? notNow() : ok({ ...moment, announcement: null });

export const blank = (moment: Moment, on: boolean): Result<Moment, Refusal> =>
  moment.blank === on ? notNow() : ok({ ...moment, blank: on });

/** Stops the clock, if one runs, and says so everywhere. `text` may be empty: screens have words of their own. */
export function stopAll(moment: Moment, text: string, now: Instant): Result<Moment, Refusal> {
  if (moment.phase.kind === 'finished') return notNow();
  if (isTooLong(text)) return refused(refusal('bad-request', { field: 'text' }));
  const stopped = isTimed(moment.phase) ? pause(moment, now) : ok(moment);
  if (!stopped.ok) return stopped;
  const announcement = { kind: 'stop', text: text.trim(), whole: true, since: now, until: null } as const;
  return ok({ ...stopped.value, announcement, blank: false });
}
