import type { Instance } from '@lapwing/shared/rotation/instance';
import type { Instance2, Schedule2 } from '@lapwing/shared/rotation/instance-2/instance-2';
import { type BrokenPromise, score2 } from '@lapwing/shared/rotation/instance-2/score-2';
import type { Judgement, Measure } from '@lapwing/shared/rotation/proof/judge';
import type { LeastServed } from '@lapwing/shared/rotation/proof/least';
import type { Aim } from '@lapwing/shared/rotation/solve';

/** What makes a plan again, and how long it took. */
export interface HowMade {
  readonly seed: number;
  readonly aim: Aim;
  readonly iterations: number;
  /** Iterations really tried, where the search was ended early; else null. */
  readonly stoppedAfter: number | null;
  readonly milliseconds: number;
}

const many = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;

/** What an organiser wants to know about a plan, in lines of plain text. */
export function planReportText(instance: Instance, judgement: Judgement, made: HowMade): string {
  return [
    ...headLines(instance, made),
    '',
    ...overallLines(judgement),
    '',
    ...firmLines(judgement),
    ...wishLines(judgement),
    '',
    ...leastLines(instance, judgement),
  ].join('\n');
}

/** As `planReportText`, for the second format: its figures, and the promises it does not keep. */
export function secondReportText(
  instance: Instance2,
  schedule: Schedule2,
  broken: readonly BrokenPromise[],
  made: HowMade,
): string {
  const figures = score2(instance, schedule);
  const promises = broken.map(
    ({ student, promised, met }) => `  ${student} was promised ${many(promised, 'field')} and meets ${met}.`,
  );
  return [
    ...headLines(instance, made),
    '',
    row('rounds sat out', `${figures.idle}`),
    row('same mentor again', `${figures.repeats}`),
    row('uneven seats', `${figures.balance}`),
    row('wishes met, by weight', `${figures.want}`),
    row('pairs of students who meet', `${figures.distinctPairs}`),
    row('fields met', `${figures.variety}`),
    ...(promises.length === 0 ? [] : ['', 'Promises that cannot be kept:', ...promises]),
  ].join('\n');
}

function headLines({ name, students, tables, rounds }: Instance, made: HowMade): string[] {
  const size = [many(students.length, 'student'), many(tables.length, 'table'), many(rounds, 'round')].join(', ');
  return [
    `Plan for ${JSON.stringify(name)}: ${size}.`,
    `Made in ${(made.milliseconds / 1_000).toFixed(1)} s. The same plan again: ${againWith(made)}`,
  ];
}

function againWith({ seed, aim, iterations, stoppedAfter }: HowMade): string {
  const stop = stoppedAfter === null ? '' : ` --stop-after ${stoppedAfter}`;
  return `--seed ${seed} --iterations ${iterations}${stop}${aim === 'balanced' ? '' : ` --aim ${aim}`}`;
}

function overallLines({ quality, best, firm }: Judgement): string[] {
  const reached = quality.toFixed(1);
  const line =
    quality >= best
      ? `${reached} of 100 possible; no plan for these people can beat it.`
      : `${reached} of 100 possible; no plan for these people can beat ${best.toFixed(1)}.`;
  const kept = Object.values(firm).every(Boolean);
  return kept ? [line] : [line, 'Not every firm aim below is met as far as it might be.'];
}

const row = (label: string, text: string): string => `  ${label.padEnd(28)}${text}`;

function firmLines({ measures }: Judgement): string[] {
  const least = ({ value, bound }: Measure): string =>
    bound === 0 ? `${value}` : `${value}; at least ${bound} cannot be avoided`;
  return [
    row('rounds sat out', least(measures.idle)),
    row('difference between people', least(measures.spread)),
    row('same mentor again', least(measures.repeats)),
    row('uneven seats', least(measures.balance)),
  ];
}

function wishLines({ measures }: Judgement): string[] {
  const most = ({ value, bound, exact }: Measure): string => {
    const limit = bound.toLocaleString('en-GB');
    return `${value.toLocaleString('en-GB')} of ${exact || value === bound ? limit : `at most ${limit}`}`;
  };
  const lines: readonly [string, Measure][] = [
    ['wishes met, by weight', measures.want],
    ['pairs of students who meet', measures.distinctPairs],
    ['fields met', measures.variety],
  ];
  return lines.filter(([, { bound }]) => bound > 0).map(([label, measure]) => row(label, most(measure)));
}

function leastLines(instance: Instance, { least, served }: Judgement): string[] {
  if (served.length === 0) return ['Nobody has wishes.'];
  if (least.length === 0) return ['Everybody with wishes gets all that fits the rounds.'];
  const lines = least.map(
    (one) => `  ${one.student}: ${one.met} of ${one.wished} by weight. ${because(instance, one)}`,
  );
  return ['Who got least of their wishes:', ...lines];
}

function because({ students, rounds }: Instance, { student, reason, mentor }: LeastServed): string {
  if (reason === 'popular') return `More people wish for mentor ${mentor} than can sit there.`;
  if (reason === 'barred') return 'Few tables suit them: step-free, or mentors to avoid.';
  if (reason === 'traded') return "Given up for others' wishes and for mixing.";
  const present = students.find(({ id }) => id === student)?.present;
  return `They are there for ${new Set(present).size} of ${many(rounds, 'round')}.`;
}
