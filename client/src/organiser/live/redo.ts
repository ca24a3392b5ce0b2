import type { PersonCommand } from '@lapwing/shared/live/state';
import type { LogEntry } from '@lapwing/shared/protocol/api';

/** An act that an undo took back, and what to press so that it is done again. */
export interface RedoTarget {
  readonly entry: LogEntry;
  readonly command: PersonCommand;
}

/**
 * What *Redo* would do again: the act that the last undo took back, as long as nothing has happened since. It is pressed
 * anew, so it counts from now, and can be undone like any act; null where there is none.
 * @param log newest first
 */
export function redoTarget(log: readonly LogEntry[]): RedoTarget | null {
  if (log[0]?.command.kind !== 'undo') return null;
  // undo goes newest first: of the acts that were taken back each undo took the newest that stood
  const standing: LogEntry[] = [];
  let last: LogEntry | null = null;
  for (const entry of log.toReversed()) {
    if (entry.command.kind === 'undo') last = standing.pop() ?? null;
    else if (entry.undone) standing.push(entry);
  }
  const command = last?.command;
  // the clock's own steps are nobody's press, and a plan is published where one sees it
  if (!last || !command || command.kind === 'timeUp' || command.kind === 'retime') return null;
  if (command.kind === 'allHere' || command.kind === 'publish' || command.kind === 'undo') return null;
  return { entry: last, command };
}
