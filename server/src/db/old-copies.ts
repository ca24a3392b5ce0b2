import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '@lapwing/shared/kernel/time';
import { COPY_DAYS } from '@lapwing/shared/privacy/retention';
import { keyBeside, listBackups } from './backups.ts';

const DAY_MS = 86_400_000;

/** K13: backups, and what a restore put aside, go when they are too old; the newest backup stays until there is a newer one. */
export function dropOldCopies(dataDir: string, now: Instant): void {
  const isOld = (path: string): boolean => now - statSync(path).mtimeMs > COPY_DAYS * DAY_MS;
  const backups = listBackups(dataDir);
  const newest = Math.max(...backups.map((file) => statSync(file).mtimeMs));
  for (const file of backups) {
    if (!isOld(file) || statSync(file).mtimeMs === newest) continue;
    for (const part of [file, keyBeside(file)]) rmSync(part, { force: true });
  }
  const kept = join(dataDir, 'kept');
  if (!existsSync(kept)) return;
  for (const folder of readdirSync(kept)) {
    const data = join(kept, folder, 'lapwing.db');
    if (existsSync(data) && isOld(data)) rmSync(join(kept, folder), { recursive: true });
  }
}
