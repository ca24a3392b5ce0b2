import { tableName } from '../event/floor.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import { type PaperMentor, paperMentors } from './mentor-lines.ts';
import { openTables, type PaperParts, roundsToPrint } from './paper-parts.ts';

/** What stands on a table all evening. */
export interface TableCard {
  readonly number: number;
  readonly name: string;
  /** Who sits there in every round that is left, or one after the other; nobody where mentors move. */
  readonly mentors: readonly PaperMentor[];
  /** What the one mentor of the table wants to be asked about; '' for nothing, and where there are more of them. */
  readonly askMeAbout: string;
  /** Where people find their own tables; '' for nowhere. */
  readonly join: string;
}

/** A card for every table at which somebody still sits, in order of numbers. */
export function tableCards(parts: PaperParts): TableCard[] {
  const { settings, schedule, people, join = '' } = parts;
  const rounds = roundsToPrint(parts);
  const mentorsOf = paperMentors(people);
  return openTables(parts, rounds[0]?.round ?? 1).flatMap((table): TableCard[] => {
    const seatings = rounds.flatMap(({ round }) => schedule.rounds[round - 1]?.[table.id] ?? []);
    if (!seatings.some(({ students, mentors }) => students.length + mentors.length > 0)) return [];
    const stay = settings.whoMoves === 'students';
    const ids = new Set<AttendeeId>(stay ? seatings.flatMap(({ mentors }) => mentors) : []);
    const only = ids.size === 1 ? people.find(({ id }) => ids.has(id)) : undefined;
    return [
      {
        ...{ number: table.number, name: tableName(table), join },
        mentors: mentorsOf([...ids]),
        askMeAbout: only?.card.askMeAbout ?? '',
      },
    ];
  });
}
