import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryFiles, trackedFiles } from './sources.ts';

/** Whoever clones the repository sees this and no more. */
const TOP_LEVEL = [
  ...['client', 'migrations', 'server', 'shared', 'tests', '.ci'],
  ...['package.json', 'package-lock.json', 'tsconfig.base.json', 'biome.json', '.gitignore', '.env.example'],
  ...['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'PRIVACY.md', 'SECURITY.md', 'LICENSE'],
];
/** A file of this name has no name yet. */
const NAMELESS = /(^|[-.])(utils?|helpers|common|manager|misc)([-.]|$)/iu;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/u;
const PASCAL = /^([A-Z][a-z0-9]*)+(\.test)?\.tsx$/u;

const code = repositoryFiles.filter((file) => /\.(tsx?|mjs|css|html)$/u.test(file));

describe('names', () => {
  it('the top level holds what it is meant to hold', () => {
    const found = new Set(trackedFiles.map((file) => file.split('/')[0] ?? ''));
    expect([...found].sort()).toEqual([...TOP_LEVEL].sort());
  });

  it('no file or folder is called after nothing', () => {
    expect(repositoryFiles.filter((file) => file.split('/').some((part) => NAMELESS.test(part)))).toEqual([]);
  });

  it('files are kebab-case; component files may be PascalCase', () => {
    const odd = code.filter((file) => {
      const name = posix.basename(file);
      return !KEBAB.test(name) && !PASCAL.test(name);
    });
    expect(odd).toEqual([]);
  });
});
