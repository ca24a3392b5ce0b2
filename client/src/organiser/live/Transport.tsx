import { between, type Instant } from '@lapwing/shared/kernel/time';
import { eveningLine } from '@lapwing/shared/live/evening-line';
import type { Moment } from '@lapwing/shared/live/state';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import { Countdown } from '../../kit/Countdown.tsx';
import { clockText, overText } from '../../kit/figures.ts';
import type { Shown } from '../../kit/live-model.ts';
import { RoundLine } from '../../kit/RoundLine.tsx';
import type { EventStore } from '../event-store.ts';
import { sectionHash } from '../place.ts';
import { say, t } from '../words.ts';
import type { LiveControl } from './live-control.ts';
import { NextButton } from './NextButton.tsx';
import { OnScreens } from './OnScreens.tsx';
import type { Open } from './open-dialog.ts';
import { PressNote } from './PressNote.tsx';
import { finishSentence, phaseSentence, thenSentence } from './phase-sentences.ts';
import { StopButton } from './StopButton.tsx';
import { TransportButtons } from './TransportButtons.tsx';

interface Props {
  readonly store: EventStore;
  readonly control: LiveControl;
  readonly event: EventDetail;
  readonly shown: Shown;
  readonly moment: Moment;
  readonly open: Open;
}

/** The dark card: how long still, what comes, and the buttons of the clock. */
export function Transport({ store, control, event, shown, moment, open }: Props) {
  const now = store.live.now.value;
  const { settings } = event;
  if (event.cancelled) return <Off id={store.id} reason={event.cancelled.reason} />;
  const clock = (at: Instant): string => clockText(at, settings.timeZone);
  const line = now === null ? null : eveningLine(moment, now, settings.startsAt);
  const then = line && thenSentence(moment, line, clock);
  const flip = shown.flip === null ? null : Math.ceil(shown.flip / 1_000);
  const allHere = store.live.facts.value?.allHere;
  const heading = say(phaseSentence(shown.phase, moment.timings.rounds));
  return (
    <section class="transport" aria-label={t('transport.label')}>
      <div class="transport-top">
        <Figure store={store} shown={shown} now={now} clock={clock} />
        <div class="transport-words">
          <h2>{heading}</h2>
          {flip !== null ? <p class="flip">{t('transport.flip', { seconds: flip })}</p> : null}
          {flip === null && then ? <p>{say(then)}</p> : null}
          {allHere && moment.phase.kind === 'moving' ? (
            <p class="all-here">{t('transport.all-here', { ...allHere })}</p>
          ) : null}
          {line && moment.phase.kind !== 'finished' ? <p>{say(finishSentence(line, settings, clock))}</p> : null}
        </div>
        <div class="steps">
          <NextButton control={control} moment={moment} />
          {moment.phase.kind === 'doors' || moment.phase.kind === 'finished' ? null : <StopButton control={control} />}
          {moment.phase.kind === 'finished' ? (
            <a class="to-after" href={sectionHash(store.id, 'after')}>
              {t('live.to-after')}
            </a>
          ) : null}
        </div>
      </div>
      <OnScreens store={store} control={control} moment={moment} />
      <PressNote store={store} press={control.press} />
      <TransportButtons store={store} control={control} moment={moment} open={open} />
      {line && now !== null ? (
        <RoundLine
          line={line}
          now={now}
          timeZone={settings.timeZone}
          most={matchMedia('(width < 43.75em)').matches ? 4 : 8}
        />
      ) : null}
      <p class="k-unseen" role="status">
        {heading}
      </p>
    </section>
  );
}

/** Nothing counts, and nothing can be pressed. */
const Off = ({ id, reason }: { id: EventDetail['id']; reason: string }) => (
  <section class="transport" aria-label={t('transport.label')}>
    <div class="transport-top">
      <div class="transport-words">
        <h2>{t('off.is')}</h2>
        {reason === '' ? null : <p>{t('off.reason', { reason })}</p>}
      </div>
      <div class="steps">
        <a class="to-after" href={sectionHash(id, 'set-up')}>
          {t('off.go')}
        </a>
      </div>
    </div>
  </section>
);

interface FigureProps {
  readonly store: EventStore;
  readonly shown: Shown;
  readonly now: Instant | null;
  readonly clock: (at: Instant) => string;
}

/** The biggest thing on the page: time left; before the start, who is here. */
function Figure({ store, shown, now, clock }: FigureProps) {
  const { phase, left } = shown;
  if (phase.kind === 'doors') {
    const facts = store.live.facts.value;
    return (
      <div class="figure-block">
        <span class="figure">{facts?.studentsHere ?? '–'}</span>
        <span class="figure-unit">{t('transport.here', { expected: facts?.studentsExpected ?? 0 })}</span>
      </div>
    );
  }
  if (phase.kind === 'finished') return <span class="figure small">{clock(phase.at)}</span>;
  if (phase.kind === 'timeUp' || phase.kind === 'ready') {
    return <span class="figure over">{now === null ? '' : overText(between(phase.since, now))}</span>;
  }
  return left === null ? (
    <span class="figure">–</span>
  ) : (
    <Countdown
      left={left}
      class={phase.kind === 'paused' ? 'figure over' : 'figure'}
      running={phase.kind !== 'paused'}
    />
  );
}
