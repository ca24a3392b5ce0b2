import type { EveningSettings } from '@lapwing/shared/event/event';
import { lostWithout, type Meeting } from '@lapwing/shared/event/plan-change';
import type { Schedule } from '@lapwing/shared/event/schedule';
import { type Instant, minutes } from '@lapwing/shared/kernel/time';
import { eveningLine } from '@lapwing/shared/live/evening-line';
import type { Moment, Timings } from '@lapwing/shared/live/state';
import { minutesLate } from './phase-sentences.ts';

/** Less than this is no matter. */
const WORTH_SAYING = 3;
/** Shorter talks are none. */
const SHORTEST_TALK = 3;

/** The evening will end late, and what can be done about it. */
export interface RunningLate {
  readonly minutes: number;
  readonly finishesAt: Instant;
  /** Every round that has not begun a little shorter, so that the evening ends in time, or as nearly as it can. */
  readonly shorter: { readonly minutes: number; readonly finishesAt: Instant } | null;
  /** The last round left out, and who then does not meet whom. */
  readonly without: { readonly round: number; readonly finishesAt: Instant; readonly lost: readonly Meeting[] } | null;
}

/** Null while the evening is about in time. */
export function runningLate(
  moment: Moment,
  settings: EveningSettings,
  now: Instant,
  schedule: Schedule | null,
): RunningLate | null {
  const { kind } = moment.phase;
  if (kind === 'doors' || kind === 'finished') return null;
  const line = eveningLine(moment, now, settings.startsAt);
  const late = minutesLate(line, settings);
  if (late === null || late < WORTH_SAYING) return null;
  const ahead = line.stations.filter(({ state }) => state === 'ahead').map(({ round }) => round);
  const { timings } = moment;
  const endWith = (over: Partial<Timings>): Instant =>
    eveningLine({ ...moment, timings: { ...timings, ...over } }, now, settings.startsAt).finishesAt;
  const talk = timings.talk / 60_000;
  const shorter = Math.max(SHORTEST_TALK, Math.floor(talk - late / Math.max(1, ahead.length)));
  const round = ahead.at(-1);
  const isTimed = moment.phase.kind === 'moving' && ahead.length === 1;
  return {
    minutes: late,
    finishesAt: line.finishesAt,
    shorter:
      ahead.length === 0 || shorter >= talk
        ? null
        : { minutes: shorter, finishesAt: endWith({ talk: minutes(shorter) }) },
    without:
      round === undefined || isTimed
        ? null
        : {
            round,
            finishesAt: endWith({ skipped: [...timings.skipped, round] }),
            lost: schedule === null ? [] : lostWithout(schedule, round),
          },
  };
}
