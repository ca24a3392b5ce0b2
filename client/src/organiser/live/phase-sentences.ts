import { type EveningSettings, plannedMinutes } from '@lapwing/shared/event/event';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { EveningLine } from '@lapwing/shared/live/evening-line';
import type { Moment, Phase, TimedPhase } from '@lapwing/shared/live/state';
import { nextStep } from '@lapwing/shared/live/timeline';
import { type Sentence, sentence } from '../sentence.ts';

/** The words on the one big button. Null when nothing is left to do. */
export function nextSentence(moment: Moment): Sentence | null {
  const step = nextStep(moment);
  if (step === null) return null;
  const { phase } = moment;
  const round = step === 'start' ? 1 : phase.kind === 'moving' ? phase.round : 0;
  return sentence(`next.${step}`, { round });
}

/** Where the evening is, as the heading of the transport card. */
export function phaseSentence(phase: Phase, rounds: number): Sentence {
  switch (phase.kind) {
    case 'doors':
      return sentence('phase.doors');
    case 'talking':
      return sentence('phase.talking', { round: phase.round, rounds });
    case 'moving':
      return sentence('phase.moving', { round: phase.round, rounds });
    case 'agenda':
      return sentence('phase.break');
    case 'timeUp':
      return sentence('phase.time-up', { round: phase.round, rounds });
    case 'paused':
      return pausedSentence(phase.of, rounds);
    case 'finished':
      return sentence('phase.finished');
  }
}

function pausedSentence(of: TimedPhase, rounds: number): Sentence {
  if (of.kind === 'agenda') return sentence('phase.paused.break');
  return sentence(of.kind === 'moving' ? 'phase.paused.moving' : 'phase.paused.talking', { round: of.round, rounds });
}

/**
 * What comes after this phase: "Then 2 minutes to move. Round 4 at 19:38".
 * @param clock puts an instant into words, e.g. "19:38"
 */
export function thenSentence(moment: Moment, line: EveningLine, clock: (at: Instant) => string): Sentence | null {
  const { phase, timings } = moment;
  const startOf = (round: number): string => {
    const station = line.stations[round - 1];
    return station ? clock(station.startsAt) : '';
  };
  const current = phase.kind === 'paused' ? phase.of : phase;
  switch (current.kind) {
    case 'doors':
      return sentence('then.doors', { at: startOf(1) });
    case 'finished':
      return null;
    case 'moving':
      return sentence('then.talking', { round: current.round, at: startOf(current.round) });
    case 'agenda':
      return toMove(current.round, timings.changeover / 60_000, startOf(current.round));
    case 'timeUp':
      return sentence(current.round >= timings.rounds ? 'then.wait.finish' : 'then.wait');
    case 'talking': {
      if (current.round >= timings.rounds) return sentence('then.last');
      if (timings.boundary === 'hold') return sentence('then.hold');
      const next = current.round + 1;
      if (current.round === timings.breakAfterRound) {
        return sentence('then.break', { minutes: timings.breakLength / 60_000, round: next, at: startOf(next) });
      }
      return toMove(next, timings.changeover / 60_000, startOf(next));
    }
  }
}

const toMove = (round: number, minutes: number, at: string): Sentence => sentence('then.move', { minutes, round, at });

/** The latest lateness worth a comparison: beyond it the evening is simply on another day than planned. */
const COMPARABLE_MINUTES = 600;

/** "Finish 20:12, 2 minutes later than planned." */
export function finishSentence(line: EveningLine, settings: EveningSettings, clock: (at: Instant) => string): Sentence {
  const planned = settings.startsAt + plannedMinutes(settings) * 60_000;
  const late = Math.round((line.finishesAt - planned) / 60_000);
  const at = clock(line.finishesAt);
  if (Math.abs(late) > COMPARABLE_MINUTES) return sentence('finish.plain', { at });
  if (late === 0) return sentence('finish.planned', { at });
  return late > 0
    ? sentence('finish.later', { at, minutes: late })
    : sentence('finish.earlier', { at, minutes: -late });
}
