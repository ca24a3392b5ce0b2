import type { Schedule } from '@lapwing/shared/event/schedule';
import { personLines } from '@lapwing/shared/event/schedule';
import type { PlanReport } from '@lapwing/shared/rotation/report';
import { decimalText } from '../../kit/figures.ts';
import { type Sentence, sentence } from '../sentence.ts';
import { reportLines } from './report-sentences.ts';

/** One row of two plans side by side. */
export interface ComparedRow {
  readonly aim: string;
  readonly title: Sentence;
  readonly here: Sentence;
  readonly there: Sentence;
  /** The other plan against this one: better or worse by so much; null where they are alike. */
  readonly difference: { readonly better: boolean; readonly by: number } | null;
}

/** More is better for these; for all others, less. */
const MORE_IS_BETTER: ReadonlySet<string> = new Set(['wishes', 'fields']);

/** The rows of both reports side by side, the plan as a whole first. */
export function comparedRows(here: PlanReport, there: PlanReport): ComparedRow[] {
  const others = new Map(reportLines(there).map((line) => [line.aim, line]));
  const value = (report: PlanReport, aim: string): number => report.rows.find((row) => row.aim === aim)?.value ?? 0;
  const rows = reportLines(here).flatMap((line): ComparedRow[] => {
    const other = others.get(line.aim);
    if (other === undefined) return [];
    const more = value(there, line.aim) - value(here, line.aim);
    return [
      {
        aim: line.aim,
        title: line.title,
        here: line.value,
        there: other.value,
        difference: more === 0 ? null : { better: more > 0 === MORE_IS_BETTER.has(line.aim), by: Math.abs(more) },
      },
    ];
  });
  return [...overallRow(here, there), ...rows];
}

function overallRow(here: PlanReport, there: PlanReport): ComparedRow[] {
  if (!here.overall || !there.overall) return [];
  // tenths as whole numbers: 98.0 − 97.6 must not come out as 0.40000000000000568
  const tenths = Math.round(there.overall.value * 10) - Math.round(here.overall.value * 10);
  const text = (value: number): Sentence => sentence('report.value', { value: decimalText(value) });
  return [
    {
      aim: 'overall',
      title: sentence('compare.overall'),
      here: text(here.overall.value),
      there: text(there.overall.value),
      difference: tenths === 0 ? null : { better: tenths > 0, by: Math.abs(tenths) / 10 },
    },
  ];
}

/** Per round, how many people sit at another table in the other plan (or sit out in one of the two). */
export function tableChanges(here: Schedule, there: Schedule): number[] {
  const [lines, others] = [personLines(here), personLines(there)];
  const people = new Set([...lines.keys(), ...others.keys()]);
  const rounds = Math.max(here.rounds.length, there.rounds.length);
  return Array.from({ length: rounds }, (_, index) => {
    const table = (of: typeof lines, person: Parameters<typeof lines.get>[0]) => of.get(person)?.[index]?.table ?? null;
    return [...people].filter((person) => table(lines, person) !== table(others, person)).length;
  });
}
