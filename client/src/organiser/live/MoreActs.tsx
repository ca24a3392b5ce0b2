import type { Moment } from '@lapwing/shared/live/state';
import { nextStep, previousRound } from '@lapwing/shared/live/timeline';
import type { LogEntry } from '@lapwing/shared/protocol/api';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../../kit/Icon.tsx';
import { KeyCap } from '../shell/KeyCap.tsx';
import { say, t } from '../words.ts';
import type { Names } from './change-sentence.ts';
import { type ClockAction, roundToSkip } from './clock-actions.ts';
import type { LiveControl } from './live-control.ts';
import { logSentence } from './log-sentence.ts';
import { redoTarget } from './redo.ts';

interface Act {
  readonly action: ClockAction;
  readonly words: string;
  readonly icon: IconName;
  readonly hint?: string;
}

interface Props {
  readonly control: LiveControl;
  readonly moment: Moment;
  readonly log: readonly LogEntry[];
  readonly names: Names;
}

/** The rarer acts of the clock, behind one button. Every one of them can be taken back. */
export function MoreActs({ control, moment, log, names }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  /** What had the focus in the list is about to be hidden with it. */
  const close = (): void => {
    if (box.current?.querySelector('ul')?.contains(document.activeElement))
      box.current.querySelector('button')?.focus();
    setOpen(false);
  };
  // with the list itself: whoever presses at once is heard
  useLayoutEffect(() => {
    if (!open) return;
    box.current?.querySelector('ul')?.scrollIntoView({ block: 'nearest' });
    const leave = (event: Event): void => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)) {
        close();
      }
    };
    addEventListener('pointerdown', leave);
    addEventListener('keydown', leave);
    return () => {
      removeEventListener('pointerdown', leave);
      removeEventListener('keydown', leave);
    };
  }, [open]);
  return (
    <div class="more-acts" ref={box}>
      <button type="button" class="clock-button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t('clock.more')}
      </button>
      <ul id={id} hidden={!open}>
        {[...actsOf(moment), redoAct(log, names)].map(({ action, words, icon, hint }) => (
          <li key={action}>
            <button
              type="button"
              aria-keyshortcuts={hint?.replace(' ', '+')}
              aria-disabled={!control.can(action)}
              onClick={() => {
                control.act(action);
                close();
              }}
            >
              <Icon name={icon} /> <span class="words">{words}</span> {hint ? <KeyCap name={hint} /> : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function actsOf(moment: Moment): Act[] {
  const { phase, timings, blank } = moment;
  const current = phase.kind === 'paused' ? phase.of : phase;
  const round = 'round' in current ? current.round : 0;
  const back = previousRound(round, timings);
  const acts: Act[] = [
    { action: 'endRound', words: t('clock.end-round'), icon: 'stop', hint: 'E' },
    { action: 'plusFive', words: t('clock.plus-five'), icon: 'plus' },
    { action: 'minusFive', words: t('clock.minus-five'), icon: 'minus' },
    { action: 'restartRound', words: t('clock.restart', { round }), icon: 'play', hint: 'R' },
    { action: 'skip', words: t('clock.skip', { round: roundToSkip(moment) ?? 0 }), icon: 'skip', hint: 'S' },
  ];
  if (back !== null) acts.push({ action: 'back', words: t('clock.back', { round: back }), icon: 'undo' });
  if (nextStep(moment) !== 'move') acts.push({ action: 'moveNow', words: t('next.move'), icon: 'walk' });
  acts.push({ action: 'blank', words: t(blank ? 'clock.unblank' : 'clock.blank'), icon: 'blank', hint: 'B' });
  acts.push({ action: 'finish', words: t('live.finish'), icon: 'after' });
  return acts;
}

function redoAct(log: readonly LogEntry[], names: Names): Act {
  const target = redoTarget(log);
  const words = target ? t('redo.what', { what: say(logSentence(target.entry, names)) }) : t('redo.plain');
  return { action: 'redo', words, icon: 'redo', hint: 'Shift Z' };
}
