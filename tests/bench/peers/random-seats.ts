import { seededRandom } from '@lapwing/shared/kernel/random';
import type { Instance, InstanceSchedule } from '@lapwing/shared/rotation/instance';
import { compileProblem } from '@lapwing/shared/rotation/search/problem';
import { seatEvenly } from './annealing/even-start.ts';
import { Seating } from './annealing/seating.ts';
import { scheduleOfPlaces } from './schedule-of-places.ts';

/** Drawing lots in every round: tables even, groups whole, otherwise pure chance. */
export function randomSeats(instance: Instance, seed: number): InstanceSchedule {
  const seating = new Seating(compileProblem(instance));
  seatEvenly(seating, seededRandom(seed));
  return scheduleOfPlaces(instance, seating.place);
}
