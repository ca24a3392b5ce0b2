import { seededRandom } from '@lapwing/shared/kernel/random';
import type { Instance } from '@lapwing/shared/rotation/instance';
import { type EveningShape, makeEvening } from './make-evening.ts';
import { instanceOf, type RawInstance } from './raw.ts';
import { closedTables, firmWishes, lateAndEarly } from './troubles.ts';

/** "64x10x6" → 64 students, 10 tables, 6 rounds; seats for an even spread unless told otherwise. */
export function shapeOf(size: string, name: string, more: Partial<EveningShape> = {}): EveningShape {
  const [students = 0, tables = 0, rounds = 0] = size.split('x').map(Number);
  const seats = Math.ceil(students / tables);
  return { name: `${name}-${size}`, students, tables, rounds, seats, stars: 0, fields: 0, ...more };
}

/** An instance by name; made only when it is asked for. */
export interface Offer {
  readonly name: string;
  readonly make: () => Instance;
}

type Trouble = (raw: RawInstance, random: ReturnType<typeof seededRandom>) => RawInstance;

function offer(seed: number, shape: EveningShape, trouble: Trouble = (raw) => raw): Offer {
  const make = (): Instance => {
    const random = seededRandom(seed);
    return instanceOf(trouble(makeEvening(shape, random), random));
  };
  return { name: shape.name, make };
}

/** Evenings as organisers hold them: their sizes, their latecomers, their pairs, too many people, one to one. */
export const realEvenings: readonly Offer[] = [
  offer(101, shapeOf('24x4x6', 'evening')),
  offer(102, shapeOf('30x6x5', 'evening', { fields: 3 })),
  offer(103, shapeOf('40x8x4', 'stars', { stars: 2 })),
  offer(104, shapeOf('64x10x6', 'evening', { fields: 5 })),
  offer(105, shapeOf('120x20x8', 'evening', { fields: 7 })),
  offer(106, shapeOf('200x25x8', 'evening', { fields: 8 })),
  offer(107, shapeOf('72x9x6', 'come-and-go', { fields: 4, seats: 9 }), (raw, random) =>
    closedTables(lateAndEarly(raw, 9, random), 2),
  ),
  offer(108, shapeOf('56x8x5', 'firm-wishes', { fields: 4, seats: 8 }), firmWishes),
  offer(109, shapeOf('52x6x5', 'too-many', { fields: 3, seats: 8 })),
  offer(110, shapeOf('18x18x7', 'one-to-one', { fields: 6 })),
];

/** Far beyond an evening; only on demand, since it takes long. */
export const largeEvenings: readonly Offer[] = [offer(120, shapeOf('2000x250x10', 'large', { fields: 12 }))];
