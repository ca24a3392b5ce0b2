import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS } from '../boot.ts';
import { withDraft } from '../db/audit-pen.ts';
import { folderInUse, inWords } from '../db/cannot-open.ts';
import { type Db, openBeside } from '../db/connection.ts';
import { openDataFolder } from '../db/data-folder.ts';
import { lockFolder } from '../db/folder-lock.ts';
import { findStaffByEmail } from '../db/repositories/staff.ts';
import { breakSeal } from '../db/seal.ts';
import { type Env, readEnv } from '../env.ts';
import { originsOf } from '../origins.ts';
import { keyFrom, secretsFrom } from '../secrets.ts';
import { wholeNow } from '../services/services.ts';
import { invite, plainEmail } from '../staff/accounts.ts';
import { systemClock } from '../system-clock.ts';
import type { CommandEnd } from './arguments.ts';

const BY = 'the command line';

/**
 * `staff link EMAIL`: the way back in for somebody with an account, also while the server runs. Whoever can read the data
 * folder is trusted with it anyway.
 */
export async function staffCommand(words: readonly string[]): Promise<CommandEnd> {
  const [act, email, ...others] = words;
  if (act !== 'link' || email === undefined || others.length > 0)
    return { exit: 2, line: 'staff knows one thing: staff link EMAIL.' };
  const env = readEnv(process.env, process.cwd());
  if (!env.ok) return { exit: 2, line: env.refusal };
  const { dataDir } = env.value;
  if (!existsSync(join(dataDir, 'lapwing.db'))) return { exit: 2, line: `${dataDir} holds no lapwing.db.` };
  try {
    return await withData(dataDir, (db) => linkFor(db, env.value, plainEmail(email)));
  } catch (error) {
    return { exit: 2, line: inWords(error, dataDir).message };
  }
}

/** With the folder to itself it is opened as a server opens it; a server that runs has done so, and stays the one to move the log. */
async function withData(dataDir: string, work: (db: Db) => CommandEnd): Promise<CommandEnd> {
  const lock = lockFolder(dataDir);
  lock?.release();
  if (lock !== null) {
    const folder = await openDataFolder(dataDir, MIGRATIONS, systemClock());
    try {
      return work(folder.db);
    } finally {
      await folder.close();
    }
  }
  const db = openBeside(dataDir, MIGRATIONS);
  if (db === null) throw folderInUse(dataDir);
  try {
    return work(db);
  } finally {
    // whoever closes last moves the log: a server that died just now left a seal that knows nothing of that
    const left = lockFolder(dataDir);
    if (left) breakSeal(dataDir);
    db.$client.close();
    left?.release();
  }
}

function linkFor(db: Db, env: Env, email: string): CommandEnd {
  const person = findStaffByEmail(db, email);
  if (!person) return { exit: 2, line: `Nobody has an account with ${email} in ${env.dataDir}.` };
  const clock = systemClock();
  const origins = originsOf(env, () => env.port, clock.now);
  const secrets = secretsFrom(keyFrom(env.dataDir));
  const nobody = { byStaff: null, eventId: null, person: null, other: null, count: null };
  let end: CommandEnd = { exit: 3, line: 'The link was not made.' };
  withDraft({ by: BY, act: 'invited', now: () => wholeNow(clock), ...nobody, state: 'open' }, () => {
    const made = invite({ db, clock, secrets, origins, linkOrigin: origins.forLinks }, person);
    const until = made.ok ? new Date(made.value.validUntil).toISOString() : '';
    end = made.ok
      ? { exit: 0, json: { email, url: made.value.url, validUntil: until } }
      : { exit: 3, line: made.refusal.code };
  });
  return end;
}
