import type { LiveCommand, Phase } from '@lapwing/shared/live/state';
import type { LogEntry } from '@lapwing/shared/protocol/api';
import { type Sentence, sentence } from '../sentence.ts';
import { changeSentence, type Names } from './change-sentence.ts';

/** Where a step led, said as something that happened. */
function arrived(phase: Phase): Sentence {
  switch (phase.kind) {
    case 'talking':
    case 'moving':
    case 'ready':
      return sentence(`log.${phase.kind}`, { round: phase.round });
    case 'agenda':
      return sentence('log.agenda', { title: phase.title });
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
export function logSentence({ command, phase }: Pick<LogEntry, 'command' | 'phase'>, names: Names): Sentence {
  switch (command.kind) {
    case 'endRound':
      return sentence('log.end-round', { round: phase.kind === 'timeUp' ? phase.round : 0 });
    case 'restartRound':
      return sentence('log.restart', { round: phase.kind === 'talking' ? phase.round : 0 });
    case 'back':
      return sentence('log.back', { round: phase.kind === 'moving' ? phase.round : 0 });
    case 'allHere':
      return sentence('log.all-here', { round: command.round });
    case 'replan':
      return changeSentence(command.change, names, 'log');
    case 'start':
    case 'next':
    case 'moveNow':
    case 'finish':
    case 'timeUp':
      return arrived(phase);
    default:
      return actSentence(command);
  }
}

type Step = 'endRound' | 'restartRound' | 'back' | 'allHere' | 'replan' | 'start' | 'next' | 'moveNow' | 'finish';

/** Acts that say the same wherever the evening is. */
function actSentence(command: Exclude<LiveCommand, { readonly kind: Step | 'timeUp' }>): Sentence {
  switch (command.kind) {
    case 'addMinutes':
      return command.minutes > 0
        ? sentence('log.more', { minutes: command.minutes })
        : sentence('log.less', { minutes: -command.minutes });
    case 'giveBack':
      return sentence('log.give-back', { minutes: Math.max(1, Math.round(command.milliseconds / 60_000)) });
    case 'roundLength':
      return sentence('log.round-length', { minutes: command.minutes });
    case 'skip':
      return sentence('log.skip', { round: command.round });
    case 'message':
      return sentence('log.message', { text: command.text });
    case 'blank':
      return sentence(command.on ? 'log.blank' : 'log.blank.off');
    case 'publish':
      return sentence('log.publish', { version: command.planVersion });
    case 'clearMessage':
    case 'stopAll':
    case 'pause':
    case 'resume':
    case 'retime':
    case 'undo':
      return sentence(`log.${command.kind}`);
  }
}
