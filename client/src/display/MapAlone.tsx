import { roundShown } from '@lapwing/shared/live/timeline';
import { Countdown } from '../kit/Countdown.tsx';
import { FloorMap } from '../kit/FloorMap.tsx';
import { clockText } from '../kit/figures.ts';
import { t as kitWord } from '../kit/kit-words.ts';
import type { DisplayView } from './display-view.ts';
import type { MapFit } from './map-fit.ts';
import { wordsInstead } from './Sentence.tsx';
import { themeShown } from './theme.ts';
import { t } from './words.ts';

/** The layout "map": where every table stands, all evening; above it in one line what is and how long still. */
export function MapAlone({ view, fit }: { view: DisplayView; fit: MapFit }) {
  const { shown, hall } = view;
  const { phase, left } = shown;
  const said = wordsInstead(view);
  return (
    <main class="map-alone">
      <header class="map-top">
        <h1 class={said === null ? '' : 'map-said'}>{said ?? titleOf(view)}</h1>
        {left === null ? null : <Countdown left={left} running={phase.kind !== 'paused'} />}
      </header>
      <section class="moving-map" aria-label={t('display.map')}>
        <p class="moving-wall">
          <span>{kitWord('kit.map.screen')}</span>
        </p>
        <FloorMap
          tables={hall.tables}
          landmarks={fit.landmarks}
          plate={`${fit.plate}px`}
          names={fit.names}
          outlined={themeShown(view) === 'bright'}
        />
      </section>
    </main>
  );
}

function titleOf({ shown, hall, moment }: DisplayView): string {
  const { phase } = shown;
  const rounds = moment.timings.rounds;
  const round = roundShown(phase, moment.timings) ?? 0;
  switch (phase.kind) {
    case 'doors':
      return t('display.map.starts', { time: clockText(hall.startsAt, hall.timeZone) });
    case 'talking':
      return `${t('display.round', { round })} ${t('display.of', { rounds })}`;
    case 'moving':
      return t(hall.whoMoves === 'mentors' ? 'display.move.mentors' : 'display.move');
    case 'agenda':
      return kitWord(`kit.agenda.${phase.title}`);
    case 'ready':
      return t('display.ready');
    case 'timeUp':
      return t('display.timeUp');
    case 'paused':
      return t('display.paused');
    case 'finished':
      return t('display.finished');
  }
}
