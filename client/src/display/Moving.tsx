import { milliseconds } from '@lapwing/shared/kernel/time';
import { Countdown } from '../kit/Countdown.tsx';
import { FloorMap } from '../kit/FloorMap.tsx';
import { Icon } from '../kit/Icon.tsx';
import { t as kitWord } from '../kit/kit-words.ts';
import { Mark } from '../kit/Mark.tsx';
import { AllHere } from './AllHere.tsx';
import { type DisplayView, LAST_SECONDS_OF_MOVE_MS } from './display-view.ts';
import { Fit } from './Fit.tsx';
import { mapFit, mapSpace, WIDE_FROM } from './map-fit.ts';
import { wordsInstead } from './Sentence.tsx';
import { themeShown } from './theme.ts';
import { useWindowSize } from './use-window-size.ts';
import { t } from './words.ts';

/** Letters that stand in four lines beside the map; what says more in its language is set smaller. */
const LONG = 72;

/** Everybody walks: the whole wall is marigold, with the map if it can be read. */
export function Moving({ view }: { view: DisplayView }) {
  const { hall, shown, moment } = view;
  const { phase } = shown;
  const [width, height] = useWindowSize();
  if (phase.kind !== 'moving') return null;
  const left = shown.left ?? milliseconds(0);
  const hurry = left <= LAST_SECONDS_OF_MOVE_MS;
  const mentors = hall.whoMoves === 'mentors';
  const said = wordsInstead(view);
  const fit =
    view.own?.layout === 'clock'
      ? null
      : mapFit(
          ...([hall.tables, width, height] as const),
          mapSpace(width, height, { said, allHere: view.facts?.allHere != null }),
          hall.landmarks,
        );
  const words = t(mentors ? 'display.move.mentors.words' : 'display.move.words').split('|');
  const where = t(mentors ? 'display.move.students' : 'display.move.where');
  return (
    <main
      class={`moving ${fit ? 'with-map' : 'no-map'} ${hurry ? 'hurry' : ''} ${mentors ? 'mentors' : ''} ${said === null ? '' : 'with-words'}`}
    >
      <section class="moving-words">
        <header class="moving-top">
          <Mark size="1.1em" />
          <span>{t('display.round.next', { round: phase.round, rounds: moment.timings.rounds })}</span>
        </header>
        <Fit sample={words.join(fit && width / height >= WIDE_FROM ? '\n' : ' ')} class="shout">
          <h1 class="k-face">
            {words.map((line) => (
              <span key={line}>{line} </span>
            ))}
          </h1>
        </Fit>
        {said === null ? (
          <p class="moving-where" data-long={where.length > LONG ? 'yes' : 'no'}>
            {hurry ? t('display.sit') : where}
          </p>
        ) : (
          <p class="moving-where said">
            <Icon name="message" size="1.2em" />
            <span>{said}</span>
          </p>
        )}
        <Fit sample="88:88" class="moving-count">
          <Countdown left={left} />
        </Fit>
        <p class="moving-until">{t('display.move.until', { round: phase.round })}</p>
        <AllHere facts={view.facts} round={phase.round} />
      </section>
      {fit ? (
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
      ) : null}
    </main>
  );
}
