import type { Access, Caller as Who } from '@lapwing/shared/protocol/access';
import type { Whose } from './addresses.ts';
import { isLetIn } from './expected.ts';

export const WHO: readonly Who[] = ['owner', 'organiser', 'helper', 'display', 'mentor', 'student', 'stranger'];

/** What the walk saw: one caller asked one route for one thing. */
export interface Cell {
  readonly who: Who;
  readonly whose: Whose;
  readonly status: number;
  /** What is wrong with the answer; none when the table is kept. */
  readonly faults: readonly string[];
}

/** One line of the printed matrix; tests leave it where the reporter finds it. */
export interface Row {
  readonly name: string;
  readonly access: Access;
  readonly cells: readonly Cell[];
}

/** An endpoint of better-auth that must not be reached, and what an owner got who asked for it. */
export interface ClosedEndpoint {
  readonly name: string;
  readonly status: number;
}

declare module 'vitest' {
  interface TaskMeta {
    row?: Row;
    /** Routes that the server made and the table does not know, and the other way round. */
    unlisted?: readonly string[];
    closed?: readonly ClosedEndpoint[];
  }
}

export type May = 'own' | 'any' | 'ask' | 'no' | 'RED';

/**
 * What somebody may with a route, out of the answers they got. any: also of an event or person that is not theirs. ask:
 * the door is open to them, and what they asked with got them nowhere.
 */
export function mayOf({ access, cells }: Row, who: Who): May {
  const own = cells.filter((cell) => cell.who === who);
  if (own.some(({ faults }) => faults.length > 0)) return 'RED';
  // a wrong code at an open door is no way in
  const isIn = (status: number): boolean => isLetIn(status) && !(access.door === 'anybody' && status === 422);
  const gotIn = (whose: Whose): boolean => own.some((cell) => cell.whose === whose && isIn(cell.status));
  if (gotIn('other event')) return 'any';
  if (gotIn('own')) return 'own';
  return access.callers.includes(who) ? 'ask' : 'no';
}
