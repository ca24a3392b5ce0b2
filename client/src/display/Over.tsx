import type { CancelledNotice } from '@lapwing/shared/event/cancelled';
import type { Announcement } from '@lapwing/shared/live/state';
import { announcementShown } from '@lapwing/shared/live/timeline';
import { Countdown } from '../kit/Countdown.tsx';
import { clockText, dateText } from '../kit/figures.ts';
import { Icon } from '../kit/Icon.tsx';
import { Mark } from '../kit/Mark.tsx';
import { Name } from '../kit/Name.tsx';
import { isolated } from '../kit/words.ts';
import { type DisplayView, isFlashing } from './display-view.ts';
import { t } from './words.ts';

/** Which of the things that cover a whole display it shows now; null: the night itself. */
export function coverOf(view: DisplayView): 'flash' | 'off' | 'stop' | 'blank' | 'message' | null {
  const words = announcementShown(view.moment, view.now);
  if (isFlashing(view)) return 'flash';
  if (view.hall.cancelled) return 'off';
  if (words?.kind === 'stop') return 'stop';
  if (view.moment.blank) return 'blank';
  return words?.whole ? 'message' : null;
}

/** What covers the whole display: who it is, that the evening is cancelled, a stop, nothing at all, or words of the organiser. */
export function Over({ view }: { view: DisplayView }) {
  const words = announcementShown(view.moment, view.now);
  switch (coverOf(view)) {
    case 'flash':
      return (
        <div class="over-all flash">
          <Icon name="display" size="18vmin" />
          <p class="over-words k-face" data-length="short">
            <Name of={view.own?.name ?? ''} />
          </p>
        </div>
      );
    case 'off':
      return view.hall.cancelled ? <CalledOff view={view} notice={view.hall.cancelled} /> : null;
    case 'stop':
      return <Stop text={words?.text ?? ''} />;
    case 'blank':
      return (
        <div class="over-all blank">
          <Mark size="24px" />
        </div>
      );
    case 'message':
      return words ? <Message view={view} words={words} /> : null;
    default:
      return null;
  }
}

/** The evening does not take place: why, and whom to ask. */
function CalledOff({ view, notice }: { view: DisplayView; notice: CancelledNotice }) {
  const { hall } = view;
  const contact = [notice.contactName, notice.contactEmail]
    .filter((part) => part !== '')
    .map(isolated)
    .join(', ');
  return (
    <main class="over-all off">
      <p class="sentence">
        <Name of={hall.eventName} />
      </p>
      <h1 class="over-words k-face">{t('display.off')}</h1>
      {notice.reason === '' ? null : (
        <p class="heading" translate={false}>
          {notice.reason}
        </p>
      )}
      <p class="sentence quiet">
        {[dateText(hall.startsAt, hall.timeZone), clockText(hall.startsAt, hall.timeZone)].join(', ')}
      </p>
      {contact === '' ? null : <p class="sentence quiet">{t('display.off.ask', { contact })}</p>}
    </main>
  );
}

function Stop({ text }: { text: string }) {
  const words = text === '' ? t('display.stop') : text;
  return (
    <main class="over-all stop">
      <Icon name="hand" size="18vmin" />
      <h1 class="over-words k-face" data-length={lengthOf(words)}>
        {words}
      </h1>
      {text === '' ? <p class="heading">{t('display.stop.stay')}</p> : null}
    </main>
  );
}

function Message({ view, words }: { view: DisplayView; words: Announcement }) {
  const { left, phase } = view.shown;
  return (
    <main class="over-all">
      <h1 class="over-words k-face" data-length={lengthOf(words.text)}>
        {words.text}
      </h1>
      {left === null ? null : (
        <p class="over-count">
          <Countdown left={left} running={phase.kind !== 'paused'} />
        </p>
      )}
    </main>
  );
}

/** Few words stand larger. */
function lengthOf(text: string): 'short' | 'middle' | 'long' {
  const length = [...text].length;
  if (length <= 14) return 'short';
  return length <= 40 ? 'middle' : 'long';
}
