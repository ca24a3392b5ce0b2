import { milliseconds } from '@lapwing/shared/kernel/time';
import { eveningLine } from '@lapwing/shared/live/evening-line';
import { Countdown } from '../kit/Countdown.tsx';
import { clockText } from '../kit/figures.ts';
import type { DisplayView } from './display-view.ts';
import { Fit } from './Fit.tsx';
import { Sentence } from './Sentence.tsx';
import { SignFrame } from './SignFrame.tsx';
import { sampleFor } from './Talking.tsx';
import { t } from './words.ts';

/** A break: its title, how long still, what comes next. */
export function Break({ view }: { view: DisplayView }) {
  const { shown, moment, now, hall } = view;
  const { phase } = shown;
  if (phase.kind !== 'agenda') return null;
  const left = shown.left ?? milliseconds(0);
  const next = eveningLine(moment, now, hall.startsAt).stations[phase.round - 1];
  const time = next ? clockText(next.startsAt, hall.timeZone) : '';
  return (
    <SignFrame view={view} join={t('display.join')}>
      <h1 class="heading">{t('display.break')}</h1>
      <Fit sample={sampleFor(left)} class="count">
        <Countdown left={left} />
      </Fit>
      <p class="sentence">
        <Sentence text={t('display.break.next', { round: phase.round, time })} strong={time} />
      </p>
    </SignFrame>
  );
}

/** The evening is over. */
export function Finished({ view }: { view: DisplayView }) {
  return (
    <SignFrame view={view} class="closing">
      <Fit sample={t('display.finished')} class="shout">
        <h1 class="k-face">{t('display.finished')}</h1>
      </Fit>
      <p class="sentence">{t('display.finished.next')}</p>
      <p class="sentence quiet">{t('display.finished.open')}</p>
    </SignFrame>
  );
}
