import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ESTree, parseSync } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const NOT_OURS = new Set(['node_modules', 'dist', 'data', '.git', 'test-results', 'playwright-report', 'coverage']);

const tracked = gitFiles('--cached');

/** Every file of the repository, as paths from its root with forward slashes; what .gitignore leaves out is left out. */
export const repositoryFiles: readonly string[] = filesOf(gitFiles('--cached', '--others', '--exclude-standard'));

/** Only what is committed or staged: somebody's own notes beside it are their affair. */
export const trackedFiles: readonly string[] = tracked?.length ? filesOf(tracked) : repositoryFiles;

/** The TypeScript files under a folder, e.g. "shared/src/". */
export const sourcesUnder = (folder: string): readonly string[] =>
  repositoryFiles.filter((file) => file.startsWith(folder) && /\.tsx?$/u.test(file));

/** All of the product's own TypeScript. */
export const productSources = (): readonly string[] =>
  ['shared', 'server', 'client'].flatMap((room) => sourcesUnder(`${room}/src/`));

const texts = new Map<string, string>();

/** The text of a file; read once, as no test of the house changes one. */
export function read(file: string): string {
  const text = texts.get(file) ?? readFileSync(`${root}${file}`, 'utf8');
  texts.set(file, text);
  return text;
}

export const readJson = <Shape>(file: string): Shape => JSON.parse(read(file)) as Shape;

const parsed = new Map<string, ReturnType<typeof parseSync>>();

function parsedOnce(file: string): ReturnType<typeof parseSync> {
  const result = parsed.get(file) ?? parseSync(file, read(file));
  parsed.set(file, result);
  return result;
}

/** The syntax tree of a file. @throws if it does not parse */
export function parse(file: string): ESTree.Program {
  const { program, errors } = parsedOnce(file);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return program;
}

/** "path:line" of a place in a file, as an editor opens it. */
export const placeOf = (file: string, offset: number): string =>
  `${file}:${read(file).slice(0, offset).split('\n').length}`;

/**
 * What a file imports: as written, and for our own files the path from the root.
 * Type imports count too: a room that must not know another must not know its types either.
 */
export function importsOf(file: string): { readonly written: string; readonly path: string | null }[] {
  const { module } = parsedOnce(file);
  const text = read(file);
  const fixed = [...module.staticImports, ...module.staticExports.flatMap((one) => one.entries)]
    .map((one) => ('moduleRequest' in one ? one.moduleRequest?.value : undefined))
    .filter((written) => written !== undefined);
  const late = module.dynamicImports
    .map(({ moduleRequest }) => text.slice(moduleRequest.start, moduleRequest.end))
    .filter((written) => /^['"].*['"]$/u.test(written))
    .map((written) => written.slice(1, -1));
  return [...new Set([...fixed, ...late])].map((written) => ({ written, path: pathOf(file, written) }));
}

function pathOf(file: string, written: string): string | null {
  if (written.startsWith('.')) return posix.join(posix.dirname(file), written);
  const shared = /^@lapwing\/shared\/(.+)$/u.exec(written);
  return shared ? `shared/src/${shared[1]}.ts` : null;
}

function filesOf(listed: string[] | null): string[] {
  return (listed ?? walk('')).filter(isFile).sort();
}

function gitFiles(...which: string[]): string[] | null {
  try {
    const listing = ['ls-files', '-z', ...which];
    return execFileSync('git', listing, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\0')
      .filter((file) => file !== '');
  } catch {
    return null; // a release archive: no git, so we walk
  }
}

function walk(folder: string): string[] {
  return readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (NOT_OURS.has(entry.name) || entry.name === '.env') return [];
    return entry.isDirectory() ? walk(`${path}/`) : [path];
  });
}

function isFile(file: string): boolean {
  return statSync(`${root}${file}`, { throwIfNoEntry: false })?.isFile() ?? false;
}
