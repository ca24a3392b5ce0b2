import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const PREFIX = 'virtual:messages/';
const LOCALES = join(import.meta.dirname, '../locales');

/**
 * Serves `virtual:messages/<surface>/<language>`: the ICU messages of `locales/<surface>/<language>.json`, compiled.
 * A message that does not parse fails the build.
 */
export const messages = (): Plugin => ({
  name: 'messages',
  resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${PREFIX}`)) return undefined;
    const file = join(LOCALES, `${id.slice(PREFIX.length + 1)}.json`);
    this.addWatchFile(file);
    const source = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const compiled = Object.fromEntries(
      Object.entries(source).map(([key, text]) => [key, compileMessageOrThrow(text)]),
    );
    // JSON.parse of a string starts faster than the same object written out as code
    return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(compiled))});`;
  },
});
