import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { after, type Instant } from '../kernel/time.ts';
import { blank, clearMessage, message, stopAll } from './announcements.ts';
import { addMinutes, giveBack, pause, resume, roundLength } from './minutes.ts';
import { notNow } from './not-now.ts';
import {
  type Act,
  type Effect,
  LEAD,
  type LiveCommand,
  type Moment,
  type Night,
  type PersonCommand,
  UNDO_DEPTH,
} from './state.ts';
import { allHere, announced, back, endRound, finish, moveNow, next, restartRound, skip } from './steps.ts';
import { advance, afterRound, nextDeadline } from './timeline.ts';

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
  if (command.kind === 'allHere') {
    const moment = allHere(night.moment, command.round, now);
    return moment.ok ? ok(outcome(night, moment.value, night.undoable)) : moment;
  }
  if (command.kind === 'undo') return undo(night, now);
  const moment = afterCommand(night.moment, command, now);
  if (!moment.ok) return moment;
  return ok(outcome(night, withoutStop(moment.value, command), withAct(night, command, now, by)));
}

/**
 * The moment that undo of `command` goes back to, or null when it cannot be taken back. Of the clock's own steps only
 * the end of a talk can: undo then leaves the room in time up, where minutes can be added or *Next* pressed.
 */
export function undoPoint(before: Moment, command: LiveCommand): Moment | null {
  if (command.kind === 'undo' || command.kind === 'retime' || command.kind === 'allHere') return null;
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
    case 'replan':
      return replan(moment, command.planVersion);
    case 'pause':
      return pause(moment, now);
    case 'resume':
      return resume(moment, now);
    case 'addMinutes':
      return addMinutes(moment, command.minutes, now);
    case 'giveBack':
      return giveBack(moment, command.milliseconds, now);
    case 'roundLength':
      return roundLength(moment, command.minutes);
    case 'next':
      return next(moment, now);
    case 'moveNow':
      return moveNow(moment, now);
    case 'endRound':
      return endRound(moment, now);
    case 'restartRound':
      return restartRound(moment, now);
    case 'back':
      return back(moment, now);
    case 'skip':
      return skip(moment, command.round, now);
    case 'finish':
      return finish(moment, now);
    case 'message':
      return message(moment, command.text, command.whole, now);
    case 'clearMessage':
      return clearMessage(moment);
    case 'blank':
      return blank(moment, command.on);
    case 'stopAll':
      return stopAll(moment, command.text, now);
    case 'undo':
      return notNow();
  }
}

/** Whoever goes on has seen that everything stood still. */
const GOES_ON: ReadonlySet<PersonCommand['kind']> = new Set([
  'start',
  'resume',
  'next',
  'moveNow',
  'endRound',
  'restartRound',
  'back',
  'finish',
]);

const withoutStop = (moment: Moment, command: PersonCommand): Moment =>
  moment.announcement?.kind === 'stop' && GOES_ON.has(command.kind) ? { ...moment, announcement: null } : moment;

const isPlan = (version: number): boolean => Number.isInteger(version) && version >= 1;

function publish(moment: Moment, planVersion: number): Result<Moment, Refusal> {
  if (moment.phase.kind !== 'doors') return refused(refusal('event-running'));
  return isPlan(planVersion) ? ok({ ...moment, planVersion }) : refused(refusal('plan-missing'));
}

function start(moment: Moment, planVersion: number, now: Instant): Result<Moment, Refusal> {
  if (moment.phase.kind !== 'doors') return refused(refusal('already-started'));
  if (!isPlan(planVersion)) return refused(refusal('plan-missing'));
  const first = afterRound(0, after(now, LEAD), moment.timings);
  return ok({ ...announced(moment, first, now), planVersion });
}

function replan(moment: Moment, planVersion: number): Result<Moment, Refusal> {
  if (moment.phase.kind === 'doors' || moment.phase.kind === 'finished') return notNow();
  return isPlan(planVersion) ? ok({ ...moment, planVersion }) : refused(refusal('plan-missing'));
}
