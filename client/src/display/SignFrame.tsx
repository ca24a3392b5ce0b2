import { eveningLine } from '@lapwing/shared/live/evening-line';
import type { ComponentChildren } from 'preact';
import { clockText } from '../kit/figures.ts';
import { JoinBlock } from '../kit/JoinBlock.tsx';
import { Mark } from '../kit/Mark.tsx';
import { Name } from '../kit/Name.tsx';
import { RoundLine } from '../kit/RoundLine.tsx';
import type { DisplayView } from './display-view.ts';
import { WIDE_FROM } from './map-fit.ts';
import { useWindowSize } from './use-window-size.ts';
import { t } from './words.ts';

export interface SignFrameProps {
  view: DisplayView;
  /** Heading over the code; undefined leaves the code out. */
  join?: string | undefined;
  /** The code leads to what people have already: what lets somebody in is left out. */
  bare?: boolean;
  class?: string;
  /** The line of rounds along the bottom. */
  line?: boolean;
  children: ComponentChildren;
}

/** What every seated state has around it: the evening's name, the time of day, the way in, the line of rounds. */
export function SignFrame({ view, join, bare = false, class: extra = '', line = true, children }: SignFrameProps) {
  const { hall, now, moment } = view;
  const [width, height] = useWindowSize();
  const alone = view.own?.layout === 'clock';
  const most = width < height ? 4 : width / height < WIDE_FROM ? 6 : 8;
  return (
    <div class={`frame ${extra} ${alone ? 'alone' : ''}`}>
      <header class="frame-top">
        <Mark size="1.2em" dot="var(--move)" />
        <span translate={false}>
          {hall.place ? t('display.where', { name: hall.eventName, place: hall.place }) : <Name of={hall.eventName} />}
        </span>
        <span class="frame-clock k-face k-num">{clockText(now, hall.timeZone)}</span>
      </header>
      <main class="frame-main">
        <section class="frame-words">{children}</section>
        {join === undefined || alone ? null : (
          <aside class="frame-join">
            <JoinBlock joinUrl={hall.joinUrl} code={bare ? '' : hall.code} title={join} />
          </aside>
        )}
      </main>
      {line && !alone ? (
        <footer class="frame-line">
          <RoundLine line={eveningLine(moment, now, hall.startsAt)} now={now} timeZone={hall.timeZone} most={most} />
        </footer>
      ) : null}
    </div>
  );
}
