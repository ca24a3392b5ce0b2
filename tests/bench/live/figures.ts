type Goal = { readonly atMost: number } | { readonly atLeast: number } | { readonly from: number; readonly to: number };

/** One measured figure under a name that says what it is. `value` is held against the goal. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ratio' | 'KB' | 'ms' | '%' | 'µs';
  readonly value: number;
  /** Null where the figure only explains another. */
  readonly goal: Goal | null;
  readonly product?: number;
  readonly floor?: number;
  readonly plain?: number;
  readonly ratio?: number;
}

export const met = ({ goal, value }: Figure): boolean | null => {
  if (goal === null) return null;
  if ('from' in goal) return value >= goal.from && value <= goal.to;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
};

/** Room for the longest name. */
const NAME = 88;

const short = (value: number | undefined): string =>
  value === undefined ? '' : value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0);

const VERDICT = new Map<boolean | null, string>([
  [true, 'met'],
  [false, 'NOT MET'],
  [null, ''],
]);

export const tableHeading = (): string =>
  `${'figure'.padEnd(NAME)}${'product'.padStart(9)}${'floor'.padStart(9)}${'plain'.padStart(9)}${'figure'.padStart(10)}${'goal'.padStart(9)}  verdict`;

function inWords(goal: Goal): string {
  if ('from' in goal) return `${goal.from}–${goal.to}`;
  return 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;
}

export function tableLine(figure: Figure): string {
  const { goal } = figure;
  const bound = goal === null ? '' : inWords(goal);
  const unit = figure.unit === 'ratio' ? '' : ` ${figure.unit}`;
  return [
    figure.name.padEnd(NAME),
    short(figure.product).padStart(9),
    short(figure.floor).padStart(9),
    short(figure.plain).padStart(9),
    `${short(figure.value)}${unit}`.padStart(10),
    bound.padStart(9),
    `  ${VERDICT.get(met(figure))}`,
  ].join('');
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** For machines: the figure's own name is the key. */
export function asJson(figure: Figure): object {
  const { name: _, goal, ...numbers } = figure;
  const all = Object.entries(numbers).map(([key, value]) => [key, typeof value === 'number' ? rounded(value) : value]);
  return { ...Object.fromEntries(all), goal, met: met(figure) };
}
