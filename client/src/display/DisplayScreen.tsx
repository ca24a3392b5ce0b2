import { roundShown } from '@lapwing/shared/live/timeline';
import type { ComponentChildren } from 'preact';
import { Icon } from '../kit/Icon.tsx';
import { Mark } from '../kit/Mark.tsx';
import { type DisplayView, groundOf, isLastMinute } from './display-view.ts';
import { Flip } from './Flip.tsx';
import { coverOf, Over } from './Over.tsx';
import { Scene } from './Scene.tsx';
import { themeShown } from './theme.ts';
import { t } from './words.ts';

/** Against burn-in the picture shifts by 4 px every ten minutes, round a square. */
const SHIFT_EVERY_MS = 600_000;
const SHIFTS = ['0, 0', '4px, 0', '4px, 4px', '0, 4px'] as const;

/** The whole wall, from a view alone. */
export function DisplayScreen({ view }: { view: DisplayView }) {
  const { shown, moment, hall, now } = view;
  const { phase, left, flip } = shown;
  const cover = coverOf(view);
  const shift = SHIFTS[Math.floor(now / SHIFT_EVERY_MS) % SHIFTS.length];
  return (
    <div
      class="display"
      data-phase={phase.kind}
      data-round={roundShown(phase, moment.timings) ?? ''}
      data-left-ms={left === null ? '' : Math.round(left)}
      data-version={view.version}
      data-status={view.status}
      data-ground={cover === null ? groundOf(phase) : 'sign'}
      data-cover={cover ?? ''}
      data-layout={view.own?.layout ?? 'auto'}
      data-theme={cover === 'blank' ? 'night' : themeShown(view)}
    >
      <div class="stage" style={{ transform: `translate(${shift})` }}>
        {cover === null ? <Scene view={view} /> : <Over view={view} />}
      </div>
      {isLastMinute(phase, left) && cover === null ? <div class="band" /> : null}
      {flip === null || cover === 'blank' || cover === 'stop' || cover === 'off' ? null : (
        <Flip coming={moment.phase} left={flip} mentors={hall.whoMoves === 'mentors'} />
      )}
      {view.status === 'offline' ? (
        <div class="offline-mark" role="img" aria-label={t('display.offline')}>
          <Icon name="wifi-off" size="100%" />
        </div>
      ) : null}
    </div>
  );
}

/** A wall without a state yet: never white, never empty. */
export function PlainSign({ status, children }: { status: string; children: ComponentChildren }) {
  return (
    <div
      class="display"
      data-phase=""
      data-round=""
      data-left-ms=""
      data-version=""
      data-status={status}
      data-ground="sign"
    >
      <main class="plain">
        <Mark size="12vmin" dot="var(--move)" />
        {children}
      </main>
    </div>
  );
}

export const Loading = () => (
  <PlainSign status="connecting">
    <h1 class="heading">{t('display.loading')}</h1>
  </PlainSign>
);

export const WrongLink = () => (
  <PlainSign status="refused">
    <h1 class="heading">{t('display.wrong')}</h1>
    <p class="sentence">{t('display.wrong.remedy')}</p>
  </PlainSign>
);
