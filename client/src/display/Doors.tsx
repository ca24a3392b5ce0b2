import { between, minutes } from '@lapwing/shared/kernel/time';
import { Countdown } from '../kit/Countdown.tsx';
import { clockText, dateText } from '../kit/figures.ts';
import { Name } from '../kit/Name.tsx';
import type { DisplayView } from './display-view.ts';
import { Fit } from './Fit.tsx';
import { StateSentence } from './Sentence.tsx';
import { SignFrame } from './SignFrame.tsx';
import { sampleFor } from './Talking.tsx';
import { t } from './words.ts';

const OPEN_BEFORE_START = minutes(30);

/** Before the first round: who we are, and from half an hour before (or the first check-in) how to get in. */
export function Doors({ view }: { view: DisplayView }) {
  const { hall, facts, now } = view;
  const left = between(now, hall.startsAt);
  const open = left <= OPEN_BEFORE_START || (facts?.studentsHere ?? 0) > 0;
  return open ? <OpenDoors view={view} /> : <Before view={view} />;
}

function Before({ view }: { view: DisplayView }) {
  const { hall } = view;
  return (
    <SignFrame view={view} join={t('display.join.doors')} class="doors" line={false}>
      <p class="sentence quiet">{dateText(hall.startsAt, hall.timeZone)}</p>
      <h1 class="name">
        <Name of={hall.eventName} />
      </h1>
      <StateSentence view={view} text={t('display.before.starts', { time: clockText(hall.startsAt, hall.timeZone) })} />
    </SignFrame>
  );
}

function OpenDoors({ view }: { view: DisplayView }) {
  const { hall, facts, now } = view;
  const left = between(now, hall.startsAt);
  const longWait = left > minutes(600);
  return (
    <SignFrame view={view} join={t('display.join.doors')} class="doors" line={false}>
      <h1 class="welcome">{t('display.doors.welcome')}</h1>
      <StateSentence view={view} text={t('display.doors.scan')} />
      <p class="sentence quiet">{t('display.doors.desk')}</p>
      {left > 0 && !longWait ? (
        <div class="doors-start">
          <p class="sentence">{t('display.doors.starts')}</p>
          <Fit sample={sampleFor(left)} class="count-small">
            <Countdown left={left} />
          </Fit>
        </div>
      ) : (
        <p class="sentence doors-soon">
          {longWait
            ? t('display.before.starts', { time: clockText(hall.startsAt, hall.timeZone) })
            : t('display.doors.soon')}
        </p>
      )}
      {facts && facts.studentsExpected > 0 ? (
        <p class="sentence k-num">
          {t('display.doors.here', { here: facts.studentsHere, expected: facts.studentsExpected })}
        </p>
      ) : null}
    </SignFrame>
  );
}
