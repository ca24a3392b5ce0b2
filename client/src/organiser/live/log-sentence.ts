import type { Phase } from '@lapwing/shared/live/state';
import type { LogEntry } from '@lapwing/shared/protocol/api';
import { type Sentence, sentence } from '../sentence.ts';

/** Where a step led, said as something that happened. */
function arrived(phase: Phase): Sentence {
  switch (phase.kind) {
    case 'talking':
      return sentence('log.talking', { round: phase.round });
    case 'moving':
      return sentence('log.moving', { round: phase.round });
    case 'agenda':
      return sentence('log.break');
    case 'timeUp':
      return sentence('log.time-up', { round: phase.round });
    case 'finished':
      return sentence('log.finished');
    case 'paused':
      return sentence('log.pause');
    case 'doors':
      return sentence('log.doors');
  }
}

/** One line of the log, without time and name. */
export function logSentence({ command, phase }: Pick<LogEntry, 'command' | 'phase'>): Sentence {
  switch (command.kind) {
    case 'addMinutes':
      return command.minutes > 0
        ? sentence('log.more', { minutes: command.minutes })
        : sentence('log.less', { minutes: -command.minutes });
    case 'pause':
      return sentence('log.pause');
    case 'resume':
      return sentence('log.resume');
    case 'endRound':
      return sentence('log.end-round', { round: phase.kind === 'timeUp' ? phase.round : 0 });
    case 'undo':
      return sentence('log.undo');
    case 'publish':
      return sentence('log.publish', { version: command.planVersion });
    case 'retime':
      return sentence('log.retime');
    case 'start':
    case 'next':
    case 'moveNow':
    case 'finish':
    case 'timeUp':
      return arrived(phase);
  }
}

/** The act that *Undo* would take back now; null when there is none. */
export const undoTarget = (log: readonly LogEntry[]): LogEntry | null => log.find(({ undoable }) => undoable) ?? null;

/** What the undo button says it takes back: "Undo +1 min". */
export function undoSentence(target: Pick<LogEntry, 'command' | 'phase'> | null): Sentence {
  if (target === null) return sentence('undo.plain');
  const { command } = target;
  switch (command.kind) {
    case 'addMinutes':
      return command.minutes > 0
        ? sentence('undo.more', { minutes: command.minutes })
        : sentence('undo.less', { minutes: -command.minutes });
    case 'next':
    case 'timeUp':
      return undoOfStep(target.phase);
    case 'moveNow':
      return sentence('undo.move');
    case 'publish':
    case 'start':
    case 'pause':
    case 'resume':
    case 'endRound':
    case 'finish':
      return sentence(`undo.${command.kind}`);
    case 'undo':
    case 'retime':
      return sentence('undo.plain');
  }
}

function undoOfStep(phase: Phase): Sentence {
  if (phase.kind === 'moving') return sentence('undo.move');
  if (phase.kind === 'agenda') return sentence('undo.break');
  if (phase.kind === 'finished') return sentence('undo.finish');
  return phase.kind === 'talking' ? sentence('undo.talk', { round: phase.round }) : sentence('undo.plain');
}
