import { type EveningSettings, plannedEnd } from '../event/event.ts';
import type { Registration } from '../event/registration.ts';
import type { Instant } from '../kernel/time.ts';
import { after, milliseconds, minutes } from '../kernel/time.ts';

/** When the evening begins and is planned to end. */
export interface EveningHours {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** From the start to the planned end. */
export const plannedHours = (settings: EveningSettings): EveningHours => ({
  startsAt: settings.startsAt,
  endsAt: plannedEnd(settings),
});

/** When a mentor comes and goes; null: for the whole evening. */
export type Hours = Pick<Registration, 'arrivesAt' | 'leavesAt'>;

export const WHOLE_EVENING: Hours = { arrivesAt: null, leavesAt: null };

/** Who helps to set up comes before, who helps to tidy up stays on; further away a time is mistyped. */
const AROUND = minutes(6 * 60);

/** What can be wrong with hours; each has its words on the form. */
export type HoursCode = 'outOfOrder' | 'longBefore' | 'afterEnd' | 'beforeStart' | 'longAfter';

export interface HoursProblem {
  readonly field: keyof Hours;
  readonly code: HoursCode;
}

/**
 * What is wrong with hours somebody gives now. Only what they change is looked at: an evening that was moved makes
 * nobody's other answers wrong.
 * @param before what was written down until now
 */
export function hoursProblems(hours: Hours, before: Hours, evening: EveningHours): HoursProblem[] {
  const { arrivesAt, leavesAt } = hours;
  const comes = arrivesAt === before.arrivesAt ? null : wrongWithComing(arrivesAt, evening);
  const goes = leavesAt === before.leavesAt ? null : wrongWithGoing(leavesAt, evening);
  const problems: HoursProblem[] = [
    ...(comes ? [{ field: 'arrivesAt' as const, code: comes }] : []),
    ...(goes ? [{ field: 'leavesAt' as const, code: goes }] : []),
  ];
  const changed = arrivesAt !== before.arrivesAt || leavesAt !== before.leavesAt;
  if (problems.length > 0 || !changed || arrivesAt === null || leavesAt === null || arrivesAt < leavesAt)
    return problems;
  return [{ field: leavesAt === before.leavesAt ? 'arrivesAt' : 'leavesAt', code: 'outOfOrder' }];
}

function wrongWithComing(at: Instant | null, { startsAt, endsAt }: EveningHours): HoursCode | null {
  if (at === null) return null;
  if (at >= endsAt) return 'afterEnd';
  return at < startsAt - AROUND ? 'longBefore' : null;
}

function wrongWithGoing(at: Instant | null, { startsAt, endsAt }: EveningHours): HoursCode | null {
  if (at === null) return null;
  if (at <= startsAt) return 'beforeStart';
  return at > endsAt + AROUND ? 'longAfter' : null;
}

/** From when until when somebody is there, whatever is written down: hours that make no sense are those of the evening. */
export function hoursThere({ arrivesAt, leavesAt }: Hours, evening: EveningHours): { from: Instant; to: Instant } {
  const earliest = after(evening.startsAt, milliseconds(-AROUND));
  const latest = after(evening.endsAt, AROUND);
  const comes = arrivesAt !== null && arrivesAt >= earliest && arrivesAt < evening.endsAt;
  const goes = leavesAt !== null && leavesAt > evening.startsAt && leavesAt <= latest;
  const [from, to] = [comes ? arrivesAt : evening.startsAt, goes ? leavesAt : evening.endsAt];
  return from < to ? { from, to } : { from: evening.startsAt, to: evening.endsAt };
}
