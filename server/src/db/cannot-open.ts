/** Why the data folder is not opened, as whole sentences for the person who started the server, with what to do. */
export class CannotOpen extends Error {}

const NOT_WRITABLE = /^(EROFS|EACCES|EPERM|SQLITE_CANTOPEN|SQLITE_READONLY.*)$/u;
const FULL = /^(ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_SHMSIZE)$/u;

/** What the system said about the folder, as a sentence with a remedy; other errors as they are. */
export function inWords(error: unknown, dataDir: string): Error {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (NOT_WRITABLE.test(code))
    return new CannotOpen(
      `Lapwing cannot write in ${dataDir} (${message}). Make the folder writable for this user, or set DATA_DIR to another one.`,
    );
  if (FULL.test(code))
    return new CannotOpen(`The disk that holds ${dataDir} is full (${message}). Make room on it and start again.`);
  return error as Error;
}

export const folderInUse = (dataDir: string): CannotOpen =>
  new CannotOpen(`Another Lapwing is running on ${dataDir}. Stop it first, or set DATA_DIR to another folder.`);

export const openToOthers = (dataDir: string): CannotOpen =>
  new CannotOpen(
    `Others on this machine may read ${dataDir}, and its disk does not let that be changed. Set DATA_DIR to a folder on a disk that keeps permissions.`,
  );

/**
 * @param offer the newest good backup; null when there is none
 */
export function damaged(dataDir: string, findings: readonly string[], offer: string | null): CannotOpen {
  const what = `The data in ${dataDir} is not as Lapwing left it: ${findings.slice(0, 3).join('; ')}. Nothing was changed.`;
  const back =
    offer === null
      ? 'There is no good backup in its folder "backups"; if you have one elsewhere: npm run -s cli -- restore FILE.'
      : `The newest good backup: npm run -s cli -- restore ${offer}`;
  const asItIs = `To go on with the data as it is, if it can be read: npm run -s cli -- restore ${dataDir}/lapwing.db`;
  return new CannotOpen(
    `${what}\n${back}\n${asItIs}\nEither way the present files are kept, and the way back is printed.`,
  );
}
