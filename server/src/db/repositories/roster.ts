import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { getTableColumns } from 'drizzle-orm';
import { breathe, slicesOf } from '../../breathe.ts';
import type { Db } from '../connection.ts';
import { attendees } from '../schema.ts';
import { type AttendeeRow, asAttendee, byName } from './attendees.ts';

const COLUMNS = Object.entries(getTableColumns(attendees));
const NAMES = COLUMNS.map(([, { name }]) => `"${name}"`).join(', ');
type Cells = readonly (string | number | null)[];

/** Everybody of an event as SQLite gives them: for thousands, objects made by the library take longer than the query. */
const cellsOf = (db: Db, eventId: EventId): Cells[] =>
  db.$client.prepare(`SELECT ${NAMES} FROM attendees WHERE event_id = ?`).raw().all(eventId) as Cells[];

/** Turns cells into rows; what is written alike in many rows is read once. */
function rowReader(): (cells: Cells) => AttendeeRow {
  const parsed = new Map<string, unknown>();
  const read = (text: string): unknown => {
    if (!parsed.has(text)) parsed.set(text, JSON.parse(text));
    return parsed.get(text);
  };
  return (cells) => {
    const row: Record<string, unknown> = {};
    for (const [index, [key, { dataType }]] of COLUMNS.entries()) {
      const cell = cells[index] ?? null;
      row[key] = dataType === 'json' ? read(cell as string) : dataType === 'boolean' ? cell === 1 : cell;
    }
    return row as AttendeeRow;
  };
}

/** Everybody of an event, in order of names. */
export function readRoster(db: Db, eventId: EventId): Attendee[] {
  const read = rowReader();
  return cellsOf(db, eventId)
    .map((cells) => asAttendee(read(cells)))
    .sort(byName);
}

/** As `readRoster`; whatever else waits has its turn in between. */
export async function readRosterInSlices(db: Db, eventId: EventId): Promise<Attendee[]> {
  const read = rowReader();
  const people: Attendee[] = [];
  for (const slice of slicesOf(cellsOf(db, eventId))) {
    await breathe();
    for (const cells of slice) people.push(asAttendee(read(cells)));
  }
  await breathe();
  return people.sort(byName);
}

/** What an import looks at; who is here and who they are across events changes while a preview is looked at. */
const IMPORTED = COLUMNS.filter(([key]) => !['checkedInAt', 'memberId'].includes(key));
const ROSTER_TEXT = `SELECT json_group_array(json_array(${IMPORTED.map(([, { name }]) => `"${name}"`).join(', ')}))
  FROM (SELECT * FROM attendees WHERE event_id = ? ORDER BY id)`;
const KEYS = JSON.stringify(IMPORTED.map(([key]) => key));

/**
 * The roster of an event as one text, JSON in the columns still unread: made by SQLite in a few milliseconds, compared with
 * another in no time, and read where nobody waits (`reader/roster-text`).
 */
export const rosterText = (db: Db, eventId: EventId): string =>
  `{"keys":${KEYS},"rows":${db.$client.prepare(ROSTER_TEXT).pluck().get(eventId)}}`;

/**
 * Tells whether a roster is still `text`. Asked again before this server has written anything else, it need not look: so
 * whoever asks in a turn of their own first spares their transaction the comparison.
 */
export function stillAs(db: Db, eventId: EventId, text: string): () => boolean {
  const rowsWritten = db.$client.prepare('SELECT total_changes()').pluck();
  let sure: unknown;
  return () => {
    const written = rowsWritten.get();
    if (written === sure) return true;
    if (rosterText(db, eventId) !== text) return false;
    sure = written;
    return true;
  };
}

/** Who is checked in. */
export const listHere = (db: Db, eventId: EventId): AttendeeId[] =>
  db.$client
    .prepare('SELECT id FROM attendees WHERE event_id = ? AND checked_in_at IS NOT NULL')
    .pluck()
    .all(eventId) as AttendeeId[];
