import type { Schedule } from '../event/schedule.ts';
import type { TableId } from '../kernel/ids.ts';
import type { Moment, Phase } from './state.ts';
import type { Facts } from './views.ts';

/** The talk begins by itself when so many of the tables people move to said that all are here, in hundredths. */
const ENOUGH = 80;

/** The round people move to, if they do: their tables can say that all are here. */
export const movingTo = ({ phase }: Pick<Moment, 'phase'>): number | null =>
  phase.kind === 'moving' || phase.kind === 'ready' ? phase.round : null;

/** How far the room is seated; null while nobody moves. A table without students is not waited for. */
export function allHereMeter(moment: Moment, schedule: Schedule, seated: ReadonlySet<TableId>): Facts['allHere'] {
  const round = movingTo(moment);
  if (round === null) return null;
  const tables = Object.entries(schedule.rounds[round - 1] ?? {}).flatMap(([table, { students }]) =>
    students.length > 0 ? [table as TableId] : [],
  );
  return { round, tables: tables.filter((table) => seated.has(table)).length, of: tables.length };
}

/** Whether so many tables are seated that the talk may begin. */
export const isRoomSeated = ({ tables, of }: NonNullable<Facts['allHere']>): boolean => tables * 100 >= of * ENOUGH;

/** The round for which "all here" still counts: after *Back* people come to a round anew. Null between rounds. */
export function roundSeated(phase: Phase): number | null {
  const now = phase.kind === 'paused' ? phase.of : phase;
  return now.kind === 'doors' || now.kind === 'agenda' || now.kind === 'finished' ? null : now.round;
}
