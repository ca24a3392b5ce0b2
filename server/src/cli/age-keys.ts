import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Lock, Unlock } from '../db/encrypted-backup.ts';
import type { CliOptions } from './arguments.ts';

/** Characters: whoever finds the file may try for years. */
const SHORTEST = 12;

/** What a copy is locked with, as the options say: public keys, or a passphrase from a file or typed twice. */
export async function lockOf({ recipient, 'passphrase-file': file }: CliOptions): Promise<Result<Lock, string>> {
  if (recipient && file !== undefined) return refused('Give --recipient or --passphrase-file, not both.');
  if (recipient) return ok({ recipients: recipient });
  const passphrase = file === undefined ? await typedTwice() : firstLine(file);
  if (!passphrase.ok) return passphrase;
  if (passphrase.value.length < SHORTEST)
    return refused(`The passphrase is too short: use ${SHORTEST} characters or more, such as five words.`);
  return ok({ passphrase: passphrase.value });
}

/** What opens a copy: a key file as age-keygen writes it, or a passphrase from a file or typed. */
export async function unlockOf({ identity, 'passphrase-file': file }: CliOptions): Promise<Result<Unlock, string>> {
  if (identity !== undefined && file !== undefined) return refused('Give --identity or --passphrase-file, not both.');
  if (identity === undefined) {
    const passphrase = file === undefined ? await typed('Passphrase: ') : firstLine(file);
    return passphrase.ok ? ok({ passphrase: passphrase.value }) : passphrase;
  }
  if (!existsSync(identity)) return refused(`${identity}: no such file.`);
  const lines = readFileSync(identity, 'utf8').split(/\r?\n/u);
  const identities = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  return identities.length === 0 ? refused(`${identity} holds no key.`) : ok({ identities });
}

function firstLine(file: string): Result<string, string> {
  if (!existsSync(file)) return refused(`${file}: no such file.`);
  return ok(readFileSync(file, 'utf8').split(/\r?\n/u)[0] ?? '');
}

async function typedTwice(): Promise<Result<string, string>> {
  const first = await typed('Passphrase for this copy: ');
  if (!first.ok) return first;
  const again = await typed('The same again: ');
  if (!again.ok) return again;
  return first.value === again.value ? first : refused('The two passphrases differ.');
}

/** Asks on the terminal without showing what is typed. Never an argument: those stand in the list of processes. */
async function typed(question: string): Promise<Result<string, string>> {
  if (!process.stdin.isTTY) return refused('There is no terminal to ask for a passphrase: use --passphrase-file FILE.');
  process.stderr.write(question);
  const silent = new Writable({ write: (_text, _encoding, done) => done() });
  const line = createInterface({ input: process.stdin, output: silent, terminal: true });
  const answer = await line.question('');
  line.close();
  process.stderr.write('\n');
  return ok(answer);
}
