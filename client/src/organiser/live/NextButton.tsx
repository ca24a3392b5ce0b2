import type { Moment } from '@lapwing/shared/live/state';
import { nextStep } from '@lapwing/shared/live/timeline';
import { Icon } from '../../kit/Icon.tsx';
import { KeyCap } from '../shell/KeyCap.tsx';
import { say } from '../words.ts';
import type { LiveControl } from './live-control.ts';
import { nextSentence } from './phase-sentences.ts';
import { giveFocusBack, isWaiting } from './transport-button.ts';

const ICONS = { start: 'play', move: 'walk', agenda: 'walk', talk: 'play', finish: 'stop', resume: 'play' } as const;

/** The one next step: always here, always the key N. */
export function NextButton({ control, moment }: { control: LiveControl; moment: Moment }) {
  const step = nextStep(moment);
  const words = nextSentence(moment);
  if (step === null || words === null) return null;
  const waiting = isWaiting(control.press.state.value, 'next');
  // something else comes first, and the panel below says what: the signal colour would lead past it
  const refused = step === 'start' && control.offerRefusal.value !== null;
  return (
    <button
      type="button"
      class={`next ${waiting.slow ? 'slow' : ''} ${refused ? 'refused' : ''}`}
      aria-keyshortcuts="N"
      aria-disabled={!control.can('next')}
      aria-busy={waiting.busy}
      onClick={(event) => {
        control.act('next');
        giveFocusBack(event);
      }}
    >
      <Icon name={ICONS[step]} />
      <span>{say(words)}</span>
      <KeyCap name="N" />
    </button>
  );
}
