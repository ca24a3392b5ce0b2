import { readRoster, reasonInEnglish } from '@lapwing/shared/roster-import/read-roster';
import type { CliOptions, CommandEnd } from './arguments.ts';
import { readFile } from './read-file.ts';

/** `import FILE [--as students|mentors]`: what an import of the file would find. Stores nothing. */
export function importCommand(files: readonly string[], options: CliOptions): CommandEnd {
  const [path, ...others] = files;
  if (path === undefined || others.length > 0) return { exit: 2, line: 'import needs one FILE.' };
  const { as } = options;
  if (as !== undefined && as !== 'students' && as !== 'mentors')
    return { exit: 2, line: `--as is "${as}"; use students or mentors.` };
  const bytes = readFile(path);
  if (!bytes.ok) return { exit: 2, line: bytes.refusal };
  const read = readRoster(bytes.value, as === undefined ? {} : { role: as === 'mentors' ? 'mentor' : 'student' });
  if (!read.ok) {
    const { code, details } = read.refusal;
    return { exit: 2, line: `${path}: ${code}${details ? ` (${JSON.stringify(details)})` : ''}` };
  }
  const invalid = read.value.rows
    .filter((row) => row.outcome === 'invalid')
    .map(({ record, reason }) => ({ record, reason: reason === undefined ? 'invalid' : reasonInEnglish(reason) }));
  const { rows, unique, duplicate, cancelled, waiting } = read.value.counts;
  return { exit: 0, json: { rows, unique, duplicate, cancelled, waiting, invalid } };
}
