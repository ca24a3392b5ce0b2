import type { Moment } from '@lapwing/shared/live/state';
import type { EventStore } from '../event-store.ts';
import { say, t } from '../words.ts';
import { ClockButton } from './ClockButton.tsx';
import type { LiveControl } from './live-control.ts';
import { MoreActs } from './MoreActs.tsx';
import { namesOf } from './names.ts';
import type { Open } from './open-dialog.ts';
import { undoSentence, undoTarget } from './undo-sentence.ts';

interface Props {
  readonly store: EventStore;
  readonly control: LiveControl;
  readonly moment: Moment;
  readonly open: Open;
}

/** The buttons below the next step, always in the same places. Resume is the next step while the evening is paused. */
export function TransportButtons({ store, control, moment, open }: Props) {
  const paused = moment.phase.kind === 'paused';
  const names = namesOf(store);
  const undo = say(undoSentence(undoTarget(store.log.value), names));
  return (
    <div class="clock-buttons">
      <div class="clock-first">
        <ClockButton {...{ control, action: 'pause', hint: 'P', icon: 'pause', on: paused }} words={t('clock.pause')} />
        <ClockButton
          {...{ control, action: 'plus', withShift: 'plusFive', icon: 'plus', hint: '+' }}
          words={t('clock.minute')}
          label={t('clock.plus.label')}
        />
        <ClockButton
          {...{ control, action: 'minus', withShift: 'minusFive', icon: 'minus', hint: '−' }}
          words={t('clock.minute')}
          label={t('clock.minus.label')}
        />
        <ClockButton {...{ control, action: 'undo', icon: 'undo', hint: 'Z', extra: 'undo' }} words={undo} />
      </div>
      <ClockButton
        {...{ control, icon: 'message', hint: 'M' }}
        words={t('clock.message')}
        onPress={() => open({ kind: 'message' })}
      />
      <MoreActs {...{ control, moment, names }} log={store.log.value} />
    </div>
  );
}
