import { milliseconds } from '@lapwing/shared/kernel/time';
import { Countdown } from '../kit/Countdown.tsx';
import { comingAfter } from '../kit/coming.ts';
import { clockText } from '../kit/figures.ts';
import { t as kitWord } from '../kit/kit-words.ts';
import type { DisplayView } from './display-view.ts';
import { Fit } from './Fit.tsx';
import { StateSentence } from './Sentence.tsx';
import { SignFrame } from './SignFrame.tsx';
import { sampleFor } from './Talking.tsx';
import { t } from './words.ts';

/** Welcome, panel, break, free talk: the title, how long still, what comes next. */
export function Agenda({ view }: { view: DisplayView }) {
  const { phase, left: shownLeft } = view.shown;
  if (phase.kind !== 'agenda') return null;
  const left = shownLeft ?? milliseconds(0);
  return (
    <SignFrame view={view} join={t('display.join')}>
      <h1 class="heading">{kitWord(`kit.agenda.${phase.title}`)}</h1>
      <Fit sample={sampleFor(left)} class="count">
        <Countdown left={left} />
      </Fit>
      <StateSentence view={view} {...nextWords(view)} />
    </SignFrame>
  );
}

function nextWords({ shown, moment, hall }: DisplayView): { readonly text: string; readonly strong: string } {
  const next = comingAfter(shown.phase, moment.timings);
  if (next === null) return { text: '', strong: '' };
  if (next.kind === 'end') {
    const time = clockText(next.at, hall.timeZone);
    return { text: t('display.next.end', { time }), strong: time };
  }
  const time = clockText(next.kind === 'agenda' ? next.at : next.talksAt, hall.timeZone);
  if (next.kind !== 'agenda') return { text: t('display.next.round', { round: next.round, time }), strong: time };
  return { text: t('display.next.agenda', { title: kitWord(`kit.agenda.${next.title}`), time }), strong: time };
}
