import type { DisplayView } from './display-view.ts';
import { Fit } from './Fit.tsx';
import { StateSentence } from './Sentence.tsx';
import { SignFrame } from './SignFrame.tsx';
import { t } from './words.ts';

/** The evening is over: thanks, and the way to what everybody takes home. */
export function Finished({ view }: { view: DisplayView }) {
  return (
    <SignFrame view={view} join={t('display.join.page')} bare class="doors closing">
      <Fit sample={t('display.finished')} class="shout">
        <h1 class="k-face">{t('display.finished')}</h1>
      </Fit>
      <StateSentence view={view} text={t('display.finished.next')} />
      <p class="sentence quiet">{t('display.finished.open')}</p>
    </SignFrame>
  );
}

/** Everybody had the time to sit down, and the talk waits for the organiser: nothing counts. */
export function Ready({ view }: { view: DisplayView }) {
  const { phase } = view.shown;
  if (phase.kind !== 'ready') return null;
  const { rounds } = view.moment.timings;
  return (
    <SignFrame view={view} join={t('display.join')} class="closing">
      <p class="heading">{t('display.round.next', { round: phase.round, rounds })}</p>
      <Fit sample={t('display.ready')} class="shout">
        <h1 class="k-face">{t('display.ready')}</h1>
      </Fit>
      <StateSentence view={view} text={t('display.ready.words', { round: phase.round })} />
    </SignFrame>
  );
}
