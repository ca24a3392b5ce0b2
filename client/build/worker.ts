import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Manifest, type Plugin } from 'vite';
import { LANGUAGE_TAGS } from '../../shared/src/kernel/language.ts';

interface KeptFile {
  readonly url: string;
  readonly revision: string | null;
  readonly language: string | null;
}

const ENTRY = 'phone.html';
/** How the manifest names a file of words. */
const WORDS = /virtual:messages\/\w+\/(\w+)$/u;

/** Builds `sw.js`, which keeps the phone's page on the phone, once it is known which files that page may load. */
export function worker(): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'worker',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      async handler() {
        const kept = [...pages(outDir), ...files(outDir)];
        await build({
          ...{ configFile: false, root, logLevel: 'warn' },
          define: { KEPT_FILES: JSON.stringify(kept), 'process.env.NODE_ENV': '"production"' },
          build: {
            ...{ outDir, emptyOutDir: false, copyPublicDir: false },
            rollupOptions: { input: 'src/worker/worker.ts', output: { format: 'iife', entryFileNames: 'sw.js' } },
          },
        });
      },
    },
  };
}

/** The bare page in each language, as the server gives it under this address. */
const pages = (outDir: string): KeptFile[] =>
  LANGUAGE_TAGS.map((language) => {
    const html = readFileSync(join(outDir, ENTRY.replace('.html', `.${language}.html`)));
    return {
      url: `/shell/${language}`,
      revision: createHash('sha256').update(html).digest('hex').slice(0, 16),
      language,
    };
  });

/** Everything that the page may load, also later. */
function files(outDir: string): KeptFile[] {
  const manifest = JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8')) as Manifest;
  const languages = new Map<string, string | null>();
  const seen = new Set<string>();
  const walk = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    const language = WORDS.exec(key)?.[1] ?? null;
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) languages.set(file, language);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) walk(next);
  };
  walk(ENTRY);
  return [...languages].map(([file, language]) => ({ url: `/${file}`, revision: null, language }));
}
