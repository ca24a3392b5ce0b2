import type { Phase } from '@lapwing/shared/live/state';
import type { LogEntry } from '@lapwing/shared/protocol/api';
import { type Sentence, sentence } from '../sentence.ts';
import { changeSentence, type Names } from './change-sentence.ts';

/** The act that *Undo* would take back now; null when there is none. */
export const undoTarget = (log: readonly LogEntry[]): LogEntry | null => log.find(({ undoable }) => undoable) ?? null;

/** What the undo button says it takes back: "Undo +1 min", "Undo: table 5 closed". */
export function undoSentence(target: Pick<LogEntry, 'command' | 'phase'> | null, names: Names): Sentence {
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
    case 'replan':
      return changeSentence(command.change, names, 'undo');
    case 'skip':
      return sentence('undo.skip', { round: command.round });
    case 'blank':
      return sentence(command.on ? 'undo.blank' : 'undo.blank.off');
    case 'undo':
    case 'retime':
    case 'allHere':
      return sentence('undo.plain');
    default:
      return sentence(`undo.${command.kind}`);
  }
}

function undoOfStep(phase: Phase): Sentence {
  if (phase.kind === 'moving') return sentence('undo.move');
  if (phase.kind === 'agenda') return sentence('undo.agenda', { title: phase.title });
  if (phase.kind === 'finished') return sentence('undo.finish');
  return phase.kind === 'talking' ? sentence('undo.talk', { round: phase.round }) : sentence('undo.plain');
}
