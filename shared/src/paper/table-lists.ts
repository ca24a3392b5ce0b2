import { tableName } from '../event/floor.ts';
import type { Seating } from '../event/schedule.ts';
import { fullListNames, listNames } from '../event/wall-names.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import { openTables, type PaperParts, type PaperRound, roundsToPrint } from './paper-parts.ts';

/** Empty lines for people who come late, where there are chairs for them. */
const MOST_SPARE = 2;

export interface TableRound extends PaperRound {
  /** In full, as on table cards; the badge's code for whoever keeps their name off the walls, as below. */
  readonly mentors: readonly string[];
  /** First name and initial, in order of the alphabet. */
  readonly students: readonly string[];
  readonly spare: number;
}

/** Who sits at one table in each round that is left. */
export interface TableList {
  readonly number: number;
  readonly name: string;
  readonly rounds: readonly TableRound[];
}

const NOBODY: Seating = { students: [], mentors: [] };

/** A list for every table at which somebody still sits, in order of numbers. */
export function tableLists(parts: PaperParts): TableList[] {
  const rounds = roundsToPrint(parts);
  const short = listNames(parts.people, parts.firstNamesOnly);
  const full = fullListNames(parts.people);
  const named = (names: ReadonlyMap<AttendeeId, string>, ids: readonly AttendeeId[]): string[] =>
    ids.flatMap((id) => names.get(id) ?? []).sort((one, other) => one.localeCompare(other, 'en'));
  return openTables(parts, rounds[0]?.round ?? 1)
    .map(
      (table): TableList => ({
        number: table.number,
        name: tableName(table),
        rounds: rounds.map((round) => {
          const { students, mentors } = parts.schedule.rounds[round.round - 1]?.[table.id] ?? NOBODY;
          const sits = students.length + mentors.length > 0;
          const spare = sits ? Math.min(MOST_SPARE, Math.max(0, table.seats - students.length)) : 0;
          return { ...round, mentors: named(full, mentors), students: named(short, students), spare };
        }),
      }),
    )
    .filter((list) => list.rounds.some(({ mentors, students }) => mentors.length + students.length > 0));
}
