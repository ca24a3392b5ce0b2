import { describe, expect, it } from 'vitest';
import { readJson } from './sources.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly resolved?: string }>>;
}

const MOST_PRODUCTION_PACKAGES = 36;

const manifests = ['', 'shared/', 'server/', 'client/'].map((room) => readJson<Manifest>(`${room}package.json`));
const lock = readJson<Lock>('package-lock.json');
const ours = (name: string): boolean => name.startsWith('@lapwing/');

/** Every copy of a package that the lock file would install. */
const copiesOf = (name: string): (string | undefined)[] =>
  Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version }]) => version);

describe('packages', () => {
  it('every version is exact', () => {
    const loose = manifests
      .flatMap(({ dependencies, devDependencies }) => Object.entries({ ...dependencies, ...devDependencies }))
      .filter(([name, version]) => !ours(name) && !/^\d+\.\d+\.\d+$/u.test(version));
    expect(loose).toEqual([]);
  });

  it('there is one Preact, of major 11: npm falls back to 10 without a word if a package asks for it', () => {
    expect(copiesOf('preact')).toEqual([expect.stringMatching(/^11\./u)]);
  });

  it('the database driver is the last one that runs on Node 20', () => {
    expect(copiesOf('better-sqlite3')).toEqual(['12.11.1']);
  });

  it('the lock file names no registry, so that it installs from whichever the machine uses', () => {
    const links = new Set(['client', 'server', 'shared']);
    expect(
      Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined && !links.has(resolved)),
    ).toEqual([]);
  });

  it(`at most ${MOST_PRODUCTION_PACKAGES} packages are asked for in production`, () => {
    const asked = new Set(manifests.flatMap(({ dependencies }) => Object.keys(dependencies ?? {})));
    expect([...asked].filter((name) => !ours(name)).length).toBeLessThanOrEqual(MOST_PRODUCTION_PACKAGES);
  });
});
