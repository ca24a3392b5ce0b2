import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { after, between, type Instant, milliseconds, minutes } from '../kernel/time.ts';
import {
  type Act,
  type Effect,
  LEAD,
  type LiveCommand,
  type Moment,
  type Night,
  type PersonCommand,
  type Phase,
  type TimedPhase,
  UNDO_DEPTH,
} from './state.ts';
import { advance, afterRound, entered, isTimed, moving, nextDeadline, phaseShown, talking } from './timeline.ts';

export interface Outcome {
  readonly night: Night;
  readonly effects: readonly Effect[];
}

/**
 * The next state of the night. Pure and total: every command in every state answers with a new night (version + 1) or
 * with a refusal. The rules are numbered in SPEC.md.
 * @param now server time; the caller has already let the clock act up to it (command `timeUp`)
 * @param by first name of who pressed; unused for the clock's own `timeUp`
 */
export function transition(night: Night, command: LiveCommand, now: Instant, by: string): Result<Outcome, Refusal> {
  if (command.kind === 'timeUp') {
    const moment = advance(night.moment, now);
    return moment === night.moment ? notNow() : ok(outcome(night, moment, withAct(night, command, now, '')));
  }
  if (command.kind === 'retime') {
    if (night.moment.phase.kind !== 'doors') return refused(refusal('event-running'));
    return ok(outcome(night, { ...night.moment, timings: command.timings }, night.undoable));
  }
  if (command.kind === 'undo') return undo(night, now);
  const moment = afterCommand(night.moment, command, now);
  if (!moment.ok) return moment;
  return ok(outcome(night, moment.value, withAct(night, command, now, by)));
}

/**
 * The moment that undo of `command` goes back to, or null when it cannot be taken back. Of the clock's own steps only
 * the end of a talk can: undo then leaves the room in time up, where minutes can be added or *Next* pressed.
 */
export function undoPoint(before: Moment, command: LiveCommand): Moment | null {
  if (command.kind === 'undo' || command.kind === 'retime') return null;
  if (command.kind !== 'timeUp') return before;
  const { phase, timings } = before;
  if (phase.kind !== 'talking' || timings.boundary === 'hold') return null;
  return { ...before, phase: { kind: 'timeUp', round: phase.round, since: phase.endsAt }, before: null };
}

function withAct(night: Night, command: LiveCommand, at: Instant, by: string): readonly Act[] {
  const moment = undoPoint(night.moment, command);
  if (!moment) return night.undoable;
  const act: Act = { version: night.version + 1, command, by, at, moment };
  return [...night.undoable, act].slice(-UNDO_DEPTH);
}

/** Takes the latest act back: the moment before it, and then the clock runs on as if the act had not happened. */
function undo(night: Night, now: Instant): Result<Outcome, Refusal> {
  const act = night.undoable.at(-1);
  if (!act) return refused(refusal('nothing-to-undo'));
  // Settings changed before Start are no act of the night: taking an act back leaves them as they are.
  const { phase, timings } = night.moment;
  const restored = phase.kind === 'doors' ? { ...act.moment, timings } : act.moment;
  return ok(outcome(night, advance(restored, now), night.undoable.slice(0, -1)));
}

function outcome(from: Night, moment: Moment, undoable: readonly Act[]): Outcome {
  const effects: Effect[] = [{ kind: 'publish' }, { kind: 'wake', at: nextDeadline(moment) }];
  if (moment.planVersion !== from.moment.planVersion) effects.push({ kind: 'cards' });
  return { night: { version: from.version + 1, moment, undoable }, effects };
}

function afterCommand(moment: Moment, command: PersonCommand, now: Instant): Result<Moment, Refusal> {
  switch (command.kind) {
    case 'publish':
      return publish(moment, command.planVersion);
    case 'start':
      return start(moment, command.planVersion, now);
    case 'pause':
      return pause(moment, now);
    case 'resume':
      return resume(moment, now);
    case 'addMinutes':
      return addMinutes(moment, command.minutes, now);
    case 'next':
      return next(moment, now);
    case 'moveNow':
      return moveNow(moment, now);
    case 'endRound':
      return endRound(moment, now);
    case 'finish':
      return finish(moment, now);
    case 'undo':
      return notNow();
  }
}

const notNow = (): Result<never, Refusal> => refused(refusal('not-now'));

/** While a start is announced, a second press would jump over the phase that nobody has seen yet. */
const inLead = ({ phase, before }: Moment, now: Instant): boolean =>
  before !== null && isTimed(phase) && now < phase.startsAt;

/** A phase announced LEAD ahead: until it starts, screens go on showing what they show now. */
const announced = (moment: Moment, phase: Phase, now: Instant): Moment =>
  entered(moment, phase, phaseShown(moment, now));

function publish(moment: Moment, planVersion: number): Result<Moment, Refusal> {
  if (moment.phase.kind !== 'doors') return refused(refusal('event-running'));
  if (!Number.isInteger(planVersion) || planVersion < 1) return refused(refusal('plan-missing'));
  return ok({ ...moment, planVersion });
}

function start(moment: Moment, planVersion: number, now: Instant): Result<Moment, Refusal> {
  if (moment.phase.kind !== 'doors') return refused(refusal('already-started'));
  if (!Number.isInteger(planVersion) || planVersion < 1) return refused(refusal('plan-missing'));
  const first = talking(1, after(now, LEAD), moment.timings.talk);
  return ok({ ...announced(moment, first, now), planVersion });
}

function pause(moment: Moment, now: Instant): Result<Moment, Refusal> {
  const { phase } = moment;
  if (!isTimed(phase)) return notNow();
  const from = now < phase.startsAt ? phase.startsAt : now;
  const remaining = milliseconds(Math.max(0, between(from, phase.endsAt)));
  return ok({ ...moment, phase: { kind: 'paused', of: phase, remaining, since: now }, before: null });
}

function resume(moment: Moment, now: Instant): Result<Moment, Refusal> {
  const { phase } = moment;
  if (phase.kind !== 'paused') return notNow();
  // A round paused in its lead had not begun yet: it begins now, and the record has to say so.
  const beforeItBegan = phase.of.kind === 'talking' && phase.since < phase.of.startsAt;
  const begun = beforeItBegan ? [...moment.begun.slice(0, phase.of.round - 1), now] : moment.begun;
  const going = { ...phase.of, startsAt: now, endsAt: after(now, phase.remaining) };
  return ok({ ...moment, phase: going, before: null, begun });
}

function addMinutes(moment: Moment, count: number, now: Instant): Result<Moment, Refusal> {
  if (!Number.isInteger(count) || count === 0 || Math.abs(count) > 5) return refused(refusal('bad-request'));
  const { phase } = moment;
  const extra = minutes(count);
  if (phase.kind === 'paused') {
    if (phase.remaining + extra <= 0) return refused(refusal('no-time-left'));
    return ok({ ...moment, phase: { ...phase, remaining: milliseconds(phase.remaining + extra) } });
  }
  if (phase.kind === 'timeUp') {
    if (count < 0) return refused(refusal('no-time-left'));
    return ok({ ...moment, phase: talking(phase.round, now, extra), before: null });
  }
  if (!isTimed(phase)) return notNow();
  const from = now < phase.startsAt ? phase.startsAt : now;
  const endsAt = after(phase.endsAt, extra);
  if (endsAt <= from) return refused(refusal('no-time-left'));
  return ok({ ...moment, phase: { ...phase, endsAt } });
}

function next(moment: Moment, now: Instant): Result<Moment, Refusal> {
  const { phase, timings } = moment;
  if (inLead(moment, now)) return notNow();
  switch (phase.kind) {
    case 'talking':
    case 'timeUp': {
      if (phase.round >= timings.rounds) return finish(moment, now);
      return ok(announced(moment, afterRound(phase.round, after(now, LEAD), timings), now));
    }
    case 'agenda':
      return moveNow(moment, now);
    case 'moving':
      return ok(announced(moment, talking(phase.round, after(now, LEAD), timings.talk), now));
    case 'paused':
      return resume(moment, now);
    case 'doors':
    case 'finished':
      return notNow();
  }
}

function moveNow(moment: Moment, now: Instant): Result<Moment, Refusal> {
  const { phase, timings } = moment;
  if (inLead(moment, now)) return notNow();
  const current: Phase | TimedPhase = phase.kind === 'paused' ? phase.of : phase;
  if (current.kind !== 'talking' && current.kind !== 'timeUp' && current.kind !== 'agenda') return notNow();
  const round = current.kind === 'agenda' ? current.round : current.round + 1;
  if (round > timings.rounds) return notNow();
  return ok(announced(moment, moving(round, after(now, LEAD), timings.changeover), now));
}

function endRound(moment: Moment, now: Instant): Result<Moment, Refusal> {
  const { phase } = moment;
  if (phase.kind !== 'talking' || inLead(moment, now)) return notNow();
  return ok({ ...moment, phase: { kind: 'timeUp', round: phase.round, since: now }, before: null });
}

function finish(moment: Moment, now: Instant): Result<Moment, Refusal> {
  if (moment.phase.kind === 'doors' || moment.phase.kind === 'finished') return notNow();
  return ok({ ...moment, phase: { kind: 'finished', at: now }, before: null });
}
