import { INSTANCE_FORMAT } from '@lapwing/shared/rotation/instance';
import { idOf, instanceOf } from './raw.ts';
import type { Offer } from './real-evenings.ts';

/** Nobody wishes anything: all that counts is that people meet new people, and with mentors that no table comes twice. */
function classic(name: string, tables: number, seats: number, rounds: number, mentors: boolean): Offer {
  const make = () =>
    instanceOf({
      format: INSTANCE_FORMAT,
      name,
      rounds,
      mentors: mentors ? Array.from({ length: tables }, (_, mentor) => ({ id: idOf('m', mentor), tags: [] })) : [],
      tables: Array.from({ length: tables }, (_, table) => ({
        id: idOf('t', table),
        seats,
        mentors: mentors ? [idOf('m', table)] : [],
      })),
      students: Array.from({ length: tables * seats }, (_, student) => ({ id: idOf('p', student), wants: {} })),
      pinned: [],
    });
  return { name, make };
}

/** Puzzles of the mathematics of meeting, known for being hard; all but the last can be solved without a repeated pair. */
export const classics: readonly Offer[] = [
  classic('golfers-16-4-5', 4, 4, 5, false),
  classic('golfers-32-8-10', 8, 4, 10, false),
  classic('kirkman-15-5-7', 5, 3, 7, false),
  classic('affine-49-7-8', 7, 7, 8, false),
  classic('mentors-42-7-7', 7, 6, 7, true),
  classic('mentors-30-6-6', 6, 5, 6, true),
];
