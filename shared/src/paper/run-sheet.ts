import type { AgendaTitle } from '../event/event.ts';
import type { Table } from '../event/floor.ts';
import type { Instant } from '../kernel/time.ts';
import { phasesAhead } from '../live/evening-line.ts';
import type { TimedPhase } from '../live/state.ts';
import { openTables, type PaperParts } from './paper-parts.ts';

/** One line of the evening: what happens, from `at` until `until`. */
export type RunStep =
  /** Before the start. */
  | { readonly kind: 'doors'; readonly until: Instant }
  | { readonly kind: 'agenda'; readonly title: AgendaTitle; readonly at: Instant; readonly until: Instant }
  /** `movesAt`: when people get up for it; null where they sit there already. */
  | {
      readonly kind: 'round';
      readonly round: number;
      readonly movesAt: Instant | null;
      readonly at: Instant;
      readonly until: Instant;
      readonly last: boolean;
    }
  | { readonly kind: 'end'; readonly at: Instant };

/** The evening on one page, from now on. */
export interface RunSheet {
  readonly steps: readonly RunStep[];
  readonly tables: readonly Table[];
  /** Numbers of the tables that are closed tonight. */
  readonly closed: readonly number[];
}

/** Every phase with the time the clock gives it, as if nobody pressed anything. */
export function runSheet(parts: PaperParts): RunSheet {
  const { moment, now, settings } = parts;
  const { phases, finishesAt } = phasesAhead(moment, now, settings.startsAt);
  const doors: RunStep[] = moment.phase.kind === 'doors' ? [{ kind: 'doors', until: phases[0]?.startsAt ?? now }] : [];
  const lastRound = phases.findLast(({ kind }) => kind === 'talking')?.round;
  const steps = phases.flatMap((phase, index) => stepOf(phase, phases[index - 1], lastRound));
  const open = openTables(parts, phases[0]?.round ?? 1);
  return {
    steps: [...doors, ...steps, { kind: 'end', at: finishesAt }],
    tables: open,
    closed: parts.tables
      .filter((table) => !open.includes(table))
      .map(({ number }) => number)
      .sort((one, other) => one - other),
  };
}

function stepOf(phase: TimedPhase, before: TimedPhase | undefined, lastRound: number | undefined): RunStep[] {
  const { startsAt: at, endsAt: until } = phase;
  if (phase.kind === 'agenda') return [{ kind: 'agenda', title: phase.title, at, until }];
  if (phase.kind === 'moving') return [];
  const movesAt = before?.kind === 'moving' ? before.startsAt : null;
  return [{ kind: 'round', round: phase.round, movesAt, at, until, last: phase.round === lastRound }];
}
