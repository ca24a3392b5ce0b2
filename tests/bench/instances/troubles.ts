import type { Random } from '@lapwing/shared/kernel/random';
import { type RawInstance, type RawStudent, roundsFrom } from './raw.ts';

/** Some come later, some leave earlier: one student in `every` of each kind, by one or two rounds. */
export function lateAndEarly(raw: RawInstance, every: number, random: Random): RawInstance {
  const people = random.shuffle([...raw.students]);
  const count = Math.floor(people.length / every);
  for (const student of people.slice(0, count)) student.present = roundsFrom(2 + random.below(2), raw.rounds);
  for (const student of people.slice(count, 2 * count)) {
    student.present = roundsFrom(1, raw.rounds - 1 - random.below(2));
  }
  return raw;
}

/** The last `count` tables miss a round each: a mentor who is late, leaves early or rests. */
export function closedTables(raw: RawInstance, count: number): RawInstance {
  raw.tables.slice(-count).forEach((table, index) => {
    const missed = [1, raw.rounds, Math.ceil(raw.rounds / 2)][index % 3];
    table.open = roundsFrom(1, raw.rounds).filter((round) => round !== missed);
  });
  return raw;
}

/** Friends who stay together, people who must not meet, wheelchairs, mentors to avoid: none of them touches another. */
export function firmWishes(raw: RawInstance, random: Random): RawInstance {
  const people = random.shuffle([...raw.students]);
  const take = (count: number): RawStudent[] => people.splice(0, count);
  const share = Math.floor(raw.students.length / 14);
  for (let pair = 0; pair < share; pair++) {
    const [one, other] = take(2);
    if (one && other) one.together = [other.id];
  }
  for (let pair = 0; pair < share; pair++) {
    const [one, other] = take(2);
    if (one && other) one.apart = [other.id];
  }
  raw.tables.forEach((table, index) => {
    table.stepFree = index % 4 !== 3;
  });
  for (const student of take(share)) student.stepFree = true;
  for (const student of take(share)) {
    const mentor = raw.mentors[random.below(raw.mentors.length)];
    if (!mentor) continue;
    student.avoid = [mentor.id];
    delete student.wants[mentor.id];
  }
  return raw;
}
