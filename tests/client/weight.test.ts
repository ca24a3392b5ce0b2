import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LANGUAGE_TAGS } from '@lapwing/shared/kernel/language';
import { describe, expect, it } from 'vitest';

const DIST = join(import.meta.dirname, '../../client/dist');
const MANIFEST = join(DIST, '.vite/manifest.json');

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  readonly imports?: readonly string[];
}

/** Every file that a page needs before it can show anything, without its words: what it reaches by static imports. */
function filesOf(entry: string, manifest: Readonly<Record<string, Chunk>>): Set<string> {
  const files = new Set<string>();
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

const isWords = (key: string): boolean => key.includes('virtual:messages/');

/** The files of words that the HTML of a page names, by what is in them: `kit/de`. */
function wordsNamedIn(html: string, manifest: Readonly<Record<string, Chunk>>): Map<string, string> {
  const text = readFileSync(join(DIST, html), 'utf8');
  const named = Object.entries(manifest).filter(([key, { file }]) => isWords(key) && text.includes(file));
  return new Map(named.map(([key, { file }]) => [key.split('virtual:messages/')[1] ?? '', file]));
}

describe.each(LANGUAGE_TAGS)('weight of a first load in %s, gzip', (language) => {
  it.each([
    ['phone.html', 'phone', 60],
    ['display.html', 'display', 90],
    ['index.html', 'console', 160, 'src/organiser/live/Live.tsx'],
  ])('%s stays below %3$d kB', (entry, surface, most, section = '') => {
    if (!existsSync(MANIFEST)) throw new Error('client/dist is not built: run "npx vite build client" first');
    const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Chunk>;
    expect(Object.keys(manifest)).toContain(entry);
    const html = entry.replace('.html', `.${language}.html`);
    const words = wordsNamedIn(html, manifest);
    expect([...words.keys()].sort()).toEqual([`kit/${language}`, `${surface}/${language}`].sort());
    const code = [entry, ...(section === '' ? [] : [section])].flatMap((each) => [...filesOf(each, manifest)]);
    const allWords = Object.entries(manifest).flatMap(([key, { file }]) => (isWords(key) ? [file] : []));
    expect(code.filter((file) => allWords.includes(file))).toEqual([]);
    const files = new Set([html, ...words.values(), ...code]);
    const sizes = [...files].map((file) => gzipSync(readFileSync(join(DIST, file))).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(sizes.length).toBeGreaterThan(4);
    expect(total / 1_000).toBeLessThan(most);
  });
});
