import { type EveningSettings, plannedMinutes } from '@lapwing/shared/event/event';
import { after, type Instant, minutes } from '@lapwing/shared/kernel/time';
import type { EveningLine } from '@lapwing/shared/live/evening-line';
import type { Moment, Phase, TimedPhase, Timings } from '@lapwing/shared/live/state';
import { comingAgenda, following, nextStep } from '@lapwing/shared/live/timeline';
import { type Sentence, sentence } from '../sentence.ts';

/** The words on the one big button. Null when nothing is left to do. */
export function nextSentence(moment: Moment): Sentence | null {
  const step = nextStep(moment);
  if (step === null) return null;
  const { phase, timings } = moment;
  if (step === 'agenda') return sentence('next.agenda', { title: comingAgenda(moment)?.title });
  if (step === 'start') {
    const first = following({ kind: 'timeUp', round: 0 }, startOfTime, timings);
    return first.kind === 'agenda'
      ? sentence('next.agenda', { title: first.title })
      : sentence('next.start', { round: 1 });
  }
  const round = phase.kind === 'moving' || phase.kind === 'ready' || phase.kind === 'agenda' ? phase.round : 0;
  return sentence(`next.${step}`, { round });
}
/** What follows does not depend on when. */
const startOfTime = 0 as Instant;

/** Where the evening is, as the heading of the transport card. */
export function phaseSentence(phase: Phase, rounds: number): Sentence {
  switch (phase.kind) {
    case 'doors':
      return sentence('phase.doors');
    case 'talking':
      return sentence('phase.talking', { round: phase.round, rounds });
    case 'moving':
      return sentence('phase.moving', { round: phase.round, rounds });
    case 'ready':
      return sentence('phase.ready', { round: phase.round, rounds });
    case 'agenda':
      return sentence(`agenda.${phase.title}`);
    case 'timeUp':
      return sentence('phase.time-up', { round: phase.round, rounds });
    case 'paused':
      return pausedSentence(phase.of, rounds);
    case 'finished':
      return sentence('phase.finished');
  }
}

function pausedSentence(of: TimedPhase, rounds: number): Sentence {
  if (of.kind === 'agenda') return sentence('phase.paused.agenda', { title: of.title });
  return sentence(of.kind === 'moving' ? 'phase.paused.moving' : 'phase.paused.talking', { round: of.round, rounds });
}

/**
 * What comes after this phase: "Then 2 minutes to move. Round 4 at 19:38".
 * @param clock puts an instant into words, e.g. "19:38"
 */
export function thenSentence(moment: Moment, line: EveningLine, clock: (at: Instant) => string): Sentence | null {
  const { phase, timings } = moment;
  const startOf = (round: number): string => {
    const station = line.stations.find((one) => one.round === round);
    return station ? clock(station.startsAt) : '';
  };
  const current = phase.kind === 'paused' ? phase.of : phase;
  switch (current.kind) {
    case 'doors':
      return sentence('then.doors', { at: startOf(line.stations[0]?.round ?? 1) });
    case 'finished':
      return null;
    case 'moving':
      if (timings.talkBegins === 'hold') return sentence('then.hold');
      return sentence('then.talking', { round: current.round, at: startOf(current.round) });
    case 'ready':
      return sentence('then.wait.talk');
    case 'timeUp': {
      const isLast = following(current, current.since, timings).kind === 'finished';
      return sentence(isLast ? 'then.wait.finish' : 'then.wait');
    }
    case 'talking':
      if (following(current, current.endsAt, timings).kind === 'finished') return sentence('then.last');
      if (timings.boundary === 'hold') return sentence('then.hold');
      return follows(following(current, current.endsAt, timings), timings, startOf);
    case 'agenda':
      return follows(following(current, current.endsAt, timings), timings, startOf);
  }
}

/** What comes by itself when the clock has run down. */
function follows(next: Phase, timings: Timings, startOf: (round: number) => string): Sentence | null {
  switch (next.kind) {
    case 'moving':
      return sentence('then.move', {
        minutes: timings.changeover / 60_000,
        round: next.round,
        at: startOf(next.round),
      });
    case 'talking':
      return sentence('then.talking', { round: next.round, at: startOf(next.round) });
    case 'agenda': {
      const values = { title: next.title, minutes: (next.endsAt - next.startsAt) / 60_000 };
      if (next.round > timings.rounds) return sentence('then.agenda', values);
      return sentence('then.agenda.round', { ...values, round: next.round, at: startOf(next.round) });
    }
    default:
      return sentence('then.finish');
  }
}

/** The latest lateness worth a comparison: beyond it the evening is simply on another day than planned. */
const COMPARABLE_MINUTES = 600;

/** Whole minutes by which the evening ends after its plan, negative for before; null when they are not comparable. */
export function minutesLate({ finishesAt }: Pick<EveningLine, 'finishesAt'>, settings: EveningSettings): number | null {
  const planned = after(settings.startsAt, minutes(plannedMinutes(settings)));
  const late = Math.round((finishesAt - planned) / 60_000);
  return Math.abs(late) > COMPARABLE_MINUTES ? null : late;
}

/** "Finish 20:12, 2 minutes later than planned." */
export function finishSentence(line: EveningLine, settings: EveningSettings, clock: (at: Instant) => string): Sentence {
  const late = minutesLate(line, settings);
  const at = clock(line.finishesAt);
  if (late === null) return sentence('finish.plain', { at });
  if (late === 0) return sentence('finish.planned', { at });
  return late > 0
    ? sentence('finish.later', { at, minutes: late })
    : sentence('finish.earlier', { at, minutes: -late });
}
