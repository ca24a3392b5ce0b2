import type { Plugin, Rolldown } from 'vite';
import { LANGUAGE_TAGS, LANGUAGES } from '../../shared/src/kernel/language.ts';
import { messagesIn } from './messages.ts';

/**
 * Writes each page once for each language, `phone.de.html`: it says which language it is in, and names that language's
 * words beside its scripts, so that they come at once and no other language's do. The server sends the right one.
 */
export const shells = (): Plugin => ({
  name: 'shells',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const page of Object.values(bundle)) {
        if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue;
        const html = String(page.source);
        const words = wordsOf(html, bundle);
        for (const language of LANGUAGE_TAGS) {
          const { locale, direction } = LANGUAGES[language];
          const links = words
            .filter((chunk) => messagesIn(chunk.facadeModuleId)?.language === language)
            .map(({ fileName }) => `<link rel="modulepreload" crossorigin href="/${fileName}">\n`);
          this.emitFile({
            type: 'asset',
            fileName: page.fileName.replace('.html', `.${language}.html`),
            source: html
              .replace(/<html[^>]*>/u, `<html lang="${locale}" dir="${direction}">`)
              .replace('</head>', () => `${links.join('')}</head>`),
          });
        }
        delete bundle[page.fileName];
      }
    },
  },
});

/** The chunks of messages that what a page loads at once will ask for. */
function wordsOf(html: string, bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
  const seen = new Set<string>();
  const words = new Map<string, Rolldown.OutputChunk>();
  const walk = (file: string): void => {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk' || seen.has(file)) return;
    seen.add(file);
    for (const next of chunk.imports) walk(next);
    for (const later of chunk.dynamicImports) {
      const found = bundle[later];
      if (found?.type === 'chunk' && messagesIn(found.facadeModuleId) !== null) words.set(later, found);
    }
  };
  for (const [, file = ''] of html.matchAll(/<script[^>]* src="\/([^"]+)"/gu)) walk(file);
  return [...words.values()];
}
