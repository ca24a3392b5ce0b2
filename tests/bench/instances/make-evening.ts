import type { Random } from '@lapwing/shared/kernel/random';
import { INSTANCE_FORMAT } from '@lapwing/shared/rotation/instance';
import { idOf, type RawInstance } from './raw.ts';

/** What an evening is like, before anything goes its own way. */
export interface EveningShape {
  readonly name: string;
  readonly students: number;
  readonly tables: number;
  readonly rounds: number;
  readonly seats: number;
  /** How many mentors nearly everybody wants; the others are liked much alike. */
  readonly stars: number;
  /** How many different fields the mentors stand for; 0 for none. */
  readonly fields: number;
}

/** Weights of a student's wishes, dearest first. */
const WEIGHTS = [5, 4, 3, 3, 1];
const PULL = { plain: 4, star: 60, ownField: 8 };

/**
 * People with wishes of their own: everyone leans to one field, stars pull all, one in eight wishes nothing.
 * @param random the only source of chance: the same one gives the same evening
 */
export function makeEvening(shape: EveningShape, random: Random): RawInstance {
  const field = (mentor: number): number => (shape.fields === 0 ? -1 : mentor % shape.fields);
  const mentors = Array.from({ length: shape.tables }, (_, mentor) => ({
    id: idOf('m', mentor),
    tags: shape.fields === 0 ? [] : [`field-${field(mentor) + 1}`],
  }));
  const tables = mentors.map((mentor, table) => ({
    id: idOf('t', table),
    seats: shape.seats,
    mentors: [mentor.id],
  }));
  const students = Array.from({ length: shape.students }, (_, student) => {
    const leaning = shape.fields === 0 ? -1 : random.below(shape.fields);
    const pulls = mentors.map((_, mentor) => {
      const own = leaning >= 0 && field(mentor) === leaning ? PULL.ownField : 0;
      return PULL.plain + own + (mentor < shape.stars ? PULL.star : 0);
    });
    const count = random.below(8) === 0 ? 0 : 2 + random.below(WEIGHTS.length - 1);
    return { id: idOf('p', student), wants: drawWishes(pulls, Math.min(count, mentors.length), random) };
  });
  return { format: INSTANCE_FORMAT, name: shape.name, rounds: shape.rounds, tables, mentors, students, pinned: [] };
}

/** Mentors drawn one after the other, each as often as their pull among those left. */
function drawWishes(pulls: readonly number[], count: number, random: Random): Record<string, number> {
  const left = [...pulls];
  const wishes: Record<string, number> = {};
  for (let wish = 0; wish < count; wish++) {
    let ticket = random.below(left.reduce((sum, pull) => sum + pull, 0));
    const mentor = left.findIndex((pull) => {
      ticket -= pull;
      return ticket < 0;
    });
    wishes[idOf('m', mentor)] = WEIGHTS[wish] ?? 1;
    left[mentor] = 0;
  }
  return wishes;
}
