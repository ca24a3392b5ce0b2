/**
 * How good, how fast and how fair introductions of a whole community are: `npm run -s bench:match`. Ends with 1 when a goal was
 * missed, with 2 for a wrong option.
 */
import { parseArgs } from 'node:util';
import { instant } from '../../shared/src/kernel/time.ts';
import { worthOfAll } from '../../shared/src/matching/assign.ts';
import { type Chosen, type Field, fieldOf, type Moment } from '../../shared/src/matching/candidates.ts';
import type { Community } from '../../shared/src/matching/community.ts';
import { type Fairness, fairnessOf } from '../../shared/src/matching/fairness.ts';
import { matchCommunity } from '../../shared/src/matching/match.ts';
import { loadOf } from '../../shared/src/matching/worth.ts';
import { inventedCommunity } from '../support/invented-community.ts';
import { type Column, headingLine, textLine } from './text-columns.ts';

const USAGE = 'npm run -s bench:match -- [--members N] [--seeds K] [--json]';
const NOW = instant(Date.UTC(2026, 10, 30, 9));
/** Milliseconds, for 2,000 members; the first matching of a process is the slowest, and counts. */
const MOST_MS = 2_000;

interface Run {
  readonly seed: number;
  readonly requests: number;
  /** Pairs that may be. */
  readonly pairs: number;
  readonly milliseconds: number;
  readonly optimum: number;
  readonly bound: number;
  readonly gap: number;
  readonly fairness: Fairness;
  /** The same community, each request in the order in which it came in, with the best mentor who is left. */
  readonly firstCome: { readonly worth: number; readonly fairness: Fairness };
}

/** @throws with a sentence that says what is wrong */
function readOptions(args: readonly string[]): {
  readonly members: number;
  readonly seeds: number;
  readonly json: boolean;
} {
  const { values } = parseArgs({
    args: [...args],
    options: {
      members: { type: 'string', default: '2000' },
      seeds: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  });
  const members = Number(values.members);
  const seeds = Number(values.seeds);
  if (!Number.isInteger(members) || members < 2 || members > 20_000)
    throw new Error('--members has to be a whole number 2 to 20000');
  if (!Number.isInteger(seeds) || seeds < 1 || seeds > 99) throw new Error('--seeds has to be a whole number 1 to 99');
  return { members, seeds, json: values.json };
}

/** What somebody does who answers requests one by one. */
function firstCome({ askers, mentors }: Field): Chosen {
  const room = mentors.map((mentor) => mentor.room);
  const taken = mentors.map((mentor) => mentor.taken);
  const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;
  const chosen = askers.map(({ turn, candidates }, index) => ({ index, waited: turn.waitedDays, candidates }));
  const picked: Chosen[number][] = askers.map(() => null);
  for (const { index, candidates } of chosen.sort((one, other) => other.waited - one.waited)) {
    const [best] = candidates
      .filter(({ mentor }) => at(room, mentor) > 0)
      .sort((one, other) => other.worth - one.worth - loadOf(at(taken, other.mentor)) + loadOf(at(taken, one.mentor)));
    if (!best) continue;
    picked[index] = best;
    room[best.mentor] = at(room, best.mentor) - 1;
    taken[best.mentor] = at(taken, best.mentor) + 1;
  }
  return picked;
}

function measure(community: Community, moment: Moment): Run {
  const began = performance.now();
  const result = matchCommunity(community, moment);
  const milliseconds = performance.now() - began;
  if (!result.ok) throw new Error(`the invented community has faults: ${JSON.stringify(result.refusal.slice(0, 3))}`);
  const { value: optimum, bound, fairness } = result.value;
  const field = fieldOf(community, moment);
  const one = firstCome(field);
  return {
    ...{ seed: moment.seed, requests: community.requests.length, milliseconds, optimum, bound, gap: bound - optimum },
    pairs: field.askers.reduce((sum, { candidates }) => sum + candidates.length, 0),
    fairness,
    firstCome: { worth: worthOfAll(field, one), fairness: fairnessOf(field, one) },
  };
}

const COLUMNS: readonly Column[] = [
  ...[
    { heading: 'seed', width: 4 },
    { heading: 'requests', width: 8 },
    { heading: 'pairs', width: 7 },
  ],
  ...[
    { heading: 'optimum', width: 13 },
    { heading: 'bound', width: 13 },
    { heading: 'gap', width: 4 },
    { heading: 'ms', width: 6 },
  ],
  ...[
    { heading: 'served', width: 9 },
    { heading: 'unlucky', width: 9 },
    { heading: 'longest passed over', width: 19 },
  ],
  ...[
    { heading: 'first come: served', width: 19 },
    { heading: 'unlucky', width: 9 },
    { heading: 'worth', width: 7 },
  ],
];

const of = (some: number, all: number): string => `${some}/${all}`;

function lineOf({ seed, requests, pairs, optimum, bound, gap, milliseconds, fairness, firstCome: other }: Run): string {
  const { served, askers, unlucky, unluckyServed, longestWaitPassedOver } = fairness;
  return textLine(COLUMNS, [
    ...[`${seed}`, `${requests}`, `${pairs}`, `${optimum}`, `${bound}`, `${gap}`, milliseconds.toFixed(0)],
    ...[
      of(served, askers),
      of(unluckyServed, unlucky),
      longestWaitPassedOver === null ? 'nobody' : `${longestWaitPassedOver} days`,
    ],
    ...[of(other.fairness.served, askers), of(other.fairness.unluckyServed, unlucky)],
    `${((100 * other.worth) / Math.max(1, optimum)).toFixed(1)}%`,
  ]);
}

function bench({ members, seeds, json }: ReturnType<typeof readOptions>): number {
  const say = (text: string): void => {
    if (!json) console.log(text);
  };
  say(`${members} invented members, everything they wait for in one matching\n${headingLine(COLUMNS)}`);
  const runs = Array.from({ length: seeds }, (_, index): Run => {
    const run = measure(inventedCommunity(members, index + 1, NOW), { now: NOW, seed: index + 1 });
    say(lineOf(run));
    return run;
  });
  const slowest = Math.max(...runs.map(({ milliseconds }) => milliseconds));
  const gap = Math.max(...runs.map((run) => Math.abs(run.gap)));
  for (const { seed, fairness } of runs.slice(0, 1))
    say(
      `seed ${seed}, introductions of the month: ${fairness.load.map((count, load) => `${count} mentors have ${load}`).join(', ')}`,
    );
  const figures = [
    { name: 'gap', value: gap, goal: 0, met: gap === 0 },
    { name: 'slowest ms', value: Math.round(slowest), goal: MOST_MS, met: slowest <= MOST_MS },
  ];
  for (const { name, value, goal, met } of figures)
    say(`${name.padEnd(12)} ${value}   goal ≤ ${goal}   ${met ? 'met' : 'MISSED'}`);
  if (json) console.log(JSON.stringify({ members, runs, figures }, null, 2));
  return figures.every(({ met }) => met) ? 0 : 1;
}

function optionsOrUsage(): ReturnType<typeof readOptions> | null {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return null;
  }
}

const options = optionsOrUsage();
process.exitCode = options === null ? 2 : bench(options);
