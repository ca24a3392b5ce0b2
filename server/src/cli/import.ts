import type { AttendeeRole } from '@lapwing/shared/event/roster';
import type { Refusal } from '@lapwing/shared/kernel/refusal';
import type { Result } from '@lapwing/shared/kernel/result';
import { type RosterFile, reasonInEnglish } from '@lapwing/shared/roster-import/read-roster';
import type { Column } from '@lapwing/shared/roster-import/subject';
import { readAny } from '../reader/job.ts';
import type { CliOptions, CommandEnd } from './arguments.ts';
import { chosenColumns, type Mapping, mappingsOf } from './column-choice.ts';
import { readFile } from './read-file.ts';

/**
 * `import FILE`: what an import of the file would find; with `--event CODE --apply` it is stored. Both read the file as
 * the console does.
 */
export async function importCommand(files: readonly string[], options: CliOptions): Promise<CommandEnd> {
  const [path, ...others] = files;
  if (path === undefined || others.length > 0) return bad('import needs one FILE.');
  const { as, event, apply = false } = options;
  if (as !== undefined && as !== 'students' && as !== 'mentors')
    return bad(`--as is "${as}"; use students or mentors.`);
  if (apply !== (event !== undefined)) return bad('--apply and --event CODE belong together.');
  const mappings = mappingsOf(options.map ?? []);
  if (typeof mappings === 'string') return bad(mappings);
  const bytes = readFile(path);
  if (!bytes.ok) return bad(bytes.refusal);

  const role = as === undefined ? undefined : as === 'mentors' ? 'mentor' : 'student';
  const read = await readMapped(bytes.value, role, mappings);
  if (typeof read === 'string') return bad(`${path}: ${read}`);
  if (!read.ok) return bad(`${path}: ${inWords(read.refusal)}`);
  const nobody = nameless(read.value);
  if (nobody !== null) return bad(`${path}: ${nobody}`);
  const dryRun = countsOf(read.value);
  if (event === undefined) return { exit: 0, json: dryRun };
  // needs a server; a dry run should not wait for one to load
  const { storePeople } = await import('./store-people.ts');
  const stored = await storePeople(path, bytes.value, event, read.value, options['walk-ins'] ?? false);
  return stored.exit === 0 ? { exit: 0, json: { ...dryRun, ...(stored.json as object) } } : stored;
}

const bad = (line: string): CommandEnd => ({ exit: 2, line });

const inWords = ({ code, details }: Refusal): string => `${code}${details ? ` (${JSON.stringify(details)})` : ''}`;

async function readMapped(
  bytes: Uint8Array,
  role: AttendeeRole | undefined,
  mappings: readonly Mapping[],
): Promise<Result<RosterFile, Refusal> | string> {
  let sentence = '';
  const choose = (columns: readonly Column[]) => {
    const choice = chosenColumns(columns, mappings);
    if (typeof choice !== 'string') return choice;
    sentence = choice;
    return undefined;
  };
  const read = await readAny(bytes, { role, choose: mappings.length === 0 ? undefined : choose });
  return sentence === '' ? read : sentence;
}

/** Why nobody at all could be read: no column is about a name. */
function nameless({ columns }: RosterFile): string | null {
  const named = columns.some(({ subject }) => ['name', 'firstName', 'lastName', 'badge'].includes(subject));
  const found = JSON.stringify({ columns: columns.map(({ header }) => header) });
  return named ? null : `file-not-recognised (${found}): say with --map "COLUMN=name" which column holds the names.`;
}

function countsOf({ rows: outcomes, counts }: RosterFile): object {
  const invalid = outcomes
    .filter((row) => row.outcome === 'invalid')
    .map(({ record, reason }) => ({ record, reason: reason === undefined ? 'invalid' : reasonInEnglish(reason) }));
  const { rows, unique, duplicate, cancelled, waiting } = counts;
  return { rows, unique, duplicate, cancelled, waiting, invalid };
}
