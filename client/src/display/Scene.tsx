import { Agenda } from './Agenda.tsx';
import { Doors } from './Doors.tsx';
import type { DisplayView } from './display-view.ts';
import { Finished, Ready } from './Finished.tsx';
import { MapAlone } from './MapAlone.tsx';
import { Moving } from './Moving.tsx';
import { mapAloneSpace, mapFit } from './map-fit.ts';
import { boardLaidOut, NamesBoard } from './NamesBoard.tsx';
import { wordsInstead } from './Sentence.tsx';
import { Paused, Talking, TimeUp } from './Talking.tsx';
import { useWindowSize } from './use-window-size.ts';

/** What the night looks like on this display: the stage of its phase, or the map alone where that can be read. */
export function Scene({ view }: { view: DisplayView }) {
  const [width, height] = useWindowSize();
  const { kind } = view.shown.phase;
  const names = kind === 'moving' && view.own?.layout === 'names' ? view.names : null;
  const board = names && boardLaidOut(names, width, height, wordsInstead(view) !== null);
  if (names && board) return <NamesBoard view={view} lines={names.lines} fit={board} />;
  const mapped = view.own?.layout === 'map' && kind !== 'finished';
  const fit = mapped
    ? mapFit(view.hall.tables, width, height, mapAloneSpace(width, height), view.hall.landmarks)
    : null;
  return fit ? <MapAlone view={view} fit={fit} /> : <Stage view={view} />;
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
