import type { Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';

/** What a change costs, worked out from two plans by plain counting and nothing of the product's own. */
export interface ExpectedPrice {
  readonly seats: string[];
  readonly lost: string[];
  readonly gained: string[];
  readonly moreRepeats: number;
  readonly moreSitOuts: number;
  readonly sizes: { readonly least: number; readonly most: number };
}

export interface Priced {
  readonly before: Schedule;
  readonly after: Schedule;
  /** The first round that may differ, and the one whose sizes are told. */
  readonly from: number;
  readonly next: number;
  readonly skipped: readonly number[];
  readonly staying: ReadonlySet<AttendeeId>;
  readonly isStudent: (id: AttendeeId) => boolean;
}

export function expectedPrice({ before, after, from, next, skipped, staying, isStudent }: Priced): ExpectedPrice {
  const counted = after.rounds.map((_, index) => index + 1).filter((round) => !skipped.includes(round));
  const seats = counted
    .filter((round) => round >= from)
    .flatMap((round) =>
      [...staying].flatMap((person) => {
        const [old, now] = [tableOf(before, round, person), tableOf(after, round, person)];
        return old === now ? [] : [`${round} ${person} ${old} ${now}`];
      }),
    );
  const [had, has] = [meetings(before, counted), meetings(after, counted)];
  const [planned, mended] = [new Set(had), new Set(has)];
  const student = (meeting: string): AttendeeId => meeting.split(' ')[0] as AttendeeId;
  const mentor = (meeting: string): AttendeeId => meeting.split(' ')[1] as AttendeeId;
  const repeats = (all: string[]): number => {
    const of = all.filter((meeting) => staying.has(student(meeting)));
    return of.length - new Set(of).size;
  };
  const students = [...staying].filter(isStudent);
  const everSat = (schedule: Schedule, person: AttendeeId): boolean =>
    schedule.rounds.some((_, index) => tableOf(schedule, index + 1, person) !== null);
  const out = (schedule: Schedule, people: AttendeeId[]): number =>
    counted.filter((round) => round >= from).flatMap((round) => people.filter((one) => !tableOf(schedule, round, one)))
      .length;
  const used = Object.values(after.rounds[next - 1] ?? {}).flatMap((one) => one.students.length || []);
  return {
    seats: seats.sort(),
    lost: [...planned].filter((one) => !mended.has(one) && staying.has(student(one))).sort(),
    gained: [...mended]
      .filter((one) => !planned.has(one) && staying.has(student(one)) && staying.has(mentor(one)))
      .sort(),
    moreRepeats: repeats(has) - repeats(had),
    moreSitOuts:
      out(after, students) -
      out(
        before,
        students.filter((one) => everSat(before, one)),
      ),
    sizes: { least: used.length === 0 ? 0 : Math.min(...used), most: used.length === 0 ? 0 : Math.max(...used) },
  };
}

export function tableOf(schedule: Schedule, round: number, person: AttendeeId): string | null {
  for (const [table, { students, mentors }] of Object.entries(schedule.rounds[round - 1] ?? {}))
    if (students.includes(person) || mentors.includes(person)) return table;
  return null;
}

const meetings = ({ rounds }: Schedule, counted: readonly number[]): string[] =>
  counted.flatMap((round) =>
    Object.values(rounds[round - 1] ?? {}).flatMap(({ students, mentors }) =>
      students.flatMap((student) => mentors.map((mentor) => `${student} ${mentor}`)),
    ),
  );
