import { finiteField, logarithms } from './finite-field.ts';
import { largestTable, type Seating, type Shape } from './shape.ts';

/**
 * Cohorts of one student a table that move as a whole: student number j of a cohort sits at table j + shift(cohort,
 * round), added in a group on the tables. Each table has one student of every cohort, so sizes are even, and the last
 * cohort may be part full. Two students of one cohort never meet; two of different ones meet once at most when, for any
 * two cohorts, the differences of their shifts are different in all rounds. Nobody returns to a table when the shifts of
 * a cohort are different in all rounds.
 */
export interface Shifts {
  add(table: number, shift: number): number;
  shift(cohort: number, round: number): number;
}

/** Develops the shifts into a seating of all rounds. */
export function develop(shape: Shape, shifts: Shifts): Seating {
  const { students, tables, rounds } = shape;
  const seat = new Int32Array(rounds * students);
  for (let round = 0; round < rounds; round++) {
    for (let cohort = 0; cohort * tables < students; cohort++) {
      const shift = shifts.shift(cohort, round);
      const first = cohort * tables;
      const end = Math.min(first + tables, students);
      for (let student = first; student < end; student++) {
        seat[round * students + student] = shifts.add(student - first, shift);
      }
    }
  }
  return seat;
}

/** How many cohorts must be told apart: those that there are and, where nobody returns, the tables (which stand still). */
const columns = (shape: Shape): number => largestTable(shape) + (shape.mentored ? 1 : 0);

/** With a field on the tables the shift is cohort times round: Mann's difference matrix, all Latin squares of a field. */
export function fieldShifts(shape: Shape): Shifts | null {
  const { tables, rounds } = shape;
  if (rounds > tables || columns(shape) > tables) return null;
  const field = finiteField(tables);
  if (!field) return null;
  const first = shape.mentored ? 1 : 0;
  return { add: field.add, shift: (cohort, round) => field.multiply(cohort + first, round) };
}

/** The shift is cohort times round in whole numbers modulo the tables, if no product of two differences vanishes there. */
export function productShifts(shape: Shape): Shifts | null {
  const { tables, rounds } = shape;
  if (rounds > tables || columns(shape) > tables) return null;
  for (let later = 1; later < rounds; later++) {
    for (let apart = 1; apart < columns(shape); apart++) if ((later * apart) % tables === 0) return null;
  }
  const first = shape.mentored ? 1 : 0;
  return { add: (table, shift) => (table + shift) % tables, shift: (cohort, round) => (cohort + first) * round };
}

/**
 * One table fewer than a field has elements: the tables are its elements but 0, in the order of their logarithms.
 * Rounds are elements x, cohorts other elements y, and the shift is the logarithm of x − y: for x, x', y, y' the
 * quotient of (x − y)(x' − y') and (x − y')(x' − y) is never 1 (a Cauchy matrix has no vanishing minor). The elements
 * suffice while rounds and largest table together are not above the field's order; without mentors one cohort more,
 * the point at infinity, stands still.
 */
export function quotientShifts(shape: Shape): Shifts | null {
  const { tables, rounds } = shape;
  const elements = rounds + columns(shape) - 1;
  if (elements > tables + 1) return null;
  const field = finiteField(tables + 1);
  if (!field) return null;
  const log = logarithms(field);
  const still = shape.mentored ? -1 : largestTable(shape) - 1;
  return {
    add: (table, shift) => (table + shift) % tables,
    shift: (cohort, round) => (cohort === still ? 0 : log[field.subtract(round, rounds + cohort)]!),
  };
}
