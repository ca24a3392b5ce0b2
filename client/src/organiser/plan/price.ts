import { type Reseat, reseated, tableIn } from '@lapwing/shared/event/reseat';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import { type BrokenFirmRule, brokenRules } from '@lapwing/shared/rotation/broken-rules';
import type { EveningToPlan } from '@lapwing/shared/rotation/evening-to-plan';
import { type Overall, type PlanReport, type ReportRow, reportOn } from '@lapwing/shared/rotation/report';

/** A plan with its report, so that the next change is compared with it and not with everything before. */
export interface Assessed {
  readonly schedule: Schedule;
  readonly report: PlanReport;
}

export interface Pair {
  readonly one: AttendeeId;
  readonly other: AttendeeId;
}

/** What a change by hand costs and what it brings. */
export interface Price {
  /** The plan as it would be. */
  readonly after: Assessed;
  /** Firm rules that are broken then, also by earlier changes: such a plan cannot be kept. */
  readonly broken: readonly BrokenFirmRule[];
  /** Tables without a mentor at which somebody would sit now. */
  readonly nobodyToMeet: readonly TableId[];
  readonly sitsOut: readonly AttendeeId[];
  /** Students and mentors who meet once more than once because of this, whether or not a firm rule is broken by it. */
  readonly mentorAgain: readonly Pair[];
  /** Students who share a table again because of this, and who do so no longer. */
  readonly meetAgain: readonly Pair[];
  readonly meetOnce: readonly Pair[];
  /** Differences of the report's figures: wishes met, fields met, seats away from even tables. */
  readonly wishes: number;
  readonly fields: number;
  readonly uneven: number;
  readonly overall: { readonly before: Overall; readonly after: Overall } | null;
}

/** @param schedule a plan without unknown people or tables, for this evening */
export const assessed = (schedule: Schedule, evening: EveningToPlan): Assessed => ({
  schedule,
  report: reportOn(schedule, evening),
});

/** The price of changes to a plan, counted by the same rules and the same report that the server goes by. */
export function priceOf(before: Assessed, changes: readonly Reseat[], evening: EveningToPlan): Price {
  const after = assessed(reseated(before.schedule, changes), evening);
  const value = (aim: ReportRow['aim']): number => figureOf(after.report, aim) - figureOf(before.report, aim);
  const was = before.report.overall;
  const is = after.report.overall;
  return {
    after,
    broken: brokenRules(after.schedule, evening),
    nobodyToMeet: nobodyToMeet(after.schedule, changes),
    sitsOut: changes.filter(({ table }) => table === null).map(({ person }) => person),
    ...pairsOf(before.schedule, after.schedule, changes),
    wishes: value('wishes'),
    fields: value('fields'),
    uneven: value('even-tables'),
    overall: was && is ? { before: was, after: is } : null,
  };
}

/** The figure of one row of a report; 0 where the report has no such row. */
export const figureOf = ({ rows }: PlanReport, aim: ReportRow['aim']): number =>
  rows.find((row) => row.aim === aim)?.value ?? 0;

function nobodyToMeet({ rounds }: Schedule, changes: readonly Reseat[]): TableId[] {
  const tables = changes.flatMap(({ round, table }) => {
    const seating = table === null ? undefined : rounds[round - 1]?.[table];
    return table !== null && seating && seating.mentors.length === 0 ? [table] : [];
  });
  return [...new Set(tables)];
}

/** How often those who moved meet each other person, before and after. */
function pairsOf(
  before: Schedule,
  after: Schedule,
  changes: readonly Reseat[],
): Pick<Price, 'mentorAgain' | 'meetAgain' | 'meetOnce'> {
  const mentorAgain: Pair[] = [];
  const meetAgain: Pair[] = [];
  const meetOnce: Pair[] = [];
  const movers = new Set(changes.map(({ person }) => person));
  for (const one of movers) {
    const then = meetings(before, one);
    const now = meetings(after, one);
    for (const [other, { times, role }] of now) {
      if (times < 2 || times <= (then.get(other)?.times ?? 0)) continue;
      if (role !== now.get(one)?.role)
        mentorAgain.push(role === 'mentors' ? { one, other } : { one: other, other: one });
      // two who moved together are one pair; mentors who meet again are nobody's loss
      else if (role === 'students' && !(movers.has(other) && other < one)) meetAgain.push({ one, other });
    }
    for (const [other, { times, role }] of then) {
      if (role !== 'students' || now.get(one)?.role !== role || (movers.has(other) && other < one)) continue;
      if (times > 1 && (now.get(other)?.times ?? 0) <= 1) meetOnce.push({ one, other });
    }
  }
  return { mentorAgain, meetAgain, meetOnce };
}

type Role = 'students' | 'mentors';

/** How often a person sits at a table with everybody else; with themselves as often as they sit anywhere. */
function meetings({ rounds }: Schedule, person: AttendeeId): Map<AttendeeId, { times: number; role: Role }> {
  const met = new Map<AttendeeId, { times: number; role: Role }>();
  for (const round of rounds) {
    const seating = Object.values(round).find((one) => one.students.includes(person) || one.mentors.includes(person));
    for (const role of ['students', 'mentors'] as const) {
      for (const other of seating?.[role] ?? []) met.set(other, { times: (met.get(other)?.times ?? 0) + 1, role });
    }
  }
  return met;
}

/** The changes that seat somebody at a table, or in the place of another who takes theirs; none when nothing changes. */
export function movesFor(
  schedule: Schedule,
  round: number,
  person: AttendeeId,
  target: { readonly table: TableId | null; readonly person: AttendeeId | null },
): Reseat[] {
  const from = tableIn(schedule, round, person);
  if (from === target.table || person === target.person) return [];
  const move = { round, person, table: target.table };
  return target.person === null ? [move] : [move, { round, person: target.person, table: from }];
}
