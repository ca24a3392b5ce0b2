import type { EveningSettings } from '@lapwing/shared/event/event';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { RunStep } from '@lapwing/shared/paper/run-sheet';
import { type Sentence, sentence } from '../sentence.ts';

/**
 * What a step of the evening is called, and what to say when it comes.
 * @param clock puts an instant into words, e.g. "19:38"
 */
export function stepWords(
  step: RunStep,
  { rounds, roundMinutes, whoMoves }: EveningSettings,
  clock: (at: Instant) => string,
): { readonly what: Sentence; readonly words: Sentence } {
  switch (step.kind) {
    case 'doors':
      return { what: sentence('print.doors'), words: sentence('print.doors.say') };
    case 'agenda': {
      const values = { rounds, minutes: roundMinutes, until: clock(step.until) };
      return { what: sentence(`print.${step.title}`), words: sentence(`print.${step.title}.say`, values) };
    }
    case 'round': {
      const { round, movesAt, last } = step;
      const what = sentence('print.round', { round });
      if (movesAt === null) return { what, words: sentence('print.round.sit', { round }) };
      return { what, words: sentence(`print.round.${whoMoves}`, { round, last: String(last) }) };
    }
    case 'end':
      return { what: sentence('print.end'), words: sentence('print.end.say') };
  }
}
