import { SUBJECTS } from '@lapwing/shared/roster-import/subject';
import { type CommandEnd, readArguments } from './arguments.ts';
import { planCommand } from './plan.ts';
import { replanCommand } from './replan.ts';

const HELP = `Usage: npm run -s cli -- <command>

  plan INSTANCE.json [--seconds S | --iterations K [--stop-after M]] [--seed N] [--aim wishes|balanced|mixing] [--report]
      Reads a rotation-instance/1 and prints a rotation-schedule/1; with --format 2 both are of the second format. Seed and iterations make the same plan again.
      --report tells on stderr how good the plan is, what no plan can beat, and who got least and why.
  replan BUNDLE.json [--seconds S | --iterations K [--stop-after M]] [--seed N] [--keep fewest|middle|best] [--report]
      Reads a rotation-replan/1 and prints the mended rotation-schedule/1: rounds that are over stay, and the others
      change as little as --keep says. --report tells on stderr what each way of mending costs.
  import FILE [--as students|mentors] [--map "COLUMN=WHAT"]… [--event CODE --apply [--walk-ins]]
      A dry run: counts and problems of an exported file of people (CSV, TSV or XLSX). Nothing is stored. --map says what a
      column is: COLUMN is its heading or its number, WHAT one of ${SUBJECTS.join(', ')}.
      With --event and --apply the people are stored in DATA_DIR as the console would do it; the server must be stopped.
      --walk-ins takes the rows with a name and no address as well.
  demo [--students N] [--tables T] [--rounds R] [--links FILE]
      Seeds an evening into DATA_DIR, everybody checked in; FILE gets all personal links, a JSON array, one a line.
  backup [FILE.db]
      Copies the data and the key of the links, also while the server runs; without FILE into DATA_DIR/backups.
  backup --to FILE.age [--recipient age1…]… [--passphrase-file FILE]
      The same in one encrypted file, for copies that leave the machine: for these public keys, or with a passphrase, which
      is asked for unless a file's first line holds it. The age tool opens it as well.
  restore FILE.db | FILE.age [--identity KEYFILE] [--passphrase-file FILE]
      Checks a backup and puts it in the place of the data; the server must be stopped. What was there is kept, and the
      way back is printed. An encrypted one is opened with a key file of age, or with its passphrase.
  staff link EMAIL
      The way back in for an organiser who lost password and telephone: an address that works once, for seven days. Also
      while the server runs.
  --help
      This text.

Results are JSON on stdout, errors one line on stderr. Exit codes: 0 ok, 2 bad input, 3 infeasible.
`;

async function run(args: readonly string[]): Promise<CommandEnd> {
  let read: ReturnType<typeof readArguments>;
  try {
    read = readArguments(args);
  } catch (error) {
    return { exit: 2, line: (error as Error).message };
  }
  const [command, ...rest] = read.positionals;
  if (command === 'plan') return planCommand(rest, read.values);
  if (command === 'replan') return replanCommand(rest, read.values);
  // Alone needs a server; a plan or a dry run should not wait for one to load.
  if (command === 'import') return (await import('./import.ts')).importCommand(rest, read.values);
  if (command === 'demo') return (await import('./demo.ts')).demoCommand(rest, read.values);
  if (command === 'backup') return (await import('./data.ts')).backupCommand(rest, read.values);
  if (command === 'restore') return (await import('./data.ts')).restoreCommand(rest, read.values);
  if (command === 'staff') return (await import('./staff.ts')).staffCommand(rest);
  return { exit: 2, line: `Unknown command "${command ?? ''}". See: npm run -s cli -- --help` };
}

const args = process.argv.slice(2);
if (args.length === 0 || args[0] === '--help' || args[0] === 'help') process.stdout.write(HELP);
else {
  const end = await run(args);
  if (end.exit === 0) {
    process.stdout.write(`${JSON.stringify(end.json)}\n`);
    if (end.notes !== undefined) process.stderr.write(`${end.notes}\n`);
  } else process.stderr.write(`${end.line.replaceAll(/\s+/gu, ' ')}\n`);
  process.exitCode = end.exit;
}
