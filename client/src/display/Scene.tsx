import { Agenda } from './Agenda.tsx';
import { Doors } from './Doors.tsx';
import type { DisplayView } from './display-view.ts';
import { Finished, Ready } from './Finished.tsx';
import { MapAlone } from './MapAlone.tsx';
import { Moving } from './Moving.tsx';
import { mapAloneSpace, mapFit } from './map-fit.ts';
import { NamesBoard } from './NamesBoard.tsx';
import { type BoardFit, boardFit } from './names-fit.ts';
import { wordsInstead } from './Sentence.tsx';
import { Paused, Talking, TimeUp } from './Talking.tsx';
import { textWidth } from './text-width.ts';
import { useWindowSize } from './use-window-size.ts';
import { t } from './words.ts';

/** What the night looks like on this display: the stage of its phase, or the map alone where that can be read. */
export function Scene({ view }: { view: DisplayView }) {
  const [width, height] = useWindowSize();
  const { kind } = view.shown.phase;
  const board = kind === 'moving' ? fitOfBoard(view, width, height) : null;
  if (board && view.names) return <NamesBoard view={view} lines={view.names.lines} fit={board} />;
  const mapped = view.own?.layout === 'map' && kind !== 'finished';
  const fit = mapped ? mapFit(view.hall.tables, width, height, mapAloneSpace(width, height)) : null;
  return fit ? <MapAlone view={view} fit={fit} /> : <Stage view={view} />;
}

/** How everybody's name is laid out on a display that is to show them; null when they could not be read. */
export function fitOfBoard(view: DisplayView, width: number, height: number): BoardFit | null {
  const { own, names } = view;
  if (own?.layout !== 'names' || !names) return null;
  return boardFit(names.lines, width, height, textWidth, t('display.names.out'), wordsInstead(view) !== null);
}

function Stage({ view }: { view: DisplayView }) {
  switch (view.shown.phase.kind) {
    case 'doors':
      return <Doors view={view} />;
    case 'talking':
      return <Talking view={view} />;
    case 'moving':
      return <Moving view={view} />;
    case 'agenda':
      return <Agenda view={view} />;
    case 'ready':
      return <Ready view={view} />;
    case 'timeUp':
      return <TimeUp view={view} />;
    case 'paused':
      return <Paused view={view} />;
    case 'finished':
      return <Finished view={view} />;
  }
}
