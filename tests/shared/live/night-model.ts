import type { LiveCommand, Phase, Timings } from '@lapwing/shared/live/state';

/**
 * The rules of SPEC.md once more, written another way: the night is a script of segments up to its end, and an act
 * rewrites the script. Shares no code with the product.
 */
interface Segment {
  readonly kind: Phase['kind'];
  readonly round: number;
  readonly from: number;
  /** Infinity: until somebody presses. */
  readonly to: number;
  /** Paused: what was paused, and how much of it is left. */
  readonly of?: Segment;
  readonly left?: number;
}

const open = (kind: Segment['kind'], round: number, from: number): Segment => ({ kind, round, from, to: Infinity });

function* script(t: Timings, kind: Segment['kind'], round: number, from: number, length: number): Generator<Segment> {
  const to = from + length;
  yield { kind, round, from, to };
  if (kind === 'moving') yield* script(t, 'talking', round, to, t.talk);
  else if (kind === 'agenda') yield* script(t, 'moving', round, to, t.changeover);
  else if (t.boundary === 'hold') yield open('timeUp', round, to);
  else yield* onwards(t, round, to);
}

function* onwards(t: Timings, round: number, from: number): Generator<Segment> {
  if (round === t.rounds) yield open('finished', 0, from);
  else if (round === t.breakAfterRound) yield* script(t, 'agenda', round + 1, from, t.breakLength);
  else yield* script(t, 'moving', round + 1, from, t.changeover);
}

export class NightModel {
  private segments: Segment[] = [open('doors', 0, 0)];
  private stack: { segments: Segment[]; plan: number }[] = [];
  plan = 0;
  private readonly timings: Timings;

  constructor(timings: Timings) {
    this.timings = timings;
  }

  /** Presses at `now`; false when the rules refuse it. */
  press(command: LiveCommand, now: number): boolean {
    const due = this.now.to <= now;
    if (due && this.now.kind === 'talking' && this.timings.boundary === 'auto') {
      const { round, to } = this.now;
      this.stack = [...this.stack, { segments: [open('timeUp', round, to)], plan: this.plan }].slice(-50);
    }
    this.run(now);
    if (command.kind === 'timeUp') return due;
    if (command.kind === 'undo') {
      const before = this.stack.pop();
      if (!before) return false;
      this.segments = before.segments;
      this.plan = before.plan;
      this.run(now);
      return true;
    }
    const before = { segments: this.segments, plan: this.plan };
    const segments = this.rewritten(command, now);
    if (!segments) return false;
    this.segments = [...segments];
    this.stack = [...this.stack, before].slice(-50);
    if (command.kind === 'start' || command.kind === 'publish') this.plan = command.planVersion;
    return true;
  }

  get now(): Segment {
    return this.segments[0] as Segment;
  }

  /** The present segment as the product would write it, without what the model does not know. */
  get phase(): Record<string, unknown> {
    const { kind, round, from, to, left } = this.now;
    if (kind === 'doors') return { kind };
    if (kind === 'finished') return { kind, at: from };
    if (kind === 'timeUp') return { kind, round, since: from };
    if (kind === 'paused') return { kind, remaining: left, since: from };
    return { kind, round, startsAt: from, endsAt: to };
  }

  private run(now: number): void {
    while (this.now.to <= now) this.segments = this.segments.slice(1);
  }

  private rewritten(command: LiveCommand, now: number): Iterable<Segment> | null {
    const { timings: t, now: current } = this;
    const { kind, round, from, to } = current;
    const soon = now + 2_500;
    const timed = Number.isFinite(to);
    const begins = Math.max(now, from);
    const announced = from > now;
    if (announced && ['next', 'moveNow', 'endRound'].includes(command.kind)) return null;
    switch (command.kind) {
      case 'publish':
        return kind === 'doors' ? this.segments : null;
      case 'start':
        return kind === 'doors' ? script(t, 'talking', 1, soon, t.talk) : null;
      case 'pause':
        return timed ? [{ ...open('paused', round, now), of: current, left: to - begins }] : null;
      case 'resume':
        return this.resumed(now);
      case 'addMinutes':
        return this.lengthened(command.minutes, now);
      case 'next':
        if (kind === 'paused') return this.resumed(now);
        if (kind === 'moving') return script(t, 'talking', round, soon, t.talk);
        if (kind === 'agenda') return script(t, 'moving', round, soon, t.changeover);
        if (kind !== 'talking' && kind !== 'timeUp') return null;
        return round === t.rounds ? [open('finished', 0, now)] : onwards(t, round, soon);
      case 'moveNow': {
        const left = current.of ?? current;
        if (left.kind === 'agenda') return script(t, 'moving', left.round, soon, t.changeover);
        const talks = left.kind === 'talking' || left.kind === 'timeUp';
        return talks && left.round < t.rounds ? script(t, 'moving', left.round + 1, soon, t.changeover) : null;
      }
      case 'endRound':
        return kind === 'talking' ? [open('timeUp', round, now)] : null;
      case 'finish':
        return kind === 'doors' || kind === 'finished' ? null : [open('finished', 0, now)];
      default:
        return null;
    }
  }

  private resumed(now: number): Iterable<Segment> | null {
    const { of, left } = this.now;
    return of && left !== undefined ? script(this.timings, of.kind, of.round, now, left) : null;
  }

  private lengthened(count: number, now: number): Iterable<Segment> | null {
    const { kind, round, from, to, left } = this.now;
    const extra = count * 60_000;
    if (kind === 'paused' && left !== undefined) return left + extra > 0 ? [{ ...this.now, left: left + extra }] : null;
    if (kind === 'timeUp') return extra > 0 ? script(this.timings, 'talking', round, now, extra) : null;
    if (!Number.isFinite(to) || to + extra <= Math.max(now, from)) return null;
    return script(this.timings, kind, round, from, to + extra - from);
  }
}
