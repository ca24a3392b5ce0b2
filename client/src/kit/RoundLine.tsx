import './kit.css';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { EveningLine } from '@lapwing/shared/live/evening-line';
import { clockText } from './figures.ts';
import { t } from './kit-words.ts';
import { labelled, progressOn } from './line-geometry.ts';

export interface RoundLineProps {
  line: EveningLine;
  now: Instant;
  timeZone: string;
  /** Most times to write below the stations; 8 by default. */
  most?: number;
}

/** The evening as a line: rounds are stations, the dot is now. All lengths in em of the surrounding text. */
export function RoundLine({ line, now, timeZone, most = 8 }: RoundLineProps) {
  const { stations, finishesAt } = line;
  const at = (index: number): string => `${(100 * index) / Math.max(1, stations.length)}%`;
  const done = `${100 * progressOn(line, now)}%`;
  const running = stations.some((station) => station.state === 'now' || station.state === 'past') && now < finishesAt;
  const finished = now >= finishesAt && stations.every((station) => station.state !== 'ahead');
  const written = labelled(stations, most);
  return (
    <svg class="k-line" role="img" aria-label={lineLabel(line, finished, timeZone)}>
      <line class="k-line-ahead" x1={finished ? '100%' : done} x2="100%" y1=".6em" y2=".6em" />
      <line class="k-line-done" x1="0" x2={finished ? '100%' : done} y1=".6em" y2=".6em" />
      {stations.map((station, index) => (
        <g key={station.round}>
          <circle
            class={station.state === 'ahead' ? 'k-line-coming' : 'k-line-past'}
            cx={at(index)}
            cy=".6em"
            r={station.state === 'ahead' ? '.34em' : '.39em'}
          />
          {written.has(station.round) ? (
            <text
              class={station.state === 'now' ? 'k-line-here' : ''}
              x={at(index)}
              dx={index === 0 ? '-.39em' : '0'}
              y="2.1em"
              text-anchor={index === 0 ? 'start' : 'middle'}
            >
              {clockText(station.startsAt, timeZone)}
            </text>
          ) : null}
        </g>
      ))}
      <svg x="100%" y=".6em" overflow="visible" aria-hidden="true">
        <rect class={finished ? 'k-line-past' : 'k-line-coming'} x="-.36em" y="-.36em" width=".72em" height=".72em" />
      </svg>
      <text x="100%" dx=".39em" y="2.1em" text-anchor="end">
        {clockText(finishesAt, timeZone)}
      </text>
      {running ? <circle class="k-line-dot" cx={done} cy=".6em" r=".48em" /> : null}
    </svg>
  );
}

function lineLabel({ stations, finishesAt }: EveningLine, finished: boolean, timeZone: string): string {
  const end = clockText(finishesAt, timeZone);
  // a round that is left out keeps its number
  const rounds = stations.at(-1)?.round ?? 0;
  const round = stations.findLast((station) => station.state !== 'ahead')?.round;
  if (finished) return t('kit.line.finished', { rounds, end });
  if (round !== undefined) return t('kit.line', { round, rounds, end });
  const start = stations[0] ? clockText(stations[0].startsAt, timeZone) : end;
  return t('kit.line.before', { rounds, start, end });
}
