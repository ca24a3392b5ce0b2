import type { Random } from '../../kernel/random.ts';
import { quaternionSeating } from './quaternion-seating.ts';
import { largestTable, type Seating, type Shape } from './shape.ts';
import { develop, fieldShifts, productShifts, quotientShifts } from './shifted-cohorts.ts';
import { symmetricSeating } from './symmetric-seating.ts';

export type { Shape } from './shape.ts';

export interface DesignedSeating {
  /** [round * students + student]: the table, 0 … tables − 1. */
  readonly seat: Seating;
  /** Meetings of two people beyond their first. */
  readonly repeatedPairs: number;
  readonly by: 'field' | 'product' | 'quotient' | 'affine' | 'quaternion' | 'symmetry';
}

/** Seatings in which nobody meets twice, from formulas: O(students × rounds), for any size. */
export function directSeating(shape: Shape): DesignedSeating | null {
  const field = fieldShifts(shape);
  if (field) return { seat: develop(shape, field), repeatedPairs: 0, by: 'field' };
  const product = productShifts(shape);
  if (product) return { seat: develop(shape, product), repeatedPairs: 0, by: 'product' };
  const quotient = quotientShifts(shape);
  if (quotient) return { seat: develop(shape, quotient), repeatedPairs: 0, by: 'quotient' };
  const quaternion = quaternionSeating(shape);
  if (quaternion) return { seat: quaternion, repeatedPairs: 0, by: 'quaternion' };
  return affineSeating(shape);
}

/**
 * Without mentors, full cohorts of people who have not met in the rounds of a field can then mix among themselves: each
 * takes the tables that it fills. With as many seats at a table as there are tables this is the affine plane.
 */
function affineSeating(shape: Shape): DesignedSeating | null {
  const { students, tables, rounds, mentored } = shape;
  const size = largestTable(shape);
  if (mentored || rounds <= tables || students !== size * tables || tables % size !== 0) return null;
  const across = fieldShifts({ ...shape, rounds: tables });
  const within = { students: tables, tables: tables / size, rounds: rounds - tables, mentored };
  const inner = within.tables === 1 ? oneTable(within) : directSeating(within);
  if (!across || !inner) return null;
  const seat = new Int32Array(rounds * students);
  seat.set(develop({ ...shape, rounds: tables }, across));
  for (let round = 0; round < within.rounds; round++) {
    for (let student = 0; student < students; student++) {
      const cohort = Math.floor(student / tables);
      const table = inner.seat[round * tables + (student % tables)]!;
      seat[(tables + round) * students + student] = cohort * within.tables + table;
    }
  }
  return { seat, repeatedPairs: inner.repeatedPairs, by: 'affine' };
}

const oneTable = ({ students, rounds }: Shape): DesignedSeating | null =>
  rounds > 1 ? null : { seat: new Int32Array(students), repeatedPairs: 0, by: 'affine' };

/**
 * Seats people so that no two meet twice, or as rarely as possible, where the numbers of the evening allow it.
 * Everybody sits in every round and sizes are even.
 * @returns null when no design fits these numbers; ordinary search is then as good
 */
export function designedSeating(shape: Shape, random: Random): DesignedSeating | null {
  if (shape.students < 1 || shape.tables < 1 || shape.rounds < 1) return null;
  const direct = directSeating(shape);
  if (direct) return direct;
  const found = symmetricSeating(shape, random);
  return found && { seat: found.seat, repeatedPairs: found.repeatedPairs, by: 'symmetry' };
}
