import { secondsLeft } from '@lapwing/shared/clock/remaining';
import type { Duration } from '@lapwing/shared/kernel/time';
import type { Phase } from '@lapwing/shared/live/state';
import { t as kitWord } from '../kit/kit-words.ts';
import { groundOf } from './display-view.ts';
import { t } from './words.ts';

/** The announced start, 2.5 s long: the coming ground slides in behind a large 3, 2, 1. */
export function Flip({ coming, left, mentors }: { coming: Phase; left: Duration; mentors: boolean }) {
  return (
    <div class="flip" data-ground={groundOf(coming)}>
      <p class="flip-words k-face">{comingWords(coming, mentors)}</p>
      <p class="flip-figure k-face k-num">{secondsLeft(left)}</p>
    </div>
  );
}

function comingWords(coming: Phase, mentors: boolean): string {
  if (coming.kind === 'moving') return t(mentors ? 'display.move.mentors' : 'display.move');
  if (coming.kind === 'agenda') return kitWord(`kit.agenda.${coming.title}`);
  return coming.kind === 'talking' ? t('display.flip.talk', { round: coming.round }) : '';
}
