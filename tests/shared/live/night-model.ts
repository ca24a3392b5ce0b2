import type { Announcement, LiveCommand, Phase, Timings } from '@lapwing/shared/live/state';

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
  /** Place in the agenda. */
  readonly item?: number;
  /** Paused: what was paused, and how much of it is left. */
  readonly of?: Segment;
  readonly left?: number;
}

/** All that undo brings back. */
interface State {
  readonly segments: readonly Segment[];
  readonly plan: number;
  readonly t: Timings;
  readonly words: Announcement | null;
  readonly blank: boolean;
}

const open = (kind: Segment['kind'], round: number, from: number): Segment => ({ kind, round, from, to: Infinity });
const toGo = (t: Timings): number[] =>
  Array.from({ length: t.rounds }, (_, index) => index + 1).filter((round) => !t.skipped.includes(round));

/** A segment of this length and everything after it. */
function* script(t: Timings, now: Omit<Segment, 'to'>, length: number): Generator<Segment> {
  const { kind, round, from, item } = now;
  const to = from + length;
  yield { ...now, to };
  if (kind === 'moving') {
    if (t.talkBegins === 'hold') yield open('ready', round, to);
    else yield* script(t, { kind: 'talking', round, from: to }, t.talk);
  } else if (kind === 'agenda') yield* onwards(t, round, to, (item ?? 0) + 1);
  else if (t.boundary === 'hold') yield open('timeUp', round, to);
  else yield* onwards(t, toGo(t).find((next) => next > round) ?? t.rounds + 1, to, itemsUpTo(t, round));
}

/** The first item of the agenda that comes after this round's talk. */
const itemsUpTo = (t: Timings, round: number): number => t.agenda.filter(({ afterRound }) => afterRound < round).length;

/** On the way into round `coming`, agenda from `item` on first. */
function* onwards(t: Timings, coming: number, from: number, item: number): Generator<Segment> {
  const next = t.agenda[item];
  if (next && next.afterRound < coming) yield* script(t, { kind: 'agenda', round: coming, from, item }, next.length);
  else if (coming > t.rounds) yield open('finished', 0, from);
  else if (coming === 1) yield* script(t, { kind: 'talking', round: coming, from }, t.talk);
  else yield* script(t, { kind: 'moving', round: coming, from }, t.changeover);
}

const STEPS = ['next', 'moveNow', 'endRound', 'restartRound', 'back', 'skip'];
const GOING_ON = ['start', 'resume', 'next', 'moveNow', 'endRound', 'restartRound', 'back', 'finish'];

export class NightModel {
  private state: State;
  private stack: State[] = [];

  constructor(t: Timings) {
    this.state = { segments: [open('doors', 0, 0)], plan: 0, t, words: null, blank: false };
  }

  /** Presses at `now`; false when the rules refuse it. */
  press(command: LiveCommand, now: number): boolean {
    const due = this.now.to <= now;
    if (due && this.now.kind === 'talking' && this.state.t.boundary === 'auto') {
      const { round, to } = this.now;
      this.push({ ...this.state, segments: [open('timeUp', round, to)] });
    }
    this.run(now);
    if (command.kind === 'timeUp') return due;
    if (command.kind === 'undo') {
      const before = this.stack.pop();
      if (!before) return false;
      this.state = before;
      this.run(now);
      return true;
    }
    const before = this.state;
    const after = this.after(command, now);
    if (!after) return false;
    const goesOn = before.words?.kind === 'stop' && GOING_ON.includes(command.kind);
    this.state = { ...before, ...after, ...(goesOn ? { words: null } : {}) };
    if (command.kind !== 'allHere') this.push(before);
    return true;
  }

  get now(): Segment {
    return this.state.segments[0] as Segment;
  }

  get rest(): Omit<State, 'segments'> {
    const { segments: _, ...rest } = this.state;
    return rest;
  }

  /** The present segment as the product would write it, without what the model does not know. */
  get phase(): Record<string, unknown> {
    const { kind, round, from, to, left, item } = this.now;
    if (kind === 'doors') return { kind };
    if (kind === 'finished') return { kind, at: from };
    if (kind === 'timeUp' || kind === 'ready') return { kind, round, since: from };
    if (kind === 'paused') return { kind, remaining: left, since: from };
    return { kind, round, startsAt: from, endsAt: to, ...(item === undefined ? {} : { item }) };
  }

  private push(state: State): void {
    this.stack = [...this.stack, state].slice(-50);
  }

  private run(now: number): void {
    while (this.now.to <= now) this.state = { ...this.state, segments: this.state.segments.slice(1) };
  }

  /** What an act changes, or null when the rules refuse it. */
  private after(command: LiveCommand, now: number): Partial<State> | null {
    const { t, words, blank } = this.state;
    const { kind } = this.now;
    switch (command.kind) {
      case 'replan':
        return kind === 'doors' || kind === 'finished' ? null : { plan: command.planVersion };
      case 'publish':
        return kind === 'doors' ? { plan: command.planVersion } : null;
      case 'start': {
        const segments = kind === 'doors' ? [...onwards(t, 1, now + 2_500, 0)] : null;
        return segments && { segments, plan: command.planVersion };
      }
      case 'message': {
        if (words?.kind === 'stop') return null;
        const { text, whole } = command;
        return { words: { kind: 'message', text, whole, since: now, until: now + 60_000 } as Announcement };
      }
      case 'clearMessage':
        return words && { words: null };
      case 'blank':
        return blank === command.on ? null : { blank: command.on };
      case 'stopAll': {
        if (kind === 'finished') return null;
        const segments = this.rewritten({ kind: 'pause' }, now);
        const stop = { kind: 'stop', text: command.text, whole: true, since: now, until: null } as Announcement;
        return { words: stop, blank: false, ...(segments ? { segments: [...segments] } : {}) };
      }
      case 'roundLength': {
        if (kind === 'doors' || kind === 'finished') return null;
        return this.retold({ ...t, talk: command.minutes * 60_000 } as Timings);
      }
      case 'skip':
        return this.skipped(command.round, now);
      default: {
        const segments = this.rewritten(command, now);
        return segments && { segments: [...segments] };
      }
    }
  }

  /** The same present, and another future. */
  private retold(t: Timings): Partial<State> {
    const { from, to } = this.now;
    return Number.isFinite(to) ? { t, segments: [...script(t, this.now, to - from)] } : { t };
  }

  private skipped(round: number, now: number): Partial<State> | null {
    const { t } = this.state;
    const current = this.now.of ?? this.now;
    const talked = current.kind === 'talking' || current.kind === 'timeUp';
    if (current.kind === 'doors' || current.kind === 'finished' || this.now.from > now) return null;
    if (!toGo(t).includes(round) || round < current.round || (talked && round === current.round)) return null;
    const fewer = { ...t, skipped: [...t.skipped, round].sort((one, other) => one - other) };
    if (round !== current.round) return this.retold(fewer);
    if (this.now.of) return null;
    const coming = toGo(fewer).find((next) => next > round);
    if (current.kind === 'agenda') {
      const on = { ...current, round: coming ?? t.rounds + 1 };
      return { t: fewer, segments: [...script(fewer, on, current.to - current.from)] };
    }
    if (coming === undefined) return null;
    const segments = [...script(fewer, { kind: 'moving', round: coming, from: now + 2_500 }, t.changeover)];
    return { t: fewer, segments };
  }

  private rewritten(command: LiveCommand, now: number): Iterable<Segment> | null {
    const { t } = this.state;
    const current = this.now;
    const { kind, round, from, to } = current;
    const soon = now + 2_500;
    if (from > now && STEPS.includes(command.kind)) return null;
    const left = current.of ?? current;
    const talked = left.kind === 'talking' || left.kind === 'timeUp';
    const moveTo = (where: number) => script(t, { kind: 'moving', round: where, from: soon }, t.changeover);
    switch (command.kind) {
      case 'pause':
        return Number.isFinite(to)
          ? [{ ...open('paused', round, now), of: current, left: to - Math.max(now, from) }]
          : null;
      case 'resume':
        return this.resumed(now);
      case 'addMinutes':
        return this.lengthened(command.minutes * 60_000, now);
      case 'giveBack':
        return this.lengthened(command.milliseconds, now);
      case 'next':
        if (kind === 'paused') return this.resumed(now);
        if (kind === 'moving' || kind === 'ready') return script(t, { kind: 'talking', round, from: soon }, t.talk);
        return kind === 'talking' || kind === 'timeUp' || kind === 'agenda' ? this.stepped(now) : null;
      case 'moveNow': {
        const next = left.kind === 'agenda' ? round || left.round : toGo(t).find((one) => talked && one > left.round);
        return next === undefined || next > t.rounds || next === 1 || !(talked || left.kind === 'agenda')
          ? null
          : moveTo(left.kind === 'agenda' ? left.round : next);
      }
      case 'endRound':
        return kind === 'talking' ? [open('timeUp', round, now)] : null;
      case 'restartRound':
        return talked ? script(t, { kind: 'talking', round: left.round, from: now }, t.talk) : null;
      case 'back': {
        const before = toGo(t)
          .filter((one) => one < left.round)
          .at(-1);
        return before === undefined || kind === 'doors' || kind === 'finished' ? null : moveTo(before);
      }
      case 'allHere': {
        const early = now < from + 20_000 || to - now <= 2_500 || t.talkBegins === 'hold';
        if (kind !== 'moving' || command.round !== round || early) return null;
        return script(t, { kind: 'talking', round, from: soon }, t.talk);
      }
      case 'finish':
        return kind === 'doors' || kind === 'finished' ? null : [open('finished', 0, now)];
      default:
        return null;
    }
  }

  /** Next out of a talk or an item of the agenda: announced, but the end comes at once. */
  private stepped(now: number): Iterable<Segment> {
    const { t } = this.state;
    const { kind, round, item } = this.now;
    const on =
      kind === 'agenda'
        ? onwards(t, round, now + 2_500, (item ?? 0) + 1)
        : onwards(t, toGo(t).find((next) => next > round) ?? t.rounds + 1, now + 2_500, itemsUpTo(t, round));
    const segments = [...on];
    return segments[0]?.kind === 'finished' ? [open('finished', 0, now)] : segments;
  }

  private resumed(now: number): Iterable<Segment> | null {
    const { of, left } = this.now;
    return of && left !== undefined ? script(this.state.t, { ...of, from: now }, left) : null;
  }

  private lengthened(extra: number, now: number): Iterable<Segment> | null {
    const { kind, round, from, to, left } = this.now;
    if (kind === 'paused' && left !== undefined) return left + extra > 0 ? [{ ...this.now, left: left + extra }] : null;
    if (kind === 'timeUp' || kind === 'ready') {
      const again = kind === 'timeUp' ? 'talking' : 'moving';
      return extra > 0 ? script(this.state.t, { kind: again, round, from: now }, extra) : null;
    }
    if (!Number.isFinite(to) || to + extra <= Math.max(now, from)) return null;
    return script(this.state.t, this.now, to + extra - from);
  }
}
