import { describe, expect, it } from 'vitest';
import { readJson, repositoryFiles } from './sources.ts';

interface Journal {
  readonly entries: readonly { readonly idx: number; readonly when: number; readonly tag: string }[];
}

describe('the journal of the migrations', () => {
  const { entries } = readJson<Journal>('migrations/meta/_journal.json');

  it('ascends in time: Drizzle skips an entry that is older than the last one it applied, without a word', () => {
    const times = entries.map(({ when }) => when);
    expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
  });

  it('names every SQL file, once, and no other', () => {
    const files = repositoryFiles.filter((file) => /^migrations\/[^/]+\.sql$/u.test(file));
    expect(entries.map(({ tag }) => `migrations/${tag}.sql`).sort()).toEqual(files);
  });
});
