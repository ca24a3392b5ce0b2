import type { Limits } from './bounds.ts';
import type { Run } from './contest.ts';
import type { PlanRow, ReplanRow } from './rows.ts';
import { type Column, headingLine, textLine } from './text-columns.ts';

const PLAN: readonly Column[] = [
  { heading: 'instance', width: 18, left: true },
  { heading: 'quality', width: 7 },
  { heading: '≤', width: 5 },
  { heading: 'wishes', width: 11 },
  { heading: 'pairs', width: 11 },
  { heading: 'fields', width: 11 },
  { heading: 'i/r/b', width: 7 },
  { heading: 's', width: 4 },
  { heading: 'moves', width: 5 },
  { heading: 'clock', width: 6 },
  { heading: 'random', width: 6 },
  { heading: 'anneal', width: 6 },
  { heading: '±', width: 5 },
  { heading: 'match', width: 5 },
];

const REPLAN: readonly Column[] = [
  { heading: 're-plan', width: 22, left: true },
  { heading: 'quality', width: 7 },
  { heading: '≤', width: 5 },
  { heading: 'churn', width: 7 },
  { heading: '≥', width: 4 },
  { heading: 'of', width: 5 },
  { heading: 'i/r/b', width: 7 },
  { heading: 's', width: 5 },
  { heading: 'by hand', width: 7 },
  { heading: 'churn', width: 5 },
  { heading: 'anneal', width: 7 },
  { heading: 'churn', width: 5 },
  { heading: '±', width: 5 },
];

export const planHeading = (): string => headingLine(PLAN);
export const replanHeading = (): string => headingLine(REPLAN);

/** What the signs mean, for those who see the table for the first time. */
export const LEGEND = [
  'quality 0–100, ≤ its proven upper bound; a/b is value/bound; i/r/b idle/repeats/balance, ! above its bound',
  'clock, random, anneal: quality of the peers, (in brackets) when a rule or gate is broken and it counts as 0',
  '± our quality less that of annealing; match: part of its time in which we are as good as annealing in all of its time',
];

export function planLine({ name, limits, lapwing, peers, millisecondsToMatch }: PlanRow): string {
  const { clockwise, random, annealing } = peers;
  const { value } = lapwing;
  return textLine(PLAN, [
    name,
    qualityText(lapwing),
    boundText(limits),
    ofBound(value.want, limits.want),
    ofBound(value.distinctPairs, limits.distinctPairs),
    ofBound(value.variety, limits.variety),
    gatesText(lapwing),
    (lapwing.milliseconds / 1_000).toFixed(2),
    movesText(lapwing.iterations),
    qualityText(clockwise),
    qualityText(random),
    qualityText(annealing),
    difference(lapwing, annealing),
    millisecondsToMatch === null ? 'never' : (millisecondsToMatch / annealing.milliseconds).toFixed(2),
  ]);
}

export function replanLine(row: ReplanRow): string {
  const { lapwing, keepAndPatch, annealing } = row;
  return textLine(REPLAN, [
    row.name,
    qualityText(lapwing),
    boundText(row.limits),
    String(lapwing.churn),
    String(row.leastChurn),
    String(row.seatsAhead),
    gatesText(lapwing),
    (lapwing.milliseconds / 1_000).toFixed(2),
    qualityText(keepAndPatch),
    String(keepAndPatch.churn),
    qualityText(annealing),
    String(annealing.churn),
    difference(lapwing, annealing),
  ]);
}

/** Rounded up, so that what is shown is a bound too. */
const boundText = (limits: Limits): string => (Math.ceil(limits.quality * 10 - 1e-6) / 10).toFixed(1);

/** "97.8", or "(70.1)" when it counts as nothing; rounded down, so that 100.0 means 100. */
function qualityText({ quality, ungated }: Run): string {
  const text = (Math.floor(ungated * 10 + 1e-6) / 10).toFixed(1);
  return quality === 0 && ungated > 0 ? `(${text})` : text;
}

const ofBound = (value: number, bound: number): string => (bound === 0 ? '–' : `${value}/${bound}`);

function gatesText({ value, missedGates, broken }: Run): string {
  if (broken > 0) return `${broken} hard`;
  const shown = (['idle', 'repeats', 'balance'] as const).map((gate) => {
    const missed = missedGates.includes(gate) || (gate === 'idle' && missedGates.includes('spread'));
    return `${value[gate]}${missed ? '!' : ''}`;
  });
  return shown.join('/');
}

function movesText(moves: number): string {
  if (moves < 1_000) return String(moves);
  return moves < 1_000_000 ? `${Math.round(moves / 1_000)}k` : `${(moves / 1_000_000).toFixed(1)}M`;
}

/** Our quality less theirs, each 0 where a rule or gate is broken. */
function difference(ours: Run, theirs: Run): string {
  const points = ours.quality - theirs.quality;
  return `${points < 0 ? '' : '+'}${points.toFixed(1)}`;
}
