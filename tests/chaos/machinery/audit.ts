import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '@lapwing/shared/kernel/time';
import type { LiveCommand, Moment } from '@lapwing/shared/live/state';
import { advance } from '@lapwing/shared/live/timeline';
import Database from 'better-sqlite3';
import type { Phone } from './phones.ts';
import type { Record } from './record.ts';

/** A command as it lies on disk. */
export interface Row {
  readonly version: number;
  readonly key: string | null;
  readonly command: LiveCommand;
  readonly by: string;
  readonly at: number;
  readonly before: Moment;
  readonly phase: Moment['phase'];
}

export interface Audit {
  readonly rows: readonly Row[];
  /** Presses that were answered "done" and are not on disk. */
  readonly lost: readonly string[];
  /** Effects on disk that nobody asked for, or more than one for one press. */
  readonly doubled: readonly string[];
  /** Presses that were refused and are on disk all the same. */
  readonly falseRefused: readonly string[];
  /** Check-ins whose last "done" is not what the file says. */
  readonly lostCheckIns: readonly string[];
  /** What is wrong with the file itself: its structure, gaps in the log, a state that does not follow from the log. */
  readonly damage: readonly string[];
}

/** Reads a copy of the data file, so that looking changes nothing, and compares it with what organisers were told. */
export function audit(dataDir: string, eventId: string, record: Record): Audit {
  const folder = mkdtempSync(join(tmpdir(), 'lapwing-audit-'));
  for (const name of ['lapwing.db', 'lapwing.db-wal'])
    if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(folder, name));
  const db = new Database(join(folder, 'lapwing.db'));
  try {
    return compare(db, eventId, record);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(db: Database.Database, eventId: string, record: Record): Audit {
  const rows = rowsOf(db, eventId);
  const counts = new Map<string, number>();
  for (const { key } of rows) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  const known = new Map(record.presses.map((pressed) => [pressed.key, pressed]));
  const own = rows.filter(({ by, key }) => key !== null && by !== 'Lapwing');
  return {
    rows,
    lost: record.done.filter(({ key }) => !counts.has(key)).map(({ key }) => key),
    doubled: [
      ...own.filter(({ key }) => !known.has(key ?? '')).map(({ version }) => `nobody asked for version ${version}`),
      ...[...counts].filter(([, count]) => count > 1).map(([key]) => key),
    ],
    falseRefused: record.presses
      .filter(({ outcome, key }) => outcome === 'refused' && counts.has(key))
      .map(({ key, code }) => `${key} ${code}`),
    lostCheckIns: lostCheckIns(db, record),
    damage: [...integrity(db), ...gaps(rows, storedVersion(db, eventId))],
  };
}

function rowsOf(db: Database.Database, eventId: string): Row[] {
  const stored = db
    .prepare(
      'SELECT version, key, command, "by", at, before, phase FROM night_commands WHERE event_id = ? ORDER BY version',
    )
    .all(eventId) as (Omit<Row, 'command' | 'before' | 'phase'> & { command: string; before: string; phase: string })[];
  return stored.map((row) => ({
    ...row,
    command: JSON.parse(row.command) as LiveCommand,
    before: JSON.parse(row.before) as Moment,
    phase: JSON.parse(row.phase) as Moment['phase'],
  }));
}

const storedVersion = (db: Database.Database, eventId: string): number =>
  (db.prepare('SELECT version FROM nights WHERE event_id = ?').get(eventId) as { version: number } | undefined)
    ?.version ?? 0;

function integrity(db: Database.Database): string[] {
  const said = (db.pragma('integrity_check') as { integrity_check: string }[]).map((line) => line.integrity_check);
  return said.join() === 'ok' ? [] : said;
}

/** Each command was made on the very state that the one before it left; its phase moves by the clock alone in between. */
function gaps(rows: readonly Row[], stored: number): string[] {
  const problems: string[] = [];
  if ((rows.at(-1)?.version ?? 0) !== stored)
    problems.push(`the night is at ${stored}, its log at ${rows.at(-1)?.version}`);
  for (const [index, row] of rows.entries()) {
    if (row.version !== index + 1) problems.push(`version ${row.version} stands at place ${index + 1} of the log`);
    const previous = rows[index - 1];
    if (previous && JSON.stringify(previous.phase) !== JSON.stringify(row.before.phase))
      problems.push(`version ${row.version} was not made on the state that ${previous.version} left`);
  }
  return problems;
}

function lostCheckIns(db: Database.Database, record: Record): string[] {
  const last = new Map<string, boolean | null>();
  for (const { person, here, outcome } of record.checkIns) {
    if (outcome === 'done') last.set(person, here);
    // Either way would be right until somebody says it again.
    else if (outcome === 'unknown') last.set(person, null);
  }
  const find = db.prepare('SELECT checked_in_at AS at FROM attendees WHERE id = ?');
  return [...last]
    .filter(([person, here]) => here !== null && ((find.get(person) as { at: number | null }).at !== null) !== here)
    .map(([person]) => person);
}

/**
 * What phones showed that they should not have: a state that is not on disk, a version that fell within one run of the
 * server, or a countdown that differs from the one written down.
 * @param allowFall the runs (epochs) before which the version may fall: after a restore
 */
export function wrongScreens(phones: readonly Phone[], rows: readonly Row[], allowFall: ReadonlySet<string>): string[] {
  const byVersion = new Map(rows.map((row) => [row.version, row]));
  const wrong: string[] = [];
  for (const phone of phones) {
    let last: { epoch: string; v: number } | null = null;
    for (const { epoch, v, moment, shown } of phone.heard) {
      if (!shown) continue;
      if (last && v < last.v && !(epoch !== last.epoch && allowFall.has(epoch)))
        wrong.push(`${phone.id} fell from ${last.v} to ${v}`);
      last = { epoch, v };
      const row = byVersion.get(v);
      if (row && !sameState(row, JSON.parse(moment) as Moment)) wrong.push(`${phone.id} showed another version ${v}`);
      if (!row && v > 0) wrong.push(`${phone.id} showed version ${v}, which is not on disk`);
    }
  }
  return wrong;
}

const sameState = (row: Row, shown: Moment): boolean => JSON.stringify(row.phase) === JSON.stringify(shown.phase);

/** The phase that a night written down as `moment` must be in at `now` if nobody pressed: the downtime rule. */
export const expectedPhase = (moment: Moment, now: number): Moment['phase'] => advance(moment, instant(now)).phase;
