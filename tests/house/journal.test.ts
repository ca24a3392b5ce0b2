import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJson, repositoryFiles, root } from './sources.ts';

interface Journal {
  readonly entries: readonly { readonly when: number; readonly tag: string }[];
}

const entriesOf = (): Journal['entries'] => readJson<Journal>('migrations/meta/_journal.json').entries;
const sqlFiles = (folder: string): string[] => readdirSync(folder).filter((file) => file.endsWith('.sql'));

describe('the migrations', () => {
  it('ascend in time: Drizzle skips an entry that is older than the last one it applied, without a word', () => {
    const times = entriesOf().map(({ when }) => when);
    expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
  });

  it('are the SQL files that the journal names, and no other', () => {
    const files = repositoryFiles.filter((file) => /^migrations\/[^/]+\.sql$/u.test(file));
    expect(entriesOf().map(({ tag }) => `migrations/${tag}.sql`)).toEqual(files);
  });

  it('lead to the schema: drizzle-kit finds nothing left to generate', () => {
    const copy = mkdtempSync(join(tmpdir(), 'lapwing-migrations-'));
    try {
      cpSync(join(root, 'migrations'), copy, { recursive: true });
      const before = sqlFiles(copy);
      // drizzle-kit puts "./" before whatever it is given
      const out = relative(root, copy);
      const schema = ['--dialect', 'sqlite', '--schema', './server/src/db/schema.ts', '--out', out];
      const kit = join(root, 'node_modules', 'drizzle-kit', 'bin.cjs');
      const said = execFileSync(process.execPath, [kit, 'generate', ...schema], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      expect(said).toContain('No schema changes');
      expect(sqlFiles(copy)).toEqual(before);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }, 30_000);
});
