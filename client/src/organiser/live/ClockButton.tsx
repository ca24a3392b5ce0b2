import { Icon, type IconName } from '../../kit/Icon.tsx';
import { KeyCap } from '../shell/KeyCap.tsx';
import type { ClockAction } from './clock-actions.ts';
import type { LiveControl } from './live-control.ts';
import { giveFocusBack, isWaiting } from './transport-button.ts';

interface ButtonProps {
  readonly control: LiveControl;
  /** Left out for a button that opens something. */
  readonly action?: ClockAction;
  /** What it does instead while Shift is held. */
  readonly withShift?: ClockAction;
  readonly icon: IconName;
  readonly words: string;
  readonly hint?: string;
  readonly label?: string;
  readonly extra?: string;
  /** For a button that stays pressed. */
  readonly on?: boolean;
  readonly onPress?: () => void;
}

/** One act of the clock: its key beside it, a pressed look while its command is on the way. */
export function ClockButton(props: ButtonProps) {
  const { control, action, withShift, icon, words, hint, label, extra = '', on, onPress } = props;
  const { busy, slow } = action ? isWaiting(control.press.state.value, action) : { busy: false, slow: false };
  return (
    <button
      type="button"
      class={`clock-button ${extra} ${slow ? 'slow' : ''}`}
      aria-label={label}
      aria-pressed={on}
      aria-keyshortcuts={hint === '−' ? '-' : hint}
      aria-disabled={action === undefined ? undefined : !control.can(action)}
      aria-busy={busy}
      onClick={(event) => {
        if (action) control.act(event.shiftKey && withShift ? withShift : action);
        onPress?.();
        giveFocusBack(event);
      }}
    >
      <Icon name={icon} /> <span class="words">{words}</span> {hint === undefined ? null : <KeyCap name={hint} />}
    </button>
  );
}
