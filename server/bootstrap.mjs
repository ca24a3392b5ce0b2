/**
 * What every command does first, from a clone without node_modules: check Node, install, build. Imports nothing
 * from node_modules; says what it does on stderr, so that stdout belongs to the command.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The first minor of each major that loads an ES module with require() and that Vite runs on; 23 and newer all do. */
const FIRST_MINOR = { 20: 19, 22: 12 };
/** Majors for which better-sqlite3 has no ready-made binary: its driver is compiled during the install. */
const COMPILED_FROM_SOURCE = [20, 21];

const installStamp = join(root, 'node_modules', '.lapwing-install');
const buildStamp = join(root, 'node_modules', '.lapwing-build');
const BUILT = ['server/dist/main.js', 'server/dist/cli.js', 'client/dist/.vite/manifest.json'];
/** All that the two builds read. */
const SOURCE_FOLDERS = ['client', 'server', 'shared'];
const SOURCE_FILES = ['package.json', 'package-lock.json', 'tsconfig.base.json'];

const REMEDY =
  'use Node 22 or 24, where the install takes seconds, or install python3, make and a C++ compiler ' +
  '(Debian and Ubuntu: apt-get install python3 make g++; macOS: xcode-select --install).';

export const say = (text) => process.stderr.write(`${text}\n`);

/** Ends the process with one sentence for the person who started it. */
function giveUp(sentence) {
  say(sentence);
  process.exit(1);
}

/** Refuses a Node that is too old, with one sentence. Everything up to here must parse and run on such a Node. */
export function checkNode(version = process.versions.node) {
  if (nodeSuits(version)) return;
  giveUp(`Lapwing needs Node 20.19, 22.12 or newer, and this is Node ${version}: install Node 24 and try again.`);
}

/** @param {string} version such as "22.12.0" */
export function nodeSuits(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 23 || minor >= (FIRST_MINOR[major] ?? Number.POSITIVE_INFINITY);
}

/** Runs `npm ci` if node_modules does not fit this lock file, platform and Node. */
export async function install() {
  const wanted = sha256([readFileSync(join(root, 'package-lock.json')), process.platform, process.arch, abi()]);
  if (stamped(installStamp, wanted)) return;
  if (!installedAlready()) {
    if (COMPILED_FROM_SOURCE.includes(nodeMajor()) && !canCompile()) {
      giveUp(`On Node ${nodeMajor()} the database driver has to be compiled, and the tools are missing: ${REMEDY}`);
    }
    say(
      'Installing packages. This happens once; on Node 20 it takes a minute or two, as the database driver is compiled.',
    );
    await npmCi();
  }
  writeFileSync(installStamp, wanted);
}

/**
 * Runs `npm run build` if a source has changed since the last build.
 * @returns {Promise<string | null>} what the build said if it failed
 */
export async function build() {
  const wanted = hashOfSources();
  if (stamped(buildStamp, wanted) && BUILT.every((file) => existsSync(join(root, file)))) return null;
  say('Building the pages and the server.');
  const { code, output } = await quietly(npm(['run', 'build']), { NODE_ENV: 'production' });
  if (code !== 0) return `${output}\nThe build failed; its own words are above.`;
  writeFileSync(buildStamp, wanted);
  return null;
}

/** Loads the root's `.env` if there is one; what the real environment says wins. */
export function loadDotEnv() {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Checks Node, installs and builds as far as needed, and makes the root the working folder. */
export async function prepare() {
  checkNode();
  endWithParent();
  process.chdir(root);
  await install();
  const failure = await build();
  if (failure !== null) giveUp(failure);
  loadDotEnv();
  process.setSourceMapsEnabled(true);
}

/**
 * npm starts us through a shell, and a shell that is told to end does not tell us: without this, the end of npm
 * would leave the server behind, holding its port.
 */
function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

/**
 * The command line that starts npm with `args`: the npm that started us, else the one in PATH.
 * @returns {string[]} program and arguments
 */
export function npm(args) {
  const ours = process.env.npm_execpath;
  if (ours?.endsWith('.js')) return [process.execPath, ours, ...args];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', ...args];
}

/**
 * Runs a command without showing it; resolves with its exit code and all it printed. Passes our own end on to it.
 * @returns {Promise<{code: number, output: string}>}
 */
export function quietly([program, ...args], env = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: program.endsWith('.cmd'),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    const end = () => {
      child.kill();
      process.exit(130);
    };
    const finish = (code) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      done({ code, output });
    };
    process.on('SIGINT', end).on('SIGTERM', end);
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

async function npmCi() {
  // The build needs vite and typescript, also where NODE_ENV or npm's own settings would leave them out.
  const command = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  const { code, output } = await quietly(command);
  if (code !== 0)
    giveUp(`${output}\nThe install failed; npm's own words are above.${canCompile() ? '' : ` ${compileHint()}`}`);
  if (!driverWorks()) {
    giveUp('The install left the database driver unbuilt. Try: npm rebuild better-sqlite3 --ignore-scripts=false');
  }
}

const compileHint = () => `If it is the database driver that was not built: ${REMEDY}`;

/** Whether a plain `npm ci` by hand has done the work: every locked package is there and the driver runs on this Node. */
function installedAlready() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const locked = packagesOf(join(root, 'package-lock.json'));
  return installed !== null && locked !== null && agrees(locked, installed) && driverWorks();
}

/**
 * Whether npm's record of node_modules fits the lock file. Packages for other platforms may be absent.
 * @param locked the `packages` of package-lock.json
 * @param installed the `packages` of node_modules/.package-lock.json
 */
export function agrees(locked, installed) {
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return wanted.optional === true;
    return (
      found.version === wanted.version && found.integrity === wanted.integrity && found.resolved === wanted.resolved
    );
  });
}

function packagesOf(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** Opens a database in another process: a driver built for another Node throws there, or takes that process down. */
function driverWorks() {
  const open = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ['-e', open], { cwd: root, stdio: 'ignore' }).status === 0;
}

/** Whether the tools that node-gyp calls are there. On Windows it finds Visual Studio by itself, so we let it try. */
function canCompile() {
  if (process.platform === 'win32') return true;
  const compiler = process.env.CXX || ['c++', 'g++', 'clang++'].some(inPath);
  const python = process.env.PYTHON || process.env.npm_config_python || ['python3', 'python'].some(inPath);
  return Boolean(compiler && python && ['make', 'gmake'].some(inPath));
}

const inPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)));

function hashOfSources() {
  const files = [...SOURCE_FILES, ...SOURCE_FOLDERS.flatMap(filesUnder)].sort();
  return sha256(files.flatMap((file) => [file, readFileSync(join(root, file))]));
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

const stamped = (file, wanted) => existsSync(file) && readFileSync(file, 'utf8') === wanted;
const abi = () => process.versions.modules;
const nodeMajor = () => Number(process.versions.node.split('.')[0]);

function sha256(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
