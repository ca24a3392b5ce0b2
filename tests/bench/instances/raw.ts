import { type INSTANCE_FORMAT, type Instance, parseInstance } from '@lapwing/shared/rotation/instance';

/** An instance as its file has it, while it is being made. */
export interface RawInstance {
  readonly format: typeof INSTANCE_FORMAT;
  readonly name: string;
  readonly rounds: number;
  readonly tables: RawTable[];
  readonly mentors: { readonly id: string; readonly tags: string[] }[];
  readonly students: RawStudent[];
  readonly pinned: { readonly round: number; readonly student: string; readonly table: string | null }[];
}

export interface RawTable {
  readonly id: string;
  readonly seats: number;
  readonly mentors: string[];
  stepFree?: boolean;
  open?: number[];
}

export interface RawStudent {
  readonly id: string;
  readonly wants: Record<string, number>;
  present?: number[];
  stepFree?: boolean;
  avoid?: string[];
  apart?: string[];
  together?: string[];
}

/** The instance that the planner is given. @throws if what was made is not one: a fault of the bench */
export function instanceOf(raw: RawInstance): Instance {
  const read = parseInstance(raw);
  if (!read.ok) throw new Error(`${raw.name}: ${Object.values(read).join(' ')}`);
  return read.value;
}

/** "p07": ids count from 1 and sort as they count, up to 9,999. */
export const idOf = (letter: string, index: number): string => `${letter}${String(index + 1).padStart(2, '0')}`;

/** The rounds first … last; none when last is before first. */
export const roundsFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
