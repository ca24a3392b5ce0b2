import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';
import { LANGUAGE_TAGS } from '../../shared/src/kernel/language.ts';

const CATALOGUE = 'virtual:catalogue/';
const MESSAGES = '\0virtual:messages/';
const LOCALES = join(import.meta.dirname, '../locales');

/**
 * Serves `virtual:catalogue/<surface>`: for each language a function that fetches the ICU messages of
 * `locales/<surface>/<language>.json`, compiled, each in a file of its own. A message that does not parse fails the build.
 */
export const messages = (): Plugin => ({
  name: 'messages',
  resolveId: (id) => (id.startsWith(CATALOGUE) || `\0${id}`.startsWith(MESSAGES) ? `\0${id}` : undefined),
  load(id) {
    if (id.startsWith(`\0${CATALOGUE}`)) return catalogue(id.slice(CATALOGUE.length + 1));
    const asked = messagesIn(id);
    if (asked === null) return undefined;
    const { surface, language } = asked;
    const file = join(LOCALES, surface, `${language}.json`);
    this.addWatchFile(file);
    const source = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const compiled = Object.fromEntries(
      Object.entries(source).map(([key, text]) => [key, compileMessageOrThrow(text)]),
    );
    // JSON.parse of a string starts faster than the same object written out as code
    return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(compiled))});`;
  },
});

function catalogue(surface: string): string {
  const loaders = LANGUAGE_TAGS.map(
    (language) => `  ${language}: () => import('${MESSAGES.slice(1)}${surface}/${language}'),`,
  );
  return `export const catalogue = {\n${loaders.join('\n')}\n};`;
}

/** What a chunk of messages holds; null for all other chunks. */
export function messagesIn(module: string | null | undefined): { surface: string; language: string } | null {
  if (!module?.startsWith(MESSAGES)) return null;
  const [surface = '', language = ''] = module.slice(MESSAGES.length).split('/');
  return { surface, language };
}
