import type { Schedule } from '../event/schedule.ts';
import type { EveningToPlan } from './evening-to-plan.ts';
import { FlowNetwork } from './flow.ts';
import { wishesOf } from './wishes.ts';

/**
 * The most wishes any plan of this evening can meet: students have their rounds, mentors the seats of their tables in
 * all rounds, and each pair meets once (a maximum flow; two mentors at one table are counted apart, so the truth may
 * be less).
 */
export function mostWishes(schedule: Schedule, evening: EveningToPlan): number {
  const wishes = wishesOf(evening);
  const places = new Map<string, number>();
  let atOnce = 1;
  for (const round of schedule.rounds) {
    const tables = Object.values(round).filter(({ mentors }) => mentors.length > 0);
    const largest = Math.max(0, ...tables.map(({ students }) => students.length));
    for (const { mentors } of tables) {
      atOnce = Math.max(atOnce, mentors.length);
      for (const mentor of mentors) places.set(mentor, (places.get(mentor) ?? 0) + largest);
    }
  }
  const mentors = [...places.keys()];
  const mentorNode = new Map(mentors.map((mentor, index) => [mentor, 2 + index]));
  const network = new FlowNetwork(2 + mentors.length + evening.students.length);
  for (const [mentor, count] of places) network.arc(mentorNode.get(mentor)!, 1, count, 0);
  evening.students.forEach(({ id }, index) => {
    const node = 2 + mentors.length + index;
    network.arc(0, node, evening.rounds * atOnce, 0);
    for (const mentor of wishes.get(id) ?? []) {
      const target = mentorNode.get(mentor);
      if (target !== undefined) network.arc(node, target, 1, 0);
    }
  });
  return network.run(0, 1).flow;
}
