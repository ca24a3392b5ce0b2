import { hash } from 'node:crypto';
import type { TestApp } from './test-app.ts';

/** A print of every row of every table: equal before and after, and nothing was written. */
export function printOfData(t: TestApp): string {
  const { $client: client } = t.db;
  const names = client.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
  return hash(
    'sha256',
    names.map((name) => `${name} ${JSON.stringify(client.prepare(`SELECT * FROM "${name}"`).raw().all())}`).join('\n'),
  );
}
