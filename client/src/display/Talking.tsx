import { milliseconds } from '@lapwing/shared/kernel/time';
import { nextRound } from '@lapwing/shared/live/timeline';
import { Countdown } from '../kit/Countdown.tsx';
import { comingAfter } from '../kit/coming.ts';
import { clockText, overText } from '../kit/figures.ts';
import { t as kitWord } from '../kit/kit-words.ts';
import { type DisplayView, isLastMinute } from './display-view.ts';
import { Fit } from './Fit.tsx';
import { StateSentence } from './Sentence.tsx';
import { SignFrame } from './SignFrame.tsx';
import { t } from './words.ts';

const TEN_MINUTES = 600_000;

/** Wide enough for every figure of the state, so that nothing jumps at ten minutes. */
export const sampleFor = (left: number): string => (left >= 3_600_000 ? '8:88:88' : '88:88');

/** "Round 3 of 6" */
export const RoundHeading = ({ round, rounds }: { round: number; rounds: number }) => (
  <h1 class="heading">
    {t('display.round', { round })} <span>{t('display.of', { rounds })}</span>
  </h1>
);

/** A round is being talked, or stands paused: the time is the largest thing on the wall. */
export function Talking({ view }: { view: DisplayView }) {
  const { shown, moment } = view;
  const { phase } = shown;
  if (phase.kind !== 'talking') return null;
  const left = shown.left ?? milliseconds(0);
  const time = clockText(phase.endsAt, view.hall.timeZone);
  const last = isLastMinute(phase, shown.left);
  return (
    <SignFrame view={view} join={t('display.join')}>
      <RoundHeading round={phase.round} rounds={moment.timings.rounds} />
      <Fit sample={sampleFor(left)} class="count">
        <Countdown left={left} />
      </Fit>
      <StateSentence view={view} text={last ? t('display.minute') : stayWords(view, time)} strong={time} />
    </SignFrame>
  );
}

/** What people do until the end of the talk, and what comes then. */
function stayWords({ shown, moment }: DisplayView, time: string): string {
  const { phase } = shown;
  const next = comingAfter(phase, moment.timings);
  if (next === null || next.kind === 'end') return t('display.stay.end', { time });
  if (next.kind !== 'agenda') return t('display.stay.move', { time });
  const last = phase.kind === 'talking' && nextRound(phase.round, moment.timings) === null;
  return t(last ? 'display.last.agenda' : 'display.stay.agenda', { title: kitWord(`kit.agenda.${next.title}`), time });
}

/** The clock stands. Never on the marigold ground: nobody is to move. */
export function Paused({ view }: { view: DisplayView }) {
  const { phase } = view.shown;
  if (phase.kind !== 'paused') return null;
  const { rounds } = view.moment.timings;
  return (
    <SignFrame view={view} join={t('display.join')}>
      {phase.of.kind === 'talking' ? <RoundHeading round={phase.of.round} rounds={rounds} /> : null}
      {phase.of.kind === 'moving' ? (
        <h1 class="heading">{t('display.round.next', { round: phase.of.round, rounds })}</h1>
      ) : null}
      {phase.of.kind === 'agenda' ? <h1 class="heading">{kitWord(`kit.agenda.${phase.of.title}`)}</h1> : null}
      <Fit sample={phase.remaining < TEN_MINUTES ? '88:88' : `${sampleFor(phase.remaining)}8`} class="count">
        <Countdown left={phase.remaining} running={false} />
      </Fit>
      <StateSentence view={view} text={t('display.paused')} />
    </SignFrame>
  );
}

/** Time is up, and the night waits for the organiser. */
export function TimeUp({ view }: { view: DisplayView }) {
  const { phase } = view.shown;
  if (phase.kind !== 'timeUp') return null;
  return (
    <SignFrame view={view} join={t('display.join')}>
      <RoundHeading round={phase.round} rounds={view.moment.timings.rounds} />
      <Fit sample="88:88" class="count">
        <Countdown left={milliseconds(0)} />
        <span class="over k-face k-num">{overText(milliseconds(view.now - phase.since))}</span>
      </Fit>
      <StateSentence view={view} text={t('display.timeUp')} />
    </SignFrame>
  );
}
