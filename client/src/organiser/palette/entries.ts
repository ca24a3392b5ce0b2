import { type Table, tableName } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import { findPeople } from '../people/find-people.ts';
import type { Section } from '../place.ts';

/** What can be found from anywhere: somebody, a table, something that the live page does, a page. */
export type Entry = { readonly name: string } & (
  | { readonly kind: 'person'; readonly id: AttendeeId; readonly person: Attendee }
  | { readonly kind: 'table'; readonly id: TableId; readonly number: number }
  | { readonly kind: 'act'; readonly id: string; readonly keys: readonly string[]; readonly isOff: boolean }
  | { readonly kind: 'section'; readonly id: Section }
);

/** One thing the page in front can do: its words as on its button, and the keys that do it too. */
export interface Act {
  readonly id: string;
  readonly name: string;
  readonly keys: readonly string[];
  /** It would do nothing now. */
  readonly isOff: boolean;
}

export interface Findable {
  readonly people: readonly Attendee[];
  readonly tables: readonly Table[];
  readonly acts: readonly Act[];
  readonly sections: readonly { readonly id: Section; readonly name: string }[];
}

/** As many as a list shows without scrolling. */
const MOST = 9;

/** A number alone means that table, and after it those that begin with it. */
function byNumber(tables: readonly Table[], text: string): Table[] {
  const number = Number(text);
  const begins = tables.filter((table) => String(table.number).startsWith(text));
  return [...begins].sort((one, other) => Number(other.number === number) - Number(one.number === number));
}

const tableEntry = (table: Table): Entry => ({
  ...{ kind: 'table', id: table.id, number: table.number, name: tableName(table) },
});

/**
 * What fits the words typed, best first: people before tables before acts before pages; a number finds tables. Nothing
 * typed shows what the page can do and where one can go.
 */
export function entriesFor(query: string, { people, tables, acts, sections }: Findable): Entry[] {
  const text = query.trim();
  const doable = acts.map((act): Entry => ({ kind: 'act', ...act }));
  const pages = sections.map((section): Entry => ({ kind: 'section', ...section }));
  if (text === '') return [...doable, ...pages];
  if (/^\d+$/u.test(text)) return byNumber(tables, text).map(tableEntry).slice(0, MOST);
  const persons = people.map((person): Entry => ({ kind: 'person', id: person.id, name: person.name, person }));
  return [persons, tables.map(tableEntry), doable, pages]
    .flatMap((entries) => findPeople(entries, text))
    .slice(0, MOST);
}
