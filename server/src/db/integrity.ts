import type Database from 'better-sqlite3';

const MOST_FINDINGS = 20;

/** What is wrong with an open database: its structure, rows without their parent, a night that does not follow from its log. */
export function findingsIn(client: Database.Database): string[] {
  try {
    const structure = (client.pragma(`integrity_check(${MOST_FINDINGS})`) as { integrity_check: string }[])
      .map((row) => row.integrity_check)
      .filter((line) => line !== 'ok');
    if (structure.length > 0) return structure;
    const orphans = client.pragma('foreign_key_check') as unknown[];
    return [
      ...(orphans.length > 0 ? [`${orphans.length} rows without their parent`] : []),
      ...unreadableTexts(client),
      ...brokenLogs(client),
    ];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Columns that hold JSON: a damaged text is still a text to SQLite. */
const JSON_COLUMNS: readonly (readonly [table: string, column: string])[] = [
  ['nights', 'moment'],
  ['night_commands', 'command'],
  ['night_commands', 'before'],
  ['night_commands', 'phase'],
  ['plans', 'schedule'],
  ['plans', 'report'],
  ['attendees', 'card'],
  ['attendees', 'industries'],
];

function unreadableTexts(client: Database.Database): string[] {
  return JSON_COLUMNS.flatMap(([table, column]) => {
    const known = client.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column);
    if (known === undefined) return [];
    const { n } = client
      .prepare(`SELECT count(*) AS n FROM "${table}" WHERE "${column}" IS NOT NULL AND NOT json_valid("${column}")`)
      .get() as { n: number };
    return n > 0 ? [`${n} rows of ${table} that cannot be read`] : [];
  });
}

interface Entry {
  readonly event: string;
  readonly version: number;
}

/**
 * The log of a night is a chain: versions without a gap, and the night stands at the last. A page of another copy of the
 * file breaks it where SQLite itself sees nothing.
 */
function brokenLogs(client: Database.Database): string[] {
  const known = client.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name IN ('nights', 'night_commands')");
  if ((known.get() as { n: number }).n < 2) return [];
  const findings: string[] = [];
  const logged = client
    .prepare(
      'SELECT event_id AS event, count(*) AS n, min(version) AS first, max(version) AS last FROM night_commands GROUP BY event_id',
    )
    .all() as { event: string; n: number; first: number; last: number }[];
  for (const { n, first, last } of logged)
    if (first !== 1 || last !== n) findings.push(`the log of a night has ${n} of ${last} commands`);
  const last = new Map(logged.map((one) => [one.event, one.last]));
  const nights = client.prepare('SELECT event_id AS event, version FROM nights').all() as Entry[];
  for (const { event, version } of nights)
    if ((last.get(event) ?? 0) !== version)
      findings.push(`a night stands at version ${version}, its log at ${last.get(event) ?? 0}`);
  return findings;
}
