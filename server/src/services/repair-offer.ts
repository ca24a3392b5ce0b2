import { emptiedRounds, planChange, type SeatChange } from '@lapwing/shared/event/plan-change';
import type { RoomChange } from '@lapwing/shared/event/room-change';
import { attends } from '@lapwing/shared/event/room-tonight';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PlanWindow } from '@lapwing/shared/live/plan-window';
import type { RepairOffer } from '@lapwing/shared/protocol/api';
import type { ProposalKind } from '@lapwing/shared/rotation/replan/proposal-kinds';
import type { StoredPlan } from '../db/repositories/plans.ts';

/** Where the evening stands, and which rounds are left out: these cost nothing. */
export type PricedFrom = Pick<PlanWindow, 'done' | 'current'> & { readonly skipped: readonly number[] };

/** The price of a mended plan in people and meetings. */
export function offerOf(
  base: StoredPlan,
  plan: StoredPlan,
  kind: ProposalKind,
  change: RoomChange,
  { done, current, skipped }: PricedFrom,
  isStudent: (person: AttendeeId) => boolean,
): RepairOffer {
  const from = current ?? done + 1;
  const room = plan.repair?.room;
  const rounds = plan.schedule.rounds.length;
  const lasting = new Set(
    (room?.people ?? []).flatMap(({ person }) => (room && attends(room, person, rounds) ? [person] : [])),
  );
  const students = new Set([...lasting].filter(isStudent));
  const [before, after] = [emptiedRounds(base.schedule, skipped), emptiedRounds(plan.schedule, skipped)];
  const { seats, lost, gained } = planChange(before, after, from, lasting);
  const toCome = plan.schedule.rounds
    .map((_, index) => index + 1)
    .filter((one) => one >= from && !skipped.includes(one));
  return {
    planVersion: plan.version,
    kind,
    change,
    seats,
    lost,
    gained,
    fromRound: firstOf(planChange(before, after, from, everybody(base, plan)).seats),
    sizes: sizesIn(after, toCome.find((one) => one !== current) ?? from),
    moreRepeats: repeats(after, students) - repeats(before, students),
    moreSitOuts: sitOuts(after, toCome, students) - sitOuts(before, toCome, onceThere(base.schedule, students)),
  };
}

/** The first round that changes for anybody, also for those who go; 0 when it changes for nobody. */
const firstOf = (seats: readonly SeatChange[]): number =>
  seats.reduce((first, { round }) => (first === 0 || round < first ? round : first), 0);

const everybody = (...plans: readonly StoredPlan[]): Set<AttendeeId> =>
  new Set(
    plans.flatMap(({ schedule }) =>
      schedule.rounds.flatMap((round) =>
        Object.values(round).flatMap(({ students, mentors }) => [...students, ...mentors]),
      ),
    ),
  );

function sizesIn(schedule: Schedule, round: number): RepairOffer['sizes'] {
  const sizes = Object.values(schedule.rounds[round - 1] ?? {}).map(({ students }) => students.length);
  const used = sizes.filter((size) => size > 0);
  return { least: Math.min(...used, Number.MAX_SAFE_INTEGER) % Number.MAX_SAFE_INTEGER, most: Math.max(0, ...used) };
}

/** Meetings of a student with a mentor they have met before, those of people who stay. */
function repeats({ rounds }: Schedule, lasting: ReadonlySet<AttendeeId>): number {
  const met = new Set<string>();
  let again = 0;
  for (const round of rounds) {
    for (const { students, mentors } of Object.values(round)) {
      for (const student of students) {
        for (const mentor of mentors) {
          const key = `${student} ${mentor}`;
          if (met.has(key) && lasting.has(student)) again += 1;
          met.add(key);
        }
      }
    }
  }
  return again;
}

/** How often these students sit out, in these rounds. */
function sitOuts({ rounds }: Schedule, toCome: readonly number[], students: ReadonlySet<AttendeeId>): number {
  let count = 0;
  for (const round of toCome) {
    const seated = new Set(Object.values(rounds[round - 1] ?? {}).flatMap((seating) => seating.students));
    for (const student of students) if (!seated.has(student)) count += 1;
  }
  return count;
}

/** Newcomers sat nothing out in a plan that did not know them. */
const onceThere = ({ rounds }: Schedule, people: ReadonlySet<AttendeeId>): Set<AttendeeId> => {
  const known = new Set(
    rounds.flatMap((round) => Object.values(round).flatMap(({ students, mentors }) => [...students, ...mentors])),
  );
  return new Set([...people].filter((person) => known.has(person)));
};
