import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { armor, Decrypter, Encrypter } from 'age-encryption';
import { createTar, parseTar } from 'nanotar';
import { writeDurably } from '../durable-file.ts';
import { backUpFolder, findingsOf, keyBeside } from './backups.ts';

/** What a copy that leaves the machine is locked with: public keys ("age1…") or a passphrase. */
export type Lock = { readonly recipients: readonly string[] } | { readonly passphrase: string };
/** What opens it: secret keys ("AGE-SECRET-KEY-1…") or the passphrase. */
export type Unlock = { readonly identities: readonly string[] } | { readonly passphrase: string };

/** In the archive both files have the names they have in a data folder, so that unpacked it is one. */
const DATA = 'lapwing.db';
const KEY = 'links.key';
const AGE = 'age-encryption.org/v1\n';
const ARMORED = '-----BEGIN AGE ENCRYPTED FILE-----';
const OWNER_ONLY = { attrs: { mode: '600' } };

/**
 * A copy of the data and of the key of its links in one file that only the right key opens: a tar encrypted in the age
 * format, which the `age` tool reads too. Made also while a server runs. Plain parts stand in the data folder meanwhile.
 * @returns a sentence where there is nothing good to copy or a public key is none
 */
export async function backUpEncrypted(dataDir: string, to: string, lock: Lock): Promise<Result<void, string>> {
  const encrypter = encrypterFor(lock);
  if (!encrypter.ok) return encrypter;
  return inWorkshop(join(dataDir, 'encrypting'), async (workshop) => {
    const copy = join(workshop, DATA);
    await backUpFolder(dataDir, copy);
    const [finding] = findingsOf(copy);
    if (finding !== undefined) return refused(`the data is damaged: ${finding}`);
    const key = keyBeside(copy);
    const files = [
      { name: DATA, data: readFileSync(copy) },
      ...(existsSync(key) ? [{ name: KEY, data: readFileSync(key) }] : []),
    ];
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    writeDurably(to, await encrypter.value.encrypt(createTar(files, OWNER_ONLY)));
    return ok(undefined);
  });
}

function encrypterFor(lock: Lock): Result<Encrypter, string> {
  const encrypter = new Encrypter();
  if ('passphrase' in lock) {
    encrypter.setPassphrase(lock.passphrase);
    return ok(encrypter);
  }
  for (const recipient of lock.recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      return refused(`${recipient} is no public key of age: it begins with age1, and age-keygen prints it.`);
    }
  }
  return ok(encrypter);
}

export const isEncrypted = (file: string): boolean => file.endsWith('.age');

/**
 * Opens an encrypted backup into a folder of its own inside the data folder, hands the plain database file to `use`, and
 * removes it. Every byte is authenticated before that: a file that is damaged, cut short, somebody else's or no backup of
 * ours is refused with a sentence.
 */
export function withDecrypted<Value>(
  dataDir: string,
  file: string,
  unlock: Unlock,
  use: (plain: string) => Promise<Result<Value, string>> | Result<Value, string>,
): Promise<Result<Value, string>> {
  return inWorkshop(join(dataDir, 'decrypting'), async (workshop) => {
    const files = await unpacked(file, unlock);
    if (!files.ok) return refused(`${file}: ${files.refusal} Nothing was changed.`);
    for (const [name, bytes] of files.value) writeFileSync(join(workshop, name), bytes, { mode: 0o600 });
    return use(join(workshop, DATA));
  });
}

async function unpacked(file: string, unlock: Unlock): Promise<Result<ReadonlyMap<string, Uint8Array>, string>> {
  if (!existsSync(file)) return refused('no such file.');
  const bytes = readFileSync(file);
  const text = bytes.subarray(0, ARMORED.length).toString('latin1');
  if (!text.startsWith(AGE) && text !== ARMORED) return refused('it is not encrypted with age.');
  const decrypter = decrypterFor(unlock);
  if (!decrypter.ok) return decrypter;
  let tar: Uint8Array;
  try {
    tar = await decrypter.value.decrypt(text === ARMORED ? armor.decode(bytes.toString('latin1')) : bytes);
  } catch (error) {
    const isOthers = /no identity matched/u.test((error as Error).message);
    return refused(isOthers ? 'this key or passphrase does not open it.' : 'it is damaged or cut short.');
  }
  return filesIn(tar);
}

function decrypterFor(unlock: Unlock): Result<Decrypter, string> {
  const decrypter = new Decrypter();
  if ('passphrase' in unlock) {
    decrypter.addPassphrase(unlock.passphrase);
    return ok(decrypter);
  }
  try {
    for (const identity of unlock.identities) decrypter.addIdentity(identity);
  } catch {
    return refused('the key file holds a line that is no secret key of age.');
  }
  return ok(decrypter);
}

/** Exactly the files that a backup has: other names, or the same name twice, are somebody else's archive. */
function filesIn(tar: Uint8Array): Result<ReadonlyMap<string, Uint8Array>, string> {
  const notOurs = refused('it can be opened, but holds no backup of Lapwing.');
  const files = new Map<string, Uint8Array>();
  try {
    for (const { name, data, type } of parseTar(tar)) {
      if (type !== 'file' || !data || ![DATA, KEY].includes(name) || files.has(name)) return notOurs;
      files.set(name, data);
    }
  } catch {
    return notOurs;
  }
  return files.has(DATA) ? ok(files) : notOurs;
}

/** A folder that is empty at first and gone at last, also when a run before this one died in it. */
async function inWorkshop<Value>(
  folder: string,
  work: (folder: string) => Promise<Result<Value, string>>,
): Promise<Result<Value, string>> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
