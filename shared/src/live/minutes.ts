import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { after, between, type Duration, type Instant, milliseconds, minutes } from '../kernel/time.ts';
import { notNow } from './not-now.ts';
import type { Moment } from './state.ts';
import { isTimed, moving, talking } from './timeline.ts';

const MOST_AT_ONCE = 5;
const MOST_IN_ROUND = 60;
/** What a machine may have slept through: longer ago it is another evening. */
const GIVE_BACK_MS = { least: 1_000, most: 4 * 3_600_000 } as const;

export function pause(moment: Moment, now: Instant): Result<Moment, Refusal> {
  const { phase } = moment;
  if (!isTimed(phase)) return notNow();
  const from = now < phase.startsAt ? phase.startsAt : now;
  const remaining = milliseconds(Math.max(0, between(from, phase.endsAt)));
  return ok({ ...moment, phase: { kind: 'paused', of: phase, remaining, since: now }, before: null });
}

export function resume(moment: Moment, now: Instant): Result<Moment, Refusal> {
  const { phase } = moment;
  if (phase.kind !== 'paused') return notNow();
  // a round paused in its lead had not begun yet: it begins now, and the record has to say so
  const beforeItBegan = phase.of.kind === 'talking' && phase.since < phase.of.startsAt;
  const begun = beforeItBegan ? [...moment.begun.slice(0, phase.of.round - 1), now] : moment.begun;
  const going = { ...phase.of, startsAt: now, endsAt: after(now, phase.remaining) };
  return ok({ ...moment, phase: going, before: null, begun });
}

export function addMinutes(moment: Moment, count: number, now: Instant): Result<Moment, Refusal> {
  if (!Number.isInteger(count) || count === 0 || Math.abs(count) > MOST_AT_ONCE) {
    return refused(refusal('bad-request', { field: 'minutes' }));
  }
  return extended(moment, minutes(count), now);
}

/** The phase that runs gets back what the machine slept through. */
export function giveBack(moment: Moment, length: number, now: Instant): Result<Moment, Refusal> {
  if (!Number.isInteger(length) || length < GIVE_BACK_MS.least || length > GIVE_BACK_MS.most) {
    return refused(refusal('bad-request', { field: 'milliseconds' }));
  }
  return extended(moment, milliseconds(length), now);
}

/** Moves the end of what runs. What waits for the organiser goes on for just that long, from now. */
function extended(moment: Moment, extra: Duration, now: Instant): Result<Moment, Refusal> {
  const { phase } = moment;
  if (phase.kind === 'paused') {
    const remaining = milliseconds(phase.remaining + extra);
    return remaining <= 0 ? noTimeLeft() : ok({ ...moment, phase: { ...phase, remaining } });
  }
  if (phase.kind === 'timeUp' || phase.kind === 'ready') {
    if (extra < 0) return noTimeLeft();
    const again = phase.kind === 'timeUp' ? talking : moving;
    return ok({ ...moment, phase: again(phase.round, now, extra), before: null });
  }
  if (!isTimed(phase)) return notNow();
  const from = now < phase.startsAt ? phase.startsAt : now;
  const endsAt = after(phase.endsAt, extra);
  return endsAt <= from ? noTimeLeft() : ok({ ...moment, phase: { ...phase, endsAt } });
}

const noTimeLeft = (): Result<never, Refusal> => refused(refusal('no-time-left'));

/** Of the rounds that have not begun; the one that runs keeps its end. */
export function roundLength(moment: Moment, count: number): Result<Moment, Refusal> {
  const { phase, timings } = moment;
  if (phase.kind === 'doors' || phase.kind === 'finished') return notNow();
  if (!Number.isInteger(count) || count < 1 || count > MOST_IN_ROUND) {
    return refused(refusal('bad-request', { field: 'minutes' }));
  }
  return ok({ ...moment, timings: { ...timings, talk: minutes(count) } });
}
