import type { EveningSettings } from '@lapwing/shared/event/event';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Moment } from '@lapwing/shared/live/state';
import type { RunStep } from '@lapwing/shared/paper/run-sheet';
import type { Shown } from '../../kit/live-model.ts';
import { type Sentence, sentence } from '../sentence.ts';

/** What whoever has the microphone says at this moment; `quiet`: nothing, people are talking. */
export interface GuideLine {
  readonly quiet: boolean;
  readonly words: Sentence;
}

const MINUTE_MS = 60_000;
/** So long after a talk began there is still something to say. */
const OPENING_MS = 30_000;
/** So long before the end of a move people are asked to sit down. */
const SIT_DOWN_MS = 20_000;
/** So long before the start people are sent to their tables. */
const TO_TABLES_MS = 5 * MINUTE_MS;

const say = (words: Sentence): GuideLine => ({ quiet: false, words });

/** The line for what is on screen now. @param clock puts an instant into words, e.g. "19:38" */
export function guideLine(
  { phase, left }: Shown,
  { announcement }: Moment,
  settings: EveningSettings,
  now: Instant,
  clock: (at: Instant) => string,
): GuideLine {
  if (announcement?.kind === 'stop') {
    return say(
      announcement.text === '' ? sentence('guide.stop') : sentence('guide.words', { text: announcement.text }),
    );
  }
  switch (phase.kind) {
    case 'doors': {
      const { startsAt } = settings;
      const soon = startsAt - now <= TO_TABLES_MS;
      return say(sentence(soon ? 'guide.doors.soon' : 'guide.doors', { at: clock(startsAt) }));
    }
    case 'agenda': {
      const { rounds, roundMinutes } = settings;
      return say(sentence(`print.${phase.title}.say`, { rounds, minutes: roundMinutes, until: clock(phase.endsAt) }));
    }
    case 'talking': {
      if (left !== null && left <= MINUTE_MS) return say(sentence('guide.minute'));
      if (now - phase.startsAt < OPENING_MS) return say(roundLine(phase.round, false, settings));
      return { quiet: true, words: sentence('guide.quiet') };
    }
    case 'moving':
      if (left !== null && left <= SIT_DOWN_MS) return say(sentence('guide.sit'));
      return say(roundLine(phase.round, true, settings));
    case 'timeUp':
      return say(sentence('guide.time-up'));
    case 'ready':
      return say(sentence('guide.sit'));
    case 'paused':
      return say(sentence('guide.paused'));
    case 'finished':
      return say(sentence('guide.finished'));
  }
}

/** What is said when a round comes: where everybody sits already, and where people move to it. */
export function roundLine(round: number, moves: boolean, { whoMoves }: Pick<EveningSettings, 'whoMoves'>): Sentence {
  if (!moves) return sentence('guide.talk', { round });
  return sentence(whoMoves === 'mentors' ? 'guide.move.mentors' : 'guide.move');
}

/** When a step of the evening has to be said. */
export const saidAt = (step: RunStep): Instant =>
  step.kind === 'doors' ? step.until : step.kind === 'round' ? (step.movesAt ?? step.at) : step.at;

/** The next two things to say after now. */
export const comingSteps = (steps: readonly RunStep[], now: Instant): readonly RunStep[] =>
  steps.filter((step) => step.kind !== 'doors' && saidAt(step) > now).slice(0, 2);
