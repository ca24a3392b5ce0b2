import { after, between, type Duration, type Instant, milliseconds } from '../kernel/time.ts';
import type { AgendaItem, Announcement, Moment, Phase, TimedPhase, Timings } from './state.ts';

export type AgendaPhase = Extract<TimedPhase, { kind: 'agenda' }>;

export const isTimed = (phase: Phase): phase is TimedPhase =>
  phase.kind === 'talking' || phase.kind === 'moving' || phase.kind === 'agenda';

export const talking = (round: number, startsAt: Instant, length: Duration): TimedPhase => ({
  kind: 'talking',
  round,
  startsAt,
  endsAt: after(startsAt, length),
});

export const moving = (round: number, startsAt: Instant, length: Duration): TimedPhase => ({
  kind: 'moving',
  round,
  startsAt,
  endsAt: after(startsAt, length),
});

/** The round after `round` that is not left out; null when there is none. From 0: the first. */
export function nextRound(round: number, { rounds, skipped }: Timings): number | null {
  for (let next = round + 1; next <= rounds; next++) if (!skipped.includes(next)) return next;
  return null;
}

/** The round before `round` that was not left out; null when there is none. */
export function previousRound(round: number, { skipped }: Timings): number | null {
  for (let before = round - 1; before >= 1; before--) if (!skipped.includes(before)) return before;
  return null;
}

/** What follows round `round` (0: *Start*) when its talk ends at `at` and nobody holds the night back. */
export function afterRound(round: number, at: Instant, timings: Timings): Phase {
  const coming = nextRound(round, timings) ?? timings.rounds + 1;
  const item = timings.agenda.findIndex(({ afterRound: after }) => after >= round && after < coming);
  return item < 0 ? comingRound(coming, at, timings) : agenda(item, coming, at, timings);
}

const agenda = (item: number, round: number, startsAt: Instant, { agenda: items }: Timings): TimedPhase => {
  const { title, length } = items[item] as AgendaItem;
  return { kind: 'agenda', title, item, round, startsAt, endsAt: after(startsAt, length) };
};

/** Into `round`: by moving, but for round 1, at whose tables people sit already; after the last there is none. */
function comingRound(round: number, at: Instant, timings: Timings): Phase {
  if (round > timings.rounds) return { kind: 'finished', at };
  if (round === 1) return talking(round, at, timings.talk);
  return moving(round, at, timings.changeover);
}

/** What follows an item of the agenda: another one at the same place, or the round that comes. */
export function afterAgenda(phase: AgendaPhase, at: Instant, timings: Timings): Phase {
  const following = phase.item + 1;
  const item = timings.agenda[following];
  if (item && item.afterRound < phase.round) return agenda(following, phase.round, at, timings);
  return comingRound(phase.round, at, timings);
}

/** What the clock makes of a timed phase at its end. */
function afterPhase(phase: TimedPhase, timings: Timings): Phase {
  switch (phase.kind) {
    case 'talking':
      return timings.boundary === 'hold'
        ? { kind: 'timeUp', round: phase.round, since: phase.endsAt }
        : afterRound(phase.round, phase.endsAt, timings);
    case 'agenda':
      return afterAgenda(phase, phase.endsAt, timings);
    case 'moving':
      return timings.talkBegins === 'hold'
        ? { kind: 'ready', round: phase.round, since: phase.endsAt }
        : talking(phase.round, phase.endsAt, timings.talk);
  }
}

/** Enters `phase`: remembers when a round began to talk, and what screens show until an announced start. */
export function entered(moment: Moment, phase: Phase, before: Phase | null): Moment {
  if (phase.kind !== 'talking' || moment.begun.length >= phase.round) return { ...moment, phase, before };
  const leftOut = Array.from({ length: phase.round - 1 - moment.begun.length }, () => null);
  return { ...moment, phase, before, begun: [...moment.begun, ...leftOut, phase.startsAt] };
}

/**
 * Where the night stands at `now` when only the clock acts. Screens call it too: planned ends need no message.
 * Pure and idempotent; never goes back.
 */
export function advance(moment: Moment, now: Instant): Moment {
  let current = moment;
  while (isTimed(current.phase) && current.phase.endsAt <= now) {
    current = entered(current, afterPhase(current.phase, current.timings), null);
  }
  return current;
}

/** The instant at which the clock changes the phase by itself, or null. */
export const nextDeadline = (moment: Moment): Instant | null => (isTimed(moment.phase) ? moment.phase.endsAt : null);

/** The phase that screens show at `now`: the coming one is announced a little before it starts. */
export function phaseShown(moment: Moment, now: Instant): Phase {
  const { phase, before } = moment;
  return before !== null && isTimed(phase) && now < phase.startsAt ? before : phase;
}

/** Time until the announced flip, or null when none is ahead. */
export function untilFlip(moment: Moment, now: Instant): Duration | null {
  const { phase, before } = moment;
  return before !== null && isTimed(phase) && now < phase.startsAt ? between(now, phase.startsAt) : null;
}

/** Time left in a phase, never negative; null where nothing counts down. A paused phase keeps what it had. */
export function timeLeft(phase: Phase, now: Instant): Duration | null {
  if (phase.kind === 'paused') return phase.remaining;
  if (!isTimed(phase)) return null;
  const from = now < phase.startsAt ? phase.startsAt : now;
  return milliseconds(Math.max(0, between(from, phase.endsAt)));
}

/** Words of the organiser that screens show at `now`; null when there are none, or none any more. */
export const announcementShown = ({ announcement }: Moment, now: Instant | null): Announcement | null =>
  announcement?.until != null && now !== null && announcement.until <= now ? null : announcement;

/** The round that is talking, or was when the night paused or time ran out; null between rounds. */
export function roundOf(phase: Phase): number | null {
  if (phase.kind === 'talking' || phase.kind === 'timeUp') return phase.round;
  if (phase.kind === 'paused' && phase.of.kind === 'talking') return phase.of.round;
  return null;
}

/** The round that a screen is about: the one talking or paused, or the one that comes; null where no round is near. */
export function roundShown(phase: Phase, { rounds }: Timings): number | null {
  const timed = phase.kind === 'paused' ? phase.of : phase;
  if (timed.kind === 'doors' || timed.kind === 'finished') return null;
  return timed.round > rounds ? null : timed.round;
}

/** What the one big button does now. `agenda`: welcome, panel, break or free talk, see `comingAgenda`. */
export type NextStep = 'start' | 'move' | 'agenda' | 'talk' | 'finish' | 'resume';

export function nextStep(moment: Moment): NextStep | null {
  const { phase, timings } = moment;
  switch (phase.kind) {
    case 'doors':
      return 'start';
    case 'paused':
      return 'resume';
    case 'finished':
      return null;
    case 'moving':
    case 'ready':
      return 'talk';
    case 'agenda':
    case 'talking':
    case 'timeUp':
      return stepInto(following(phase, phase.kind === 'timeUp' ? phase.since : phase.endsAt, timings));
  }
}

/** What comes after a talk, its end or an item of the agenda. */
export const following = (
  phase: AgendaPhase | { readonly kind: 'talking' | 'timeUp'; readonly round: number },
  at: Instant,
  timings: Timings,
): Phase => (phase.kind === 'agenda' ? afterAgenda(phase, at, timings) : afterRound(phase.round, at, timings));

/** The item of the agenda that *Next* would begin, or null. */
export function comingAgenda({ phase, timings }: Moment): AgendaItem | null {
  if (phase.kind !== 'talking' && phase.kind !== 'timeUp' && phase.kind !== 'agenda') return null;
  const next = following(phase, phase.kind === 'timeUp' ? phase.since : phase.endsAt, timings);
  return next.kind === 'agenda' ? (timings.agenda[next.item] ?? null) : null;
}

function stepInto({ kind }: Phase): NextStep {
  if (kind === 'agenda') return 'agenda';
  if (kind === 'finished') return 'finish';
  return kind === 'talking' ? 'talk' : 'move';
}
