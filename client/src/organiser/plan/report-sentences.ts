import type { PlanView } from '@lapwing/shared/protocol/api';
import type { MetAgain } from '@lapwing/shared/rotation/met-again';
import type {
  EvenTablesRow,
  FieldsRow,
  LeastServed,
  Overall,
  PlanReport,
  ReportRow,
  SittingOutRow,
  WishesRow,
} from '@lapwing/shared/rotation/report';
import { decimalText } from '../../kit/figures.ts';
import { type Sentence, sentence } from '../sentence.ts';

/** One aim of the plan in words: the value, and what is possible at best. */
export interface ReportLine {
  readonly aim: ReportRow['aim'];
  readonly good: boolean;
  readonly title: Sentence;
  readonly value: Sentence;
  readonly why: Sentence;
}

/** The report in plain words, firm rules first. */
export function reportLines({ rows }: Pick<PlanReport, 'rows'>): ReportLine[] {
  const firmFirst = [...rows].sort((a, b) => Number(b.firm) - Number(a.firm));
  return firmFirst.map((row) => ({
    aim: row.aim,
    // A sit-out may be unavoidable for this floor, but it is never what an organiser wants: add seats or tables.
    good: row.good && !(row.aim === 'sitting-out' && row.value > 0),
    title: sentence(`report.${row.aim}`),
    value: valueText(row),
    why: whyOf(row),
  }));
}

function valueText(row: ReportRow): Sentence {
  switch (row.aim) {
    case 'even-tables':
      return row.smallest === row.largest
        ? sentence('report.value', { value: row.smallest })
        : sentence('report.value.or', { smallest: row.smallest, largest: row.largest });
    case 'wishes':
      return sentence('report.value.of', { value: row.value, all: row.wished });
    case 'fields':
      return sentence('report.value.of', { value: each(row.value, row), all: each(row.bound ?? row.value, row) });
    case 'same-faces':
      return sentence('report.value.times', { value: row.value });
    case 'same-mentor-twice':
    case 'sitting-out':
      return sentence('report.value', { value: row.value });
  }
}

/** A sum over all students as an average with one decimal: "5.2". */
const each = (sum: number, { students }: FieldsRow): string => decimalText(students === 0 ? 0 : sum / students, 0);

function whyOf(row: ReportRow): Sentence {
  switch (row.aim) {
    case 'same-mentor-twice':
      if (row.value === 0) return sentence('report.same-mentor-twice.never');
      return sentence(row.good ? 'report.same-mentor-twice.unavoidable' : 'report.same-mentor-twice.avoidable', {
        bound: row.bound ?? 0,
      });
    case 'even-tables':
      return evenTables(row);
    case 'sitting-out':
      return sittingOut(row);
    case 'wishes':
      return wishes(row);
    case 'fields':
      if (row.inRoom === 0) return sentence('report.fields.unknown');
      return sentence('report.fields.fewest', { fewest: row.fewest, inRoom: row.inRoom });
    case 'same-faces':
      if (row.value === 0) return sentence('report.same-faces.never');
      return row.bound ? sentence('report.at-least', { bound: row.bound }) : sentence('report.no-bound');
  }
}

function evenTables(row: EvenTablesRow): Sentence {
  if (row.value > 0) return sentence('report.even-tables.uneven', { tables: row.value });
  const { smallest, largest, tablesOfSmallest, tablesOfLargest, everyRound } = row;
  if (!everyRound) return sentence('report.even-tables.close');
  if (smallest === largest) return sentence('report.even-tables.all', { tables: tablesOfSmallest, size: smallest });
  return sentence('report.even-tables.two', { smallest, largest, tablesOfSmallest, tablesOfLargest });
}

function sittingOut(row: SittingOutRow): Sentence {
  const { value, people, who, most, tablesWithoutMentor } = row;
  if (value === 0) {
    return tablesWithoutMentor > 0
      ? sentence('report.sitting-out.tables', { tables: tablesWithoutMentor })
      : sentence('report.sitting-out.nobody');
  }
  return sentence(row.good ? 'report.sitting-out.unavoidable' : 'report.sitting-out.avoidable', {
    bound: row.bound ?? 0,
    people,
    who,
    most,
  });
}

function wishes(row: WishesRow): Sentence {
  if (row.wished === 0) return sentence('report.wishes.none');
  const bound = row.bound ?? row.value;
  if (row.value >= bound) return sentence(bound >= row.wished ? 'report.wishes.all' : 'report.wishes.best', { bound });
  return sentence('report.wishes.at-most', { bound });
}

/** How many meet again from earlier evenings, and why. */
export function metAgainLines({ known, mentors, unavoidable, students }: MetAgain): Sentence[] {
  if (mentors + students === 0) return [sentence('report.met.nobody', { known })];
  const again = sentence('report.met.again', { mentors, students, known });
  if (mentors === 0) return [again, sentence('report.met.rather')];
  return [again, sentence(unavoidable > 0 ? 'report.met.must' : 'report.met.rather', { unavoidable })];
}

/** What is the best that any plan for these people could come to. */
export function overallWhy({ value, best }: Overall): Sentence {
  return value >= best
    ? sentence('report.overall.best')
    : sentence('report.overall.beat', { best: decimalText(best, best < 100 ? 1 : 0) });
}

/** Why somebody gets little; null where the report does not know. `mentor`: the name, where one is to blame. */
export function reasonText({ reason, mentor: of }: LeastServed, mentor: string | undefined): Sentence | null {
  if (reason === undefined) return null;
  if (reason === 'popular' && of !== undefined && mentor !== undefined) {
    return sentence('report.reason.popular.mentor', { mentor });
  }
  return sentence(`report.reason.${reason}`);
}

/** The small print: with what the same plan can be made again, and what happened to it. */
export function madeHow({ seed, iterations, stoppedAfter, aim, editedFrom }: PlanView): Sentence[] {
  const made = sentence('report.made', { seed: String(seed), iterations, aim });
  const stopped = stoppedAfter === null ? [] : [sentence('report.made.stopped', { stoppedAfter })];
  return editedFrom === null
    ? [made, ...stopped]
    : [sentence('report.made.edited', { version: editedFrom }), made, ...stopped];
}
