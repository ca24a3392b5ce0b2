import { readFileSync } from 'node:fs';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';

/** The bytes of a file, or one sentence that names it and what is wrong. */
export function readFile(path: string): Result<Uint8Array, string> {
  try {
    return ok(readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refused(
      `${path}: ${code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'is a folder' : (error as Error).message}.`,
    );
  }
}
