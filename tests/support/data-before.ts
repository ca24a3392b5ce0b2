import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MIGRATIONS } from './test-app.ts';

interface Journal {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

/** The list of the migrations in a folder. */
export const journalOf = (folder: string): Journal =>
  JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as Journal;

/** A row with these values; everything else that must not be null is ''. */
export function filled(client: Database.Database, table: string, values: Record<string, unknown>): void {
  const columns = client.pragma(`table_info(${table})`) as { name: string; notnull: number; dflt_value: unknown }[];
  const wanted = columns.filter(({ name, notnull, dflt_value }) => name in values || (notnull && dflt_value === null));
  const names = wanted.map(({ name }) => name);
  client
    .prepare(`INSERT INTO ${table} (${names.join()}) VALUES (${names.map(() => '?').join()})`)
    .run(...names.map((name) => (name in values ? values[name] : '')));
}

/** A database as it was before a migration, which holds rows without their parents. */
export function dataBefore(migration: string) {
  const client = new Database(':memory:');
  const { entries } = journalOf(MIGRATIONS);
  const from = entries.findIndex(({ tag }) => tag.endsWith(migration));
  const apply = ({ tag }: { tag: string }): void =>
    void client.exec(readFileSync(join(MIGRATIONS, `${tag}.sql`), 'utf8').replaceAll('--> statement-breakpoint', ''));
  client.pragma('foreign_keys = OFF');
  entries.slice(0, from).forEach(apply);
  client.pragma('foreign_keys = OFF'); // a migration that rebuilds a table turned them on
  return { client, migrateOn: () => entries.slice(from).forEach(apply) };
}
