import { Icon } from '../../kit/Icon.tsx';
import { t } from '../words.ts';
import type { LiveControl } from './live-control.ts';
import { giveFocusBack, isWaiting } from './transport-button.ts';

/** One press, and everything stands still on every screen. Afterwards the next step is *Resume*. */
export function StopButton({ control }: { control: LiveControl }) {
  const { busy, slow } = isWaiting(control.press.state.value, 'stopAll');
  return (
    <button
      type="button"
      class={slow ? 'stop-all slow' : 'stop-all'}
      aria-disabled={!control.can('stopAll')}
      aria-busy={busy}
      onClick={(event) => {
        control.act('stopAll');
        giveFocusBack(event);
      }}
    >
      <Icon name="stop" /> {t('clock.stop-all')}
    </button>
  );
}
