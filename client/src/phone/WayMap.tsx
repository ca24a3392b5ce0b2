import { plateDrawing } from '@lapwing/shared/event/plate-drawing';
import { t as kitWord } from '../kit/kit-words.ts';
import { drawWay, type OnMap, wayPath } from './way.ts';

/** A small map of the tables and what the room is known by, with the way from one to another, as seen by somebody who faces the screen. */
export function WayMap({ card, from, to }: { card: OnMap; from: number | null; to: number }) {
  const { width, height, radius, spots, landmarks, way } = drawWay(card, from, to);
  const label = from === null ? kitWord('kit.map.to', { to }) : kitWord('kit.map.from', { from, to });
  return (
    <svg
      class={landmarks.length > 0 ? 'k-way with-landmarks' : 'k-way'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <path d={`M${width * 0.31} 4H${width * 0.69}`} stroke="var(--sign-muted)" stroke-width="4" />
      <text x={width * 0.8} y="10" font-size="14" fill="var(--sign-muted)">
        {kitWord('kit.map.screen')}
      </text>
      {landmarks.map(({ kind, x, y }) => (
        <text key={`${x} ${y}`} x={x} y={y + 5} font-size="14" fill="var(--sign-muted)">
          {kitWord(`kit.landmark.${kind}`)}
        </text>
      ))}
      {[...spots].map(([number, { x, y }]) =>
        number === to || number === from ? null : (
          <g key={number}>
            <circle cx={x} cy={y} r={radius} fill="var(--sign-3)" />
            <text x={x} y={y + radius / 3} font-size={radius} fill="var(--sign-muted)">
              {number}
            </text>
          </g>
        ),
      )}
      <Way path={wayPath(way)} tip={way.at(-1)} up={(way.at(-1)?.y ?? 0) > (spots.get(to)?.y ?? 0)} />
      <From number={from} spot={from === null ? undefined : spots.get(from)} radius={radius} />
      <To number={to} spot={spots.get(to)} radius={radius} />
    </svg>
  );
}

interface SpotProps {
  spot: { readonly x: number; readonly y: number } | undefined;
  radius: number;
}

function From({ number, spot, radius }: SpotProps & { number: number | null }) {
  if (!spot || number === null) return null;
  return (
    <g>
      <circle cx={spot.x} cy={spot.y} r={radius} fill="var(--sign)" stroke="var(--sign-text)" stroke-width="3" />
      <text x={spot.x} y={spot.y + radius / 3} font-size={radius} font-weight="700" fill="var(--sign-text)">
        {number}
      </text>
    </g>
  );
}

function To({ number, spot, radius }: SpotProps & { number: number }) {
  if (!spot) return null;
  const { fill, path } = plateDrawing(number);
  const scale = (radius * 3.1) / 100;
  return (
    <g>
      <path
        transform={`translate(${spot.x - 50 * scale},${spot.y - 50 * scale}) scale(${scale})`}
        d={path}
        fill={fill}
      />
      <text x={spot.x} y={spot.y + radius * 0.46} font-size={radius * 1.3} font-weight="700" fill="var(--ink)">
        {number}
      </text>
    </g>
  );
}

function Way({
  path,
  tip,
  up,
}: {
  path: string;
  tip: { readonly x: number; readonly y: number } | undefined;
  up: boolean;
}) {
  if (!tip) return null;
  const back = up ? 7 : -7;
  const stroke = {
    fill: 'none',
    stroke: 'var(--move)',
    'stroke-width': 5,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  } as const;
  return (
    <g>
      <path d={path} {...stroke} />
      <path d={`M${tip.x - 7} ${tip.y + back}L${tip.x} ${tip.y}L${tip.x + 7} ${tip.y + back}`} {...stroke} />
    </g>
  );
}
