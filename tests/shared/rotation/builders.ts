import type { Table } from '../../../shared/src/event/floor.ts';
import { attendeeId, tableId } from '../../../shared/src/kernel/ids.ts';
import type { EveningToPlan } from '../../../shared/src/rotation/evening.ts';
import { type Instance, parseInstance } from '../../../shared/src/rotation/instance.ts';
import { type SolveOptions, solve } from '../../../shared/src/rotation/solve.ts';

export interface RawTable {
  id: string;
  seats: number;
  mentors: string[];
  stepFree?: boolean;
  open?: number[];
}
export interface RawStudent {
  id: string;
  wants?: Record<string, number>;
  present?: number[];
  stepFree?: boolean;
  avoid?: string[];
  apart?: string[];
  together?: string[];
}
export interface RawInstance {
  format: string;
  name: string;
  rounds: number;
  tables: RawTable[];
  mentors: { id: string; tags?: string[] }[];
  students: RawStudent[];
  pinned: { round: number; student: string; table: string | null }[];
}

/** Students s1 …, tables t1 … with mentors m1 …, all alike; `change` makes it particular. */
export function rawRotation(
  students: number,
  tables: number,
  rounds: number,
  seats: number,
  change: (raw: RawInstance) => void = () => {},
): RawInstance {
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
  const raw: RawInstance = {
    format: 'rotation-instance/1',
    name: 'made for a test',
    rounds,
    tables: numbers(tables).map((n) => ({ id: `t${n}`, seats, mentors: [`m${n}`] })),
    mentors: numbers(tables).map((n) => ({ id: `m${n}`, tags: [`field ${n % 3}`] })),
    students: numbers(students).map((n) => ({ id: `s${n}` })),
    pinned: [],
  };
  change(raw);
  return raw;
}

/** The instance of a raw one that is known to be well formed. */
export function parsed(raw: unknown): Instance {
  const result = parseInstance(raw);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

/** The schedule of an instance that is known to have one. */
export function solved(raw: unknown, options: Partial<SolveOptions> = {}) {
  const instance = parsed(raw);
  const result = solve(instance, { seed: 1, iterations: 3_000, ...options });
  if (!result.ok) throw new Error(result.refusal.message);
  return { instance, ...result.value };
}

export const INDUSTRIES = ['Law', 'Health care', 'Consulting & agencies', 'Media', 'Energy'] as const;

/** An evening with one mentor a table (m1 at table 1 …) and students who name one or two industries each. */
export function evening(
  students: number,
  tables: number,
  rounds: number,
  seats: number,
  change: Partial<EveningToPlan> = {},
): EveningToPlan {
  const table = (index: number): Table => ({
    id: tableId(`t${index + 1}`),
    number: index + 1,
    name: '',
    seats,
    mentors: [attendeeId(`m${index + 1}`)],
    stepFree: index % 2 === 0,
    quiet: false,
    column: index,
    row: 0,
  });
  const industry = (index: number): string => INDUSTRIES[index % INDUSTRIES.length] ?? '';
  return {
    rounds,
    whoMoves: 'students',
    tables: Array.from({ length: tables }, (_, index) => table(index)),
    mentors: Array.from({ length: tables }, (_, index) => ({
      id: attendeeId(`m${index + 1}`),
      industry: industry(index),
    })),
    students: Array.from({ length: students }, (_, index) => ({
      id: attendeeId(`s${index + 1}`),
      industries: index % 3 === 0 ? [industry(index)] : [industry(index), industry(index * 2 + 1)],
      stepFree: false,
    })),
    ...change,
  };
}
