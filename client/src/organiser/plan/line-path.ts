/** Where one highlighted cell lies, in pixels of the grid. */
export interface Stop {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

const CORNER = 8;

/** An SVG path through the cells of one person: out at the right edge, up or down between two rounds, in at the left. */
export function linePath(stops: readonly Stop[]): string {
  return stops
    .slice(1)
    .map((to, index) => leg(stops[index] as Stop, to))
    .join('');
}

function leg(from: Stop, to: Stop): string {
  const fall = to.middle - from.middle;
  const start = `M${round(from.right)} ${round(from.middle)}`;
  if (Math.abs(fall) < 1) return `${start}H${round(to.left)}`;
  const between = (from.right + to.left) / 2;
  const bend = Math.min(CORNER, Math.abs(fall) / 2, Math.max(0, (to.left - from.right) / 2));
  const turn = Math.sign(fall) * bend;
  return [
    start,
    `H${round(between - bend)}`,
    `Q${round(between)} ${round(from.middle)} ${round(between)} ${round(from.middle + turn)}`,
    `V${round(to.middle - turn)}`,
    `Q${round(between)} ${round(to.middle)} ${round(between + bend)} ${round(to.middle)}`,
    `H${round(to.left)}`,
  ].join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;
