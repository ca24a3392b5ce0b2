import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const DIST = join(import.meta.dirname, '../../client/dist');
const MANIFEST = join(DIST, '.vite/manifest.json');

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  readonly imports?: readonly string[];
}

/** Every file that a page needs before it can show anything: its HTML and what that reaches by static imports. */
function filesOf(entry: string, manifest: Readonly<Record<string, Chunk>>): Set<string> {
  const files = new Set([entry]);
  const seen = new Set<string>();
  const walk = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const next of chunk.imports ?? []) walk(next);
  };
  walk(entry);
  return files;
}

/** What a section of the console loads besides. */
const sectionFiles = (section: string, manifest: Readonly<Record<string, Chunk>>): string[] =>
  section === '' ? [] : [...filesOf(section, manifest)].filter((file) => file !== section);

describe('weight of a first load, gzip', () => {
  it.each([
    ['phone.html', 60],
    ['display.html', 90],
    ['index.html', 160, 'src/organiser/live/Live.tsx'],
  ])('%s stays below %d kB', (entry, most, section = '') => {
    if (!existsSync(MANIFEST)) throw new Error('client/dist is not built: run "npx vite build client" first');
    const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Chunk>;
    expect(Object.keys(manifest)).toContain(entry);
    const files = new Set([...filesOf(entry, manifest), ...sectionFiles(section, manifest)]);
    const sizes = [...files].map((file) => gzipSync(readFileSync(join(DIST, file))).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(sizes.length).toBeGreaterThan(2);
    expect(total / 1_000).toBeLessThan(most);
  });
});
