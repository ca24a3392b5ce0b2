import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, ROOT } from './server.ts';

/** One protection taken out: a place in the built server that has to exist exactly once, and what stands there instead. */
export interface Change {
  readonly what: string;
  readonly find: RegExp;
  readonly put: string;
}

/**
 * A copy of the built server with protections taken out, for control runs. The product itself has no switch for this.
 * @returns the copy's dist folder
 * @throws when a change does not apply exactly once: then the control would prove nothing
 */
export function changedServer(folder: string, changes: readonly Change[]): string {
  const root = join(folder, `without-${changes.map(({ what }) => what.replaceAll(/\W+/gu, '-')).join('-')}`);
  const dist = join(root, 'server', 'dist');
  if (existsSync(dist)) return dist;
  mkdirSync(join(root, 'client'), { recursive: true });
  cpSync(DIST, dist, { recursive: true });
  symlinkSync(join(ROOT, 'client', 'dist'), join(root, 'client', 'dist'));
  for (const shared of ['node_modules', 'migrations', 'package.json'])
    symlinkSync(join(ROOT, shared), join(root, shared));
  writeFileSync(join(root, 'server', 'package.json'), '{"type":"module"}');
  const files = readdirSync(dist).filter((name) => name.endsWith('.js'));
  for (const { what, find, put } of changes) {
    const everywhere = new RegExp(find.source, `${find.flags.replace('g', '')}g`);
    const found = files.flatMap((name) =>
      [...readFileSync(join(dist, name), 'utf8').matchAll(everywhere)].map(() => name),
    );
    const [only] = found;
    if (found.length !== 1 || only === undefined)
      throw new Error(
        `"${what}" is found ${found.length} times in the built server: tests/chaos/controls.ts is behind.`,
      );
    const path = join(dist, only);
    writeFileSync(path, readFileSync(path, 'utf8').replace(find, put));
  }
  return dist;
}
