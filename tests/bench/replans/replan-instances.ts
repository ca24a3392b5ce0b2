import { type Random, seededRandom } from '@lapwing/shared/kernel/random';
import type { InstanceSchedule } from '@lapwing/shared/rotation/instance';
import { type EveningShape, makeEvening } from '../instances/make-evening.ts';
import { idOf, instanceOf, type RawInstance, roundsFrom } from '../instances/raw.ts';
import { shapeOf } from '../instances/real-evenings.ts';
import { planBefore } from '../planner-call.ts';
import { isThere, type Replan, tablesIn } from './replan.ts';

/** A re-plan by name; made only when it is asked for, since the evening has to be planned first. */
export interface ReplanOffer {
  readonly name: string;
  readonly make: () => Replan;
}

/** Changes an evening after `done` rounds. */
type Turn = (raw: RawInstance, done: number, random: Random) => void;

function offer(seed: number, shape: EveningShape, done: number, ...turns: readonly Turn[]): ReplanOffer {
  const make = (): Replan => {
    const random = seededRandom(seed);
    const raw = makeEvening(shape, random);
    const before = instanceOf(raw);
    const schedule = planBefore(before);
    for (const turn of turns) turn(raw, done, random);
    pinPast(raw, schedule, done);
    return { name: shape.name, done, before, schedule, after: instanceOf(raw) };
  };
  return { name: shape.name, make };
}

/** People who never came: the seats that the plan gave them stayed empty. */
const noShows =
  (count: number): Turn =>
  (raw, _done, random) => {
    for (const student of random.shuffle([...raw.students]).slice(0, count)) student.present = [];
  };

const walkIns =
  (count: number): Turn =>
  (raw, done, random) => {
    const sameWishes = random.shuffle([...raw.students]).slice(0, count);
    for (const { wants } of sameWishes) {
      const id = idOf('w', raw.students.length);
      raw.students.push({ id, wants: { ...wants }, present: roundsFrom(done + 1, raw.rounds) });
    }
  };

/** A mentor who leaves leaves a table with nobody to talk to: it closes. */
const mentorLeaves: Turn = (raw, done, random) => {
  const table = raw.tables[random.below(raw.tables.length)];
  if (table) table.open = roundsFrom(1, done);
};

function pinPast(raw: RawInstance, schedule: InstanceSchedule, done: number): void {
  for (let round = 1; round <= done; round++) {
    const table = tablesIn(schedule, round);
    for (const { id, present } of raw.students) {
      if (isThere(present ?? null, round)) raw.pinned.push({ round, student: id, table: table.get(id) ?? null });
    }
  }
}

/** Evenings that go their own way: people missing, people at the door, a table gone, and all of it together. */
export const replanOffers: readonly ReplanOffer[] = [
  offer(201, shapeOf('64x10x6', 'no-shows', { fields: 5, seats: 8 }), 1, noShows(6)),
  offer(202, shapeOf('60x10x6', 'walk-ins', { fields: 5, seats: 8 }), 2, walkIns(5)),
  offer(203, shapeOf('56x8x5', 'table-closes', { fields: 4, seats: 9 }), 2, mentorLeaves),
  offer(204, shapeOf('120x20x8', 'mentor-leaves', { fields: 7, seats: 8 }), 3, mentorLeaves),
  offer(205, shapeOf('64x10x6', 'all-at-once', { fields: 5, seats: 9 }), 3, noShows(4), walkIns(3), mentorLeaves),
];
