import { tableName } from '../event/floor.ts';
import { type AttendeeRole, firstName } from '../event/roster.ts';
import { personLines } from '../event/schedule.ts';
import { wallNames } from '../event/wall-names.ts';
import { listedPeople } from './listed-people.ts';
import { type PaperMentor, workText } from './mentor-lines.ts';
import { type PaperParts, roundsToPrint } from './paper-parts.ts';
import { bySurname, splitName } from './split-name.ts';

export interface SignInRow {
  readonly id: string;
  /** Before the comma; '' for a single name, and for everybody where only first names are said. */
  readonly surname: string;
  readonly given: string;
  readonly role: AttendeeRole;
  /** The badge's code, where two people have the same name; '' where nobody does. */
  readonly code: string;
  /** In the first round that is left; null for none. */
  readonly table: { readonly number: number; readonly name: string } | null;
}

/** For the desk: everybody by surname, and where they sit first. */
export interface SignInList {
  /** The round of the tables. */
  readonly round: number;
  readonly rows: readonly SignInRow[];
}

export function signInList(parts: PaperParts): SignInList {
  const { firstNamesOnly = false, schedule, tables } = parts;
  const round = roundsToPrint(parts)[0]?.round ?? 1;
  const listed = listedPeople(parts);
  const firsts = wallNames(listed, true);
  const lines = personLines(schedule);
  const shown = (name: string): string => (firstNamesOnly ? firstName(name) : name.trim());
  const rows = listed
    .sort((one, other) => bySurname(shown(one.name), shown(other.name)) || (one.id < other.id ? -1 : 1))
    .map(({ id, name, role, badgeCode }): SignInRow => {
      const seat = lines.get(id)?.[round - 1]?.table ?? null;
      const table = tables.find((one) => one.id === seat);
      const isShared = listed.some((other) => other.id !== id && other.name.trim() === name.trim());
      const written = firstNamesOnly ? { given: firsts.get(id) ?? '', surname: '' } : splitName(name);
      return {
        ...{ id, role, ...written, code: isShared && !firstNamesOnly ? badgeCode : '' },
        table: table ? { number: table.number, name: tableName(table) } : null,
      };
    });
  return { round, rows };
}

export interface MentorRow {
  readonly id: string;
  readonly name: string;
  readonly work: string;
  /** The number of their table in each round that is left; null for none. */
  readonly tables: readonly (number | null)[];
  /** The table at which they stay in all of those rounds; null where they change, or have none. */
  readonly stays: { readonly number: number; readonly name: string } | null;
}

/** For whoever looks after mentors: who they are, by surname, and where they sit. */
export interface MentorSheet {
  readonly rounds: readonly number[];
  readonly rows: readonly MentorRow[];
}

export function mentorSheet(parts: PaperParts): MentorSheet {
  const rounds = roundsToPrint(parts).map(({ round }) => round);
  const lines = personLines(parts.schedule);
  const byId = new Map(parts.tables.map((table) => [table.id, table]));
  const rows = listedPeople(parts)
    .filter(({ role }) => role === 'mentor')
    .sort((one, other) => bySurname(one.name, other.name))
    .map(({ id, name, card }): MentorRow => {
      const seats = rounds.map((round) => byId.get(lines.get(id)?.[round - 1]?.table ?? ('' as never)) ?? null);
      const [first = null] = seats;
      const work: Pick<PaperMentor, 'job' | 'company'> = { job: card.jobTitle, company: card.company };
      return {
        ...{ id, name, work: workText(work) },
        tables: seats.map((table) => table?.number ?? null),
        stays:
          first !== null && seats.every((table) => table === first)
            ? { number: first.number, name: tableName(first) }
            : null,
      };
    });
  return { rounds, rows };
}
