import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createTar, parseTar } from 'nanotar';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CliOptions, CommandEnd } from '../../server/src/cli/arguments.ts';
import { backupCommand, restoreCommand } from '../../server/src/cli/data.ts';
import { openDataFolder } from '../../server/src/db/data-folder.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { MIGRATIONS, temporaryFolder } from '../support/test-app.ts';

afterEach(() => vi.unstubAllEnvs());

const PASSPHRASE = 'correct horse battery staple';

async function dataWith(value: string): Promise<string> {
  const dataDir = join(temporaryFolder(), 'data');
  const folder = await openDataFolder(dataDir, MIGRATIONS, fakeClock());
  folder.db.$client.prepare("INSERT OR REPLACE INTO settings VALUES ('link-host', ?)").run(value);
  await folder.close();
  vi.stubEnv('DATA_DIR', dataDir);
  return dataDir;
}

async function valueIn(dataDir: string): Promise<unknown> {
  const folder = await openDataFolder(dataDir, MIGRATIONS, fakeClock());
  const value = folder.db.$client.prepare("SELECT value FROM settings WHERE key = 'link-host'").pluck().get();
  await folder.close();
  return value;
}

/** What is in a folder, to the byte; SQLite leaves an empty log where it has only looked. */
const everything = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.lock$|-shm$|-wal$/u.test(entry.name))
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return `${path.slice(folder.length)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
    })
    .sort();

interface Keys {
  readonly recipient: string;
  readonly file: string;
}
async function keys(): Promise<Keys> {
  const identity = await generateX25519Identity();
  const file = join(temporaryFolder(), 'key.txt');
  writeFileSync(file, `# created: today\n# public key: age1…\n${identity}\n`);
  return { recipient: await identityToRecipient(identity), file };
}
const secretIn = ({ file }: Keys): string => readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '';

function written(name: string, text: string | Uint8Array): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

const backUp = (to: string, options: Partial<CliOptions>): Promise<CommandEnd> =>
  backupCommand([], { to, ...options } as CliOptions);
const restoring = (file: string, options: Partial<CliOptions>): Promise<CommandEnd> =>
  restoreCommand([file], options as CliOptions);
const lineOf = (end: CommandEnd): string => (end.exit === 0 ? `done: ${JSON.stringify(end.json)}` : end.line);

/** An encrypted copy of data that says "carried", and another data folder that says "here". */
async function carried() {
  const key = await keys();
  const from = await dataWith('carried');
  const file = join(temporaryFolder(), 'copy.age');
  expect(lineOf(await backUp(file, { recipient: [key.recipient] }))).toMatch(/^done/u);
  const here = await dataWith('here');
  return { key, from, file, here };
}

describe('an encrypted backup', () => {
  it('carries data and key of the links to another machine, and tells the way back', async () => {
    const { key, from, file, here } = await carried();
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect(readFileSync(file).includes('SQLite format')).toBe(false);
    expect(readdirSync(from), 'nothing plain is left').not.toContain('encrypting');
    const end = await restoring(file, { identity: key.file });
    expect(end).toMatchObject({ exit: 0, json: { restored: file }, notes: expect.stringContaining('/kept/') });
    expect(await valueIn(here)).toBe('carried');
    expect(readFileSync(join(here, 'links.key'))).toEqual(readFileSync(join(from, 'links.key')));
    expect(readdirSync(here)).not.toContain('decrypting');
  });

  it('is a tar in the age format, with the two files as they lie in a data folder', async () => {
    const { key, from, file } = await carried();
    const decrypter = new Decrypter();
    decrypter.addIdentity(secretIn(key));
    const files = parseTar(await decrypter.decrypt(readFileSync(file)));
    expect(files.map(({ name }) => name)).toEqual(['lapwing.db', 'links.key']);
    expect(Buffer.from(files[1]?.data ?? [])).toEqual(readFileSync(join(from, 'links.key')));
    expect(readFileSync(file, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> X25519 /u);
    const armoured = written('armoured.age', armor.encode(readFileSync(file)));
    expect((await restoring(armoured, { identity: key.file })).exit).toBe(0);
  });

  it('opens for each of several keys', async () => {
    const [one, other] = [await keys(), await keys()];
    await dataWith('carried');
    const file = join(temporaryFolder(), 'copy.age');
    await backUp(file, { recipient: [one.recipient, other.recipient] });
    for (const { file: identity } of [one, other]) expect((await restoring(file, { identity })).exit).toBe(0);
  });

  it('opens with its passphrase, which stands in a file', async () => {
    await dataWith('carried');
    const file = join(temporaryFolder(), 'copy.age');
    const phrase = written('phrase', `${PASSPHRASE}\nanother line\n`);
    expect(lineOf(await backUp(file, { 'passphrase-file': phrase }))).toMatch(/^done/u);
    const here = await dataWith('here');
    const before = everything(here);
    const wrong = written('wrong', 'correct horse battery stable');
    expect(lineOf(await restoring(file, { 'passphrase-file': wrong }))).toContain('does not open it');
    expect(everything(here)).toEqual(before);
    expect((await restoring(file, { 'passphrase-file': phrase })).exit).toBe(0);
    expect(await valueIn(here)).toBe('carried');
  });
});

describe('nothing is replaced by', () => {
  it('a file that another key opens, that is cut short anywhere, or in which one bit is another', async () => {
    const { key, file, here } = await carried();
    const before = everything(here);
    const bytes = readFileSync(file);
    const other = await keys();
    expect(lineOf(await restoring(file, { identity: other.file }))).toBe(
      `${file}: this key or passphrase does not open it. Nothing was changed.`,
    );
    const header = bytes.indexOf('\n---') + 1;
    // in the header, in the nonce, inside and at the edges of the chunks of 64 KiB, and at the end
    const chunk = header + 48 + 16 + 65_552;
    const places = [5, 30, 60, header - 3, header + 8, header + 60, chunk - 1, chunk, chunk + 1];
    const all = [...places, Math.floor(bytes.length / 2), bytes.length - 17, bytes.length - 1];
    for (const at of all) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      const cut = bytes.subarray(0, at);
      for (const bad of [flipped, cut]) {
        const end = await restoring(written('bad.age', bad), { identity: key.file });
        expect(lineOf(end), `byte ${at} of ${bytes.length}`).toMatch(
          /(damaged or cut short|not encrypted with age|does not open it)\. Nothing was changed\.$/u,
        );
      }
    }
    expect(
      lineOf(await restoring(written('longer.age', Buffer.concat([bytes, Buffer.alloc(1)])), { identity: key.file })),
    ).toContain('damaged');
    expect(everything(here)).toEqual(before);
    expect(await valueIn(here)).toBe('here');
  });

  it('a file that is not encrypted, or that holds something else', async () => {
    const { key, here } = await carried();
    const before = everything(here);
    const encrypted = async (content: Uint8Array): Promise<string> => {
      const encrypter = new Encrypter();
      encrypter.addRecipient(key.recipient);
      return written('foreign.age', await encrypter.encrypt(content));
    };
    const db = Buffer.from('no database at all');
    const names = (...all: string[]) => encrypted(createTar(all.map((name) => ({ name, data: db }))));
    const cases: [string, RegExp][] = [
      [written('plain.age', 'hello'), /is not encrypted with age/u],
      [written('empty.age', ''), /is not encrypted with age/u],
      [join(temporaryFolder(), 'none.age'), /no such file/u],
      [await encrypted(db), /holds no backup of Lapwing/u],
      [await names('links.key'), /holds no backup of Lapwing/u],
      [await names('lapwing.db', '../lapwing.seal'), /holds no backup of Lapwing/u],
      [await names('lapwing.db', 'lapwing.db'), /holds no backup of Lapwing/u],
      [await names('/etc/lapwing.db'), /holds no backup of Lapwing/u],
      [await names('lapwing.db'), /foreign\.age: it is damaged|foreign\.age: it cannot be read/u],
    ];
    for (const [file, line] of cases) expect(lineOf(await restoring(file, { identity: key.file }))).toMatch(line);
    expect(everything(here)).toEqual(before);
    expect(await valueIn(here)).toBe('here');
  });
});

describe('the command', () => {
  it('says what it lacks, and writes nothing then', async () => {
    const { key, file } = await carried();
    const to = join(temporaryFolder(), 'new.age');
    const short = written('short', 'elevenchars');
    const noKey = written('no-key', '# only a comment\n');
    const lines = [
      lineOf(await backUp(to, { recipient: ['age1nonsense'] })),
      lineOf(await backUp(to, { recipient: [key.recipient], 'passphrase-file': short })),
      lineOf(await backUp(to, { 'passphrase-file': short })),
      lineOf(await backUp(to, {})),
      lineOf(await backUp(to.replace('.age', '.db'), { recipient: [key.recipient] })),
      lineOf(await backupCommand([], { recipient: [key.recipient] } as CliOptions)),
      lineOf(await restoring(file, { identity: noKey })),
      lineOf(await restoring(file, { identity: short })),
      lineOf(await restoring(file, {})),
    ];
    for (const [index, words] of [
      /is no public key of age/u,
      /not both/u,
      /too short/u,
      /no terminal/u,
      /ends in \.age/u,
      /--to FILE\.age/u,
      /holds no key/u,
      /no secret key of age/u,
      /no terminal/u,
    ].entries())
      expect(lines[index]).toMatch(words);
    expect(existsSync(to)).toBe(false);
  });

  it('replaces a copy as a whole, and clears what a run that died left behind', async () => {
    const key = await keys();
    const dataDir = await dataWith('carried');
    mkdirSync(join(dataDir, 'encrypting'));
    writeFileSync(join(dataDir, 'encrypting', 'lapwing.db'), 'left');
    const file = written('copy.age', 'an older copy');
    expect((await backUp(file, { recipient: [key.recipient] })).exit).toBe(0);
    expect(readdirSync(dataDir)).not.toContain('encrypting');
    expect((await restoring(file, { identity: key.file })).exit).toBe(0);
  });
});
