import type { Refusal } from '../kernel/refusal.ts';
import { ok, type Result } from '../kernel/result.ts';
import { after, between, type Instant } from '../kernel/time.ts';
import { resume } from './minutes.ts';
import { notNow } from './not-now.ts';
import { EARLIEST_ALL_HERE, LEAD, type Moment, type Phase } from './state.ts';
import { entered, following, isTimed, moving, nextRound, phaseShown, previousRound, talking } from './timeline.ts';

/** While a start is announced, a second press would jump over the phase that nobody has seen yet. */
export const inLead = ({ phase, before }: Moment, now: Instant): boolean =>
  before !== null && isTimed(phase) && now < phase.startsAt;

/** A phase announced LEAD ahead: until it starts, screens go on showing what they show now. */
export const announced = (moment: Moment, phase: Phase, now: Instant): Moment =>
  entered(moment, phase, phaseShown(moment, now));

export function next(moment: Moment, now: Instant): Result<Moment, Refusal> {
  const { phase, timings } = moment;
  if (inLead(moment, now)) return notNow();
  switch (phase.kind) {
    case 'talking':
    case 'timeUp':
    case 'agenda': {
      const coming = following(phase, after(now, LEAD), timings);
      return coming.kind === 'finished' ? finish(moment, now) : ok(announced(moment, coming, now));
    }
    case 'moving':
    case 'ready':
      return ok(announced(moment, talking(phase.round, after(now, LEAD), timings.talk), now));
    case 'paused':
      return resume(moment, now);
    case 'doors':
    case 'finished':
      return notNow();
  }
}

/** Ends a talk or an item of the agenda and sends people on, past any agenda. */
export function moveNow(moment: Moment, now: Instant): Result<Moment, Refusal> {
  const { phase, timings } = moment;
  if (inLead(moment, now)) return notNow();
  const current = phase.kind === 'paused' ? phase.of : phase;
  if (current.kind !== 'talking' && current.kind !== 'timeUp' && current.kind !== 'agenda') return notNow();
  const round = current.kind === 'agenda' ? current.round : nextRound(current.round, timings);
  // nobody moves after the last round, nor before round 1
  if (round === null || round > timings.rounds || round === 1) return notNow();
  return ok(announced(moment, moving(round, after(now, LEAD), timings.changeover), now));
}

export function endRound(moment: Moment, now: Instant): Result<Moment, Refusal> {
  const { phase } = moment;
  if (phase.kind !== 'talking' || inLead(moment, now)) return notNow();
  return ok({ ...moment, phase: { kind: 'timeUp', round: phase.round, since: now }, before: null });
}

export function finish(moment: Moment, now: Instant): Result<Moment, Refusal> {
  if (moment.phase.kind === 'doors' || moment.phase.kind === 'finished') return notNow();
  return ok({ ...moment, phase: { kind: 'finished', at: now }, before: null });
}

/** The talk of this round again, whole and at once; seats stay. */
export function restartRound(moment: Moment, now: Instant): Result<Moment, Refusal> {
  const { phase, timings } = moment;
  const current = phase.kind === 'paused' ? phase.of : phase;
  if ((current.kind !== 'talking' && current.kind !== 'timeUp') || inLead(moment, now)) return notNow();
  return ok({ ...moment, phase: talking(current.round, now, timings.talk), before: null });
}

/** Back to the tables of the round before, which is then talked once more. */
export function back(moment: Moment, now: Instant): Result<Moment, Refusal> {
  const { phase, timings } = moment;
  if (phase.kind === 'doors' || phase.kind === 'finished' || inLead(moment, now)) return notNow();
  const current = phase.kind === 'paused' ? phase.of : phase;
  const round = previousRound(current.round, timings);
  if (round === null) return notNow();
  const again = { ...moment, begun: moment.begun.slice(0, round - 1) };
  return ok(announced(again, moving(round, after(now, LEAD), timings.changeover), now));
}

/** Leaves a round out that has not begun. Whoever is on the way to it is sent to the one after. */
export function skip(moment: Moment, round: number, now: Instant): Result<Moment, Refusal> {
  const { phase, timings } = moment;
  if (phase.kind === 'doors' || phase.kind === 'finished' || inLead(moment, now)) return notNow();
  const current = phase.kind === 'paused' ? phase.of : phase;
  const first = current.kind === 'talking' || current.kind === 'timeUp' ? current.round + 1 : current.round;
  const isThere = Number.isInteger(round) && round >= first && round <= timings.rounds;
  if (!isThere || timings.skipped.includes(round)) return notNow();
  const skipped = [...timings.skipped, round].sort((one, other) => one - other);
  const without: Moment = { ...moment, timings: { ...timings, skipped } };
  if (round !== current.round) return ok(without);
  const coming = nextRound(round, without.timings);
  if (current.kind === 'agenda' && phase.kind !== 'paused') {
    return ok({ ...without, phase: { ...current, round: coming ?? timings.rounds + 1 } });
  }
  // on the way, with no round after this one: that is the end, and *Finish* says so
  if (coming === null || phase.kind === 'paused') return notNow();
  return ok(announced(without, moving(coming, after(now, LEAD), timings.changeover), now));
}

/** The room sits before the time to move is over: the talk is announced. Not where the organiser begins it. */
export function allHere(moment: Moment, round: number, now: Instant): Result<Moment, Refusal> {
  const { phase, timings } = moment;
  if (phase.kind !== 'moving' || phase.round !== round || timings.talkBegins === 'hold') return notNow();
  const isEarly = now < after(phase.startsAt, EARLIEST_ALL_HERE);
  if (isEarly || between(now, phase.endsAt) <= LEAD) return notNow();
  return ok(announced(moment, talking(round, after(now, LEAD), timings.talk), now));
}
