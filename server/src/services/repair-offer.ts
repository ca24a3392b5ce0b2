import { planChange } from '@lapwing/shared/event/plan-change';
import type { RoomChange } from '@lapwing/shared/event/room-change';
import { attends } from '@lapwing/shared/event/room-tonight';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PlanWindow } from '@lapwing/shared/live/plan-window';
import type { RepairOffer } from '@lapwing/shared/protocol/api';
import type { ProposalKind } from '@lapwing/shared/rotation/replan/proposal-kinds';
import type { StoredPlan } from '../db/repositories/plans.ts';

/** The price of a mended plan in people and meetings. */
export function offerOf(
  base: StoredPlan,
  plan: StoredPlan,
  kind: ProposalKind,
  change: RoomChange,
  { done, current }: PlanWindow,
  isStudent: (person: AttendeeId) => boolean,
): RepairOffer {
  const from = current ?? done + 1;
  const room = plan.repair?.room;
  const rounds = plan.schedule.rounds.length;
  const lasting = new Set(
    (room?.people ?? []).flatMap(({ person }) => (room && attends(room, person, rounds) ? [person] : [])),
  );
  const students = new Set([...lasting].filter(isStudent));
  const { seats, lost, gained } = planChange(base.schedule, plan.schedule, from, lasting);
  return {
    planVersion: plan.version,
    kind,
    change,
    seats,
    lost,
    gained,
    fromRound: Math.min(...seats.map(({ round }) => round), rounds + 1) % (rounds + 1),
    sizes: sizesIn(plan.schedule, Math.min(rounds, current === null ? from : current + 1)),
    moreRepeats: repeats(plan.schedule, students) - repeats(base.schedule, students),
    moreSitOuts:
      sitOuts(plan.schedule, from, students) - sitOuts(base.schedule, from, onceThere(base.schedule, students)),
  };
}

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

/** Rounds that these students sit out from a round on. */
function sitOuts({ rounds }: Schedule, from: number, students: ReadonlySet<AttendeeId>): number {
  let count = 0;
  for (const round of rounds.slice(from - 1)) {
    const seated = new Set(Object.values(round).flatMap((seating) => seating.students));
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
