import type { Moment, PersonCommand } from '@lapwing/shared/live/state';
import { Icon, type IconName } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { KeyCap } from '../shell/KeyCap.tsx';
import { say, t } from '../words.ts';
import type { ClockAction } from './clock-actions.ts';
import type { LiveControl } from './live-control.ts';
import { namesOf } from './names.ts';
import { giveFocusBack, isWaiting } from './transport-button.ts';
import { undoSentence, undoTarget } from './undo-sentence.ts';

interface ButtonProps {
  readonly control: LiveControl;
  readonly action: ClockAction;
  readonly kinds: readonly PersonCommand['kind'][];
  readonly fits?: (command: PersonCommand) => boolean;
  readonly icon: IconName;
  readonly words: string;
  readonly hint: string;
  readonly label?: string;
  readonly extra?: string;
  /** For a button that stays pressed. */
  readonly on?: boolean;
}

function ClockButton({ control, action, kinds, fits, icon, words, hint, label, extra = '', on }: ButtonProps) {
  const { busy, slow } = isWaiting(control.press.state.value, kinds, fits);
  return (
    <button
      type="button"
      class={`clock-button ${extra} ${slow ? 'slow' : ''}`}
      aria-label={label}
      aria-pressed={on}
      aria-keyshortcuts={hint === '−' ? '-' : hint}
      aria-disabled={!control.can(action)}
      aria-busy={busy}
      onClick={(event) => {
        control.act(action);
        giveFocusBack(event);
      }}
    >
      <Icon name={icon} /> {words} <KeyCap name={hint} />
    </button>
  );
}

const more = (command: PersonCommand): boolean => command.kind === 'addMinutes' && command.minutes > 0;
const less = (command: PersonCommand): boolean => command.kind === 'addMinutes' && command.minutes < 0;

/** The buttons below the next step, always in the same places. Resume is the next step while the evening is paused. */
export function TransportButtons({
  store,
  control,
  moment,
}: {
  store: EventStore;
  control: LiveControl;
  moment: Moment;
}) {
  const paused = moment.phase.kind === 'paused';
  const undo = undoTarget(store.log.value);
  return (
    <div class="clock-buttons">
      <ClockButton
        {...{ control, action: 'pause', kinds: ['pause', 'resume'], hint: 'P' }}
        icon="pause"
        words={t('clock.pause')}
        on={paused}
      />
      <ClockButton
        {...{ control, action: 'plus', kinds: ['addMinutes'], fits: more, icon: 'plus', hint: '+' }}
        words={t('clock.minute')}
        label={t('clock.plus.label')}
      />
      <ClockButton
        {...{ control, action: 'minus', kinds: ['addMinutes'], fits: less, icon: 'minus', hint: '−' }}
        words={t('clock.minute')}
        label={t('clock.minus.label')}
      />
      <ClockButton
        {...{ control, action: 'endRound', kinds: ['endRound'], icon: 'skip', hint: 'E' }}
        words={t('clock.end-round')}
      />
      <ClockButton
        {...{ control, action: 'undo', kinds: ['undo'], icon: 'undo', hint: 'Z', extra: 'undo' }}
        words={say(undoSentence(undo, namesOf(store)))}
      />
    </div>
  );
}
