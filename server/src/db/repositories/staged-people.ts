import { type AttendeeDetails, EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId, MemberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { getTableColumns } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { attendees } from '../schema.ts';
import type { AttendeeRow } from './attendees.ts';

/** What somebody is recognised by across events; `fresh`: who they become if nobody knows them and they agreed to be kept. */
export interface StagedKeys {
  readonly emailKey: string;
  readonly nameKey: string;
  readonly fresh: MemberId | null;
}

/** Somebody new, ready to be written down. */
export interface StagedPerson extends StagedKeys {
  readonly row: AttendeeRow;
  readonly linkHash: string;
}

/** What somebody is to be from now on. */
export interface StagedChange {
  readonly id: AttendeeId;
  readonly details: AttendeeDetails;
  readonly waitingSince: Instant | null;
  readonly saidNo: boolean;
  readonly lentUntil: Instant | null;
  readonly accountId: string;
  /** Dropped where they have come in meanwhile. */
  readonly unlessHere: boolean;
  /** Null where they are recognised by the same as before. */
  readonly keys: StagedKeys | null;
}

/**
 * Thousands of people on their way into the roster. They are put together in temporary tables of the memory, a slice at a
 * time and outside of any transaction; then one short transaction moves them over. Who dies before that leaves nothing.
 */
export interface StagedPeople {
  add(people: readonly StagedPerson[]): void;
  change(changes: readonly StagedChange[]): void;
  /** Members whose name or address is put right by a change: to be seen to one by one, before `write`. */
  corrected(): AttendeeId[];
  /** Moves all of them over, inside the caller's transaction. */
  write(eventId: EventId, now: Instant): void;
  /** The forms with which those who are changed registered write nothing any more. */
  forgetRegistrationKeys(): void;
  drop(): void;
}

const COLUMNS = Object.entries(getTableColumns(attendees)).filter(([key]) => key !== 'memberId');
type Column = (typeof COLUMNS)[number];
const DETAILS = ['role', 'name', 'email', 'standing', 'course', 'yearOfStudy', 'industries', 'question', 'access'];
const MORE_DETAILS = ['diet', 'availability', 'card', 'registration', 'needs'];
const CHANGED = COLUMNS.filter(([key]) =>
  [...DETAILS, ...MORE_DETAILS, 'waitingSince', 'saidNo', 'lentUntil', 'accountId'].includes(key),
);

const quoted = (columns: readonly Column[]): string[] => columns.map(([, { name }]) => `"${name}"`);
const NEW_NAMES = [...quoted(COLUMNS), 'link_hash', 'email_key', 'name_key', 'fresh'];
const CHANGE_NAMES = ['id', ...quoted(CHANGED), 'unless_here', 'recognise', 'email_key', 'name_key', 'fresh'];

const cellsOf = (columns: readonly Column[], values: Readonly<Record<string, unknown>>): unknown[] =>
  columns.map(([key, column]) => (values[key] === null ? null : column.mapToDriverValue(values[key])));
/** Without an address nobody is recognised. */
const keyCells = (keys: StagedKeys | null): unknown[] =>
  keys === null || keys.emailKey === '' ? [null, null, null] : [keys.emailKey, keys.nameKey, keys.fresh];

const SAME_KEYS = 'm.email_key = s.email_key AND m.name_key = s.name_key';
const MEMBER = `(SELECT m.id FROM main.members m WHERE ${SAME_KEYS})`;

/** @param name of these people, so that two imports do not meet */
export function stagePeople({ $client: client }: Db, name: string): StagedPeople {
  const [fresh, changed] = [`temp."new ${name}"`, `temp."changed ${name}"`];
  client.exec(`CREATE TEMP TABLE "new ${name}" (${NEW_NAMES.join(', ')});
    CREATE TEMP TABLE "changed ${name}" (${CHANGE_NAMES.join(', ')})`);
  const places = (names: readonly string[]): string => names.map(() => '?').join(', ');
  const insertNew = client.prepare(`INSERT INTO ${fresh} VALUES (${places(NEW_NAMES)})`);
  const insertChange = client.prepare(`INSERT INTO ${changed} VALUES (${places(CHANGE_NAMES)})`);
  const run = (sql: string, ...values: unknown[]): unknown => client.prepare(sql).run(...values);

  function recogniseFrom(table: string, now: Instant): void {
    run(
      `UPDATE members SET last_seen_at = ?
       WHERE id IN (SELECT m.id FROM ${table} s JOIN main.members m ON ${SAME_KEYS})`,
      now,
    );
    run(
      `INSERT INTO members (id, email_key, name_key, created_at, last_seen_at, card)
       SELECT fresh, email_key, name_key, ?, ?, ? FROM ${table} WHERE fresh IS NOT NULL ON CONFLICT DO NOTHING`,
      ...[now, now, JSON.stringify(EMPTY_CARD)],
    );
  }

  return {
    add: client.transaction((people: readonly StagedPerson[]) => {
      for (const person of people)
        insertNew.run(...cellsOf(COLUMNS, { ...person.row }), person.linkHash, ...keyCells(person));
    }),
    change: client.transaction((changes: readonly StagedChange[]) => {
      for (const { id, details, unlessHere, keys, ...more } of changes) {
        const cells = cellsOf(CHANGED, { ...details, ...more });
        insertChange.run(id, ...cells, Number(unlessHere), Number(keys !== null), ...keyCells(keys));
      }
    }),
    corrected: () =>
      client
        .prepare(
          `SELECT s.id FROM ${changed} s JOIN main.attendees a ON a.id = s.id
           WHERE s.email_key IS NOT NULL AND a.member_id IS NOT NULL AND ${MEMBER} IS NULL`,
        )
        .pluck()
        .all() as AttendeeId[],
    write(eventId, now) {
      recogniseFrom(fresh, now);
      recogniseFrom(changed, now);
      const names = quoted(COLUMNS).join(', ');
      run(`INSERT INTO attendees (${names}, member_id) SELECT ${names}, ${MEMBER} FROM ${fresh} s`);
      run(
        `INSERT INTO links (hash, event_id, attendee_id, created_at) SELECT link_hash, event_id, id, created_at FROM ${fresh}`,
      );
      run(
        `UPDATE attendees SET ${quoted(CHANGED).map((column) => `${column} = s.${column}`)},
           member_id = CASE s.recognise WHEN 1 THEN ${MEMBER} ELSE member_id END
         FROM ${changed} s
         WHERE attendees.id = s.id AND attendees.event_id = ? AND NOT (s.unless_here AND checked_in_at IS NOT NULL)`,
        eventId,
      );
    },
    forgetRegistrationKeys: () => {
      run(`UPDATE sessions SET attendee_id = NULL
        WHERE kind = 'registration' AND attendee_id IN (SELECT id FROM ${changed})`);
    },
    drop: () => {
      // a server that was stopped meanwhile has closed the file, and with it forgotten them
      if (client.open) client.exec(`DROP TABLE ${fresh}; DROP TABLE ${changed}`);
    },
  };
}
