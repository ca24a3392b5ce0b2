import { tableName } from '../event/floor.ts';
import { type Attendee, type AttendeeRole, firstName } from '../event/roster.ts';
import { type PersonRound, personLines } from '../event/schedule.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { phasesAhead } from '../live/evening-line.ts';
import { listedPeople } from './listed-people.ts';
import { type PaperMentor, paperMentors } from './mentor-lines.ts';
import { type PaperParts, type PaperRound, roundsToPrint } from './paper-parts.ts';
import { bySurname } from './split-name.ts';

/** One line of somebody's evening. */
export type BadgeRow =
  | {
      readonly kind: 'table';
      readonly round: number;
      /** The last of several rounds at the same table: a mentor who stays needs one line. */
      readonly until: number;
      readonly at: Instant;
      readonly number: number;
      readonly name: string;
      /** Whom a student meets there; nobody on a mentor's badge. */
      readonly mentors: readonly PaperMentor[];
    }
  | { readonly kind: 'sitOut'; readonly round: number; readonly at: Instant }
  | { readonly kind: 'break'; readonly at: Instant; readonly until: Instant };

export interface Badge {
  readonly id: AttendeeId;
  /** Eight characters that say who somebody is and open nothing. */
  readonly code: string;
  readonly role: AttendeeRole;
  /** '' for a guest whose name nobody knows: it is written by hand. */
  readonly first: string;
  /** Surname, and course and year of a student or job and company of a mentor, as far as they are known. */
  readonly about: readonly string[];
  /** Nothing for whoever has no table in any round that is left. */
  readonly rows: readonly BadgeRow[];
}

/** A badge for everybody with a seat or expected, in order of surnames. */
export function badges(parts: PaperParts): Badge[] {
  const rounds = roundsToPrint(parts);
  const rowsOf = badgeRows(parts, rounds);
  const lines = personLines(parts.schedule);
  return listedPeople(parts)
    .sort((one, other) => bySurname(one.name, other.name) || (one.id < other.id ? -1 : 1))
    .map((person) => ({
      ...{ id: person.id, code: person.badgeCode, role: person.role },
      first: person.unnamed ? '' : firstName(person.name),
      about: aboutLine(person, parts.firstNamesOnly === true),
      rows: rowsOf(person.role, lines.get(person.id) ?? []),
    }));
}

/** Among people under 18 a badge says nothing that finds somebody again after tonight. */
function aboutLine({ name, role, unnamed, course, yearOfStudy, card }: Attendee, firstNamesOnly: boolean): string[] {
  if (firstNamesOnly && role === 'student') return [];
  const others = name.trim().split(/\s+/u).slice(1).join(' ');
  const does = role === 'mentor' ? [card.jobTitle, card.company] : [course, yearOfStudy];
  return [unnamed ? name : others, ...does].map((part) => part.trim()).filter((part) => part !== '');
}

function badgeRows(parts: PaperParts, rounds: readonly PaperRound[]) {
  const tables = new Map(parts.tables.map((table) => [table.id, table]));
  const mentorsOf = paperMentors(parts.people);
  const breaks = phasesAhead(parts.moment, parts.now, parts.settings.startsAt).phases.flatMap((phase) =>
    phase.kind === 'agenda' && phase.title === 'break' ? [phase] : [],
  );
  return (role: AttendeeRole, line: readonly PersonRound[]): BadgeRow[] => {
    const rows: BadgeRow[] = [];
    let isSeated = false;
    for (const { round, startsAt: at } of rounds) {
      // a break belongs before the round that follows it; there is none before the first row
      const pause = breaks.find((one) => one.round === round);
      if (pause && rows.length > 0) rows.push({ kind: 'break', at: pause.startsAt, until: pause.endsAt });
      const { table: id = null, meets = [] } = line[round - 1] ?? {};
      const table = id === null ? undefined : tables.get(id);
      isSeated ||= table !== undefined;
      const before = rows.at(-1);
      if (!table) rows.push({ kind: 'sitOut', round, at });
      else if (role === 'mentor' && before?.kind === 'table' && before.number === table.number)
        rows[rows.length - 1] = { ...before, until: round };
      else {
        const place = { number: table.number, name: tableName(table) };
        rows.push({
          kind: 'table',
          round,
          until: round,
          at,
          ...place,
          mentors: role === 'mentor' ? [] : mentorsOf(meets),
        });
      }
    }
    return isSeated ? rows : [];
  };
}
