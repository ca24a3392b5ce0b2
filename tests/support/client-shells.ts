import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANGUAGE_TAGS } from '@lapwing/shared/kernel/language';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with the pages of the client, for all servers of a run: they only read it. */
    clientShells: string;
  }
}

/** Makes shells as the build leaves them, with the places where a phone's evening goes; gone when the run is over. */
export default function makeShells(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'lapwing-client-'));
  for (const part of ['assets', 'icons']) mkdirSync(join(folder, part));
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'sw.js'), '// keeps the page');
  for (const page of ['index', 'display', 'phone', 'join', 'badge', 'answer', 'gallery', 'guide', 'community'])
    for (const language of LANGUAGE_TAGS)
      writeFileSync(
        join(folder, `${page}.${language}.html`),
        `<!doctype html><html lang="${language}"><title>${page}</title><!--opening--><!--evening-->`,
      );
  project.provide('clientShells', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
