import { plateDrawing } from '@lapwing/shared/event/plate-drawing';
import { milliseconds } from '@lapwing/shared/kernel/time';
import type { BoardLine, NameBoard } from '@lapwing/shared/protocol/messages';
import { Countdown } from '../kit/Countdown.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Name } from '../kit/Name.tsx';
import { type DisplayView, LAST_SECONDS_OF_MOVE_MS } from './display-view.ts';
import { Fit } from './Fit.tsx';
import { type BoardFit, boardFit } from './names-fit.ts';
import { wordsInstead } from './Sentence.tsx';
import { textWidth } from './text-width.ts';
import { t } from './words.ts';

export interface NamesBoardProps {
  view: DisplayView;
  lines: readonly BoardLine[];
  fit: BoardFit;
}

/**
 * How everybody's name is laid out on a screen of this size; null when they could not be read.
 * @param said whether words of the organiser stand above them
 */
export const boardLaidOut = ({ lines }: NameBoard, width: number, height: number, said = false): BoardFit | null =>
  boardFit(lines, width, height, textWidth, t('display.names.out'), said);

/** A move on a display that shows names: everybody who walks, with their table, at once. */
export function NamesBoard({ view, lines, fit }: NamesBoardProps) {
  const { hall, shown } = view;
  const { phase } = shown;
  if (phase.kind !== 'moving') return null;
  const left = shown.left ?? milliseconds(0);
  const mentors = hall.whoMoves === 'mentors';
  const said = wordsInstead(view);
  const shout = mentors ? t('display.move.mentors.words').split('|') : [t('display.move')];
  const words = t(left <= LAST_SECONDS_OF_MOVE_MS ? 'display.sit' : 'display.names.find');
  return (
    <main class="names">
      <header class={`names-top ${said === null ? '' : 'with-words'}`}>
        <Fit sample={shout.join('\n')} class={`names-shout ${mentors ? 'two' : ''}`}>
          <h1 class="k-face">
            {shout.map((line) => (
              <span key={line}>{line} </span>
            ))}
          </h1>
        </Fit>
        <p class={`names-words ${said === null ? '' : 'said'}`}>
          {said === null ? null : <Icon name="message" size="1.2em" />}
          <span>{said ?? words}</span>
        </p>
        <Fit sample="88:88" class="names-count">
          <Countdown left={left} />
        </Fit>
      </header>
      <ul
        class="names-list"
        aria-label={t('display.names')}
        style={{
          fontSize: `${fit.type}px`,
          gridTemplateRows: `repeat(${fit.rows}, minmax(0, 1fr))`,
          gridTemplateColumns: `repeat(${fit.columns}, minmax(0, 1fr))`,
        }}
      >
        {lines.map((line) => (
          <Line key={line.name} name={line.name} table={line.tables[phase.round - 1] ?? null} />
        ))}
      </ul>
    </main>
  );
}

function Line({ name, table }: { name: string; table: number | null }) {
  return (
    <li>
      <span class="names-name">
        <Name of={name} />
      </span>
      {table === null ? (
        <span class="names-out">{t('display.names.out')}</span>
      ) : (
        <>
          <b class="k-face k-num">{table}</b>
          <Shape number={table} />
        </>
      )}
    </li>
  );
}

/** A table's plate without its number, which stands beside it. */
function Shape({ number }: { number: number }) {
  const { fill, path } = plateDrawing(number);
  return (
    <svg class="names-shape" viewBox="-4 -4 108 108" aria-hidden="true">
      <path d={path} fill={fill} />
    </svg>
  );
}
